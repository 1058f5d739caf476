"""Start parameters that a person gives, checked one by one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.data.observations import LARGEST
from emkit.errors import StartError, check_name
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats
from emkit.starts.cells import NAMES, grid, numbers, variable, where_is
from emkit.starts.spreads import spreads
from emkit.words import brief

# Weights that miss one by less than this were meant to sum to one.
ROUNDED_WEIGHTS = 1e-9

# Percentages and counts are divided by their sum; more than this is a slip of the keyboard.
LARGEST_WEIGHT = 1e12


@dataclass(frozen=True, eq=False)
class Start:
    """Start parameters, and what was changed in them or deserves a warning, as sentences."""

    params: GaussianParams
    notices: tuple[str, ...] = ()


def given(
    model: GaussianMixtureModel, start: Mapping[str, Any], columns: Sequence[str] | None = None
) -> Start:
    """Start parameters as a person states them.

    Args:
        model: what will be fitted.
        start: ``weights`` (k,) (equal when left out), ``means`` (k, d), and either
            ``standard_deviations``, (k,) or (k, d), or ``covariances``, (k, d, d) or in the
            shape and unit of the model's structure.
        columns: the names of the variables, for errors.

    Returns:
        The start. Weights that do not sum to one are divided by their sum, and where the model
        has equal weights others are replaced by these; each with a notice.

    Raises:
        StartError: naming the field, the component and the variable at fault.

    >>> model = GaussianMixtureModel(2, np.array([1.0]), "full", np.array([0.0]))
    >>> start = given(model, {"weights": [1, 3], "means": [0, 1], "standard_deviations": [1, 1]})
    >>> start.params.weights, start.notices
    (array([0.25, 0.75]), ('The weights summed to 4, so each was divided by that.',))
    """
    for key in start:
        check_name(key, NAMES, "start parameter")
    weights, notices = _weights(start.get("weights"), model.components)
    if model.equal_weights:
        weights, notices = _equal(weights)
    means = _means(start.get("means"), model.components, model.d, columns)
    covariances, changes = spreads(model, start, columns)
    params = model.params(weights, means, covariances)
    return Start(params, (*notices, *changes, *_twins(params)))


def _weights(given_weights: Any, k: int) -> tuple[Floats, list[str]]:
    if given_weights is None:
        return np.full(k, 1.0 / k), []
    weights = numbers(given_weights, "weights", k)
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


def _means(given_means: Any, k: int, d: int, columns: Sequence[str] | None) -> Floats:
    if d == 1 and np.ndim(given_means) <= 1:
        means = numbers(given_means, "means", k)[:, None]
    else:
        means = grid(given_means, "means", (k, d), columns)
    for place, mean in np.ndenumerate(means):
        if not abs(mean) < LARGEST:
            of = f" of {variable(place[1], columns)}" if d > 1 else ""
            raise StartError(
                f"Mean {place[0] + 1}{of} is {brief(mean)}, too large to be squared.",
                where={"field": "means", **where_is(place if d > 1 else place[:1])},
                remedy="Write a number that lies among the data.",
            )
    return means


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
