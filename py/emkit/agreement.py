"""How well two ways to divide the same rows agree: the table of both, and the Rand index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.errors import DataError
from emkit.matching import assignment


@dataclass(frozen=True, eq=False)
class Agreement:
    """Groups of rows beside other groups of the same rows.

    Attributes:
        table: (a, b) how many rows are in each group of the first kind and each of the second.
        adjusted_rand: 1 where both divide the rows alike, 0 on average where they have nothing
            to do with each other; it may be negative.
        partners: (a,) the group of the second kind that each of the first is matched with, -1 for
            none; all different, so that as many rows as possible are in matched groups.
        matched: the share of rows that are.
    """

    table: np.ndarray
    adjusted_rand: float
    partners: np.ndarray
    matched: float


def agreement(first: Any, second: Any, sizes: tuple[int, int] | None = None) -> Agreement:
    """Set two groupings of n rows side by side.

    Args:
        first: (n,) the group of each row, whole numbers from 0.
        second: (n,) the same for the other grouping.
        sizes: how many groups there are of each kind; as many as occur when left out.

    Raises:
        DataError: there are not as many rows in both, or none.

    >>> both = agreement([0, 0, 0, 1, 1, 1], [1, 1, 0, 0, 0, 0])
    >>> both.table
    array([[1, 2],
           [3, 0]])
    >>> round(both.adjusted_rand, 4), both.partners, round(both.matched, 4)
    (0.3243, array([1, 0]), 0.8333)
    """
    a, b = np.asarray(first, dtype=np.intp), np.asarray(second, dtype=np.intp)
    if a.shape != b.shape or a.ndim != 1 or len(a) == 0:
        raise DataError(
            f"The groupings have {a.size} and {b.size} rows.",
            remedy="Give a group for every row, twice for the same rows.",
        )
    rows, columns = sizes or (int(a.max()) + 1, int(b.max()) + 1)
    table = np.bincount(a * columns + b, minlength=rows * columns).reshape(rows, columns)
    partners = _partners(table)
    paired = partners >= 0
    matched = table[paired, partners[paired]].sum() / len(a)
    return Agreement(table, adjusted_rand(table), partners, float(matched))


def adjusted_rand(table: np.ndarray) -> float:
    """The Rand index of a table of two groupings, adjusted for chance.

    With C(m) = m (m - 1) / 2 pairs among m rows, n_ij the table, a_i and b_j its sums::

        S = sum_ij C(n_ij),   A = sum_i C(a_i),   B = sum_j C(b_j)
        (S - A B / C(n)) / ((A + B) / 2 - A B / C(n))

    (Hubert and Arabie 1985, doi:10.1007/BF01908075). Two groupings that both put all rows
    together, or all apart, are alike: 1.

    >>> adjusted_rand(np.array([[2, 0], [0, 3]]))
    1.0
    """
    together = _pairs(table).sum()
    in_rows, in_columns = _pairs(table.sum(axis=1)).sum(), _pairs(table.sum(axis=0)).sum()
    by_chance = in_rows * in_columns / max(_pairs(table.sum()), 1.0)
    most = 0.5 * (in_rows + in_columns)
    return 1.0 if most == by_chance else float((together - by_chance) / (most - by_chance))


def _pairs(counts: Any) -> Any:
    return 0.5 * counts * (np.asarray(counts, dtype=np.float64) - 1.0)


def _partners(table: np.ndarray) -> np.ndarray:
    rows, columns = table.shape
    side = max(rows, columns)
    cost = np.zeros((side, side))
    cost[:rows, :columns] = -table
    partners = assignment(cost)[:rows]
    return np.where(partners < columns, partners, -1)
