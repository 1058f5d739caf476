"""Start parameters that a person gives, checked one by one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.covariance import is_singular, structure
from emkit.data.observations import LARGEST, SMALLEST_SPREAD
from emkit.errors import StartError, check_name
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats, as_float
from emkit.words import brief, count_of

# Weights that miss one by less than this were meant to sum to one.
ROUNDED_WEIGHTS = 1e-9

# Percentages and counts are divided by their sum; more than this is a slip of the keyboard.
LARGEST_WEIGHT = 1e12

# What a person reads in an error for each key of a start.
NAMES = {"weights": "Weight", "means": "Mean", "standard_deviations": "Standard deviation"}


@dataclass(frozen=True, eq=False)
class Start:
    """Start parameters, and what was changed in them or deserves a warning, as sentences."""

    params: GaussianParams
    notices: tuple[str, ...] = ()


def given(model: GaussianMixtureModel, start: Mapping[str, Any]) -> Start:
    """Start parameters as a person states them.

    Args:
        model: what will be fitted.
        start: ``weights`` (k,) (equal when left out), ``means`` (k, d), and either
            ``standard_deviations`` (k,) for one variable or ``covariances``, (k, d, d) or in the
            shape of the model's structure.

    Returns:
        The start. Weights that do not sum to one are divided by their sum, and where the model
        has equal weights others are replaced by these; each with a notice.

    Raises:
        StartError: naming the field and the component at fault.

    >>> model = GaussianMixtureModel(2, np.array([1.0]), "full", np.array([0.0]))
    >>> start = given(model, {"weights": [1, 3], "means": [0, 1], "standard_deviations": [1, 1]})
    >>> start.params.weights, start.notices
    (array([0.25, 0.75]), ('The weights summed to 4, so each was divided by that.',))
    """
    for key in start:
        check_name(key, [*NAMES, "covariances"], "start parameter")
    _require_one_spread(start)
    weights, notices = _weights(start.get("weights"), model.components)
    if model.equal_weights:
        weights, notices = _equal(weights)
    means = _means(start.get("means"), model.components, model.d)
    if start.get("covariances") is not None:
        covariances, changes = _covariances(start["covariances"], model)
        notices += changes
    else:
        covariances = _from_standard_deviations(start.get("standard_deviations"), model)
    params = GaussianParams(weights, means, covariances, model.covariance)
    return Start(params, tuple(notices + _twins(params)))


def _weights(given_weights: Any, k: int) -> tuple[Floats, list[str]]:
    if given_weights is None:
        return np.full(k, 1.0 / k), []
    weights = _numbers(given_weights, "weights", k)
    for j, weight in enumerate(weights):
        if 0.0 < weight <= LARGEST_WEIGHT:
            continue
        need = "every component needs a weight above zero" if weight <= 0.0 else "1 is all there is"
        raise StartError(
            f"Weight {j + 1} is {brief(weight)}, but {need}.",
            where={"field": "weights", "component": j + 1},
            remedy="Write a number between 0 and 1; the weights should sum to 1.",
        )
    total = math.fsum(weights)
    if abs(total - 1.0) <= ROUNDED_WEIGHTS:
        return weights / total, []
    return weights / total, [
        f"The weights summed to {brief(total, 10)}, so each was divided by that."
    ]


def _equal(weights: Floats) -> tuple[Floats, list[str]]:
    """Weights of 1/k each, and what to say where others were given."""
    k = len(weights)
    equal = np.full(k, 1.0 / k)
    if (np.abs(weights - equal) <= ROUNDED_WEIGHTS).all():
        return equal, []
    return equal, [f"The weights were replaced by 1/{k} each, since they are fixed to be equal."]


def _require_one_spread(start: Mapping[str, Any]) -> None:
    """Refuse spreads given twice, of which one would have to be ignored."""
    if all(start.get(key) is not None for key in ("standard_deviations", "covariances")):
        raise StartError(
            "The start has standard deviations and also covariances.",
            where={"field": "covariances"},
            remedy="Give one of the two.",
        )


def _means(given_means: Any, k: int, d: int) -> Floats:
    if d == 1 and np.ndim(given_means) <= 1:
        means = _numbers(given_means, "means", k)[:, None]
    else:
        means = _array(given_means)
    if means.shape != (k, d) or not np.isfinite(means).all():
        raise StartError(
            f"The start means must be {count_of(k, 'row')} of {count_of(d, 'finite number')}.",
            where={"field": "means"},
            remedy=f"Give an array of shape ({k}, {d}).",
        )
    for j, mean in enumerate(means):
        if not (np.abs(mean) < LARGEST).all():
            raise StartError(
                f"Mean {j + 1} is {brief(np.abs(mean).max())}, too large to be squared.",
                where={"field": "means", "component": j + 1},
                remedy="Write a number that lies among the data.",
            )
    return means


def _from_standard_deviations(given_spreads: Any, model: GaussianMixtureModel) -> Floats:
    k = model.components
    spreads = _numbers(given_spreads, "standard_deviations", k)
    for j, spread in enumerate(spreads):
        if SMALLEST_SPREAD < spread < LARGEST:
            continue
        size = "large" if spread > 1.0 else "small"
        flaw = "and a spread must be greater than zero" if spread <= 0.0 else f"too {size}"
        raise StartError(
            f"Standard deviation {j + 1} is {brief(spread)}, {flaw}.",
            where={"field": "standard_deviations", "component": j + 1},
            remedy=f"Write a positive number, for example {brief(_typical(model), 3)}.",
        )
    matrices = (spreads**2)[:, None, None] * np.eye(model.d)
    return structure(model.covariance).from_full(matrices)


def _typical(model: GaussianMixtureModel) -> float:
    return float(model.spread.mean()) / model.components


def _covariances(given_covariances: Any, model: GaussianMixtureModel) -> tuple[Floats, list[str]]:
    k, d, kind = model.components, model.d, structure(model.covariance)
    covariances = _array(given_covariances)
    if covariances.shape == kind.shape(k, d):
        matrices = kind.full(covariances, k, d)
    elif covariances.shape == (k, d, d):
        matrices, covariances = covariances, kind.from_full(covariances)
    else:
        shapes = " or ".join(dict.fromkeys(map(str, (kind.shape(k, d), (k, d, d)))))
        raise StartError(
            f"The start covariances have the shape {covariances.shape}.",
            where={"field": "covariances"},
            remedy=f"Give an array of shape {shapes}.",
        )
    for j, matrix in enumerate(matrices):
        if is_singular(matrix) or not _is_symmetric(matrix) or _vanishes(matrix):
            raise StartError(
                f"Covariance {j + 1} is not symmetric and positive definite.",
                where={"field": "covariances", "component": j + 1},
                remedy="Give a covariance matrix, such as a diagonal one of variances.",
            )
    if np.allclose(kind.full(covariances, k, d), matrices, rtol=1e-9, atol=0.0):
        return covariances, []
    return covariances, [
        f"The start covariances were replaced by the nearest ones of the structure “{kind.name}”."
    ]


def _is_symmetric(matrix: Floats) -> bool:
    scale = np.sqrt(np.abs(np.diag(matrix)))
    return bool((np.abs(matrix - matrix.T) <= 1e-9 * scale * scale[:, None]).all())


def _vanishes(matrix: Floats) -> bool:
    return bool((np.diag(matrix) < SMALLEST_SPREAD**2).any())


def _array(values: Any) -> Floats:
    """An array of doubles, empty where there is none to be made."""
    try:
        return np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        return np.empty(0)


def _numbers(values: Any, field: str, k: int) -> Floats:
    """k finite numbers, or an error that names the one at fault."""
    name = NAMES[field]
    entries = [] if values is None else list(np.atleast_1d(np.asarray(values, dtype=object)))
    if len(entries) != k:
        raise StartError(
            f"The start has {count_of(len(entries), name.lower())} for {count_of(k, 'component')}.",
            where={"field": field},
            remedy="Give one for each component.",
        )
    numbers = [as_float(entry) for entry in entries]
    for j, (entry, number) in enumerate(zip(entries, numbers, strict=True)):
        if number is None or not math.isfinite(number):
            stated = "empty" if entry in ("", None) else f"{entry}, not a finite number"
            raise StartError(
                f"{name} {j + 1} is {stated}.",
                where={"field": field, "component": j + 1},
                remedy="Write a number there.",
            )
    return np.array(numbers, dtype=np.float64)


def _twins(params: GaussianParams) -> list[str]:
    """A warning for components that start at the same place."""
    matrices = params.full_covariances()
    for j in range(len(params.weights)):
        for i in range(j):
            if not np.array_equal(params.means[i], params.means[j]):
                continue
            pair = f"Components {i + 1} and {j + 1} start with equal means"
            if np.array_equal(matrices[i], matrices[j]):
                return [
                    f"{pair} and equal spreads, so they will stay identical: EM has nothing to "
                    "tell them apart by. Change one of the means."
                ]
            return [
                f"{pair}, so only their spreads tell them apart. Different means usually lead to "
                "a better fit."
            ]
    return []
