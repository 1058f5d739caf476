"""Starts computed from the data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emkit.data.observations import observe, require_enough
from emkit.families.gaussian import GaussianMixtureModel
from emkit.starts import STRATEGIES, Start, quantiles
from support.mixtures import STRUCTURES, sampled

every_strategy = pytest.mark.parametrize("name", list(STRATEGIES))
every_structure = pytest.mark.parametrize("covariance", STRUCTURES)


def suggested(values: Any, k: int) -> Start:
    data = observe(values)
    require_enough(data, k)
    return quantiles(GaussianMixtureModel.for_data(data, k), data)


@pytest.mark.parametrize(
    ("values", "k", "means"),
    [
        ([0, 0, 0, 0, 0, 1], 2, [0.25, 0.75]),
        ([0, 0, 0, 0, 0, 0, 0, 5, 6], 3, [1.667, 5.0, 5.667]),
        ([1, 2, 3, 4], 1, [2.5]),
        ([1e8 + 1e-6 * i for i in range(10)], 2, [1e8 + 2.25e-6, 1e8 + 6.75e-6]),
    ],
)
def test_suggested_means_are_apart_and_short(values: Any, k: int, means: list[float]) -> None:
    start = suggested(values, k)
    # a last place near 1e8 is 1.5e-8
    np.testing.assert_allclose(start.params.means.ravel(), means, rtol=0, atol=2e-8)
    assert start.notices == ()


def test_a_far_outlier_does_not_round_the_means_together() -> None:
    values = [*np.random.default_rng(0).normal(size=99), 1e20]
    means = suggested(values, 3).params.means.ravel()
    assert (np.diff(means) > 0.5).all()
    assert np.abs(means).max() < 3.0


@every_strategy
@every_structure
@pytest.mark.parametrize(("k", "d"), [(1, 1), (3, 1), (3, 2)])
def test_every_strategy_starts_inside_the_model(name: str, covariance: str, k: int, d: int) -> None:
    case = sampled(covariance, k, d)
    start = STRATEGIES[name](case.model, case.data, np.random.default_rng(0))
    assert start.params.means.shape == (k, d)
    assert start.params.covariances.shape == case.model.structure.shape(k, d)
    assert start.params.weights.sum() == pytest.approx(1.0, abs=1e-14)
    assert case.model.check(start.params) is None


@every_strategy
def test_the_same_seed_gives_the_same_start(name: str) -> None:
    case = sampled("full")
    one, other = (
        STRATEGIES[name](case.model, case.data, np.random.default_rng(5)).params for _ in range(2)
    )
    assert np.array_equal(case.model.pack(one), case.model.pack(other))


@every_strategy
def test_rows_of_weight_zero_have_no_say_in_a_start(name: str) -> None:
    x = np.concatenate([sampled("full").data.x, np.full((200, 2), 1e3)])
    weights = np.concatenate([np.ones(300), np.zeros(200)])
    data = observe(x, sample_weight=weights)
    model = GaussianMixtureModel.for_data(data, 3)
    start = STRATEGIES[name](model, data, np.random.default_rng(0))
    assert start.params.means.max() < 100.0


@pytest.mark.parametrize("noise", [-1e-15, 0.0, 1e-15])
def test_of_directions_of_one_length_rounding_chooses_none(noise: float) -> None:
    rng = np.random.default_rng(5)
    whole = rng.normal(size=(60, 3))
    axes = np.linalg.svd(whole - whole.mean(axis=0), full_matrices=False)[0]  # uncorrelated
    data = observe(axes + noise * rng.normal(size=axes.shape))
    start = quantiles(GaussianMixtureModel.for_data(data, 3), data)
    rows = np.array_split(np.argsort(axes[:, 0]), 3)
    expected = [axes[group].mean(axis=0) for group in rows]
    assert start.params.means == pytest.approx(np.array(expected), abs=1e-12)
