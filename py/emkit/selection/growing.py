"""The larger of two nested mixtures, fitted so that it is never the worse one."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from emkit.fits import searching
from emkit.maxima import Run
from emkit.options import Options
from emkit.problem import Problem
from emkit.restarts import Progress, Way
from emkit.spurious import doubts
from emkit.starts.splits import split, twin
from emkit.trace import Fit

# The twin of a fit has the same log-likelihood, but for rounding; relative.
ROUNDING = 1e-12


def grown(problem: Problem, smaller: Fit[Any]) -> list[Way]:
    """Starts for ``problem`` from a fit with one component fewer: each component cut in two.

    The last is the smaller fit itself, its heaviest component doubled: it has the same density,
    so some run of a search among these starts never ends below the smaller fit. (With weights
    fixed at 1/k the smaller mixture is no special case of the larger, and there is no such
    start.)
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
    """A search among the usual starts, and those grown from the smaller fit where there is one.

    Where all that is as likely as the smaller fit was set aside as spurious, so that the search
    chose something less likely, the least doubtful of it is returned all the same, with a notice.
    """
    if smaller is None or len(smaller.params.weights) + 1 != problem.base.components:
        return (yield from searching(problem, None, options))
    fit = yield from searching(problem, None, options, grown(problem, smaller))
    run = no_less_likely(fit, fit.runs, problem.data, smaller.log_likelihood)
    if run is fit:
        return fit
    instead = replace(fit, model=run.model, steps=run.steps)
    notices = [*run.notices, *fit.notices, _kept(run, problem.data.total_weight)]
    return replace(instead, notices=tuple(notices))


def no_less_likely(best: Any, runs: Sequence[Run], data: Any, level: float) -> Any:
    """The best of a search if it reaches a log-likelihood; else the least doubtful run that does.

    Among equally doubtful ones it is the highest; where none reaches it, the best all the same.
    """
    if _reaches(best.log_likelihood, level):
        return best
    n = data.total_weight
    reached = [
        run
        for run in runs
        if run.data is data and run.is_sound and _reaches(run.log_likelihood, level)
    ]
    return min(
        reached, key=lambda run: (len(doubts(run.params, n)), -run.log_likelihood), default=best
    )


def _reaches(log_likelihood: float, level: float) -> bool:
    return log_likelihood >= level - ROUNDING * abs(level)


def _kept(run: Run, n: float) -> str:
    why = "; ".join(doubt.reason for doubt in doubts(run.params, n))
    spite = f" in spite of a doubt: {why}" if why else ""
    return f"Whatever else was found is less likely than one component fewer; this was kept{spite}."
