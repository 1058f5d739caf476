"""k-means by Lloyd's iteration."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.errors import OptionError
from emkit.kmeans import kmeans, plus_plus


def rng(seed: int = 0) -> np.random.Generator:
    """A generator."""
    return np.random.default_rng(seed)


def test_the_inertia_never_rises() -> None:
    for seed in range(20):
        found = kmeans(observe(faithful()), 5, rng(seed))
        assert (np.diff(found.inertias) <= 1e-12 * found.inertias[0]).all()
        assert found.converged
        assert found.iterations == len(found.inertias) - 1


def test_every_row_is_with_its_nearest_centre_and_centres_are_means() -> None:
    x = faithful()
    found = kmeans(observe(x), 3, rng(), scale="none")
    distances = ((x[:, None, :] - found.centres) ** 2).sum(axis=2)
    assert (distances.argmin(axis=1) == found.labels).all()
    for j in range(3):
        np.testing.assert_allclose(x[found.labels == j].mean(axis=0), found.centres[j])
    assert found.inertia == pytest.approx(distances.min(axis=1).sum())


def test_restarts_find_the_best_of_all_partitions_of_a_few_rows() -> None:
    x = rng(4).normal(size=9)
    best = min(
        sum(((x[np.array(p) == j] - x[np.array(p) == j].mean()) ** 2).sum() for j in range(3))
        for p in product(range(3), repeat=9)
        if len(set(p)) == 3
    )
    found = kmeans(observe(x), 3, rng(), scale="none", restarts=20)
    assert found.inertia == pytest.approx(best)


def test_standard_scale_does_not_see_units_and_none_does() -> None:
    x, units = faithful(), np.array([1e-6, 1e9])
    one = kmeans(observe(x), 3, rng())
    other = kmeans(observe(x * units), 3, rng())
    assert (one.labels == other.labels).all()
    np.testing.assert_allclose(other.centres / units, one.centres)
    raw = kmeans(observe(x), 3, rng(), scale="none")
    assert (raw.labels != one.labels).any()


def test_an_offset_of_1e9_changes_nothing() -> None:
    x = np.round(faithful() * 8) / 8
    one, other = (kmeans(observe(x + offset), 3, rng()) for offset in (0.0, 1e9))
    assert (one.labels == other.labels).all()


def test_whole_weights_are_the_same_as_repeated_rows() -> None:
    x, weights = faithful(), 1 + np.arange(272) % 3
    weighed = kmeans(observe(x, sample_weight=weights), 2, rng(), restarts=5)
    repeated = kmeans(observe(np.repeat(x, weights, axis=0)), 2, rng(), restarts=5)
    assert weighed.inertia == pytest.approx(repeated.inertia)


def test_no_group_is_left_empty_where_there_are_enough_distinct_rows() -> None:
    x = np.r_[np.zeros(50), 1.0, 2.0]
    for seed in range(20):
        assert len(np.unique(kmeans(observe(x), 3, rng(seed)).labels)) == 3


def test_first_centres_are_rows_far_apart() -> None:
    points = np.r_[np.zeros((99, 1)), [[1000.0]]]
    hits = [1000.0 in plus_plus(points, np.ones(100), 2, rng(seed)) for seed in range(20)]
    assert all(hits)


def test_rows_of_weight_zero_are_never_first_centres() -> None:
    points, weights = np.array([[0.0], [1.0], [1e6]]), np.array([1.0, 1.0, 0.0])
    assert all(plus_plus(points, weights, 2, rng(seed)).max() == 1.0 for seed in range(20))


def test_an_unknown_scale_gets_the_nearest_name() -> None:
    with pytest.raises(OptionError, match="Did you mean 'standard'"):
        kmeans(observe([1.0, 2.0, 3.0]), 2, rng(), scale="standardise")
