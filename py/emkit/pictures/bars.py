"""The bars of a histogram, at round numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from emkit.numerics import Floats

MOST_BINS = 200

# Bars are no narrower than this many units in the last place of the values.
FINEST = 16


@dataclass(frozen=True, eq=False)
class Histogram:
    """Bars of equal width: edges (b + 1,), counts (b,), densities (b,) that integrate to 1."""

    edges: Floats
    counts: Floats
    densities: Floats


def histogram(ordered: Floats, weights: Floats | None = None) -> Histogram:
    """Bars no wider than three rules advise, at round numbers.

    Freedman and Diaconis (1981) say 2 IQR n^(-1/3), too wide for values in separate groups, where
    the range over 1 + log2 n (Sturges 1926) is less, and far less the rule of Freedman and
    Diaconis for the narrowest interval that holds half of the values, as a group of its own. The
    width is rounded down to 1, 2 or 5 times a power of ten, so that edges can be read off the
    axis.

    Args:
        ordered: (n,) values, each no less than the one before.
        weights: (n,) how often each counts; they leave the bars as wide as they are.

    >>> bars = histogram(np.array([1.0, 1.5, 2.0, 3.0, 5.0, 9.0]))
    >>> bars.edges
    array([ 1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10.])
    >>> bars.counts
    array([2., 1., 1., 0., 1., 0., 0., 0., 1.])
    """
    low, high, n = float(ordered[0]), float(ordered[-1]), len(ordered)
    middle = float(np.diff(_quantiles(ordered, np.array([0.25, 0.75])))[0])
    advised = (high - low) / (1.0 + math.log2(n))
    for spread, count in ((middle, n), (narrowest_half(ordered), n / 2.0)):
        if spread > 0.0:
            advised = min(advised, 2.0 * spread / np.cbrt(count))
    finest = FINEST * float(np.spacing(max(-low, high)))
    width = Round.below(max(advised, finest))
    if (high - low) / width.value > MOST_BINS - 2:
        # the next round number is at most 2.5 times larger
        width = Round.below(2.5 * (high - low) / (MOST_BINS - 2))
    edges = width.multiples_around(low, high)
    upto = np.searchsorted(ordered, edges)
    if weights is None:
        counts = np.diff(upto).astype(np.float64)
    else:
        counts = np.add.reduceat(np.append(weights, 0.0), upto)[:-1] * (np.diff(upto) > 0)
    return Histogram(edges, counts, counts / (counts.sum() * np.diff(edges)))


def one_bar(ordered: Floats, weights: Floats | None = None) -> Histogram:
    """All values in one bar around them, where they are too much alike for any other.

    >>> one_bar(np.array([2.0, 2.0])).edges
    array([1.9, 2.1])
    """
    low, high = float(ordered[0]), float(ordered[-1])
    half = max(-low, high) / 20.0 or 1.0
    count = np.array([float(len(ordered) if weights is None else weights.sum())])
    edges = np.array([low - half, high + half])
    return Histogram(edges, count, 1.0 / np.diff(edges))


def _quantiles(ordered: Floats, p: Floats) -> Floats:
    """(m,) quantiles of values in order, by straight lines between these."""
    places = p * (len(ordered) - 1)
    below = places.astype(np.intp)
    one, next_one = ordered[below], ordered[np.minimum(below + 1, len(ordered) - 1)]
    return one + (places - below) * (next_one - one)


def narrowest_half(ordered: Floats) -> float:
    """The width of the narrowest interval that holds half of the values, which are in order.

    Of a normal distribution it is the interquartile range; of separate groups it tells how wide
    the densest of them is, not how far they lie apart.

    >>> narrowest_half(np.array([0.0, 1.0, 1.5, 2.0, 9.0, 12.0]))
    1.0
    """
    reach = (len(ordered) + 1) // 2 - 1
    return float((ordered[reach:] - ordered[: len(ordered) - reach]).min())


@dataclass(frozen=True)
class Round:
    """A round number: 1, 2 or 5 times a power of ten."""

    digit: int
    power: int

    @classmethod
    def below(cls, value: float) -> Round:
        """The largest round number that is not above ``value``.

        >>> [Round.below(value).value for value in (7.4, 4.9, 0.013)]
        [5.0, 2.0, 0.01]
        """
        power = math.floor(math.log10(value))
        candidates = (cls(5, power), cls(2, power), cls(1, power))
        # 10^power itself may lie above by rounding
        return next((one for one in candidates if one.value <= value), cls(5, power - 1))

    @property
    def value(self) -> float:
        """The number itself."""
        return float(self.times(np.array(1.0)))

    def times(self, counts: Floats) -> Floats:
        """Multiples, each the double nearest to the decimal number that it is.

        >>> Round(1, -1).times(np.array([3.0])), 3 * 0.1
        (array([0.3]), 0.30000000000000004)
        """
        counts = counts * float(self.digit)
        return counts * 10.0**self.power if self.power >= 0 else counts / 10.0**-self.power

    def multiples_around(self, low: float, high: float) -> Floats:
        """Adjacent multiples, the first not above ``low`` and the last above ``high``."""
        first, last = math.floor(low / self.value) - 1, math.floor(high / self.value) + 2
        edges = self.times(np.arange(first, last + 1, dtype=np.float64))
        begin, end = np.searchsorted(edges, [low, high], side="right")
        return edges[begin - 1 : end + 1]
