"""First groups by k-means, with the draws that scikit-learn makes from the same generator."""

from __future__ import annotations

import math

import numpy as np

from emkit.kmeans import lloyd
from emkit.numerics import Floats

# Centres have arrived when their squared moves sum to this share of the mean variance.
ARRIVED = 1e-4


def grouped(x: Floats, k: int, rng: np.random.RandomState) -> np.ndarray:
    """(n,) the group of each row by k-means from ``spread_out`` centres, variables as they are."""
    points = x - x.mean(axis=0)
    centres = points[spread_out(points, k, rng)]
    tol = ARRIVED * float(points.var(axis=0).mean())
    return lloyd(points, np.ones(len(points)), centres, tol=tol).labels


def spread_out(x: Floats, k: int, rng: np.random.RandomState) -> np.ndarray:
    """(k,) the rows that greedy k-means++ draws (Arthur and Vassilvitskii 2007).

    For each centre 2 + log k candidates are drawn, with probability proportional to their squared
    distance from the nearest centre before; the one that leaves the least inertia is taken.

    >>> rows = spread_out(np.array([[0.0], [0.1], [9.0]]), 2, np.random.RandomState(0))
    >>> 2 in rows
    True
    """
    n, tried = len(x), 2 + int(math.log(k))
    chosen = [rng.choice(n, p=np.full(n, 1.0 / n))]
    nearest = _squared(x, x[chosen])[0]
    for _ in range(1, k):
        edges = np.cumsum(nearest)
        drawn = np.searchsorted(edges, rng.uniform(size=tried) * nearest.sum())
        drawn = np.minimum(drawn, n - 1)
        left = np.minimum(nearest, _squared(x, x[drawn]))
        best = int(left.sum(axis=1).argmin())
        nearest = left[best]
        chosen.append(drawn[best])
    return np.array(chosen)


def _squared(x: Floats, centres: Floats) -> Floats:
    """(c, n) squared distances of all rows from each centre."""
    deviations = x - centres[:, None, :]
    return np.einsum("cij,cij->ci", deviations, deviations)
