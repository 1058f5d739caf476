"""Many starts, and an account of every maximum they lead to.

A mixture's likelihood has many local maxima, and EM finds the one above its start. So: a short
run from each of several starts; the promising ones carried on to convergence by accelerated
steps; every run kept; the distinct maxima listed, the spurious ones (see ``spurious``) set
aside where a better founded one was found. (Short runs: Biernacki, Celeux and Govaert 2003,
doi:10.1016/S0167-9473(02)00163-9.)
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from emkit import squarem
from emkit.collapse import Loop, surviving
from emkit.maxima import Maximum, Run, best_of, maxima_of
from emkit.trace import Status, Step
from emkit.words import brief, count_of
from emkit.work import mapped

# What the best is chosen from: so many of the short runs at least are carried on.
CARRIED = 4

# A short run ends after so many iterations, if its own limits do not end it before.
SHORT = 30

# Carried runs end where so little is left to gain, in nats, or after so many iterations.
WITHIN = 1e-8
LONG = 1000


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


def search(
    loop: Loop,
    model: Any,
    data: Any,
    starts: Sequence[Way],
    *,
    on_collapse: str = "stop",
    n: float,
    tol: float,
    max_iter: int,
    within: float | None = None,
    scouts: Any = None,
) -> Generator[Progress, None, Search]:
    """Try all starts; return the best that is not spurious, and what else was found.

    Args:
        loop: how the short runs go, ``engine.iterate`` or ``squarem.iterate``.
        model, data: what is fitted to what.
        starts: the name of each start and a function that computes its parameters.
        on_collapse: what a collapsing run does (see ``collapse``).
        n: the total weight of the data.
        tol, max_iter: of the short runs, which make no more than 30 iterations anyway.
        within: what may be left to gain at the end of those carried on, in nats (1e-8).
        scouts: some of the data for the short runs, where all would take long; the traces of
            those carried on then begin anew with all of it.

    Yields:
        Progress at every step, so that whoever asks can do so in slices or stop.
    """
    within = WITHIN if within is None else within
    scouts = data if scouts is None else scouts
    short = {"n": scouts.total_weight, "tol": tol, "max_iter": min(SHORT, max_iter)}
    runs: list[Run] = []
    for i, (strategy, begin) in enumerate(starts):
        steps = surviving(loop, model, scouts, begin(), on_collapse, **short)
        trace, outcome = yield from followed(steps, "short runs", i + 1, len(starts))
        runs.append(Run(strategy, outcome.model, trace, outcome.notices))
    order = sorted(range(len(runs)), key=lambda i: -runs[i].promise)
    wanted = max(CARRIED, -(-len(runs) // 3))
    for place, i in enumerate(order):
        if not runs[i].is_sound or (place >= wanted and any(_clean(runs, n))):
            continue
        before = runs[i].steps if scouts is data else ()
        steps = _carried(runs[i], before, data, n, within)
        further, _ = yield from followed(steps, "carrying on", place + 1, wanted)
        runs[i] = replace(runs[i], steps=before[:-1] + further, carried=True)
    maxima = maxima_of(runs, n)
    best = best_of(maxima, runs)
    notices = [*best.notices, *_account(runs, maxima, within)]
    if scouts is not data:
        notices.append(f"The short runs saw {scouts.n:,} of the {data.n:,} rows, drawn at random.")
    return Search(best, tuple(runs), maxima, tuple(notices))


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


def _carried(
    run: Run, before: tuple[Step[Any], ...], data: Any, n: float, within: float
) -> Generator[Step[Any], None, None]:
    """The accelerated steps from where a short run ended, which is the first of them.

    They are numbered on from the steps ``before`` that were made with the same data.
    """
    first, spent, gain = 0, 0, math.nan
    if before:
        first, spent, gain = before[-1].iteration, before[-1].e_steps, before[-1].gain
    limits = {"n": n, "within": within, "max_iter": first + LONG}
    for step in squarem.iterate(run.model, data, run.params, first=first, **limits):
        gain = step.gain if step.iteration > first else gain
        yield replace(step, gain=gain, e_steps=spent + step.e_steps)


def _clean(runs: list[Run], n: float) -> Iterator[bool]:
    return (not maximum.doubts for maximum in maxima_of(runs, n))


def _account(runs: list[Run], maxima: tuple[Maximum, ...], within: float) -> Iterator[str]:
    """What was found and what was set aside, as sentences."""
    carried = sum(run.carried for run in runs)
    if maxima:
        yield (
            f"Of {count_of(len(runs), 'start')} the best {carried} were carried on by accelerated "
            f"iterations until no more than {brief(within)} was left to gain, and reached "
            f"{count_of(len(maxima), 'distinct maximum', 'distinct maxima')}."
        )
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
