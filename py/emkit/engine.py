"""Expectation maximization itself: one loop for every model.

EM (Dempster, Laird and Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x) alternates

    E-step   the expected sufficient statistics of the hidden data under the current parameters
    M-step   the parameters that maximise the likelihood given those statistics

and no such iteration can lower the log-likelihood. (Where the M-step maximises something else,
as with a ridge added to variances, one may: see ``Model.climbs``.)
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TypeVar

from emkit.model import Model
from emkit.stopping import Stopping, aitken, onward
from emkit.trace import Status, Step

P = TypeVar("P")
D = TypeVar("D")


def iterate(
    model: Model[P, D],
    data: D,
    start: P,
    *,
    n: float,
    tol: float = 1e-6,
    max_iter: int = 100,
    within: float | None = None,
    first: int = 0,
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
        within: when given, it replaces ``tol``: the run has converged when Aitken's estimate of
            what is left to gain, in nats, is at most this.
        first: the number of the first step, where this run goes on from another.

    Yields:
        ``max_iter + 1`` steps at most, the start being the first. A step knows whether the
        next one exists: its status is COLLAPSED when the M-step leads out of the model.
    """
    rule = Stopping(n, tol, max_iter, within, model.climbs)
    params, previous, gains = start, math.nan, (math.nan, math.nan)
    for iteration in range(first, max_iter + 1):
        expectation = model.e_step(params, data)
        log_likelihood = expectation.log_likelihood
        gain = log_likelihood - previous
        remaining = aitken(rule.size(gain), *map(rule.size, gains))
        following, status, message = onward(
            rule, model, params, expectation, iteration, gain, remaining
        )
        spent = iteration - first + 1
        yield Step(iteration, params, log_likelihood, gain, status, message, spent, remaining)
        if status is not Status.RUNNING:
            return
        params, previous, gains = following, log_likelihood, (gain, gains[0])
