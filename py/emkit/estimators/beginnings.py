"""Where a run at the door begins: ``init_params``, and what is given outright."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from emkit.covariance import structure
from emkit.data.observations import Observations
from emkit.errors import StartError
from emkit.estimators.groups import grouped, spread_out
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.model import Expectation
from emkit.numerics import Floats
from emkit.starts.shares import one_hot, share_moments

Rng = np.random.RandomState


def _random(data: Observations, k: int, rng: Rng) -> Floats:
    """Every row shared out at random."""
    shares = rng.uniform(size=(data.n, k))
    return shares / shares.sum(axis=1, keepdims=True)


def _random_from_data(data: Observations, k: int, rng: Rng) -> Floats:
    """One row, drawn at random, for each component."""
    return _only(rng.choice(data.n, size=k, replace=False), data.n)


def _kmeans(data: Observations, k: int, rng: Rng) -> Floats:
    """The groups of k-means."""
    return one_hot(grouped(data.x, k, rng), k)


def _plus_plus(data: Observations, k: int, rng: Rng) -> Floats:
    """One row for each component, drawn as k-means++ draws its centres."""
    return _only(spread_out(data.x, k, rng), data.n)


INITS: dict[str, Callable[[Observations, int, Rng], Floats]] = {
    "kmeans": _kmeans,
    "k-means++": _plus_plus,
    "random": _random,
    "random_from_data": _random_from_data,
}


def begin(
    model: GaussianMixtureModel, data: Observations, init: str, given: dict[str, Any], rng: Rng
) -> GaussianParams:
    """The parameters that a run starts from.

    Args:
        model: what is fitted.
        data: to what.
        init: a name of ``INITS``.
        given: checked ``weights``, ``means`` and ``precisions``, each an array or ``None``; what
            is given replaces what ``init`` finds.
        rng: where the draws come from; nothing is drawn when all three are given.
    """
    found: dict[str, Any] = dict.fromkeys(("weights", "means", "covariances"))
    if any(value is None for value in given.values()):
        shares = INITS[init](data, model.components, rng)
        params = model.m_step(Expectation(np.nan, share_moments(model, data, shares)))
        found = {name: getattr(params, name) for name in found}
    if given["precisions"] is not None:
        found["covariances"] = _inverse(given["precisions"], model.structure.matrix)
    for name in ("weights", "means"):
        if given[name] is not None:
            found[name] = given[name]
    return GaussianParams(**found, covariance=model.covariance)


def checked(
    weights: Any, means: Any, precisions: Any, *, covariance: str, k: int, d: int
) -> dict[str, Any]:
    """What is given outright, as arrays of the right shapes.

    Raises:
        StartError: a wrong shape, weights that are no shares, precisions that are not positive
            definite.
    """
    named = f"{covariance} precision"
    given = {
        "weights": _shaped(weights, (k,), "weights"),
        "means": _shaped(means, (k, d), "means"),
        "precisions": _shaped(precisions, structure(covariance).shape(k, d), named),
    }
    if weights is not None:
        _check_weights(given["weights"])
    if precisions is not None:
        _check_precisions(given["precisions"], named, structure(covariance).matrix)
    return given


def _shaped(values: Any, shape: tuple[int, ...], name: str) -> Any:
    if values is None:
        return None
    array = np.array(values, dtype=np.float64)
    if not np.isfinite(array).all():
        what = "NaN" if np.isnan(array).any() else "infinity"
        raise StartError(f"Input contains {what}.", where={"field": name})
    if array.shape != shape:
        raise StartError(
            f"The parameter '{name}' should have the shape of {shape}, but got {array.shape}",
            where={"field": name},
        )
    return array


def _check_weights(weights: Floats) -> None:
    if (weights < 0.0).any() or (weights > 1.0).any():
        # The two are named the wrong way round there, and programs may look for those words.
        raise StartError(
            "The parameter 'weights' should be in the range [0, 1], but got max value "
            f"{weights.min():.5f}, min value {weights.max():.5f}",
            where={"field": "weights"},
            remedy=f"They lie between {weights.min():.5g} and {weights.max():.5g}.",
        )
    if abs(1.0 - weights.sum()) > 1e-8:
        raise StartError(
            "The parameter 'weights' should be normalized, but got sum(weights) = "
            f"{weights.sum():.5f}",
            where={"field": "weights"},
        )


def _check_precisions(precisions: Floats, name: str, matrix: bool) -> None:
    where = {"field": "precisions"}
    if not matrix:
        if (precisions <= 0.0).any():
            raise StartError(f"'{name}' should be positive", where=where)
        return
    symmetric = np.allclose(precisions, np.swapaxes(precisions, -1, -2))
    if not (symmetric and (np.linalg.eigvalsh(precisions) > 0.0).all()):
        raise StartError(f"'{name}' should be symmetric, positive-definite", where=where)


def _inverse(precisions: Floats, matrix: bool) -> Any:
    return np.linalg.inv(precisions) if matrix else 1.0 / precisions


def _only(rows: np.ndarray, n: int) -> Floats:
    """(n, k) shares in which component j owns row j of ``rows`` and nothing else."""
    shares = np.zeros((n, len(rows)))
    shares[rows, np.arange(len(rows))] = 1.0
    return shares
