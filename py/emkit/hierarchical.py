"""Hierarchical clustering: rows joined two by two until all are one group.

======== ======================================================================
linkage  distance between two groups
======== ======================================================================
ward     sqrt(2 a b / (a + b)) |centre - centre| = sqrt(2 * the growth of the inertia)
complete the largest between their rows
average  the mean between their rows
single   the smallest between their rows
======== ======================================================================

All follow the update of Lance and Williams (1967, doi:10.1093/comjnl/9.4.373), and are found by
the nearest-neighbour chain (Murtagh 1983, doi:10.1093/comjnl/26.4.354) in time n^2.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np

from emkit.data.observations import Observations
from emkit.errors import OptionError, TooManyRows, check_name
from emkit.kmeans import SCALES
from emkit.numerics import Floats
from emkit.work import Share, outcome

# The table of distances has n^2 entries: 128 MB of doubles at this many rows.
MOST_ROWS = 4000

# The distances of so many rows from all are one piece of work, and so many joins.
ROWS, JOINS = 128, 64

Update = Callable[[Floats, Floats, float, float, float, Floats], Floats]


def _ward(i: Floats, j: Floats, apart: float, a: float, b: float, sizes: Floats) -> Floats:
    """Squared distances from the union of groups of ``a`` and ``b`` rows."""
    return ((a + sizes) * i + (b + sizes) * j - sizes * apart) / (a + b + sizes)


def _average(i: Floats, j: Floats, apart: float, a: float, b: float, sizes: Floats) -> Floats:
    del apart, sizes
    return (a * i + b * j) / (a + b)


def _complete(i: Floats, j: Floats, apart: float, a: float, b: float, sizes: Floats) -> Floats:
    del apart, a, b, sizes
    return np.maximum(i, j)


def _single(i: Floats, j: Floats, apart: float, a: float, b: float, sizes: Floats) -> Floats:
    del apart, a, b, sizes
    return np.minimum(i, j)


LINKAGES: dict[str, Update] = {
    "ward": _ward,
    "complete": _complete,
    "average": _average,
    "single": _single,
}


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """The order in which groups were joined.

    Attributes:
        merges: (n - 1, 2) the two groups joined at each step: rows are 0 to n - 1, and the
            group made at step s is n + s. The smaller number comes first.
        heights: (n - 1,) the distance between them, which never falls.
        linkage: what distance that is.
    """

    merges: np.ndarray
    heights: Floats
    linkage: str

    def labels(self, k: int) -> np.ndarray:
        """(n,) labels from 0 of the ``k`` groups before the last k - 1 joins.

        Groups are numbered by their first rows.

        Raises:
            OptionError: k is not between 1 and n.
        """
        n = len(self.merges) + 1
        if not 1 <= k <= n:
            raise OptionError(
                f"The number of groups is {k}, and there are {n} rows.",
                where={"field": "components"},
                remedy=f"Choose a number from 1 to {n}.",
            )
        root = np.arange(n + len(self.merges))
        for step, (a, b) in enumerate(self.merges[: n - k]):
            root[a] = root[b] = n + step
        for group in range(len(root) - 1, -1, -1):
            root[group] = root[root[group]]
        return numbered(root[:n])


def hierarchical(
    data: Observations, *, linkage: str = "ward", scale: str = "standard"
) -> Hierarchy:
    """Join rows and groups of rows, the nearest first.

    Args:
        data: at most 4,000 observations.
        linkage: "ward", "complete", "average" or "single".
        scale: "standard" measures every variable in its standard deviations, so that units do
            not matter; "none" takes the variables as they are.

    Raises:
        TooManyRows: the table of distances would not fit.
        OptionError: the data carry weights.

    >>> from emkit.data.observations import observe
    >>> tree = hierarchical(observe([1.0, 1.2, 5.0, 4.8, 1.4]), scale="none")
    >>> tree.labels(2)
    array([0, 0, 1, 1, 0])
    >>> tree.heights.round(3)
    array([0.2  , 0.2  , 0.346, 5.732])
    """
    return outcome(joining(data, linkage=linkage, scale=scale))


def joining(
    data: Observations, *, linkage: str = "ward", scale: str = "standard"
) -> Generator[Share, None, Hierarchy]:
    """``hierarchical`` as a generator that yields its progress."""
    check_name(linkage, LINKAGES, "linkage")
    check_name(scale, SCALES, "scale")
    if data.n > MOST_ROWS:
        raise TooManyRows(
            f"Hierarchical clustering compares all pairs of rows, and {data.n:,} are too many.",
            remedy=f"Take a sample of at most {MOST_ROWS:,} rows, or use k-means.",
        )
    if data.weights is not None:
        raise OptionError(
            "Hierarchical clustering takes no observation weights.",
            where={"field": "sample_weight"},
            remedy="Leave them out, or use k-means.",
        )
    unit = np.sqrt(data.variances) if scale == "standard" else np.ones(data.d)
    points = (data.x - data.means) / np.where(unit > 0.0, unit, 1.0)
    table = yield from _distances(points, squared=linkage == "ward")
    pairs, heights = yield from _chain(table, LINKAGES[linkage])
    order = np.argsort(heights, kind="stable")
    heights = np.sqrt(heights[order]) if linkage == "ward" else heights[order]
    return Hierarchy(_numbered(pairs[order]), heights, linkage)


def numbered(labels: np.ndarray) -> np.ndarray:
    """The same groups, numbered from 0 in the order of their first rows.

    >>> numbered(np.array([7, 2, 7, 5]))
    array([0, 1, 0, 2])
    """
    _, first, numbers = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[numbers]


def _distances(points: Floats, *, squared: bool) -> Generator[Share, None, Floats]:
    """(n, n) between all rows, infinite on the diagonal."""
    n = len(points)
    table = np.zeros((n, n))
    for first in range(0, n, ROWS):
        yield Share("distances", first, n)
        some = slice(first, first + ROWS)
        for column in points.T:
            table[some] += (column[some, None] - column) ** 2
        if not squared:
            np.sqrt(table[some], out=table[some])
    np.fill_diagonal(table, np.inf)
    return table


def _chain(table: Floats, update: Update) -> Generator[Share, None, tuple[np.ndarray, Floats]]:
    """The joins and their distances, in the order in which mutual neighbours are met.

    Follow nearest neighbours until two are each other's nearest: those can be joined at once,
    since with these linkages a union is never nearer to others than both of its parts were.
    """
    n = len(table)
    sizes, alive = np.ones(n), np.full(n, True)
    pairs, heights = np.zeros((max(n - 1, 0), 2), dtype=np.intp), np.zeros(max(n - 1, 0))
    chain: list[int] = []
    for step in range(n - 1):
        if step % JOINS == 0:
            yield Share("joins", step, n - 1)
        if not chain:
            chain.append(int(np.argmax(alive)))
        while True:
            row = table[chain[-1]]
            nearest = int(np.argmin(row))
            if len(chain) > 1 and row[chain[-2]] <= row[nearest]:
                break
            chain.append(nearest)
        i, j = chain.pop(), chain.pop()
        apart = float(table[i, j])
        pairs[step], heights[step] = (i, j), apart
        joined = _joined(table, sizes, alive, i, j, apart, update)
        table[j, :] = table[:, j] = joined
        table[i, :] = table[:, i] = np.inf
        sizes[j], alive[i] = sizes[i] + sizes[j], False
    return pairs, heights


def _joined(
    table: Floats, sizes: Floats, alive: np.ndarray, i: int, j: int, apart: float, update: Update
) -> Floats:
    """(n,) the distances of the union of i and j from every other living group."""
    others = alive.copy()
    others[[i, j]] = False
    result = np.full(len(table), np.inf)
    result[others] = update(
        table[i, others], table[j, others], apart, sizes[i], sizes[j], sizes[others]
    )
    return result


def _numbered(pairs: np.ndarray) -> np.ndarray:
    """Pairs of rows that stand for their groups, to pairs of group numbers."""
    n = len(pairs) + 1
    parent, number = np.arange(n), np.arange(n)

    def find(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    merges = np.zeros_like(pairs)
    for step, (a, b) in enumerate(pairs):
        a, b = find(a), find(b)
        merges[step] = sorted((number[a], number[b]))
        parent[a], number[b] = b, n + step
    return merges
