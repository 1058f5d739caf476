"""Many starts, and an account of every maximum they lead to.

A mixture's likelihood has many local maxima, and EM finds the one above its start. So: a short
run from each of several starts; the promising ones carried on, as a rule by accelerated steps
until next to nothing is left to gain; every run kept; the distinct maxima listed, the spurious
ones (see ``spurious``) set aside where a better founded one was found. (Short runs: Biernacki,
Celeux and Govaert 2003, doi:10.1016/S0167-9473(02)00163-9.)

Where there are many rows, scouts make the short runs: a sample of the rows, from which a good
start for all of them is found soon. Then a run on all rows begins where a scouts' run ended, and
that is step 0 of its trace. Parameters that were given are run on all rows from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from emkit import squarem
from emkit.collapse import Loop, Outcome, surviving
from emkit.maxima import Maximum, Run, best_of, maxima_of
from emkit.trace import Status, Step
from emkit.words import brief, count_of
from emkit.work import Stopped, mapped

# What the best is chosen from: so many of the short runs at least are carried on.
CARRIED = 4

# A short run ends after so many iterations, if its own limits do not end it before.
SHORT = 30

# Runs without limits of their own end where so little is left to gain, in nats, or after so
# many iterations.
WITHIN = 1e-8
LONG = 1000

# Starts that are parameters somebody has in mind, and so begin on all rows.
STATED = ("given", "smaller fit")

Way = tuple[str, Callable[[], Any]]  # the name of a start, and what computes its parameters


@dataclass(frozen=True)
class Progress:
    """How far a search is.

    Attributes:
        phase: "short runs" or "carrying on".
        run: which run it is in, from 1.
        runs: of how many in this phase.
        iteration: of that run.
        log_likelihood: where that run stands.
    """

    phase: str
    run: int
    runs: int
    iteration: int
    log_likelihood: float


@dataclass(frozen=True, eq=False)
class Search:
    """What several starts led to.

    Attributes:
        best: the run that reached the best maximum that is not spurious.
        runs: all of them, in the order of their starts.
        maxima: the distinct ones, the highest first.
        notices: what a person should know, as sentences.
    """

    best: Run
    runs: tuple[Run, ...]
    maxima: tuple[Maximum, ...]
    notices: tuple[str, ...]


class SearchStopped(Stopped):
    """A search that was broken off.

    Attributes:
        search: what it had found.
    """

    def __init__(self, search: Search) -> None:
        super().__init__()
        self.search = search


@dataclass(frozen=True)
class Pace:
    """In what steps a run goes, and how far.

    Attributes:
        loop: ``engine.iterate`` or ``squarem.iterate``.
        tol, max_iter, within: its limits.
    """

    loop: Loop
    tol: float = 1e-6
    max_iter: int = LONG
    within: float | None = None

    def run(
        self, model: Any, data: Any, start: Any, on_collapse: str, so_far: Sequence[Step[Any]] = ()
    ) -> Generator[Step[Any], None, Outcome]:
        """The steps of a run at this pace, or of what is left of one (see ``collapse``)."""
        limits = {"tol": self.tol, "max_iter": self.max_iter, "within": self.within}
        n = data.total_weight
        return surviving(self.loop, model, data, start, on_collapse, so_far, n=n, **limits)

    def has_ended(self, run: Run, before: Pace) -> bool:
        """Whether a run at the pace ``before`` is also at the end of one at this pace."""
        same = replace(before, max_iter=self.max_iter) == self
        converged = same and run.status is Status.CONVERGED
        return converged or run.steps[-1].iteration >= self.max_iter


def search(
    model: Any,
    data: Any,
    starts: Sequence[Way],
    *,
    short: Pace,
    long: Pace,
    on_collapse: str = "stop",
    scouts: Any = None,
) -> Generator[Progress, None, Search]:
    """Try all starts; return the best that is not spurious, and what else was found.

    Args:
        model, data: what is fitted to what.
        starts: the name of each start and a function that computes its parameters.
        short: the pace of the short runs.
        long: the pace of those carried on; its ``max_iter`` counts all iterations on all rows.
        on_collapse: what a collapsing run does (see ``collapse``).
        scouts: some of the data for the short runs, where all would take long.

    Yields:
        Progress at every step, so that whoever asks can do so in slices or stop.

    Raises:
        SearchStopped: ``Stopped`` was thrown in; it knows what had been found.
    """
    plan = _Plan(model, data, short, long, on_collapse, scouts)
    runs: list[Run] = []
    try:
        yield from plan.explored(starts, runs)
        yield from plan.carried_on(runs)
    except Stopped:
        if runs:
            raise SearchStopped(plan.found(runs)) from None
        raise
    return plan.found(runs)


@dataclass(frozen=True, eq=False)
class _Plan:
    """What all runs of a search have in common."""

    model: Any
    data: Any
    short: Pace
    long: Pace
    on_collapse: str
    scouts: Any

    def explored(self, starts: Sequence[Way], runs: list[Run]) -> Generator[Progress, None, None]:
        """Add a short run from each start to ``runs``."""
        for i, (strategy, begin) in enumerate(starts):
            stated = self.scouts is None or strategy in STATED
            rows = self.data if stated else self.scouts
            run = yield from self._short_run(strategy, rows, begin(), i + 1, len(starts))
            runs.append(run)
            _end_if_stopped(run)
        if not any(run.is_sound for run in runs):
            yield from self._repeat_the_best(runs)

    def carried_on(self, runs: list[Run]) -> Generator[Progress, None, None]:
        """Carry on the promising ones among ``runs``."""
        order = sorted(range(len(runs)), key=lambda i: -runs[i].promise)
        wanted = max(CARRIED, -(-len(runs) // 3))
        for place, i in enumerate(order, start=1):
            if not runs[i].is_sound or (place > wanted and any(self._clean(runs))):
                continue
            if runs[i].data is not self.data or not self.long.has_ended(runs[i], self.short):
                runs[i] = yield from self._carrying(runs[i], place, max(wanted, place))
                _end_if_stopped(runs[i])
            runs[i] = replace(runs[i], carried=True)

    def found(self, runs: list[Run]) -> Search:
        """What these runs amount to."""
        maxima = maxima_of(runs, self.data.total_weight)
        best = best_of(maxima, runs, self.data)
        notices = [*best.notices, *_account(runs, maxima, self.long)]
        if self.scouts is not None:
            notices.append(_scouted(self.scouts.n, self.data.n))
        return Search(best, tuple(runs), maxima, tuple(notices))

    def _short_run(
        self, strategy: str, rows: Any, start: Any, place: int, places: int
    ) -> Generator[Progress, None, Run]:
        steps = self.short.run(self.model, rows, start, self.on_collapse)
        trace, outcome = yield from followed(steps, "short runs", place, places)
        return Run(strategy, outcome.model, trace, rows, outcome.notices)

    def _repeat_the_best(self, runs: list[Run]) -> Generator[Progress, None, None]:
        """Where all runs of scouts collapsed: the best of them again, on all rows."""
        if any(run.data is self.data for run in runs):
            return
        i = max(range(len(runs)), key=lambda i: runs[i].log_likelihood)
        start, strategy = runs[i].steps[0].params, runs[i].strategy
        runs[i] = yield from self._short_run(strategy, self.data, start, i + 1, len(runs))
        _end_if_stopped(runs[i])

    def _carrying(self, run: Run, place: int, places: int) -> Generator[Progress, None, Run]:
        """A short run carried on, its steps numbered on if they are made with the same rows."""
        so_far = run.steps if run.data is self.data else ()
        steps = self.long.run(run.model, self.data, run.params, self.on_collapse, so_far)
        further, outcome = yield from followed(steps, "carrying on", place, places)
        whole, notices = (*so_far[:-1], *further), (*run.notices, *outcome.notices)
        return replace(run, model=outcome.model, steps=whole, data=self.data, notices=notices)

    def _clean(self, runs: list[Run]) -> Iterator[bool]:
        return (not maximum.doubts for maximum in maxima_of(runs, self.data.total_weight))


def _end_if_stopped(run: Run) -> None:
    """A run that was broken off on request is the last one of its search."""
    if run.status is Status.RUNNING:
        raise Stopped


def followed(
    steps: Generator[Step[Any], None, Any], phase: str, run: int, runs: int
) -> Generator[Progress, None, tuple[tuple[Step[Any], ...], Any]]:
    """Pass on progress; return the steps and what their generator returned."""
    trace: list[Step[Any]] = []

    def told(step: Step[Any]) -> Progress:
        trace.append(step)
        return Progress(phase, run, runs, step.iteration, step.log_likelihood)

    outcome = yield from mapped(steps, told)
    return tuple(trace), outcome


def _account(runs: list[Run], maxima: tuple[Maximum, ...], long: Pace) -> Iterator[str]:
    """What was found and what was set aside, as sentences."""
    carried = [run for run in runs if run.carried]
    if maxima:
        yield (
            f"Of {count_of(len(runs), 'start')} the best {len(carried)} were carried on by "
            f"{_how_far(long)}, and reached "
            f"{count_of(len(maxima), 'distinct maximum', 'distinct maxima')}."
        )
    cut = sum(run.status is Status.ITERATION_LIMIT for run in carried)
    if cut:
        limit = count_of(long.max_iter, "iteration")
        yield f"{cut} of these {len(carried)} had not arrived after {limit}, which is the limit."
    collapsed = sum(run.status is Status.COLLAPSED for run in runs)
    if collapsed:
        were = "was" if collapsed == 1 else "were"
        yield f"{count_of(collapsed, 'run')} of {len(runs)} collapsed and {were} set aside."
    for maximum in maxima:
        if maximum.spurious:
            yield (
                f"A maximum of log-likelihood {maximum.log_likelihood:.6f}, found "
                f"{count_of(maximum.found, 'time')}, was set aside as spurious: {maximum.why}."
            )


def _how_far(long: Pace) -> str:
    steps = "accelerated iterations" if long.loop is squarem.iterate else "iterations"
    if long.within is not None:
        return f"{steps} until no more than {brief(long.within)} was left to gain"
    if long.tol > 0.0:
        return f"{steps} until one gained less than {brief(long.tol)} per observation"
    return f"{count_of(long.max_iter, steps[:-1])}"


def _scouted(some: int, all_rows: int) -> str:
    return (
        f"The short runs saw {some:,} of the {all_rows:,} rows, drawn at random; where one of them "
        "ended is the start of the run on all rows."
    )
