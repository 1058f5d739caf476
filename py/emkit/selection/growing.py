"""The larger of two nested mixtures, fitted so that it is never the worse one."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from emkit.fits import searching
from emkit.options import Options
from emkit.problem import Problem
from emkit.restarts import Progress, Way
from emkit.starts.splits import split, twin
from emkit.trace import Fit


def grown(problem: Problem, smaller: Fit[Any]) -> list[Way]:
    """Starts for ``problem`` from a fit with one component fewer: each component cut in two.

    The last is the smaller fit itself, its heaviest component doubled: it has the same density,
    so a search among these starts never ends below the smaller fit. (With weights fixed at 1/k
    the smaller mixture is no special case of the larger, and there is no such start.)
    """
    params, base = smaller.params, problem.base
    ways: list[Way] = [
        ("split", lambda j=j: split(base, params, j)) for j in range(len(params.weights))
    ]
    if not base.equal_weights:
        ways.append(("smaller fit", lambda: twin(params)))
    return ways


def fitting_grown(
    problem: Problem, smaller: Fit[Any] | None, options: Options
) -> Generator[Progress, None, Fit[Any]]:
    """A search among the usual starts, and those grown from the smaller fit where there is one."""
    grows = smaller is not None and len(smaller.params.weights) + 1 == problem.base.components
    further = grown(problem, smaller) if grows and smaller else []
    return (yield from searching(problem, None, options, further))
