"""EM that arrives sooner: extrapolation along the path of its own steps.

SQUAREM (Varadhan and Roland 2008, doi:10.1111/j.1467-9469.2007.00585.x, scheme S3). With F one
iteration of EM in the packed parameters t of the model, one accelerated iteration is::

    r  = F(t) - t
    v  = F(F(t)) - F(t) - r
    a  = -|r| / |v|                      (at most -1, which gives F(F(t)): plain EM)
    t' = t - 2 a r + a^2 v
    t  <- F(t')

One length a serves all directions. As soon as two iterations have left their r and v behind,
the last few of them together tell the slow directions apart, and the step is that of a
quasi-Newton method with several secants (Zhou, Alexander and Lange 2011,
doi:10.1007/s11222-009-9166-3)::

    t' = F(F(t)) + sum_i c_i (r_i + v_i),    c minimising |F(F(t)) - F(t) + sum_i c_i v_i|

After a step of theirs that failed, S3 takes over until one succeeds. A t' whose log-likelihood
is below that of F(t), or that is no valid mixture, is thrown away for F(F(t)): so this path gains
at least what EM gains in one iteration, and where EM never falls neither does it.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import numpy as np

from emkit.model import Expectation, Model
from emkit.numerics import Floats
from emkit.stopping import Stopping, onward
from emkit.trace import Status, Step

P = TypeVar("P")
D = TypeVar("D")

# How many iterations' secants are used together.
SECANTS = 5

# Secants whose share of the largest singular value is below this are one another's copies.
COPIES = 1e-8

# The longest S3 step allowed grows by this after it succeeded, and falls by it after it failed.
GROWTH = 4.0

# The slowest rate of so many iterations stands for that of the path.
RATES = 25


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
    """Run accelerated EM from ``start``; arguments and steps are those of ``engine.iterate``.

    An iteration is one extrapolation and costs three E-steps at most; ``Step.e_steps`` counts
    them. Its gain is that of at least one plain iteration.

    Args:
        within: as in ``engine.iterate``. What is left to gain is here estimated from the gain
            g of one plain EM step and the rate c = 1 - |v| / |r| of the parameters, the slowest
            of the last iterations: near a maximum gains shrink by c^2, so it is g / (1 - c^2).
    """
    rule = Stopping(n, tol, max_iter, within, model.climbs)
    path: Path[P, D] = Path(model, data)
    params, previous, expectation = start, math.nan, path.e_step(start)
    for iteration in range(first, max_iter + 1):
        log_likelihood, spent = expectation.log_likelihood, path.e_steps
        gain = log_likelihood - previous
        following, status, message = onward(
            rule, model, params, expectation, iteration, gain, path.remaining
        )
        yield Step(
            iteration, params, log_likelihood, gain, status, message, spent, path.remaining,
            accelerated=iteration > first,
        )  # fmt: skip
        if status is not Status.RUNNING:
            return
        previous = log_likelihood
        params, expectation = path.advance(params, log_likelihood, following)


class Path(Generic[P, D]):
    """Where the extrapolation stands: what it remembers, how far it may reach, what it cost.

    Attributes:
        e_steps: E-steps spent.
        remaining: an estimate of what is left to gain, in nats.
    """

    def __init__(self, model: Model[P, D], data: D) -> None:
        self.e_steps = 0
        self.remaining = math.nan
        self._model, self._data = model, data
        self._reach, self._trusted = 1.0, True
        self._secants: deque[tuple[Floats, Floats]] = deque(maxlen=SECANTS)
        self._lengths: deque[float] = deque(maxlen=RATES)

    def e_step(self, params: P) -> Expectation:
        """The expectation, counted."""
        self.e_steps += 1
        return self._model.e_step(params, self._data)

    def advance(self, params: P, log_likelihood: float, first: P) -> tuple[P, Expectation]:
        """The end of one iteration from ``params``, whose plain EM step is ``first``."""
        expectation = self.e_step(first)
        second = self._model.m_step(expectation)
        if self._model.check(second):
            return first, expectation
        origin = self._model.pack(params)
        r = self._model.pack(first) - origin
        v = self._model.pack(second) - origin - 2.0 * r
        self._remember(r, v, expectation.log_likelihood - log_likelihood)
        following = self._jump(origin, r, v, expectation.log_likelihood)
        if following is None:
            following = second
        return following, self.e_step(following)

    def _remember(self, r: Floats, v: Floats, plain_gain: float) -> None:
        bend = float(np.linalg.norm(v))
        self._lengths.append(max(1.0, float(np.linalg.norm(r)) / bend) if bend > 0.0 else 1.0)
        self._secants.append((r, v))
        rate = 1.0 - 1.0 / max(self._lengths)
        size = max(plain_gain, 0.0) if self._model.climbs else abs(plain_gain)
        self.remaining = size / (1.0 - rate**2)

    def _jump(self, origin: Floats, r: Floats, v: Floats, log_likelihood: float) -> P | None:
        """The end of an extrapolation that lies no lower than this, if one is found."""
        if self._trusted and len(self._secants) > 1:
            landed = self._landing(origin + 2.0 * r + v + self._several(r + v), log_likelihood)
            self._trusted = landed is not None
            return landed
        length = min(self._lengths[-1], self._reach)
        landed = None
        if length > 1.0:
            landed = self._landing(origin + 2.0 * length * r + length**2 * v, log_likelihood)
            self._trusted |= landed is not None
        if length <= 1.0 or landed is not None:
            self._reach = max(self._reach, GROWTH * length)
        else:
            self._reach = max(1.0, length / GROWTH)
        return landed

    def _several(self, residual: Floats) -> Floats:
        """sum_i c_i (r_i + v_i), c minimising |residual + sum_i c_i v_i|."""
        r = np.array([one for one, _ in self._secants])
        v = np.array([one for _, one in self._secants])
        c = np.linalg.lstsq(v.T, -residual, rcond=COPIES)[0]
        return np.asarray(c @ (r + v), dtype=np.float64)

    def _landing(self, vector: Floats, log_likelihood: float) -> P | None:
        """The plain EM step from there, unless the place is no model or lies below."""
        with np.errstate(over="ignore", invalid="ignore"):
            reached: Any = self._model.unpack(vector)
            if self._model.check(reached):
                return None
        expectation = self.e_step(reached)
        if not expectation.log_likelihood >= log_likelihood:  # true for NaN
            return None
        following = self._model.m_step(expectation)
        return None if self._model.check(following) else following
