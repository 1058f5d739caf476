"""A mixture of several variables as each of them sees it alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from emkit.families.gaussian import GaussianParams
from emkit.numerics import Floats

# Enough for a small chart: places at equal distances, and more around the peak of each component,
# in standard deviations.
EVEN = 121
AROUND = np.linspace(-4.0, 4.0, 17)


@dataclass(frozen=True, eq=False)
class Marginals:
    """The marginal densities of c variables, each at g places of its own.

    Attributes:
        x: (c, g) the places, ascending.
        mixture: (c, g) the density there.
        components: (c, k, g) what each component adds to it.
    """

    x: Floats
    mixture: Floats
    components: Floats


def marginals(
    params: GaussianParams, columns: Sequence[int], spans: Sequence[tuple[float, float]]
) -> Marginals:
    """The density of each of c variables, from one end of its span to the other.

    A marginal of a Gaussian mixture is the mixture of the marginals, w_j N(x; m_j, s_j^2), m_j
    and s_j^2 being the entries of the mean and of the diagonal of the covariance (Bishop 2006,
    section 2.3.2). A component without spread is a peak that no curve shows.

    Args:
        params: of k components in d variables.
        columns: which variables, from 0.
        spans: the ends, one pair a variable.

    >>> one = GaussianParams(np.ones(1), np.zeros((1, 2)), np.array([np.diag([1.0, 4.0])]), "full")
    >>> found = marginals(one, [1], [(-8.0, 8.0)])
    >>> found.mixture.max().round(6) == round(0.5 / math.sqrt(2 * math.pi), 6)
    np.True_
    """
    at = list(columns)
    ends = np.asarray(spans, dtype=np.float64).reshape(-1, 2)  # (c, 2)
    variances = np.diagonal(params.full_covariances(), axis1=1, axis2=2)  # (k, d)
    means = params.means[:, at].T[..., None]  # (c, k, 1)
    spreads = np.sqrt(np.maximum(variances[:, at], np.finfo(np.float64).tiny)).T[..., None]
    x = _places(ends, means, spreads)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        squares = ((x[:, None, :] - means) / spreads) ** 2
        heights = params.weights[:, None] / (spreads * math.sqrt(2.0 * math.pi))
        components = heights * np.exp(-0.5 * squares)
    return Marginals(x, np.nansum(components, axis=1), components)


def _places(ends: Floats, means: Floats, spreads: Floats) -> Floats:
    """(c, g) the same number for every variable: what lies beyond the ends stands at them."""
    even = np.linspace(ends[:, 0], ends[:, 1], EVEN, axis=1)
    around = (means + spreads * AROUND).reshape(len(ends), -1)
    both = np.concatenate([even, np.nan_to_num(around)], axis=1)
    return np.sort(np.clip(both, ends[:, :1], ends[:, 1:]), axis=1)
