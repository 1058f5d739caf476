"""What a chart of a fit in one variable is drawn from: bars and curves, as arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats

MOST_BINS = 200
GRID_POINTS = 401


@dataclass(frozen=True, eq=False)
class Histogram:
    """Bars of equal width: edges (b + 1,), counts (b,), densities (b,) that integrate to 1."""

    edges: Floats
    counts: Floats
    densities: Floats


def histogram(values: Floats) -> Histogram:
    """Bars no wider than Freedman and Diaconis (1981) advise, at round numbers.

    Their width is 2 IQR n^(-1/3); here it is rounded down to 1, 2 or 5 times a power of ten, so
    that edges can be read off the axis. Where half the data are equal (IQR = 0) Scott's (1979)
    3.49 s n^(-1/3) stands in.

    >>> bars = histogram(np.array([1.0, 1.5, 2.0, 3.0, 5.0, 9.0]))
    >>> bars.edges
    array([ 0.,  2.,  4.,  6.,  8., 10.])
    >>> bars.counts
    array([2., 2., 1., 0., 1.])
    """
    low, high = float(values.min()), float(values.max())
    quarter, three_quarters = np.quantile(values, [0.25, 0.75])
    advised = 2.0 * (three_quarters - quarter) or 3.49 * float(np.std(values - low))
    width = _round_down(max(advised / np.cbrt(len(values)), (high - low) / MOST_BINS))
    if (high - low) / width > MOST_BINS:
        width = _round_down(2.5 * (high - low) / MOST_BINS)
    first, last = math.floor(low / width), math.floor(high / width) + 1
    edges = np.arange(first, last + 1) * width
    counts = np.histogram(values, bins=edges)[0].astype(np.float64)
    return Histogram(edges, counts, counts / (counts.sum() * np.diff(edges)))


@dataclass(frozen=True, eq=False)
class Curves:
    """Densities along one variable: x (g,), mixture (g,), components (k, g) weight included."""

    x: Floats
    mixture: Floats
    components: Floats


def grid(low: float, high: float, *several: GaussianParams) -> Floats:
    """Points between ``low`` and ``high`` at which no component's peak is missed."""
    points = [np.linspace(low, high, GRID_POINTS)]
    around = np.linspace(-4.0, 4.0, 33)
    for params in several:
        spots = params.means + params.standard_deviations[:, None] * around
        points.append(spots[(spots >= low) & (spots <= high)])
    return np.unique(np.concatenate([one.ravel() for one in points]))


def curves(model: GaussianMixtureModel, params: GaussianParams, x: Floats) -> Curves:
    """The mixture density and each component's share of it, w_j N(x; m_j, s_j^2)."""
    components = np.exp(model.joint_density(params)(x[:, None]))
    return Curves(x, components.sum(axis=0), components)


def _round_down(width: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above ``width``.

    >>> [_round_down(width) for width in (7.4, 4.9, 0.013)]
    [5.0, 2.0, 0.01]
    """
    power = 10.0 ** math.floor(math.log10(width))
    for step in (5.0, 2.0):
        if step * power <= width:
            return step * power
    return power
