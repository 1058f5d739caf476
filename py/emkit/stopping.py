"""When a run ends, and the sentence that says so: shared by every loop."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, TypeVar

from emkit.model import Expectation, Flaw, Model
from emkit.trace import Status
from emkit.words import brief, count_of

P = TypeVar("P")

# A gain of fewer units in the last place of the log-likelihood than this is rounding.
ROUNDING = 16 * 2.0**-52

# A gain per observation below this is told of as none.
UNMEASURABLE = 1e-15

# How many more times the rate of convergence is taken to grow as it did last.
STILL_GROWING = 10.0


@dataclass(frozen=True)
class Stopping:
    """The rule by which a run has converged or has used up its iterations.

    Attributes:
        n: the number of observations (the sum of their weights), which gains are divided by.
        tol: converged when an iteration gains less than this per observation, in nats; 0 never
            stops a run.
        max_iter: the largest number of iterations.
        within: when given, it replaces ``tol``: converged when the log-likelihood is estimated
            to lie at most this far from its limit, in nats summed over the observations.
        climbs: whether iterations only gain, as those of EM itself do. Where they may also lose
            (see ``Model.climbs``), a loss has to be below ``tol`` too, as in scikit-learn; where
            the log-likelihood turns from rising to falling, either rule may end a run early.

    >>> rule = Stopping(n=100, tol=1e-6, max_iter=10)
    >>> rule.judge(3, -50.0, gain=2e-5)[0].code
    'converged'
    >>> Stopping(n=100, within=1e-6).judge(3, -50.0, gain=2e-5, remaining=0.01)[0].code
    'running'
    """

    n: float
    tol: float = 1e-6
    max_iter: int = 100
    within: float | None = None
    climbs: bool = True

    def judge(
        self, iteration: int, log_likelihood: float, gain: float, remaining: float = math.nan
    ) -> tuple[Status, str]:
        """How the run stands after ``iteration`` iterations, before looking any further.

        Args:
            iteration: how many were made.
            log_likelihood: where they led, in nats.
            gain: what the last one added to it; NaN at the start.
            remaining: an estimate of how far the limit is, in nats; NaN where there is none.
        """
        if not math.isfinite(log_likelihood):
            return Status.FAILED, _failed(iteration)
        if self.within is not None:
            if remaining <= self.within or abs(gain) <= ROUNDING * abs(log_likelihood):
                return Status.CONVERGED, _within(iteration, remaining, self.within)
        elif 0.0 < self.tol and self.size(gain) / self.n < self.tol:  # false for NaN
            return Status.CONVERGED, _converged(iteration, gain / self.n, self.tol)
        return Status.RUNNING, Status.RUNNING.value

    def at_limit(
        self, iteration: int, gain: float, remaining: float = math.nan
    ) -> tuple[Status, str] | None:
        """The end by the iteration limit, where it is reached."""
        if iteration < self.max_iter:
            return None
        reached = f"Reached the limit of {count_of(iteration, 'iteration')}"
        if self.within is None and self.tol == 0.0:
            return Status.ITERATION_LIMIT, f"{reached}{_as_asked(gain / self.n)}"
        if math.isnan(gain):
            why = ""
        elif self.within is None:
            why = _still_changing(gain / self.n, self.tol)
        else:
            why = _still_away(remaining, self.within)
        more = "Allow more iterations to go on."
        return Status.ITERATION_LIMIT, f"{reached} before converging{why}. {more}"

    def size(self, gain: float) -> float:
        """The gain; without its sign where losses are more than rounding."""
        return gain if self.climbs else abs(gain)


def onward(
    rule: Stopping,
    model: Model[P, Any],
    params: P,
    expectation: Expectation,
    iteration: int,
    gain: float,
    remaining: float,
) -> tuple[P, Status, str]:
    """Where one more M-step leads, unless the run ends with the parameters as they are.

    Args:
        rule: when a run ends.
        model: the family.
        params: where the run stands after ``iteration`` iterations.
        expectation: of these parameters.
        iteration, gain, remaining: as ``Stopping.judge`` takes them.

    Returns:
        The next parameters, how the run stands, and the sentence that says so.
    """
    status, message = rule.judge(iteration, expectation.log_likelihood, gain, remaining)
    if status is not Status.RUNNING:
        return params, status, message
    following = model.m_step(expectation)
    flaw = model.check(following)
    if flaw:
        status, message = _collapsed(iteration, flaw)
    else:
        status, message = rule.at_limit(iteration, gain, remaining) or (status, message)
    return following, status, message


def aitken(gain: float, previous: float, before: float) -> float:
    """What is left to gain, from the last three gains of plain EM, the latest first.

    EM converges linearly: in the end each gain is c times the one before, and all gains to come
    sum to gain * c / (1 - c) (Aitken 1926; used so for mixtures by Boehning et al. 1994,
    doi:10.1007/BF01720593). But c itself grows for long, while fast directions die out and slow
    ones remain, and then the sum is far too small. So c is taken to grow ten times more as it
    just did.

    Args:
        gain, previous, before: the gains; their sizes where they may be losses.

    Returns:
        The estimate in nats; infinite while gains or their ratios still grow too much to tell,
        NaN without three gains.

    >>> aitken(0.5, 1.0, 2.0)
    0.5
    >>> aitken(0.5, 1.0, 4.0)
    inf
    """
    if math.isnan(gain + previous + before):
        return math.nan
    if gain <= 0.0:
        return 0.0
    if previous <= 0.0 or before <= 0.0:
        return math.inf
    rate = gain / previous
    rate += STILL_GROWING * max(0.0, rate - previous / before)
    return gain * rate / (1.0 - rate) if rate < 1.0 else math.inf


def _converged(iteration: int, gain: float, tol: float) -> str:
    return (
        f"Converged after {count_of(iteration, 'iteration')}: the last one {_gained(gain)}, less "
        f"than the tolerance {brief(tol)}."
    )


def _gained(gain: float) -> str:
    if abs(gain) < UNMEASURABLE:
        return "gained nothing that can be measured"
    change = f"lost {brief(-gain, 2)}" if gain < 0.0 else f"gained {brief(gain, 2)}"
    return f"{change} in log-likelihood per observation"


def _within(iteration: int, remaining: float, within: float) -> str:
    estimate = min(remaining, within) if remaining > 0.0 else 0.0
    return (
        f"Converged after {count_of(iteration, 'iteration')}: an estimated {brief(estimate, 2)} is "
        f"left to gain in log-likelihood, no more than the {brief(within)} asked for."
    )


def _as_asked(gain: float) -> str:
    """Without a tolerance nobody asked for convergence, and all is as it was asked for."""
    last = "" if math.isnan(gain) else f": the last one {_gained(gain)}"
    return f", the only end where the tolerance is 0{last}."


def _still_changing(gain: float, tol: float) -> str:
    return f": the last one still {_gained(gain)} (tolerance {brief(tol)})"


def _still_away(remaining: float, within: float) -> str:
    known = math.isfinite(remaining)
    left = f"an estimated {brief(remaining, 2)}" if known else "too much to estimate"
    return f": {left} is left to gain in log-likelihood ({brief(within)} was asked for)"


def _collapsed(iteration: int, flaw: Flaw) -> tuple[Status, str]:
    """The end of a run whose next step leads out of the model."""
    after = f"Stopped after {count_of(iteration, 'iteration')}"
    return Status.COLLAPSED, f"{after}: {flaw.sentence} {flaw.remedy}"


def _failed(iteration: int) -> str:
    return (
        f"Stopped after {count_of(iteration, 'iteration')}: an observation lies so far from every "
        "component that its density is zero even in logarithms. Start with larger spreads."
    )
