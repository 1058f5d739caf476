"""The distinct maxima that several runs reached, and which of them to believe."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from emkit.spurious import Doubt, doubts, price
from emkit.trace import Status, Step
from emkit.words import brief

# Two runs reached the same maximum if their log-likelihoods agree to this, in nats, and their
# weights, sorted, to this.
SAME_LOG_LIKELIHOOD = 1e-4
SAME_WEIGHTS = 1e-2


@dataclass(frozen=True, eq=False)
class Run:
    """One start and where it led.

    Attributes:
        strategy: the name of its start.
        model: what its last parameters belong to.
        steps: the whole trace.
        data: the rows that it saw, which may be a sample of all.
        notices: what was done about collapses.
        carried: whether it was carried on, to its end, after a short run.
    """

    strategy: str
    model: Any
    steps: tuple[Step[Any], ...]
    data: Any
    notices: tuple[str, ...] = ()
    carried: bool = False

    @property
    def params(self) -> Any:
        """The parameters it ended with."""
        return self.steps[-1].params

    @property
    def log_likelihood(self) -> float:
        """Of these parameters, in nats."""
        return self.steps[-1].log_likelihood

    @property
    def status(self) -> Status:
        """How it ended."""
        return self.steps[-1].status

    @property
    def is_sound(self) -> bool:
        """Whether it ended inside the model."""
        return self.status not in (Status.COLLAPSED, Status.FAILED)

    @property
    def promise(self) -> float:
        """What runs are ranked by: log-likelihood per observation, -inf where it collapsed."""
        return self.log_likelihood / self.data.total_weight if self.is_sound else -math.inf


@dataclass(frozen=True, eq=False)
class Maximum:
    """A local maximum of the likelihood, and how it was found.

    Attributes:
        log_likelihood: in nats.
        params: the parameters there.
        run: the first run that reached it, as its index.
        strategies: how many runs reached it from each kind of start.
        doubts: components that rest on few points or are narrow.
        spurious: whether it was set aside.
        why: what speaks against it, as a clause; empty where nothing does.
    """

    log_likelihood: float
    params: Any
    run: int
    strategies: dict[str, int]
    doubts: tuple[Doubt, ...] = ()
    spurious: bool = False
    why: str = ""

    @property
    def found(self) -> int:
        """How many of the carried runs ended here."""
        return sum(self.strategies.values())


def maxima_of(runs: Sequence[Run], n: float) -> tuple[Maximum, ...]:
    """The distinct maxima of the carried runs, highest first; ``n`` is the total weight."""
    carried = [i for i, run in enumerate(runs) if run.carried and run.is_sound]
    groups: list[list[int]] = []
    for i in sorted(carried, key=lambda i: -runs[i].log_likelihood):
        home = next((group for group in groups if same_maximum(runs[group[0]], runs[i])), None)
        if home is None:
            groups.append([i])
        else:
            home.append(i)
    maxima = [_maximum(runs, group, n) for group in groups]
    sound = [one.log_likelihood for one in maxima if not one.doubts]
    if not sound:
        return tuple(maxima)
    return tuple(_judged(one, runs[one.run].model, max(sound), n) for one in maxima)


def best_of(maxima: Sequence[Maximum], runs: Sequence[Run], data: Any) -> Run:
    """The run to report: the highest that is not spurious, or the highest of all.

    Runs on all of ``data`` come before those on a sample of it.
    """
    for maximum in maxima:
        if not maximum.spurious:
            return runs[maximum.run]
    whole = [run for run in runs if run.data is data] or runs
    return max(whole, key=lambda run: (run.promise, run.log_likelihood))


def _maximum(runs: Sequence[Run], group: list[int], n: float) -> Maximum:
    best = runs[group[0]]
    found = doubts(best.params, n)
    strategies = dict(Counter(runs[i].strategy for i in group))
    why = "; ".join(doubt.reason for doubt in found)
    return Maximum(best.log_likelihood, best.params, group[0], strategies, found, why=why)


def _judged(maximum: Maximum, model: Any, sound: float, n: float) -> Maximum:
    """The verdict, ``sound`` being the best log-likelihood that nothing speaks against."""
    doubted = {doubt.component for doubt in maximum.doubts}
    if not doubted or model.components == 1:
        return maximum
    gain = maximum.log_likelihood - sound
    mixture = getattr(model, "base", model)
    fewer = replace(mixture, components=mixture.components - 1)
    per_component = mixture.n_free - fewer.n_free
    asked = price(per_component * len(doubted), n)
    few = any(doubt.kind == "few" for doubt in maximum.doubts)
    if not few and gain >= asked:
        return maximum
    why = maximum.why
    if not few and gain > 0.0:
        why += (
            f", and gains {brief(gain, 3)} by it, less than the {brief(asked, 3)} that BIC asks for"
        )
    return replace(maximum, spurious=True, why=why)


def same_maximum(a: Run, b: Run) -> bool:
    """Whether two runs ended at the same maximum, whatever the order of their components."""
    return (
        abs(a.log_likelihood - b.log_likelihood) <= SAME_LOG_LIKELIHOOD
        and len(a.params.weights) == len(b.params.weights)
        and np.allclose(np.sort(a.params.weights), np.sort(b.params.weights), atol=SAME_WEIGHTS)
    )
