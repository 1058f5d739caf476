"""Matching components to components."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from emkit.matching import assignment, same_components


@pytest.mark.parametrize("k", range(1, 7))
def test_the_assignment_is_the_cheapest_of_all(k: int) -> None:
    rng = np.random.default_rng(k)
    for _ in range(30):
        cost = rng.normal(size=(k, k))
        found = assignment(cost)
        cheapest = min(cost[np.arange(k), list(order)].sum() for order in permutations(range(k)))
        assert sorted(found) == list(range(k))
        assert cost[np.arange(k), found].sum() == pytest.approx(cheapest)


def test_shuffled_responsibilities_are_put_back_in_order() -> None:
    rng = np.random.default_rng(0)
    shares = rng.dirichlet([0.2] * 5, size=200)
    order = rng.permutation(5)
    found = same_components(shares, shares[:, order])
    assert (order[found] == np.arange(5)).all()
