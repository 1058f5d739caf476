"""The normal distribution without SciPy: its integral, and its moments over intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from emkit.numerics import LOG_TWO_PI, Floats, safe_log

# Gauss-Legendre nodes: with so many, exp(-t^2 / 2) over nine standard deviations is integrated
# to the last bits of a double.
NODES = 64

# Where the density has fallen below exp(-40) = 4e-18 of its largest value, nothing is left.
NEGLIGIBLE = 40.0

_erfc = np.frompyfunc(math.erfc, 1, 1)


def cdf(z: Floats) -> Floats:
    """The standard normal distribution function, erfc(-z / sqrt 2) / 2.

    The C library's erfc keeps all digits of the lower tail, until it underflows near z = -38.
    The upper tail 1 - cdf(z) loses them: take cdf(-z) for it.

    >>> cdf(np.array([-1.0, 0.0, 1.0])).round(6)
    array([0.158655, 0.5     , 0.841345])
    """
    return 0.5 * np.asarray(_erfc(-z / math.sqrt(2.0)), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Slices:
    """A standard normal variable z, given that it lies in each of some intervals.

    Attributes:
        log_mass: the logarithm of the probability of the interval.
        means: E z.
        variances: E (z - E z)^2.
    """

    log_mass: Floats
    means: Floats
    variances: Floats


def slices(low: Floats, high: Floats) -> Slices:
    """Log-probability, mean and variance of a standard normal in each interval low < z < high.

    Every interval is cut at zero, and each side integrated outwards from its end a nearest to
    zero, as far as the density counts::

        P = phi(a) int_0^T exp(-t (a + t / 2)) dt

    by Gauss-Legendre quadrature. All terms are positive, so nothing cancels: not for narrow
    intervals, where differences of distribution functions lose their digits, and not far out,
    where they vanish. Ends may be infinite.

    >>> one = slices(np.array([0.0]), np.array([np.inf]))
    >>> np.exp(one.log_mass).round(12), one.means.round(12), (2 / np.pi) ** 0.5
    (array([0.5]), array([0.79788456]), 0.7978845608028654)
    """
    above = _outwards(np.maximum(low, 0.0), np.maximum(high, 0.0))
    below = _outwards(np.maximum(-high, 0.0), np.maximum(-low, 0.0))
    peak = np.maximum(above.log_mass, below.log_mass)
    peak = np.where(np.isfinite(peak), peak, 0.0)  # no mass even in logarithms
    up, down = np.exp(above.log_mass - peak), np.exp(below.log_mass - peak)
    both = up + down
    share = up / np.where(both > 0.0, both, 1.0)
    means = share * above.means - (1.0 - share) * below.means
    gap = above.means + below.means
    variances = share * above.variances + (1.0 - share) * below.variances
    between = (share * gap) * ((1.0 - share) * gap)  # in this order it is 0 far out, never 0 inf
    return Slices(peak + safe_log(both), means, variances + between)


def _outwards(low: Floats, high: Floats) -> Slices:
    """The same for intervals with 0 <= low <= high; an empty one has log-mass -inf."""
    nodes, weights = _quadrature()
    reach = 2.0 * NEGLIGIBLE / (low + np.hypot(low, math.sqrt(2.0 * NEGLIGIBLE)))
    width = np.minimum(high - low, reach)[..., None]
    t = 0.5 * width * (1.0 + nodes)
    terms = weights * np.exp(-t * (low[..., None] + 0.5 * t))
    total = terms.sum(axis=-1, keepdims=True)
    terms /= total
    mean = (terms * t).sum(axis=-1, keepdims=True)
    variance = (terms * (t - mean) ** 2).sum(axis=-1)
    mass = safe_log(0.5 * width * total)[..., 0]
    with np.errstate(over="ignore"):  # so far out that the mass is zero even in logarithms
        square = low**2
    return Slices(mass - 0.5 * (square + LOG_TWO_PI), low + mean[..., 0], variance)


@cache
def _quadrature() -> tuple[Floats, Floats]:
    return np.polynomial.legendre.leggauss(NODES)
