"""One fit as a piece of work: a search among starts, or a single run; done in slices."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any, Unpack

from emkit import engine, squarem, starts
from emkit.collapse import Loop, Outcome, surviving
from emkit.families.gaussian import GaussianParams
from emkit.options import Given, Options
from emkit.problem import Problem, name_of, number_of_starts
from emkit.restarts import (
    LONG,
    SHORT,
    WITHIN,
    Pace,
    Progress,
    Search,
    SearchStopped,
    Way,
    followed,
    search,
)
from emkit.trace import Fit, Status, Step
from emkit.words import count_of

# What the exported result says of every run; the other options only where they were changed.
ALWAYS = ("tol", "max_iter", "reg_covar", "seed")


def fitting(
    x: Any,
    components: int = 2,
    covariance: str = "full",
    start: Mapping[str, Any] | str | None = None,
    *,
    sample_weight: Any = None,
    **options: Unpack[Given],
) -> Generator[Progress, None, Fit[GaussianParams]]:
    """``emkit.fit`` as a generator: it yields ``Progress`` at every step and returns the fit.

    Whoever asks can show how far it is and work in slices. ``Stopped`` (see ``emkit.work``)
    thrown in ends it with the best that was found so far, if there is anything yet.

    >>> work = fitting([1.0, 1.1, 1.2, 4.6, 4.8, 5.0], restarts=3)
    >>> next(work).phase
    'short runs'
    """
    checked = Options.checked(**options)
    problem = Problem.of(x, components, covariance, checked, sample_weight)
    if number_of_starts(start, checked) > 1:
        try:
            return (yield from searching(problem, start, checked))
        except SearchStopped as end:
            return _so_far(problem, start, checked, end.search)
    begun = problem.start(start, checked.seed)
    steps, outcome = yield from followed(single(problem, begun, checked), "run", 1, 1)
    notices = [*begun.notices, *outcome.notices]
    said = settings(checked, start)
    return Fit.of(outcome.model, problem.data, steps, said, notices)


def searching(
    problem: Problem,
    start: Mapping[str, Any] | str | None,
    options: Options,
    further: Sequence[Way] = (),
) -> Generator[Progress, None, Fit[GaussianParams]]:
    """The fit of a search among several starts, and among ``further`` ones.

    Raises:
        SearchStopped: ``Stopped`` was thrown in.
    """
    scouts = problem.scouts(options.seed)
    found = yield from search(
        problem.model,
        problem.data,
        [*problem.plan(start, options, scouts), *further],
        short=short_pace(options),
        long=long_pace(options),
        on_collapse=options.on_collapse,
        scouts=None if scouts is problem else scouts.data,
    )
    return _best_of(problem, start, options, found)


def _best_of(
    problem: Problem, start: Mapping[str, Any] | str | None, options: Options, found: Search
) -> Fit[GaussianParams]:
    """The fit of the best run of a search."""
    said, best = settings(options, start), found.best
    given = problem.start(start, options.seed).notices if isinstance(start, Mapping) else ()
    notices = [*given, *found.notices]
    result = Fit.of(best.model, problem.data, best.steps, said, notices)
    return replace(result, runs=found.runs, maxima=found.maxima)


def _so_far(
    problem: Problem, start: Mapping[str, Any] | str | None, options: Options, found: Search
) -> Fit[GaussianParams]:
    """The fit of the best run of a search that was broken off."""
    best = found.best
    if best.data is not problem.data:  # its log-likelihoods are those of a sample of the rows
        on_all = next(engine.iterate(best.model, problem.data, best.params, n=1.0))
        found = replace(found, best=replace(best, steps=(on_all,), data=problem.data))
    fit = _best_of(problem, start, options, found)
    if fit.status in (Status.COLLAPSED, Status.FAILED):
        return fit
    done, planned = len(found.runs), number_of_starts(start, options)
    message = f"The search was stopped on request after {done} of {count_of(planned, 'start')}"
    carried = sum(run.carried for run in found.runs)
    if carried:
        message += f", {carried} of which had been carried on"
    last = replace(fit.last, status=Status.STOPPED, message=f"{message}. This is the best so far.")
    return replace(fit, steps=(*fit.steps[:-1], last))


def loop(options: Options) -> Loop:
    """Plain or accelerated iterations."""
    return squarem.iterate if options.accelerate else engine.iterate


def short_pace(options: Options) -> Pace:
    """How the short runs of a search go."""
    within = options.within if options.limited else None
    return Pace(loop(options), options.tol, min(SHORT, options.max_iter), within)


def long_pace(options: Options) -> Pace:
    """How those go that are carried on: as far as stated, else until nothing is left to gain."""
    if options.limited:
        return Pace(loop(options), options.tol, options.max_iter, options.within)
    within = WITHIN if options.within is None else options.within
    return Pace(squarem.iterate, options.tol, LONG, within)


def settings(options: Options, start: Any) -> dict[str, Any]:
    """The options as the exported result states them: what the run that is reported went by."""
    runs = number_of_starts(start, options)
    if runs > 1:
        long = long_pace(options)
        options = replace(
            options,
            max_iter=long.max_iter,
            within=long.within,
            accelerate=long.loop is squarem.iterate,
        )
    stated = asdict(options)
    usual = {field.name: field.default for field in fields(Options)}
    name = name_of(start) if start is not None or runs > 1 else "quantiles"
    changed = {
        option: value
        for option, value in stated.items()
        if option not in (*ALWAYS, "restarts", "limited") and value != usual[option]
    }
    return {
        **{option: stated[option] for option in ALWAYS},
        "restarts": runs,
        "start": name,
        **changed,
    }


def single(
    problem: Problem, begun: starts.Start, options: Options
) -> Generator[Step[Any], None, Outcome]:
    """The steps of one run, by the limits as they are."""
    return surviving(
        loop(options),
        problem.model,
        problem.data,
        begun.params,
        options.on_collapse,
        n=problem.data.total_weight,
        tol=options.tol,
        max_iter=options.max_iter,
        within=options.within,
    )
