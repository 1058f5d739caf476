"""Whether the data look as the fitted mixture says: shares of rows beside probabilities.

In one variable the value F(x) of a mixture's distribution function is uniform between 0 and 1 if
x comes from that mixture (the probability integral transform; Rosenblatt 1952,
doi:10.1214/aoms/1177729394). In more, the squared Mahalanobis distance of a point from the mean
of the component that it came from is chi-square with d degrees of freedom (Healy 1968,
doi:10.2307/2985678, for one component). Where it came from is not known: so each point counts
for every component by its responsibility, which keeps the distribution the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from emkit.chi_square import cdf
from emkit.data.observations import Observations
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats

BINS = 20

# As many points as a chart of a few hundred pixels can use.
POINTS = 2000
STEPS = 200
ROWS = 20_000

# How far the share of n rows and the probability lie apart at most, by chance, with probability
# 95 %, is below this over the root of n (Massart 1990, doi:10.1214/aop/1176990746). With fitted
# parameters they are nearer yet.
BAND = math.sqrt(0.5 * math.log(2.0 / 0.05))


@dataclass(frozen=True, eq=False)
class Uniformity:
    """Shares of the rows beside the probabilities that the mixture gives them.

    Attributes:
        model: (m,) probabilities, increasing.
        share: (m,) the shares of rows that are that low.
        heights: (BINS,) rows in equal parts of 0 to 1, in units of what the mixture expects.
        components: (k, m) the shares within each component, for more than one variable.
    """

    model: Floats
    share: Floats
    heights: Floats
    components: Floats | None = None


@dataclass(frozen=True, eq=False)
class Ranks:
    """Values of one variable in order, as many as a chart needs.

    Attributes:
        values: (m,) increasing.
        share: (m,) the share of rows below each, half of itself counted.
        mass: (m,) the share of rows that each stands for.
    """

    values: Floats
    share: Floats
    mass: Floats

    @classmethod
    def of(cls, ordered: Floats, weights: Floats | None = None) -> Ranks:
        """Values in order, each with its weight."""
        n = len(ordered)
        places = np.unique(np.linspace(0, n - 1, min(n, POINTS)).round().astype(int))
        if weights is None:
            share, each = (places + 0.5) / n, np.full(len(places), 1.0 / n)
        else:
            shares = weights / weights.sum()
            share, each = (np.cumsum(shares) - 0.5 * shares)[places], shares[places]
        ends = np.concatenate([[0.0], 0.5 * (share[1:] + share[:-1]), [1.0]])
        return cls(ordered[places], share, each if len(places) == n else np.diff(ends))


def in_order(data: Observations) -> tuple[Floats, Floats | None]:
    """The values of one variable that count, in order, and their weights, if they have some."""
    x, weights = data.counted
    if weights is None:
        return np.sort(x[:, 0]), None
    order = np.argsort(x[:, 0], kind="stable")
    return x[order, 0], weights[order]


def of_values(model: GaussianMixtureModel, params: GaussianParams, ranks: Ranks) -> Uniformity:
    """The probability integral transform of one variable.

    >>> model = GaussianMixtureModel(1, np.ones(1), "full", np.zeros(1))
    >>> normal = GaussianParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)), "full")
    >>> seen = of_values(model, normal, Ranks.of(np.array([-1.0, 0.0, 0.0, 1.0])))
    >>> seen.model.round(3), seen.share
    (array([0.159, 0.5  , 0.5  , 0.841]), array([0.125, 0.375, 0.625, 0.875]))
    """
    probabilities = model.cdf(params, ranks.values)
    counts = np.histogram(probabilities, BINS, (0.0, 1.0), weights=ranks.mass)[0]
    return Uniformity(probabilities, ranks.share, BINS * counts)


def of_distances(params: GaussianParams, x: Floats, shares: Floats) -> Uniformity:
    """Squared Mahalanobis distances held against the chi-square distribution.

    Args:
        params: a mixture in d variables.
        x: (m, d) rows.
        shares: (m, k) how much each counts for each component: responsibilities, times weights.
    """
    k, d = params.means.shape
    counts = np.stack([_counts(distances(params, j, x), shares[:, j], d) for j in range(k)])
    totals = counts.sum(axis=1, keepdims=True)
    within = np.cumsum(counts, axis=1) / np.where(totals > 0.0, totals, 1.0)
    every = counts.sum(axis=0) / counts.sum()
    heights = BINS * every.reshape(BINS, -1).sum(axis=1)
    return Uniformity(np.arange(1, STEPS + 1) / STEPS, np.cumsum(every), heights, within)


def distances(params: GaussianParams, component: int, x: Floats) -> Floats:
    """(m,) the squared Mahalanobis distances of (m, d) rows from the mean of a component."""
    whitening = params.structure.whitening(params.covariances, *params.means.shape)
    deviations = np.ascontiguousarray(x.T) - params.means[component][:, None]
    found = np.empty(len(x))
    whitening.log_kernel(component, deviations, out=found)
    return -2.0 * found


def _counts(squares: Floats, weights: Floats, d: int) -> np.ndarray:
    """(STEPS,) how much weight falls into equal parts of the chi-square probabilities."""
    radii, probabilities = _table(d)
    level = np.interp(np.sqrt(squares), radii, probabilities)
    part = np.minimum((level * STEPS).astype(np.intp), STEPS - 1)
    return np.bincount(part, weights, minlength=STEPS)


@lru_cache
def _table(d: int) -> tuple[Floats, Floats]:
    """Probabilities at distances so dense that straight lines between them miss less than 1e-5."""
    radii = np.linspace(0.0, math.sqrt(d) + 8.0, 4096)
    return radii, cdf(radii**2, d)
