"""Hard labels beside EM: the same data, grouped by k-means or hierarchically."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.data.observations import Observations, observe, require_enough
from emkit.errors import check_name
from emkit.hierarchical import LINKAGES, Hierarchy, joining, numbered
from emkit.kmeans import KMeans, grouping
from emkit.numerics import Floats
from emkit.options import check_components
from emkit.work import Share, outcome

METHODS = ("kmeans", *LINKAGES)

# k-means is run so many times, and the run of least inertia kept; fewer times where there are so
# many rows that a run takes long. This is how many distances all runs may take an iteration.
KMEANS_RUNS = 10
KMEANS_DISTANCES = 2_000_000


@dataclass(frozen=True, eq=False)
class Clusters:
    """Groups of rows.

    Attributes:
        labels: (n,) the group of each row, from 0, numbered by their first rows.
        means: (k, d) of the groups, in the units of the data.
        method: how they were found.
        detail: what the method itself has to say: ``KMeans`` or ``Hierarchy``.
    """

    labels: np.ndarray
    means: Floats
    method: str
    detail: KMeans | Hierarchy


def cluster(
    x: Any,
    components: int = 2,
    method: str = "kmeans",
    *,
    scale: str = "standard",
    sample_weight: Any = None,
    seed: int = 0,
) -> Clusters:
    """Group the rows without a model.

    Args:
        x: (n, d) observations, or n numbers.
        components: the number of groups.
        method: "kmeans", or a linkage of hierarchical clustering: "ward", "complete", "average",
            "single".
        scale: "standard" measures every variable in its standard deviations; "none" does not.
        sample_weight: (n,) how often each row counts; for k-means.
        seed: of the random number generator.

    Raises:
        EmError: the kind says whether data or options are at fault.

    >>> cluster([1.0, 1.2, 5.0, 4.8, 1.4], 2, "average").labels
    array([0, 0, 1, 1, 0])
    """
    work = clustering(x, components, method, scale=scale, sample_weight=sample_weight, seed=seed)
    return outcome(work)


def clustering(
    x: Any,
    components: int = 2,
    method: str = "kmeans",
    *,
    scale: str = "standard",
    sample_weight: Any = None,
    seed: int = 0,
) -> Generator[Share, None, Clusters]:
    """``cluster`` as a generator that yields its progress."""
    k = check_components(components)
    check_name(method, METHODS, "method")
    data = x if isinstance(x, Observations) else observe(x, sample_weight=sample_weight)
    require_enough(data, k)
    if method == "kmeans":
        rng = np.random.default_rng(seed)
        detail = yield from grouping(data, k, rng, scale=scale, restarts=kmeans_runs(data, k))
        labels = numbered(detail.labels)
    else:
        detail = yield from joining(data, linkage=method, scale=scale)
        labels = detail.labels(k)
    return Clusters(labels, _means(data, labels, k), method, detail)


def kmeans_runs(data: Observations, k: int) -> int:
    """How many times k-means is run.

    >>> kmeans_runs(observe(range(1000)), 2)
    10
    """
    return max(1, min(KMEANS_RUNS, KMEANS_DISTANCES // (data.n * k)))


def _means(data: Observations, labels: np.ndarray, k: int) -> Floats:
    """(k, d) weighted means; of rows without weight, where a group has no others, plain ones."""
    weights = np.ones(data.n) if data.weights is None else data.weights
    members = [labels == j for j in range(k)]
    groups = [weights * of if (weights * of).any() else of.astype(np.float64) for of in members]
    return np.stack([group @ (data.x - data.means) / group.sum() for group in groups]) + data.means
