"""Shares of rows beside the probabilities that a mixture gives them."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.pictures import uniformity
from emkit.pictures.uniformity import BAND, Ranks, distances, in_order, of_distances, of_values

WAITING = faithful()[:, 1]


@pytest.fixture
def rng() -> np.random.Generator:
    """The same draws for every test."""
    return np.random.default_rng(5)


def mixture(rng: np.random.Generator, d: int) -> GaussianParams:
    roots = rng.normal(size=(2, d, d)) + 2.0 * np.eye(d)
    matrices = roots @ np.swapaxes(roots, 1, 2)
    return GaussianParams(np.array([0.3, 0.7]), 3.0 * rng.normal(size=(2, d)), matrices, "full")


def model(d: int) -> GaussianMixtureModel:
    return GaussianMixtureModel(2, np.ones(d), "full", np.zeros(d))


def test_every_value_has_its_probability_and_its_place() -> None:
    fit = emkit.fit(WAITING, 2, start="quantiles")
    seen = of_values(fit.model, fit.params, Ranks.of(*in_order(fit.data)))
    assert seen.model == pytest.approx(fit.cdf(np.sort(WAITING)), rel=1e-12)
    assert seen.share == pytest.approx((np.arange(272) + 0.5) / 272, rel=1e-12)
    counts = np.histogram(fit.cdf(WAITING), 20, (0, 1))[0]
    assert seen.heights == pytest.approx(20 * counts / 272, rel=1e-12)


def test_a_row_of_weight_two_counts_as_two_rows() -> None:
    x = np.array([1.0, 2.0, 4.0, 7.0])
    fit = emkit.fit(WAITING, 2, start="quantiles")
    doubled = Ranks.of(np.array([1.0, 2.0, 2.0, 4.0, 7.0]))
    weighted = Ranks.of(*in_order(observe(x, sample_weight=[1, 2, 1, 1])))
    assert weighted.share == pytest.approx([0.1, 0.4, 0.7, 0.9], rel=1e-12)
    first = of_values(fit.model, fit.params, doubled).heights
    assert of_values(fit.model, fit.params, weighted).heights == pytest.approx(first, rel=1e-12)


def test_many_values_are_thinned_evenly_and_stand_for_all(rng: np.random.Generator) -> None:
    n = 50_000
    ranks = Ranks.of(*in_order(observe(rng.normal(size=n))))
    assert len(ranks.values) == uniformity.POINTS
    assert ranks.mass.sum() == pytest.approx(1.0, rel=1e-12)
    assert ranks.share[[0, -1]] == pytest.approx([0.5 / n, 1 - 0.5 / n], rel=1e-9)


@pytest.mark.parametrize("d", [2, 3, 5])
def test_draws_from_the_mixture_stay_within_the_band(rng: np.random.Generator, d: int) -> None:
    params, n = mixture(rng, d), 4000
    x, _ = model(d).sample(params, n, np.random.default_rng(1))
    shares = model(d).responsibilities(params, observe(x))
    seen = of_distances(params, x, shares)
    assert np.abs(seen.share - seen.model).max() < BAND / np.sqrt(n)
    assert seen.heights.sum() == pytest.approx(20.0, rel=1e-12)
    assert seen.components is not None
    assert seen.components[:, -1] == pytest.approx([1.0, 1.0], rel=1e-12)


def test_long_tails_leave_the_band(rng: np.random.Generator) -> None:
    params, n = mixture(rng, 2), 4000
    x, _ = model(2).sample(params, n, np.random.default_rng(1))
    x *= np.random.default_rng(2).choice([0.3, 3.0], size=(n, 1))
    seen = of_distances(params, x, model(2).responsibilities(params, observe(x)))
    assert np.abs(seen.share - seen.model).max() > BAND / np.sqrt(n)


def test_distances_are_those_of_mahalanobis(rng: np.random.Generator) -> None:
    params, x = mixture(rng, 3), rng.normal(size=(50, 3))
    away = x - params.means[1]
    exact = np.einsum("ni,ij,nj->n", away, np.linalg.inv(params.covariances[1]), away)
    assert distances(params, 1, x) == pytest.approx(exact, rel=1e-9)


def test_shares_below_a_probability_are_counted_by_responsibility(rng: np.random.Generator) -> None:
    pytest.importorskip("scipy")
    stats = pytest.importorskip("scipy.stats")
    params, x = mixture(rng, 2), rng.normal(size=(300, 2))
    shares = model(2).responsibilities(params, observe(x))
    seen = of_distances(params, x, shares)
    levels = np.stack([stats.chi2.cdf(distances(params, j, x), 2) for j in range(2)], axis=1)
    for place in (20, 99, 150):
        below = (shares * (levels < seen.model[place])).sum() / 300
        # a table of probabilities to 1e-5 may put a row or two into the next part
        assert seen.share[place] == pytest.approx(below, abs=2 / 300)


def test_the_band_is_that_of_massart() -> None:
    # the table of Kolmogorov's statistic has 1.358 for 95 % and many rows
    assert pytest.approx(1.358, abs=5e-4) == BAND
