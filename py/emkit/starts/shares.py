"""Starts from responsibilities: one M-step from how the rows are shared out."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.data.observations import Observations
from emkit.errors import StartError
from emkit.families.gaussian import GaussianMixtureModel
from emkit.model import Expectation
from emkit.moments import Moments
from emkit.numerics import Floats
from emkit.starts.given import Start


def from_responsibilities(
    model: GaussianMixtureModel, data: Observations, responsibilities: Any
) -> Start:
    """The M-step of stated responsibilities.

    Args:
        model: what will be fitted.
        data: the n observations.
        responsibilities: (n, k) not negative, each row summing to one (else each is divided by
            its sum, with a notice).

    Raises:
        StartError: wrong shape, negative numbers, a row of zeros, or a component whose share has
            no spread.

    >>> from emkit.data.observations import observe
    >>> data = observe([1.0, 1.2, 1.4, 4.8, 5.0, 5.2])
    >>> model = GaussianMixtureModel.for_data(data, 2)
    >>> shares = [[1, 0], [1, 0], [1, 0], [0, 1], [0, 1], [0, 1]]
    >>> from_responsibilities(model, data, shares).params.means.ravel()
    array([1.2, 5. ])
    """
    shares, notices = _checked(responsibilities, data.n, model.components)
    params = model.m_step(Expectation(np.nan, share_moments(model, data, shares)))
    flaw = model.check(params)
    if flaw:
        raise StartError(
            f"From this start {flaw.sentence}",
            where={"field": "start", "component": flaw.component + 1},
            remedy="Give it a share of more observations.",
        )
    return Start(params, notices)


def from_labels(model: GaussianMixtureModel, data: Observations, labels: Any) -> Start:
    """The M-step of stated labels: n whole numbers from 0 to k - 1, the component of each row.

    >>> from emkit.data.observations import observe
    >>> data = observe([1.0, 1.2, 1.4, 4.8, 5.0, 5.2])
    >>> model = GaussianMixtureModel.for_data(data, 2)
    >>> from_labels(model, data, [0, 0, 0, 1, 1, 1]).params.weights
    array([0.5, 0.5])
    """
    k = model.components
    try:
        numbers = np.array(labels, dtype=np.float64)
    except (TypeError, ValueError):
        numbers = np.empty(0)
    if numbers.shape != (data.n,) or not np.isin(numbers, np.arange(k)).all():
        raise StartError(
            f"The start labels must be {data.n} whole numbers from 0 to {k - 1}.",
            where={"field": "labels"},
            remedy="Give the component of each row, counted from 0.",
        )
    return from_responsibilities(model, data, one_hot(numbers.astype(np.intp), k))


def one_hot(labels: np.ndarray, k: int) -> Floats:
    """(n, k) responsibilities of zero and one.

    >>> one_hot(np.array([1, 0]), 2)
    array([[0., 1.],
           [1., 0.]])
    """
    return np.eye(k)[labels]


def share_moments(model: GaussianMixtureModel, data: Observations, shares: Floats) -> Moments:
    """The sufficient statistics of rows shared out by (n, k) ``shares``."""
    matrix = model.structure.matrix
    about = np.repeat(data.means[None, :], model.components, axis=0)
    total, first = Moments.nothing(about, matrix=matrix), 0
    for rows in data.chunks(model.components):
        run = slice(first, first + len(rows))
        owned = shares[run] if data.weights is None else shares[run] * data.weights[run, None]
        part = Moments.of(rows, np.ascontiguousarray(owned.T), about, matrix=matrix)
        total, first = total.merged(part), first + len(rows)
    return total


def _checked(responsibilities: Any, n: int, k: int) -> tuple[Floats, tuple[str, ...]]:
    where = {"field": "responsibilities"}
    remedy = f"Give an array of shape ({n}, {k}) whose rows sum to one."
    try:
        shares = np.array(responsibilities, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise StartError(
            "The start responsibilities are not a table of numbers.", where=where, remedy=remedy
        ) from error
    if shares.shape != (n, k):
        raise StartError(
            f"The start responsibilities have the shape {shares.shape}.",
            where=where,
            remedy=remedy,
        )
    sums = shares.sum(axis=1)
    wrong = np.flatnonzero(~(np.isfinite(sums) & (shares >= 0.0).all(axis=1) & (sums > 0.0)))
    if len(wrong):
        raise StartError(
            f"The start responsibilities of row {wrong[0] + 1} are negative, not finite or all "
            "zero.",
            where={**where, "row": int(wrong[0]) + 1},
            remedy=remedy,
        )
    if np.allclose(sums, 1.0, rtol=0.0, atol=1e-9):
        return shares, ()
    notice = "Responsibilities that did not sum to one were divided by their sum."
    return shares / sums[:, None], (notice,)
