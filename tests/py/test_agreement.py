"""Cross tables, partners and the adjusted Rand index."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.agreement import adjusted_rand, cross_table, partners


def rng(seed: int = 0) -> np.random.Generator:
    """A generator."""
    return np.random.default_rng(seed)


def test_the_cross_table_counts_every_row_once() -> None:
    one, other = rng().integers(0, 3, 500), rng(1).integers(0, 5, 500)
    table = cross_table(one, other, (3, 5))
    assert table.sum() == 500
    assert table[2, 4] == ((one == 2) & (other == 4)).sum()


@pytest.mark.parametrize("seed", range(5))
def test_the_index_is_that_of_scikit_learn(seed: int) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    one, other = rng(seed).integers(0, 4, 80), rng(seed + 9).integers(0, 3, 80)
    other = np.where(rng(seed).random(80) < 0.5, other, one % 3)
    found = adjusted_rand(cross_table(one, other, (4, 3)))
    assert found == pytest.approx(metrics.adjusted_rand_score(one, other), abs=1e-12)


def test_names_of_groups_do_not_matter() -> None:
    one = rng().integers(0, 3, 60)
    renamed = np.array([2, 0, 1])[one]
    table = cross_table(one, renamed, (3, 3))
    assert adjusted_rand(table) == 1.0
    assert partners(table).tolist() == [1, 2, 0]


@pytest.mark.parametrize("table", [np.array([[7]]), np.eye(4), np.array([[1]])])
def test_groupings_that_cannot_differ_agree(table: np.ndarray) -> None:
    assert adjusted_rand(table) == 1.0


def test_independent_groupings_agree_no_more_than_by_chance() -> None:
    one, other = rng(2).integers(0, 3, 100_000), rng(3).integers(0, 3, 100_000)
    # its standard deviation is about 1 / n for groups of such sizes
    assert abs(adjusted_rand(cross_table(one, other, (3, 3)))) < 1e-3


def test_more_groups_than_components_leave_some_without_a_partner() -> None:
    found = partners(np.array([[5, 1, 0], [0, 0, 4]]))
    assert found.tolist() == [0, -1, 1]


def test_fewer_groups_than_components_all_have_partners() -> None:
    assert partners(np.array([[1, 0], [9, 2], [8, 7]])).tolist() == [1, 2]
