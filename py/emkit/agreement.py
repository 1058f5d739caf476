"""How far two ways to group the same rows agree."""

from __future__ import annotations

import numpy as np

from emkit.matching import assignment
from emkit.numerics import Floats


def cross_table(one: np.ndarray, other: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Counts of the rows that have each pair of labels.

    Args:
        one, other: (n,) labels from 0.
        shape: how many different labels each may have.

    >>> cross_table(np.array([0, 0, 1]), np.array([2, 2, 0]), (2, 3)).tolist()
    [[0, 0, 2], [1, 0, 0]]
    """
    rows, columns = shape
    pairs = one.astype(np.intp) * columns + other.astype(np.intp)
    return np.bincount(pairs, minlength=rows * columns).reshape(shape)


def adjusted_rand(table: np.ndarray) -> float:
    """The adjusted Rand index of a cross table: 1 for the same groups, 0 on average by chance.

    The share of pairs of rows that both groupings treat alike, corrected for chance (Hubert and
    Arabie 1985, doi:10.1007/BF01908075).

    >>> adjusted_rand(np.array([[2, 0], [0, 3]]))
    1.0
    >>> round(adjusted_rand(np.array([[1, 1], [1, 2]])), 4)
    -0.25
    """
    together = _pairs(table).sum()
    in_one, in_other = _pairs(table.sum(axis=1)).sum(), _pairs(table.sum(axis=0)).sum()
    every = _pairs(table.sum())
    by_chance = in_one * in_other / every if every else 0.0
    most = 0.5 * (in_one + in_other)
    # Where both put all rows together, or all apart, there is nothing to disagree about.
    return 1.0 if most == by_chance else float((together - by_chance) / (most - by_chance))


def partners(table: np.ndarray) -> np.ndarray:
    """Which row of a cross table each column goes with, so that most is on common ground.

    Every row has one partner at most; a column that is left over has -1.

    >>> partners(np.array([[0, 9, 1], [8, 0, 2]])).tolist()
    [1, 0, -1]
    """
    rows, columns = table.shape
    size = max(rows, columns)
    cost = np.zeros((size, size))
    cost[:columns, :rows] = -table.T
    found = assignment(cost)[:columns]
    return np.where(found < rows, found, -1)


def _pairs(counts: np.ndarray | np.integer) -> Floats:
    """Unordered pairs among so many rows."""
    many = np.asarray(counts, dtype=np.float64)
    return 0.5 * many * (many - 1.0)
