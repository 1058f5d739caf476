"""Expectation maximization itself: one loop for every model.

EM (Dempster, Laird and Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x) alternates

    E-step   the expected sufficient statistics of the hidden data under the current parameters
    M-step   the parameters that maximise the likelihood given those statistics

and no such iteration can lower the log-likelihood.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TypeVar

from emkit.model import Model
from emkit.trace import Status, Step, count_of

P = TypeVar("P")
D = TypeVar("D")


def iterate(
    model: Model[P, D], data: D, start: P, *, n: float, tol: float = 1e-6, max_iter: int = 100
) -> Iterator[Step[P]]:
    """Run EM from ``start``, yielding every step; the last one says how the run ended.

    Whoever asks for the next step decides the pace, and stops by not asking again.

    Args:
        model: the family.
        data: what it takes.
        start: its start parameters.
        n: the number of observations, which the gain is divided by.
        tol: the run has converged when an iteration gains less than this in log-likelihood
            per observation, in nats; 0 always runs on to the limit.
        max_iter: the largest number of iterations.

    Yields:
        ``max_iter + 1`` steps at most, the start being the first. A step knows whether the
        next one exists: its status is COLLAPSED when the M-step leads out of the model.
    """
    params, previous = start, math.nan
    for iteration in range(max_iter + 1):
        expectation = model.e_step(params, data)
        log_likelihood = expectation.log_likelihood
        gain = log_likelihood - previous
        following, status, message = params, Status.RUNNING, Status.RUNNING.value
        if not math.isfinite(log_likelihood):
            status, message = Status.FAILED, _failed(iteration)
        elif 0.0 < tol and gain / n < tol:  # false for the start, whose gain is NaN
            status, message = Status.CONVERGED, _converged(iteration, gain / n, tol)
        else:
            following = model.m_step(expectation)
            flaw = model.check(following)
            if flaw:
                status, message = Status.COLLAPSED, _collapsed(iteration, flaw)
            elif iteration == max_iter:
                status, message = Status.ITERATION_LIMIT, _limit(iteration, gain / n, tol)
        yield Step(iteration, params, log_likelihood, gain, status, message, iteration + 1)
        if status is not Status.RUNNING:
            return
        params, previous = following, log_likelihood


def _converged(iteration: int, gain: float, tol: float) -> str:
    return (
        f"Converged after {count_of(iteration, 'iteration')}: the last one gained "
        f"{max(gain, 0.0):.2g} in log-likelihood per observation, less than the tolerance {tol:g}."
    )


def _limit(iteration: int, gain: float, tol: float) -> str:
    return (
        f"Reached the limit of {count_of(iteration, 'iteration')} before converging: the last "
        f"one still gained {gain:.2g} in log-likelihood per observation (tolerance {tol:g}). "
        "Allow more iterations to go on."
    )


def _collapsed(iteration: int, flaw: str) -> str:
    return (
        f"Stopped after {count_of(iteration, 'iteration')}: {flaw} There the likelihood grows "
        "without bound, and no maximum exists. Start with larger spreads or other means, use "
        "fewer components, or add a little regularisation."
    )


def _failed(iteration: int) -> str:
    return (
        f"Stopped after {count_of(iteration, 'iteration')}: an observation lies so far from every "
        "component that its density is zero even in logarithms. Start with larger spreads."
    )
