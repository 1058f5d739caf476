"""Starts computed from the data, by name."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from emkit.data.observations import Observations
from emkit.families.gaussian import GaussianMixtureModel
from emkit.kmeans import kmeans
from emkit.model import Expectation
from emkit.moments import Moments
from emkit.numerics import Floats
from emkit.starts.given import Start, given
from emkit.starts.shares import one_hot, share_moments

if TYPE_CHECKING:  # a browser takes 25 ms to load numpy.random, which not every start needs
    from numpy.random import Generator as Rng

# A group's scatter is joined by so many imaginary rows with the scatter within all groups, so
# that a group of one or two rows is a start too.
LENT_ROWS = 1.0

# What is added to variances so that no start is flat, as a fraction of those of the data.
A_LITTLE = 1e-3

# Lengths that differ by less than this share are alike but for rounding.
ALIKE = 1e-9


def quantiles(model: GaussianMixtureModel, data: Observations, rng: Rng | None = None) -> Start:
    """Groups of equal weight, cut along the longest direction of the data; no randomness.

    For one variable: means at the quantiles (2j - 1) / 2k, equal weights, and one spread, that
    of the data divided by k, in no more digits than a person would type.

    >>> from emkit.data.observations import observe
    >>> data = observe([1.0, 1.2, 1.4, 4.8, 5.0, 5.2])
    >>> quantiles(GaussianMixtureModel.for_data(data, 2), data).params.means.ravel()
    array([1.25, 4.95])
    """
    del rng
    k = model.components
    if data.d > 1:
        shares = _cumulative(data, _scores(data))
        labels = np.minimum((shares * k).astype(np.intp), k - 1)
        return _from_groups(model, data, one_hot(labels, k))
    middles, spread = _middles(data, k), float(model.spread[0])
    finest = min([spread, *np.diff(middles)])
    return given(
        model,
        {
            "means": [_rounded(mean, finest) for mean in middles],
            "standard_deviations": [_rounded(spread / k, spread / k)] * k,
        },
    )


def kmeans_plus_plus(model: GaussianMixtureModel, data: Observations, rng: Rng) -> Start:
    """The groups of one run of k-means from k-means++ centres, each variable standardised."""
    labels = kmeans(data, model.components, rng).labels
    return _sorted(_from_groups(model, data, one_hot(labels, model.components)), data)


def random_points(model: GaussianMixtureModel, data: Observations, rng: Rng) -> Start:
    """k distinct rows as means; equal weights; the covariance of all data over k^(2/d).

    Every variance is a little larger than that, so that data in a subspace are a start too.
    """
    k = model.components
    rows, weights = data.counted
    order = (
        rng.permutation(len(rows))
        if weights is None
        else np.argsort(rng.standard_exponential(len(rows)) / weights)
    )  # a draw without replacement, by weight (Efraimidis and Spirakis 2006)
    means = _first_distinct(rows, order, k)
    everything = share_moments(model, data, np.full((data.n, k), 1.0 / k))
    ridge = model.ridge + A_LITTLE * data.variances
    covariances = model.structure.estimate(everything, ridge) / k ** (2.0 / data.d)
    params = model.params(np.full(k, 1.0 / k), means, covariances)
    return _sorted(Start(params), data)


def random_responsibilities(model: GaussianMixtureModel, data: Observations, rng: Rng) -> Start:
    """Every row shared out uniformly at random, then an M-step."""
    shares = rng.standard_exponential((data.n, model.components))
    shares /= shares.sum(axis=1, keepdims=True)
    return _sorted(_from_groups(model, data, shares), data)


STRATEGIES: dict[str, Callable[[GaussianMixtureModel, Observations, Rng], Start]] = {
    "kmeans++": kmeans_plus_plus,
    "quantiles": quantiles,
    "random_points": random_points,
    "random_responsibilities": random_responsibilities,
}


def _middles(data: Observations, k: int) -> Floats:
    """(k,) the quantiles (2j - 1) / 2k of one variable; of its distinct values where some tie."""
    probabilities = (2.0 * np.arange(k) + 1.0) / (2.0 * k)
    values = data.counted[0][:, 0]
    if data.weights is None:
        middles = np.quantile(values, probabilities)
    else:
        order = np.argsort(data.x[:, 0])
        shares = _cumulative(data, data.x[:, 0])[order]
        middles = np.interp(probabilities, shares, data.x[order, 0])
    if len(np.unique(middles)) < k:
        middles = np.quantile(np.unique(values), probabilities)
    return middles


def _rounded(value: float, size: float) -> float:
    """``value`` to a hundredth of the leading digit of ``size``.

    >>> _rounded(123.456, 7.0), _rounded(0.012345, 0.01), _rounded(-0.1, 1e6)
    (123.46, 0.0123, 0.0)
    """
    return round(float(value), 2 - math.floor(math.log10(size))) + 0.0


def _from_groups(model: GaussianMixtureModel, data: Observations, shares: Floats) -> Start:
    """The M-step of the shares, every component lent some of the scatter within all of them."""
    moments = share_moments(model, data, shares)
    counts = moments.counts
    pooled = moments.scatters.sum(axis=0) / counts.sum()
    little = A_LITTLE * data.variances
    lent = pooled + (np.diag(little) if model.structure.matrix else little)
    counts = np.where(counts > 0.0, counts, LENT_ROWS)  # a group that no row fell into
    factor = (counts / (counts + LENT_ROWS)).reshape(-1, *[1] * (moments.scatters.ndim - 1))
    scatters = (moments.scatters + LENT_ROWS * lent) * factor
    params = model.m_step(Expectation(np.nan, Moments(counts, moments.means, scatters)))
    return Start(params)


def _sorted(start: Start, data: Observations) -> Start:
    """The same start, its components in order along the first principal direction."""
    params, direction = start.params, _direction(data)
    order = np.argsort((params.means - data.means) @ direction, kind="stable")
    return Start(params.taking(order))


def _direction(data: Observations) -> Floats:
    """(d,) the first principal direction of the standardised rows, times 1 / spread.

    Of several that are as long, as those of uncorrelated variables are, the one nearest to the
    first variable that is not across all of them: rounding is to choose nothing.
    """
    spread = np.sqrt(data.variances)
    once = np.full((data.n, 1), 1.0) if data.weights is None else data.weights[:, None]
    about = data.means[None, :]
    moments = Moments.of(data.x, np.ascontiguousarray(once.T), about, matrix=True)
    lengths, axes = np.linalg.eigh(moments.scatters[0] / spread / spread[:, None])
    axis = _nearest_to_a_variable(axes[:, lengths >= lengths[-1] * (1.0 - ALIKE)])
    largest = np.argmax(np.abs(axis) >= np.abs(axis).max() * (1.0 - ALIKE))
    return axis * np.sign(axis[largest]) / spread


def _nearest_to_a_variable(axes: Floats) -> Floats:
    """(d,) the unit vector in the span of m orthonormal (d, m) axes nearest to a variable's own.

    A variable's own lies in the span by the square root of its entry in ``shares``, which add up
    to m: the first with no less than half of the average is taken.

    >>> _nearest_to_a_variable(np.array([[0.0, 0.0], [0.6, -0.8], [0.8, 0.6]])).round(15)
    array([0., 1., 0.])
    """
    shares = (axes**2).sum(axis=1)
    first = np.argmax(shares >= 0.5 * shares.mean())
    return axes @ axes[first] / math.sqrt(shares[first])


def _scores(data: Observations) -> Floats:
    return (data.x - data.means) @ _direction(data)


def _cumulative(data: Observations, values: Floats) -> Floats:
    """(n,) the share of all weight below each value, counting half of its own."""
    weights = np.ones(data.n) if data.weights is None else data.weights
    order = np.argsort(values, kind="stable")
    shares = np.empty(data.n)
    shares[order] = (np.cumsum(weights[order]) - 0.5 * weights[order]) / weights.sum()
    return shares


def _first_distinct(rows: Floats, order: np.ndarray, k: int) -> Floats:
    """The first ``k`` rows in that order no two of which are equal."""
    for many in (16 * k, len(order)):
        first = rows[order[:many]]
        kept = np.sort(np.unique(first, axis=0, return_index=True)[1])[:k]
        if len(kept) == k:
            break
    return first[kept]
