"""The small functional door: ``fit`` and ``iterate``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Unpack

from emkit.errors import OptionError
from emkit.families.gaussian import GaussianParams
from emkit.fits import fitting, single
from emkit.options import Given, Options
from emkit.problem import Problem
from emkit.trace import Fit, Step
from emkit.work import outcome

__all__ = ["fit", "fitting", "iterate"]


def fit(
    x: Any,
    components: int = 2,
    covariance: str = "full",
    start: Mapping[str, Any] | str | None = None,
    *,
    sample_weight: Any = None,
    **options: Unpack[Given],
) -> Fit[GaussianParams]:
    """Fit a Gaussian mixture by expectation maximization.

    Without a start, twelve are tried: a short run from each, the promising ones carried on, the
    best that is not spurious returned (see ``emkit.restarts``). With a start there is one run,
    unless ``restarts`` asks for more.

    One run makes plain iterations until ``tol`` or ``max_iter`` ends it. A search with one of
    these stated keeps to it in every run, counting all iterations. A search with neither goes
    further: from 30 plain iterations or less by accelerated ones, so marked in the trace, until
    at most 1e-8 nats are left to gain, or ``within``, or for 1,000 iterations in all.
    ``Fit.options`` says what ruled.

    Args:
        x: (n, d) observations, or n numbers for one variable, or ``Binned`` counts.
        components: how many components, k.
        covariance: "full", "tied", "diag" or "spherical".
        start: ``weights``, ``means`` and ``standard_deviations`` or ``covariances`` as
            ``emkit.starts.given`` takes them; or ``responsibilities`` (n, k); or ``labels`` (n,);
            or the name of a strategy: "quantiles", "kmeans++", "random_points",
            "random_responsibilities".
        sample_weight: (n,) how often each row counts: real, zero allowed, not negative. Then n
            in gains and BIC is their sum.
        tol: converged when an iteration gains less than this per observation, in nats (1e-6).
        max_iter: the iteration limit (100).
        reg_covar: added to each variance in the M-step, as a fraction of the data's own (0).
        seed: of the random number generator (0).
        restarts: how many starts are tried (12 without a start, 1 with one).
        accelerate: whether all iterations are extrapolated (False; see ``emkit.squarem``).
        within: instead of ``tol``: converged when an estimate of what is left to gain, in nats
            over all observations, is at most this (not used by one run unless given).
        on_collapse: "stop" (unless given), "regularise" or "drop" (see ``emkit.collapse``).
        equal_weights: whether all weights are 1/k instead of free (False).
        standardise: whether to fit the standardised variables (False). Whatever goes in and
            comes out, starts, parameters and log-likelihoods, is in the units of ``x`` all the
            same. Full, tied and diag fits are the same either way; a spherical component becomes
            as wide along each variable as that variable's share of its spread.

    Returns:
        The fit with its whole trace. Components keep the order of the start.

    Raises:
        EmError: the kind says whether data, start or options are at fault.

    >>> x = [1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4]
    >>> found = fit(x, start={"means": [1, 5], "standard_deviations": [1, 1]})
    >>> found.params.means.ravel().round(3), found.params.standard_deviations.round(3)
    (array([1.2, 5. ]), array([0.141, 0.283]))
    >>> found.status.code
    'converged'
    """
    work = fitting(x, components, covariance, start, sample_weight=sample_weight, **options)
    return outcome(work)


def iterate(
    x: Any,
    components: int = 2,
    covariance: str = "full",
    start: Mapping[str, Any] | str | None = None,
    *,
    sample_weight: Any = None,
    **options: Unpack[Given],
) -> Iterator[Step[GaussianParams]]:
    """Run EM one step at a time from one start; the arguments are those of ``fit``.

    Raises:
        EmError: as ``fit``; an ``OptionError`` for ``restarts``, since this is one run.

    >>> x = [1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4]
    >>> start = {"means": [1, 5], "standard_deviations": [1, 1]}
    >>> for step in iterate(x, start=start, max_iter=2):
    ...     print(step.iteration, round(step.log_likelihood, 4))
    0 -16.4635
    1 -5.1633
    2 -5.0265
    """
    checked = Options.checked(**options)
    if checked.restarts not in (None, 1):
        raise OptionError(
            f"Steps are those of one run, and {checked.restarts} were asked for.",
            where={"field": "restarts"},
            remedy="Leave out restarts, or use fit or fitting.",
        )
    problem = Problem.of(x, components, covariance, checked, sample_weight)
    return single(problem, problem.start(start, checked.seed), checked)
