"""Which component of one fit is which of another: the assignment of least cost."""

from __future__ import annotations

import numpy as np

from emkit.families.gaussian import GaussianParams
from emkit.numerics import Floats


def assignment(cost: Floats) -> np.ndarray:
    """(k,) the column for each row, all different, whose costs sum to the least.

    The Hungarian method with potentials, in time k^3 (Kuhn 1955, doi:10.1002/nav.3800020109).

    >>> assignment(np.array([[4.0, 1.0, 3.0], [2.0, 0.0, 5.0], [3.0, 2.0, 2.0]]))
    array([1, 0, 2])
    """
    k = len(cost)
    row_price, column_price = np.zeros(k), np.zeros(k + 1)
    owner = np.full(k + 1, -1)  # of each column; the last is where a new row enters
    for row in range(k):
        owner[k], column = row, k
        slack, came_from = np.full(k, np.inf), np.full(k, k)
        seen = np.full(k + 1, False)
        while owner[column] >= 0:
            seen[column] = True
            current = owner[column]
            reduced = cost[current] - row_price[current] - column_price[:k]
            better = ~seen[:k] & (reduced < slack)
            slack[better], came_from[better] = reduced[better], column
            following = int(np.argmin(np.where(seen[:k], np.inf, slack)))
            least = slack[following]
            row_price[owner[seen]] += least
            column_price[seen] -= least
            slack[~seen[:k]] -= least
            column = following
        while column != k:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    result = np.empty(k, dtype=np.intp)
    result[owner[:k]] = np.arange(k)
    return result


def same_components(reference: Floats, other: Floats) -> np.ndarray:
    """(k,) the component of ``other`` that plays the part of each of ``reference``.

    Both are (n, k) responsibilities for the same observations; the match shares the most of
    them (relabelling as in Stephens 2000, doi:10.1111/1467-9868.00265).

    >>> same_components(np.array([[0.9, 0.1], [0.2, 0.8]]), np.array([[0.1, 0.9], [0.7, 0.3]]))
    array([1, 0])
    """
    return assignment(-(reference.T @ other))


def counterparts(reference: GaussianParams, other: GaussianParams) -> list[int | None]:
    """(k,) the component of ``other`` that plays the part of each of ``reference``, or ``None``.

    The match has the least sum of Bhattacharyya distances (1943), which count how far means lie
    apart and how much shapes differ. Where there are fewer components in ``other``, some of the
    reference have no counterpart.

    >>> means = np.array([[0.0], [5.0]])
    >>> one = GaussianParams(np.ones(2) / 2, means, np.ones((2, 1, 1)), "full")
    >>> counterparts(one, one.taking(np.array([1, 0]))), counterparts(one, one.taking([1]))
    ([1, 0], [None, 0])
    """
    k, found = len(reference.weights), len(other.weights)
    cost = np.zeros((max(k, found), max(k, found)))
    cost[:k, :found] = _bhattacharyya(reference, other)
    return [int(j) if j < found else None for j in assignment(cost)[:k]]


def _bhattacharyya(one: GaussianParams, other: GaussianParams) -> Floats:
    """(k, l) distances between components: 1/8 g' inverse(M) g + 1/2 log(det M / sqrt(...))."""
    a, b = one.full_covariances()[:, None], other.full_covariances()[None, :]
    middle = 0.5 * (a + b)  # (k, l, d, d)
    gaps = one.means[:, None] - other.means[None, :]
    solved = np.linalg.solve(middle, gaps[..., None])[..., 0]
    logs = [np.linalg.slogdet(matrix)[1] for matrix in (middle, a, b)]
    distances = np.einsum("klu,klu->kl", gaps, solved) / 8.0
    return distances + 0.5 * (logs[0] - 0.5 * (logs[1] + logs[2]))
