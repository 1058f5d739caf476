"""The chi-square distribution with whole degrees of freedom, without SciPy."""

from __future__ import annotations

import math

import numpy as np

from emkit.numerics import Floats

_erf = np.frompyfunc(math.erf, 1, 1)


def cdf(x: Floats, d: int) -> Floats:
    """The probability that the sum of the squares of d standard normals is at most x.

    With y = x / 2 it is a finite sum (Abramowitz and Stegun 1964, 26.4.4 and 26.4.5)::

        d even   1 - exp(-y) sum_{i < d/2} y^i / i!
        d odd    erf(sqrt y) - exp(-y) sum_{i < (d-1)/2} y^(i + 1/2) / Gamma(i + 3/2)

    good to a few units of 1e-16, not relatively: near zero it loses its digits.

    Args:
        x: values not below zero.
        d: degrees of freedom, 1 or more.

    >>> cdf(np.array([0.0, 2.0 * np.log(2.0)]), 2)
    array([0. , 0.5])
    """
    y = 0.5 * np.asarray(x, dtype=np.float64)
    odd = d % 2 == 1
    total = np.asarray(_erf(np.sqrt(y)), dtype=np.float64) if odd else np.ones_like(y)
    power = 0.5 if odd else 0.0
    term = np.exp(-y) * y**power / math.gamma(power + 1.0)
    for _ in range(d // 2):
        total = total - term
        power += 1.0
        term = term * (y / power)
    return np.clip(total, 0.0, 1.0)
