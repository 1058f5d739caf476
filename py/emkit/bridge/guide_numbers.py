"""The numbers of the guide, computed and not typed.

``python -m emkit.bridge.guide_numbers`` prints them by name. The guide's text holds the names, as
in ``<data data-number="ten.1.mean.2">``, and the build puts the numbers in their places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

import emkit
from emkit.bridge.guide_figure import bound_figure
from emkit.bridge.task import to_json
from emkit.clusters import cluster
from emkit.data.datasets import faithful
from emkit.families.gaussian import GaussianParams
from emkit.trace import Fit
from emkit.worked import expectation, maximisation

Numbers = Iterator[tuple[str, float]]

TEN = (1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4)
TEN_START = {"weights": [0.5, 0.5], "means": [2, 3], "standard_deviations": [1, 1]}
ITERATIONS_SHOWN = 5

# As high as a value's largest share must be for it to count as sure of its component.
SURE = 0.9


def guide_numbers() -> dict[str, float]:
    """Every number of the guide by its name; see ``guide_shapes`` for its drawing.

    >>> numbers = guide_numbers()
    >>> round(numbers["ten.end.mean.1"], 6), round(numbers["faithful.log_likelihood"], 3)
    (1.2, -1034.002)
    """
    return {**dict(_ten()), **dict(_waiting())}


def guide_shapes() -> dict[str, str]:
    """The drawing of the guide: the example by hand seen along its second mean."""
    fit = emkit.fit(TEN, start=TEN_START, max_iter=1)
    return bound_figure(fit.model, fit.steps[0].params, fit.data)


def _ten() -> Numbers:
    """The example by hand: one iteration in full, the next in brief, and the end."""
    fit = emkit.fit(TEN, start=TEN_START)
    for row, value in enumerate(TEN, 1):
        yield f"ten.x.{row}", value
    yield from _first_iteration(fit)
    for step in fit.steps[: ITERATIONS_SHOWN + 1]:
        yield from _parameters(f"ten.{step.iteration}", step.params)
        yield f"ten.{step.iteration}.log_likelihood", step.log_likelihood
        if step.iteration:
            yield f"ten.gain.{step.iteration}", step.gain
    yield from _parameters("ten.end", fit.params)
    yield "ten.end.iterations", fit.iterations


def _first_iteration(fit: Fit[GaussianParams]) -> Numbers:
    start = fit.steps[0].params
    shares = expectation(fit.model, start, fit.data.x)
    moved = maximisation(fit.model, start, fit.data)
    for name, table in (
        ("density", shares.densities),
        ("weighted", shares.weighted),
        ("share", shares.responsibilities),
    ):
        for (row, component), value in np.ndenumerate(table):
            yield f"ten.1.{name}.{row + 1}.{component + 1}", float(value)
    yield from _numbered("ten.1.sum", shares.sums)
    yield from _numbered("ten.1.count", moved.counts)
    yield from _numbered("ten.1.total", moved.sums)
    yield from _numbered("ten.1.square", moved.squares)
    yield from _numbered("ten.1.variance", moved.params.covariances)


def _waiting() -> Numbers:
    """The default sample: its fit, its criteria, and k-means beside it."""
    waiting = faithful()[:, 1]
    rows = emkit.compare(waiting, components=range(1, 4)).rows
    fit = rows[1].fit
    yield from _parameters("faithful", fit.params)
    yield "faithful.log_likelihood", fit.log_likelihood
    yield "faithful.in_hours", fit.log_likelihood + len(waiting) * float(np.log(60.0))
    yield "faithful.unsure", float((fit.responsibilities().max(axis=1) < SURE).sum())
    yield "faithful.em.border", _border(fit)
    yield "faithful.kmeans.border", float(cluster(waiting, 2).means.mean())
    for row in rows:
        yield f"faithful.bic.{row.components}", row.bic


def _border(fit: Fit[GaussianParams]) -> float:
    """Where between its two means a mixture is in two minds, by bisection."""
    low, high = sorted(fit.params.means.ravel())
    first = int(fit.params.means.argmin())
    for _ in range(60):
        middle = (low + high) / 2
        if fit.responsibilities([middle])[0, first] > 0.5:
            low = middle
        else:
            high = middle
    return float(low)


def _parameters(name: str, params: GaussianParams) -> Numbers:
    yield from _numbered(f"{name}.weight", params.weights)
    yield from _numbered(f"{name}.mean", params.means)
    yield from _numbered(f"{name}.sd", params.standard_deviations)


def _numbered(name: str, values: Any) -> Numbers:
    for number, value in enumerate(np.ravel(values), 1):
        yield f"{name}.{number}", float(value)


if __name__ == "__main__":
    print(to_json({**guide_numbers(), **guide_shapes()}))
