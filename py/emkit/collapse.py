"""What happens when a component collapses: stop, regularise, or drop it, as the caller chooses.

=============== ==================================================================
"stop"          the run ends there, and says so
"regularise"    from there on (0.01 spread)^2 is added to every variance
"drop"          the component is left out, and its weight shared by the others
=============== ==================================================================

After regularising the log-likelihood may fall, where it begins and later: wider variances than
the most likely ones maximise nothing that is the same at every iteration (see ``Model.climbs``).
Nothing of this is silent: see ``Outcome.notices``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from emkit.errors import check_name
from emkit.model import Flaw, Model
from emkit.options import ON_COLLAPSE
from emkit.trace import Status, Step
from emkit.words import brief, count_of
from emkit.work import Stopped

# What is added to variances when a run is rescued, as a fraction of the data's own: no component
# is then narrower than a hundredth of the data.
RESCUE = 1e-4

Loop = Callable[..., Iterator[Step[Any]]]


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a run ended with besides its steps.

    Attributes:
        model: what the last step's parameters belong to; smaller where components were dropped.
        notices: what was done about collapses, as sentences.
        stopped: whether it was broken off on request.
    """

    model: Any
    notices: tuple[str, ...]
    stopped: bool = False


def surviving(
    loop: Loop,
    model: Model[Any, Any],
    data: Any,
    start: Any,
    on_collapse: str,
    so_far: Sequence[Step[Any]] = (),
    **limits: Any,
) -> Generator[Step[Any], None, Outcome]:
    """Run ``loop``, and go on after a collapse in the way chosen.

    Args:
        loop: ``engine.iterate`` or ``squarem.iterate``.
        model, data, start: what it is given, a model that can be ``regularised`` and do
            ``without`` a component.
        on_collapse: "stop", "regularise" or "drop".
        so_far: the steps of a run that is gone on with; the last is made again, and is the first
            one yielded.
        limits: its other arguments; ``max_iter`` counts over all parts of the run.

    Yields:
        The steps of all parts as one trace. ``Stopped`` thrown in ends it there.
    """
    check_name(on_collapse, ON_COLLAPSE, "on_collapse")
    notices: list[str] = []
    first, spent, before = _standing(so_far)
    limit = limits["max_iter"]
    while True:
        rescue, last = None, None
        for step in loop(model, data, start, first=first, **limits):
            gain = step.log_likelihood - before if step.iteration == first else step.gain
            last = replace(step, gain=gain, e_steps=step.e_steps + spent)
            if so_far and last.iteration == so_far[-1].iteration:
                last = replace(last, accelerated=so_far[-1].accelerated)
            if last.iteration < limit:
                rescue = _rescue(model, data, last, on_collapse)
            if rescue:
                last = replace(last, status=Status.RUNNING, message=Status.RUNNING.value)
            try:
                yield last
            except Stopped:
                return Outcome(model, tuple(notices), stopped=True)
        assert last is not None
        if rescue is None:
            return Outcome(model, tuple(notices))
        model, start, notice = rescue
        notices.append(notice)
        first, before = last.iteration + 1, last.log_likelihood
        spent = last.e_steps + 1  # the one that the rescue was made from


def _standing(so_far: Sequence[Step[Any]]) -> tuple[int, int, float]:
    """The number of the next step to make, the E-steps spent, the log-likelihood before it."""
    if not so_far:
        return 0, 0, math.nan
    before = so_far[-2].log_likelihood if len(so_far) > 1 else math.nan
    return so_far[-1].iteration, so_far[-1].e_steps, before


def _rescue(
    model: Any, data: Any, step: Step[Any], on_collapse: str
) -> tuple[Any, Any, str] | None:
    """The model and the parameters to go on with, and what was done; None to end here."""
    if step.status is not Status.COLLAPSED or on_collapse == "stop":
        return None
    expectation = model.e_step(step.params, data)
    flaw = model.check(model.m_step(expectation))
    where = f"After {count_of(step.iteration, 'iteration')} {_clause(flaw)}"
    if on_collapse == "drop" and model.components > 1:
        smaller, params = model.without(step.params, flaw.component)
        left = count_of(smaller.components, "component")
        return smaller, params, f"{where}; it was dropped, and the run went on with {left}."
    if on_collapse == "regularise":
        ridged = model.regularised(RESCUE)
        params = ridged.m_step(expectation)
        if ridged.check(params) is None:
            added = (
                f"{brief(RESCUE**0.5)} of the data's spread, squared, was added to every variance"
            )
            return ridged, params, f"{where}; from there on {added}."
    return None


def _clause(flaw: Flaw) -> str:
    return flaw.sentence.rstrip(".")
