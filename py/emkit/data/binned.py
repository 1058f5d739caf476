"""Counts in intervals: what is left of numbers that were grouped, rounded or censored."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.data.observations import LARGEST, Observations
from emkit.data.sample_weights import check_weights
from emkit.errors import NotFinite, TooFewValues
from emkit.numerics import Floats
from emkit.words import brief


@dataclass(frozen=True, eq=False, init=False)
class Binned:
    """How many values of one variable fell into each of several adjacent intervals.

    A fit to it maximises sum_b c_b log P_b, P_b being the probability that the mixture gives to
    bin b: integrated, with no midpoint standing in for its values.

    Attributes:
        edges: (b + 1,) increasing; the first may be -inf and the last inf (open bins).
        counts: (b,) real, not negative.
        columns: the name of the variable.

    >>> bins = Binned([-np.inf, 1, 2, np.inf], [3, 5, 2])
    >>> bins.total_weight
    10.0
    """

    edges: Floats
    counts: Floats
    columns: tuple[str, ...]

    def __init__(self, edges: Any, counts: Any, columns: Sequence[str] = ("x",)) -> None:
        """Check the edges and counts.

        Raises:
            NotFinite: edges that do not increase or are not numbers.
            WeightError: counts that are negative, all zero, or not one for each bin.
        """
        checked = _edges(edges)
        object.__setattr__(self, "edges", checked)
        object.__setattr__(self, "counts", check_weights(counts, len(checked) - 1))
        object.__setattr__(self, "columns", tuple(columns))

    @property
    def n(self) -> int:
        """The number of bins."""
        return len(self.counts)

    @property
    def d(self) -> int:
        """The number of variables: one."""
        return 1

    @property
    def total_weight(self) -> float:
        """The number of values in all bins, n in BIC."""
        return math.fsum(self.counts)

    def representatives(self) -> Observations:
        """One row for each bin, its midpoint, weighted by its count: to compute starts from.

        An open bin is taken to be as wide as its neighbour.
        """
        edges = self.edges.copy()
        if np.isinf(edges[0]):
            edges[0] = 2.0 * edges[1] - edges[2]
        if np.isinf(edges[-1]):
            edges[-1] = 2.0 * edges[-2] - edges[-3]
        middles = edges[:-1] + 0.5 * np.diff(edges)
        return Observations(middles[:, None], self.columns, self.counts)


def require_enough_bins(bins: Binned, n_free: int) -> None:
    """Refuse bins too few to tell the parameters apart.

    b bins hold b - 1 free proportions.

    Raises:
        TooFewValues: fewer bins than free parameters plus one.
    """
    if bins.n <= n_free:
        raise TooFewValues(
            f"{n_free} free parameters need at least {n_free + 1} bins, and there are {bins.n}.",
            remedy="Use narrower bins or ask for fewer components.",
        )


def _edges(edges: Any) -> Floats:
    remedy = "Give increasing numbers, one more than there are bins."
    try:
        values = np.array(edges, dtype=np.float64)
    except (TypeError, ValueError):
        values = np.empty(0)
    inner = values[1:-1] if values.ndim == 1 else values
    if values.ndim != 1 or len(values) < 4 or not (np.abs(inner) < LARGEST).all():
        raise NotFinite(
            "The bin edges must be at least four numbers, finite except for the outer two.",
            where={"field": "edges"},
            remedy=remedy,
        )
    wrong = np.flatnonzero(~(np.diff(values) > 0.0))
    if len(wrong):
        edge = float(values[wrong[0] + 1])
        raise NotFinite(
            f"Bin edge {wrong[0] + 2} is {brief(edge)}, not above the one before it.",
            where={"field": "edges", "row": int(wrong[0]) + 2},
            remedy=remedy,
        )
    return values
