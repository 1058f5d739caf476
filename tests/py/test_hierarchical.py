"""Hierarchical clustering against the slow definition of each linkage."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from emkit import hierarchical as module
from emkit.data.observations import observe
from emkit.errors import OptionError, TooManyRows
from emkit.hierarchical import LINKAGES, hierarchical

every_linkage = pytest.mark.parametrize("linkage", list(LINKAGES))


def apart(x: Any, a: list[int], b: list[int], linkage: str) -> float:
    """The distance between two groups of rows, by definition."""
    if linkage == "ward":
        gap = x[a].mean(axis=0) - x[b].mean(axis=0)
        return float(np.sqrt(2 * len(a) * len(b) / (len(a) + len(b)) * gap @ gap))
    pairs = [float(np.linalg.norm(x[i] - x[j])) for i in a for j in b]
    return {"complete": max, "single": min, "average": np.mean}[linkage](pairs)  # type: ignore[operator]


def slowly(x: Any, linkage: str) -> tuple[list[float], list[list[set[int]]]]:
    """Heights, and the groups after every join, trying all pairs each time."""
    groups = [[i] for i in range(len(x))]
    heights, states = [], []
    while len(groups) > 1:
        a, b = min(combinations(groups, 2), key=lambda pair: apart(x, *pair, linkage))
        heights.append(apart(x, a, b, linkage))
        groups = [one for one in groups if one is not a and one is not b] + [a + b]
        states.append([set(one) for one in groups])
    return heights, states


@every_linkage
@pytest.mark.parametrize(("n", "d"), [(2, 1), (9, 1), (25, 3)])
def test_heights_and_groups_are_those_of_the_definition(linkage: str, n: int, d: int) -> None:
    x = np.random.default_rng(n).normal(size=(n, d))
    heights, states = slowly(x, linkage)
    tree = hierarchical(observe(x), linkage=linkage, scale="none")
    np.testing.assert_allclose(tree.heights, heights, rtol=1e-10)
    for k in range(1, n):
        labels = tree.labels(k)
        found = {frozenset(np.flatnonzero(labels == j).tolist()) for j in range(k)}
        assert found == {frozenset(one) for one in states[n - k - 1]}


@every_linkage
def test_heights_never_fall(linkage: str) -> None:
    x = np.random.default_rng(0).normal(size=(200, 2))
    assert (np.diff(hierarchical(observe(x), linkage=linkage).heights) >= 0.0).all()


@every_linkage
def test_merges_number_groups_in_the_order_they_were_made(linkage: str) -> None:
    tree = hierarchical(observe(np.random.default_rng(0).normal(size=(30, 2))), linkage=linkage)
    assert sorted(tree.merges.ravel()) == list(range(58))  # each is joined once, but the last
    assert (tree.merges < 30 + np.arange(29)[:, None]).all()
    assert (tree.merges[:, 0] < tree.merges[:, 1]).all()


def test_labels_count_groups_by_their_first_rows() -> None:
    tree = hierarchical(observe([5.0, 1.0, 5.1, 1.1, 9.0]))
    assert tree.labels(3).tolist() == [0, 1, 0, 1, 2]
    assert tree.labels(5).tolist() == [0, 1, 2, 3, 4]
    assert tree.labels(1).tolist() == [0] * 5


@every_linkage
def test_units_do_not_matter_when_standardised(linkage: str) -> None:
    x = np.random.default_rng(1).normal(size=(40, 2))
    one, other = (hierarchical(observe(x * u), linkage=linkage) for u in (1.0, [1e-6, 1e9]))
    assert (one.labels(4) == other.labels(4)).all()


def test_more_groups_than_rows_are_refused() -> None:
    with pytest.raises(OptionError, match="there are 3 rows"):
        hierarchical(observe([1.0, 2.0, 4.0])).labels(4)


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 10)
    with pytest.raises(TooManyRows, match="11 are too many"):
        hierarchical(observe(np.arange(11.0)))


def test_weights_are_refused() -> None:
    with pytest.raises(OptionError, match="no observation weights"):
        hierarchical(observe([1.0, 2.0, 4.0], sample_weight=[1, 2, 1]))


def test_an_unknown_linkage_gets_the_nearest_name() -> None:
    with pytest.raises(OptionError, match="Did you mean 'complete'"):
        hierarchical(observe([1.0, 2.0, 4.0]), linkage="compleet")
