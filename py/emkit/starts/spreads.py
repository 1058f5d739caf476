"""Start spreads that a person gives: standard deviations or covariances, checked one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from emkit.covariance import Covariance, is_singular
from emkit.data.observations import LARGEST, SMALLEST_SPREAD
from emkit.errors import StartError
from emkit.families.gaussian import GaussianMixtureModel
from emkit.numerics import Floats
from emkit.starts.cells import array, depth_of, grid, numbers, pair, variable, where_is
from emkit.words import brief


def spreads(
    model: GaussianMixtureModel, start: Mapping[str, Any], columns: Sequence[str] | None = None
) -> tuple[Floats, list[str]]:
    """The covariances of a start in the shape of the model's structure, and what was changed.

    Raises:
        StartError: naming the field, the component and the variables at fault.
    """
    if start.get("covariances") is None:
        stated = start.get("standard_deviations")
        return _kept(_squared(stated, model, columns), model.structure)
    if start.get("standard_deviations") is not None:
        raise StartError(
            "The start has standard deviations and also covariances.",
            where={"field": "covariances"},
            remedy="Give one of the two.",
        )
    return _checked(start["covariances"], model, columns)


def _squared(stated: Any, model: GaussianMixtureModel, columns: Sequence[str] | None) -> Floats:
    """(k, d, d) diagonal covariances of (k, d) standard deviations; of (k,), for all variables."""
    k, d = model.components, model.d
    field = "standard_deviations"
    each = d > 1 and depth_of(stated) == 2
    sds = grid(stated, field, (k, d), columns) if each else numbers(stated, field, k)
    for place, spread in np.ndenumerate(sds):
        if not SMALLEST_SPREAD < spread < LARGEST:
            raise _no_spread(place, spread, model, columns)
    return (sds.reshape(k, -1) ** 2)[:, :, None] * np.eye(d)


def _no_spread(
    place: tuple[int, ...],
    spread: float,
    model: GaussianMixtureModel,
    columns: Sequence[str] | None,
) -> StartError:
    size = "large" if spread > 1.0 else "small"
    flaw = "and a spread must be greater than zero" if spread <= 0.0 else f"too {size}"
    j, *inner = place
    of = f" of {variable(inner[0], columns)}" if inner else ""
    usual = float(model.spread[inner].mean() if inner else model.spread.mean())
    return StartError(
        f"Standard deviation {j + 1}{of} is {brief(spread)}, {flaw}.",
        where={"field": "standard_deviations", **where_is(place)},
        remedy=f"Write a positive number, for example {brief(usual / model.components, 3)}.",
    )


def _checked(
    stated: Any, model: GaussianMixtureModel, columns: Sequence[str] | None
) -> tuple[Floats, list[str]]:
    k, d, kind = model.components, model.d, model.structure
    own, whole = kind.shape(k, d), (k, d, d)
    depth = depth_of(stated)
    if depth not in (len(own), len(whole)) or (depth == 1 and np.size(stated) != k):
        shapes = " or ".join(dict.fromkeys(map(str, (own, whole))))
        raise StartError(
            f"The start covariances have the shape {array(stated).shape}.",
            where={"field": "covariances"},
            remedy=f"Give an array of shape {shapes}.",
        )
    if depth == 2 and kind.matrix and len(stated) == d:  # one matrix, that of all components
        covariances = grid([stated], "covariances", (1, d, d), columns)[0]
    else:
        covariances = grid(stated, "covariances", own if depth == len(own) else whole, columns)
    matrices = kind.full(covariances, k, d) if depth == len(own) else covariances
    for j, matrix in enumerate(matrices):
        _require_covariance(matrix, j, columns, common=depth == 2 and kind.matrix)
    return (covariances, []) if depth == len(own) else _kept(matrices, kind)


def _kept(matrices: Floats, kind: Covariance) -> tuple[Floats, list[str]]:
    """What a structure keeps of (k, d, d) covariances, and what to say if it is not all."""
    covariances = kind.from_full(matrices)
    k, d, _ = matrices.shape
    if np.allclose(kind.full(covariances, k, d), matrices, rtol=1e-9, atol=0.0):
        return covariances, []
    return covariances, [
        f"The start covariances were replaced by the nearest ones of the structure “{kind.name}”."
    ]


def _require_covariance(
    matrix: Floats, j: int, columns: Sequence[str] | None, *, common: bool
) -> None:
    """Refuse a matrix that is not symmetric and positive definite, saying where."""
    name = "The common covariance" if common else f"Covariance {j + 1}"

    def refuse(flaw: str, remedy: str, *variables: int) -> StartError:
        place = where_is((j, *variables) if len(variables) == 2 else (j,))
        return StartError(f"{name} {flaw}", where={"field": "covariances", **place}, remedy=remedy)

    for a, variance in enumerate(np.diag(matrix)):
        if not SMALLEST_SPREAD**2 <= variance < LARGEST**2:
            must = "which must be above zero" if variance <= 0.0 else "too small or too large"
            flaw = f"has the variance {brief(variance)} for {variable(a, columns)}, {must}."
            raise refuse(flaw, "Write a positive number on the diagonal.", a, a)
    sds = np.sqrt(np.diag(matrix))
    for a, b in combinations(range(len(sds)), 2):
        here, there, most = matrix[a, b], matrix[b, a], sds[a] * sds[b]
        rows = pair(a, b, columns)
        if abs(here - there) > 1e-9 * most:
            flaw = f"is not symmetric: it has {brief(here)} and {brief(there)} for {rows}."
            raise refuse(flaw, "Write the same number in both places.", a, b)
        if abs(here) >= most:
            flaw = f"is not positive definite: it has {brief(here)} for {rows}."
            remedy = f"Their variances leave room between {brief(-most)} and {brief(most)}."
            raise refuse(flaw, remedy, a, b)
    if is_singular(matrix):
        flaw = "is not positive definite: its correlations contradict one another."
        raise refuse(flaw, "Move the numbers off the diagonal nearer to zero.")
