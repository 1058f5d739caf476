"""Range, mean and spread of every column, summed while a table is read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.numerics import Floats


@dataclass(frozen=True, eq=False)
class ColumnSummary:
    """What d columns hold, each array (d,).

    Attributes:
        counts: how many numbers.
        low, high: the smallest and the largest, inf and -inf where there are none.
        means: of the numbers.
        scatters: the sums of squared deviations from the mean.
    """

    counts: Floats
    low: Floats
    high: Floats
    means: Floats
    scatters: Floats

    @classmethod
    def nothing(cls, d: int) -> ColumnSummary:
        """The summary of no rows."""
        infinite = np.full(d, np.inf)
        return cls(np.zeros(d), infinite, -infinite, np.zeros(d), np.zeros(d))

    @classmethod
    def of(cls, values: Floats) -> ColumnSummary:
        """The summary of (r, d) numbers, of which NaN are none."""
        there = ~np.isnan(values)
        if there.all():
            counts, low, high, plain = float(len(values)), values, values, values
        else:
            counts = there.sum(axis=0, dtype=np.float64)
            low, high = np.where(there, values, np.inf), np.where(there, values, -np.inf)
            plain = np.where(there, values, 0.0)
        counts = np.broadcast_to(counts, values.shape[1:])
        with np.errstate(over="ignore", invalid="ignore"):  # squares of 1e200: told of later
            means = plain.sum(axis=0) / np.maximum(counts, 1.0)
            deviations = np.where(there, values - means, 0.0)
            scatters = np.einsum("ij,ij->j", deviations, deviations)
        return cls(counts, low.min(axis=0), high.max(axis=0), means, scatters)

    def merged(self, other: ColumnSummary) -> ColumnSummary:
        """The summary of both (Chan, Golub and LeVeque 1979)."""
        counts = self.counts + other.counts
        share = other.counts / np.maximum(counts, 1.0)
        with np.errstate(over="ignore", invalid="ignore"):
            gap = other.means - self.means
            scatters = self.scatters + other.scatters + self.counts * share * gap**2
        low, high = np.minimum(self.low, other.low), np.maximum(self.high, other.high)
        return ColumnSummary(counts, low, high, self.means + share * gap, scatters)

    @property
    def standard_deviations(self) -> Floats:
        """The square root of the mean squared deviation."""
        return np.sqrt(self.scatters / np.maximum(self.counts, 1.0))
