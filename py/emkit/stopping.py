"""When a run ends, and the sentence that says so: shared by every loop."""

from __future__ import annotations

import math
from dataclasses import dataclass

from emkit.model import Flaw
from emkit.trace import Status
from emkit.words import brief, count_of

# A gain of fewer units in the last place of the log-likelihood than this is rounding.
ROUNDING = 16 * 2.0**-52

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
            to lie at most this far below its limit, in nats summed over the observations.

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

    def judge(
        self, iteration: int, log_likelihood: float, gain: float, remaining: float = math.nan
    ) -> tuple[Status, str]:
        """How the run stands after ``iteration`` iterations, before looking any further.

        Args:
            iteration: how many were made.
            log_likelihood: where they led, in nats.
            gain: what the last one added to it; NaN at the start.
            remaining: an estimate of what is left to gain, in nats; NaN where there is none.
        """
        if not math.isfinite(log_likelihood):
            return Status.FAILED, _failed(iteration)
        if self.within is not None:
            if remaining <= self.within or abs(gain) <= ROUNDING * abs(log_likelihood):
                return Status.CONVERGED, _within(iteration, remaining, self.within)
        elif 0.0 < self.tol and gain / self.n < self.tol:  # false for NaN, so at the start
            return Status.CONVERGED, _converged(iteration, gain / self.n, self.tol)
        return Status.RUNNING, Status.RUNNING.value

    def at_limit(self, iteration: int, gain: float) -> tuple[Status, str] | None:
        """The end by the iteration limit, where it is reached."""
        if iteration < self.max_iter:
            return None
        return Status.ITERATION_LIMIT, _limit(iteration, gain / self.n, self.tol)


def collapsed(iteration: int, flaw: Flaw) -> tuple[Status, str]:
    """The end of a run whose next step leads out of the model."""
    after = f"Stopped after {count_of(iteration, 'iteration')}"
    return Status.COLLAPSED, f"{after}: {flaw.sentence} {flaw.remedy}"


def aitken(gain: float, previous: float, before: float) -> float:
    """What is left to gain, from the last three gains of plain EM, the latest first.

    EM converges linearly: in the end each gain is c times the one before, and all gains to come
    sum to gain * c / (1 - c) (Aitken 1926; used so for mixtures by Boehning et al. 1994,
    doi:10.1007/BF01720593). But c itself grows for long, while fast directions die out and slow
    ones remain, and then the sum is far too small. So c is taken to grow ten times more as it
    just did.

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
        f"Converged after {count_of(iteration, 'iteration')}: the last one gained "
        f"{brief(max(gain, 0.0), 2)} in log-likelihood per observation, less than the tolerance "
        f"{brief(tol)}."
    )


def _within(iteration: int, remaining: float, within: float) -> str:
    estimate = min(remaining, within) if remaining > 0.0 else 0.0
    return (
        f"Converged after {count_of(iteration, 'iteration')}: an estimated {brief(estimate, 2)} is "
        f"left to gain in log-likelihood, no more than the {brief(within)} asked for."
    )


def _limit(iteration: int, gain: float, tol: float) -> str:
    return (
        f"Reached the limit of {count_of(iteration, 'iteration')} before converging: the last "
        f"one still gained {brief(gain, 2)} in log-likelihood per observation (tolerance "
        f"{brief(tol)}). Allow more iterations to go on."
    )


def _failed(iteration: int) -> str:
    return (
        f"Stopped after {count_of(iteration, 'iteration')}: an observation lies so far from every "
        "component that its density is zero even in logarithms. Start with larger spreads."
    )
