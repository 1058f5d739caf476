"""Is there one component more? The likelihood-ratio test, its distribution by simulation."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Unpack

import numpy as np

from emkit import squarem
from emkit.data.observations import Observations
from emkit.errors import OptionError
from emkit.fits import searching
from emkit.numerics import Floats
from emkit.options import Given, Options, whole
from emkit.problem import Problem
from emkit.resampling import resampled
from emkit.restarts import Pace, Progress, search
from emkit.selection.growing import fitting_grown, grown, no_less_likely
from emkit.trace import Fit
from emkit.work import mapped, outcome

# Statistics that differ by less are equal: the fits behind them end so near to their limits.
EQUAL = 1e-5

# Fits to simulated data end within a millionth of a nat.
SHORT_PACE = Pace(squarem.iterate, max_iter=30)
LONG_PACE = Pace(squarem.iterate, within=1e-6)


@dataclass(frozen=True, eq=False)
class LikelihoodRatio:
    """The test of k components against k + 1.

    Attributes:
        statistic: 2 (L of k + 1 - L of k), never negative.
        replicates: (b,) the same for data simulated from the fit with k.
        smaller, larger: the two fits to the data.
    """

    statistic: float
    replicates: Floats
    smaller: Fit[Any]
    larger: Fit[Any]

    @property
    def as_large(self) -> int:
        """How many of the replicates are at least as large as the statistic."""
        return int((self.replicates >= self.statistic - EQUAL).sum())

    @property
    def p_value(self) -> float:
        """(1 + the number of replicates at least as large) / (1 + b)."""
        return (1 + self.as_large) / (1 + len(self.replicates))


def likelihood_ratio(
    x: Any,
    components: int = 1,
    covariance: str = "full",
    *,
    replicates: int = 99,
    sample_weight: Any = None,
    **options: Unpack[Given],
) -> LikelihoodRatio:
    """Test ``components`` against one more by the parametric bootstrap.

    The usual chi-squared limit does not hold for mixtures, so the distribution of the statistic
    is found from data simulated under the smaller fit (McLachlan 1987, doi:10.2307/2347790).
    Every larger fit is also started from the smaller one: the statistic is never negative.

    Args:
        x, covariance, sample_weight, options: as in ``emkit.fit``.
        components: the smaller number.
        replicates: how many data sets are simulated; with 99 the least p-value is 0.01.

    >>> from emkit.data.datasets import faithful
    >>> test = likelihood_ratio(faithful()[:, 1], 1, replicates=9)
    >>> round(test.statistic, 3), test.p_value
    (122.574, 0.1)
    """
    work = simulating(
        x, components, covariance, replicates=replicates, sample_weight=sample_weight, **options
    )
    return outcome(work)


def simulating(
    x: Any,
    components: int = 1,
    covariance: str = "full",
    *,
    replicates: int = 99,
    sample_weight: Any = None,
    so_far: Callable[[LikelihoodRatio], object] | None = None,
    **options: Unpack[Given],
) -> Generator[Progress, None, LikelihoodRatio]:
    """``likelihood_ratio`` as a generator that yields its progress.

    ``so_far`` is called with the test as it stands, first without replicates, then after each.
    """
    checked = Options.checked(**options)
    whole(replicates, "replicates", "number of replicates", 1, 100_000, 99)
    if checked.equal_weights:
        raise OptionError(
            "With equal weights k components are no special case of k + 1.",
            where={"field": "equal_weights"},
            remedy="Test with free weights.",
        )
    null = Problem.of(x, components, covariance, checked, sample_weight)
    larger = Problem.of(x, components + 1, covariance, checked, sample_weight)
    if not isinstance(null.data, Observations):
        raise OptionError("Binned data are not tested.", remedy="Compare them by BIC.")
    under = yield from searching(null, None, checked)
    over = yield from fitting_grown(larger, under, checked)
    rng, found = np.random.default_rng([checked.seed, replicates]), []
    test = LikelihoodRatio(_twice(over, under), np.empty(0), under, over)
    keep = so_far or (lambda _: None)
    keep(test)
    for i in range(replicates):
        data = resampled(under, "parametric", rng)
        work = _statistic(_with(null, data), _with(larger, data), under)
        counted = partial(replace, phase="replicates", run=i + 1, runs=replicates)
        found.append((yield from mapped(work, counted)))
        test = replace(test, replicates=np.array(found))
        keep(test)
    return test


def _statistic(null: Problem, larger: Problem, truth: Fit[Any]) -> Generator[Progress, None, float]:
    """Twice the difference of log-likelihoods for one simulated data set."""
    ways = [("truth", lambda: truth.params)]
    under = yield from search(null.model, null.data, ways, short=SHORT_PACE, long=LONG_PACE)
    fit = Fit.of(null.model, null.data, under.best.steps, {})
    more = grown(larger, fit)
    over = yield from search(larger.model, larger.data, more, short=SHORT_PACE, long=LONG_PACE)
    level = under.best.log_likelihood
    return _twice(no_less_likely(over.best, over.runs, larger.data, level), under.best)


def _with(problem: Problem, data: Observations) -> Problem:
    """The same mixture, to be fitted to other data."""
    model = replace(problem.base, spread=np.sqrt(data.variances), centre=data.means)
    return Problem(model, data, model, data)


def _twice(over: Any, under: Any) -> float:
    """The statistic; below zero it is only by rounding, since the larger one is never worse."""
    return max(0.0, 2.0 * (over.log_likelihood - under.log_likelihood))
