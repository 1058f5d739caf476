"""Two groupings of the same rows: by hand, by law, and beside scikit-learn."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import numpy as np
import pytest

from emkit.agreement import adjusted_rand, agreement
from emkit.errors import DataError

RNG = np.random.default_rng(7)


def test_a_small_table_is_what_a_pencil_gives() -> None:
    both = agreement([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1])
    assert both.table.tolist() == [[2, 1], [0, 3]]
    # pairs together in both: 1 + 0 + 0 + 3 = 4; in rows 3 + 3 = 6; in columns 1 + 6 = 7; all 15
    chance = Fraction(6 * 7, comb(6, 2))
    by_hand = (4 - chance) / (Fraction(6 + 7, 2) - chance)
    assert both.adjusted_rand == pytest.approx(float(by_hand), rel=1e-15)
    assert both.partners.tolist() == [0, 1]
    assert both.matched == 5 / 6


@pytest.mark.parametrize(("a", "b", "n"), [(3, 3, 150), (2, 5, 40), (6, 2, 1000), (4, 4, 7)])
def test_the_index_is_that_of_scikit_learn(a: int, b: int, n: int) -> None:
    pytest.importorskip("sklearn")
    theirs = pytest.importorskip("sklearn.metrics")
    first, second = RNG.integers(0, a, n), RNG.integers(0, b, n)
    second[: n // 2] = first[: n // 2] % b  # so that they have something in common
    both = agreement(first, second, (a, b))
    # a few operations on whole numbers below 2^53
    index = theirs.adjusted_rand_score(first, second)
    assert both.adjusted_rand == pytest.approx(index, abs=1e-12)
    table = theirs.confusion_matrix(first, second, labels=range(max(a, b)))
    assert (both.table == table[:a, :b]).all()


def test_the_names_of_the_groups_do_not_matter() -> None:
    first, second = RNG.integers(0, 3, 60), RNG.integers(0, 3, 60)
    renamed = np.array([2, 0, 1])[first]
    one, other = agreement(first, second), agreement(renamed, second)
    assert one.adjusted_rand == other.adjusted_rand
    assert one.matched == other.matched
    assert agreement(second, first).adjusted_rand == pytest.approx(one.adjusted_rand, rel=1e-12)


def test_a_grouping_agrees_wholly_with_itself_renamed() -> None:
    first = np.array([0, 1, 2, 2, 1, 0, 0])
    both = agreement(first, (first + 1) % 3)
    assert (both.adjusted_rand, both.matched) == (1.0, 1.0)
    assert both.partners.tolist() == [1, 2, 0]


@pytest.mark.parametrize("groups", [[0, 0, 0, 0], [0, 1, 2, 3]])
def test_all_together_or_all_apart_agrees_with_the_same(groups: list[int]) -> None:
    assert agreement(groups, groups).adjusted_rand == 1.0


def test_one_row_agrees_with_itself() -> None:
    assert adjusted_rand(np.array([[1]])) == 1.0


def test_unrelated_groupings_are_near_zero_on_average() -> None:
    found = [
        agreement(RNG.integers(0, 3, 200), RNG.integers(0, 4, 200)).adjusted_rand
        for _ in range(200)
    ]
    # its standard deviation here is near 0.006, so that of the mean near 0.0004
    assert abs(np.mean(found)) < 0.002


def test_more_groups_than_partners_leave_some_alone() -> None:
    both = agreement([0, 1, 2, 2], [0, 0, 1, 1])
    assert sorted(both.partners.tolist()) == [-1, 0, 1]
    assert both.matched == 0.75


def test_a_group_without_rows_has_a_line_of_its_own() -> None:
    assert agreement([0, 0], [1, 1], (3, 2)).table.tolist() == [[0, 2], [0, 0], [0, 0]]


def test_groupings_of_different_lengths_are_refused() -> None:
    with pytest.raises(DataError, match="2 and 3 rows"):
        agreement([0, 1], [0, 1, 1])
