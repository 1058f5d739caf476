"""A Gaussian mixture of one variable as a distribution: its function and its quantiles.

Throughout ``weights``, ``means`` and ``sds`` are (k,).
"""

from __future__ import annotations

import numpy as np

from emkit.normal import cdf as normal_cdf
from emkit.numerics import LOG_TWO_PI, Floats, safe_log

# No double is so small a probability that a normal quantile lies further out than this.
FARTHEST = 39.0

# Halving alone narrows the widest bracket to neighbouring doubles in fewer steps than this.
MOST_STEPS = 200


def cdf(weights: Floats, means: Floats, sds: Floats, x: Floats) -> Floats:
    """(m,) F(x) = sum_j w_j Phi((x - mean_j) / sd_j), with all digits in the lower tail.

    >>> cdf(np.array([0.5, 0.5]), np.array([0.0, 4.0]), np.ones(2), np.array([2.0]))
    array([0.5])
    """
    return weights @ normal_cdf(_standardised(means, sds, x))


def quantile(weights: Floats, means: Floats, sds: Floats, p: Floats) -> Floats:
    """(m,) the x with F(x) = p, to the last digits, by Newton's steps within a bracket.

    What is solved is log F(x) = log p, in which tails are nearly parabolas; for p above one half
    log(1 - F(x)) = log(1 - p), which keeps the digits of the upper tail.
    p = 0 and p = 1 give -inf and inf.

    >>> quantile(np.array([0.5, 0.5]), np.array([0.0, 4.0]), np.ones(2), np.array([0.0, 0.5]))
    array([-inf,   2.])
    """
    low = np.full(p.shape, (means - FARTHEST * sds).min())
    high = np.full(p.shape, (means + FARTHEST * sds).max())
    x = 0.5 * (low + high)
    ends = np.where(p <= 0.0, -np.inf, np.inf)
    inner = (p > 0.0) & (p < 1.0)
    lower = p <= 0.5
    aim = safe_log(np.where(inner, np.where(lower, p, 1.0 - p), 0.5))
    for _ in range(MOST_STEPS):
        z = _standardised(means, sds, x)
        tail = weights @ normal_cdf(np.where(lower, z, -z))
        beyond = np.where(lower, 1.0, -1.0) * (safe_log(tail) - aim)
        np.copyto(low, x, where=beyond <= 0.0)
        np.copyto(high, x, where=beyond >= 0.0)
        density = (weights / sds) @ np.exp(-0.5 * (z**2 + LOG_TWO_PI))
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):  # then it is halved
            following = x - beyond * tail / density
        inside = (following > low) & (following < high)
        following = np.where(inside, following, 0.5 * (low + high))
        settled = np.abs(following - x) <= 2.0 * np.spacing(np.abs(x))
        x = following
        if settled.all():
            break
    return np.where(inner, x, ends)


def _standardised(means: Floats, sds: Floats, x: Floats) -> Floats:
    """(k, m) how many standard deviations each x lies above each mean."""
    return (x - means[:, None]) / sds[:, None]
