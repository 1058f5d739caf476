"""k-means: hard labels for as many groups as asked, by Lloyd's iteration.

The groups minimise the inertia, sum_i w_i |x_i - centre of its group|^2: what EM does to a
spherical mixture of equal weights as its one variance goes to zero.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from emkit.data.observations import Observations
from emkit.errors import check_name
from emkit.numerics import Floats
from emkit.work import Share, outcome

Labels = np.ndarray

SCALES = ("standard", "none")


@dataclass(frozen=True, eq=False)
class KMeans:
    """Groups found by k-means.

    Attributes:
        labels: (n,) the group of each row, from 0.
        centres: (k, d) the mean of each group, in the units of the data.
        inertias: the sum of squared distances (on the scale that was chosen) after each
            iteration; it never rises.
        converged: whether the labels had stopped changing.
    """

    labels: Labels
    centres: Floats
    inertias: tuple[float, ...]
    converged: bool

    @property
    def inertia(self) -> float:
        """The sum of squared distances that was reached."""
        return self.inertias[-1]

    @property
    def iterations(self) -> int:
        """How many times centres were moved."""
        return len(self.inertias) - 1


def kmeans(
    data: Observations,
    k: int,
    rng: np.random.Generator,
    *,
    scale: str = "standard",
    restarts: int = 1,
    max_iter: int = 300,
) -> KMeans:
    """Group the rows around ``k`` centres (Lloyd 1982, doi:10.1109/TIT.1982.1056489).

    Args:
        data: the observations; their weights count.
        k: the number of groups.
        rng: where the first centres come from (see ``plus_plus``).
        scale: "standard" measures every variable in its standard deviations, so that units do
            not matter; "none" takes the variables as they are.
        restarts: runs from different first centres; the one of least inertia is returned.
        max_iter: the iteration limit of each.

    >>> from emkit.data.observations import observe
    >>> found = kmeans(observe([1.0, 1.2, 1.4, 4.8, 5.0]), 2, np.random.default_rng(0))
    >>> sorted(found.centres.ravel().round(9).tolist())
    [1.2, 4.9]
    """
    return outcome(grouping(data, k, rng, scale=scale, restarts=restarts, max_iter=max_iter))


def grouping(
    data: Observations,
    k: int,
    rng: np.random.Generator,
    *,
    scale: str = "standard",
    restarts: int = 1,
    max_iter: int = 300,
) -> Generator[Share, None, KMeans]:
    """``kmeans`` as a generator that yields its progress at every iteration."""
    check_name(scale, SCALES, "scale")
    unit = np.sqrt(data.variances) if scale == "standard" else np.ones(data.d)
    unit = np.where(unit > 0.0, unit, 1.0)
    points = (data.x - data.means) / unit
    weights = np.ones(data.n) if data.weights is None else data.weights
    runs = []
    for run in range(restarts):
        told, first = Share("k-means runs", run, restarts), plus_plus(points, weights, k, rng)
        runs.append((yield from _moving(points, weights, first, max_iter, 0.0, told)))
    best = min(runs, key=lambda run: run.inertia)
    centres = data.means + best.centres * unit
    return KMeans(best.labels, centres, best.inertias, best.converged)


def plus_plus(points: Floats, weights: Floats, k: int, rng: np.random.Generator) -> Floats:
    """(k, d) first centres among the rows, far apart (Arthur and Vassilvitskii 2007).

    Each is drawn with probability proportional to its weight times its squared distance from
    the nearest one drawn before.

    >>> plus_plus(np.array([[0.0], [9.0]]), np.ones(2), 2, np.random.default_rng(0)).sum()
    np.float64(9.0)
    """
    chosen = [_draw(weights, rng)]
    nearest = _squared(points, points[chosen[0]])
    for _ in range(1, k):
        mass = weights * nearest
        chosen.append(_draw(mass if mass.any() else weights, rng))
        nearest = np.minimum(nearest, _squared(points, points[chosen[-1]]))
    return points[chosen]


def lloyd(
    points: Floats, weights: Floats, centres: Floats, max_iter: int = 300, tol: float = 0.0
) -> KMeans:
    """Assign points to their nearest centre and move each centre to their mean, in turn.

    Args:
        points: (n, d), measured as distances should be.
        weights: (n,) how often each counts.
        centres: (k, d) the first ones.
        max_iter: the iteration limit.
        tol: also ends when the squared moves of all centres sum to this at most.

    >>> points = np.array([[0.0], [1.0], [9.0]])
    >>> lloyd(points, np.ones(3), points[:2]).labels
    array([0, 0, 1])
    """
    return outcome(_moving(points, weights, centres, max_iter, tol, Share("k-means runs", 0, 1)))


def _moving(
    points: Floats, weights: Floats, centres: Floats, max_iter: int, tol: float, told: Share
) -> Generator[Share, None, KMeans]:
    """``lloyd`` as a generator that yields ``told`` before every iteration."""
    labels, distances = _assign(points, centres)
    inertias, converged = [float(weights @ distances)], False
    for _ in range(max_iter):
        yield told
        left, previous = centres, labels
        centres = _move(points, weights, labels, distances, len(centres))
        labels, distances = _assign(points, centres)
        inertias.append(float(weights @ distances))
        converged = bool((labels == previous).all())
        if converged or ((centres - left) ** 2).sum() <= tol:
            break
    return KMeans(labels, centres, tuple(inertias), converged)


def _assign(points: Floats, centres: Floats) -> tuple[Labels, Floats]:
    """The nearest centre of each point, and its squared distance."""
    labels = np.zeros(len(points), dtype=np.intp)
    nearest = _squared(points, centres[0])
    for j, centre in enumerate(centres[1:], start=1):
        distances = _squared(points, centre)
        closer = distances < nearest
        labels[closer] = j
        np.minimum(nearest, distances, out=nearest)
    return labels, nearest


def _move(points: Floats, weights: Floats, labels: Labels, distances: Floats, k: int) -> Floats:
    """The mean of each group; a group without points takes the point farthest from its own."""
    counts = np.bincount(labels, weights, minlength=k)
    sums = [np.bincount(labels, weights * column, minlength=k) for column in points.T]
    centres = np.stack(sums, axis=1) / np.where(counts > 0.0, counts, 1.0)[:, None]
    empty = np.flatnonzero(counts == 0.0)
    if len(empty):
        far = np.argsort(np.where(weights > 0.0, -distances, 0.0), kind="stable")
        centres[empty] = points[far[: len(empty)]]
    return centres


def _squared(points: Floats, centre: Floats) -> Floats:
    """(n,) squared distances, by differences: expanding the square would cancel."""
    deviations = points - centre
    return np.einsum("ij,ij->i", deviations, deviations)


def _draw(mass: Floats, rng: np.random.Generator) -> int:
    """One index, with probability proportional to ``mass``."""
    edges = np.cumsum(mass)
    return int(np.searchsorted(edges, rng.random() * edges[-1], side="right"))
