"""Counts, means and scatters, against exact fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emkit.moments import Moments

EPS = float(np.finfo(np.float64).eps)
SETTLED = settings(max_examples=100, deadline=None, derandomize=True, database=None)


def exact(x: Any, shares: Any) -> tuple[Fraction, list[Fraction], list[list[Fraction]]]:
    """Count, mean and scatter of one component, without any rounding."""
    owned = [Fraction(float(share)) for share in shares]
    rows = [[Fraction(float(value)) for value in row] for row in x]
    count = sum(owned, Fraction(0))
    d = range(len(rows[0]))
    mean = [sum((r * row[i] for r, row in zip(owned, rows, strict=True)), Fraction(0)) / count
            for i in d]  # fmt: skip
    scatter = [
        [
            sum(
                (r * (row[a] - mean[a]) * (row[b] - mean[b])
                 for r, row in zip(owned, rows, strict=True)),
                Fraction(0),
            )
            for b in d
        ]
        for a in d
    ]  # fmt: skip
    return count, mean, scatter


def sample(seed: int, n: int, d: int, k: int) -> tuple[Any, Any]:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.random((k, n))


@SETTLED
@given(
    st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 3), st.integers(1, 3),
    st.sampled_from([0.0, 1.0, 1e8]), st.integers(0, 12), st.booleans(),
)  # fmt: skip
def test_moments_in_parts_agree_with_fractions(
    seed: int, n: int, d: int, k: int, offset: float, cut: int, matrix: bool
) -> None:
    x, shares = sample(seed, n, d, k)
    x = x + offset
    about = np.full((k, d), offset)
    cut = min(cut, n)
    total = Moments.nothing(about, matrix=matrix)
    for part in (slice(0, cut), slice(cut, n)):
        total = total.merged(Moments.of(x[part], shares[:, part], about, matrix=matrix))
    for j in range(k):
        count, mean, scatter = exact(x, shares[j])
        kept = scatter if matrix else [row[i] for i, row in enumerate(scatter)]
        np.testing.assert_allclose(total.counts[j], float(count), rtol=n * EPS)
        # A mean is known to its last place; that, squared, is all an offset does to a scatter.
        last = EPS * (offset + 8.0)
        np.testing.assert_allclose(total.means[j], [float(m) for m in mean], rtol=0, atol=n * last)
        np.testing.assert_allclose(
            total.scatters[j], np.array(kept, dtype=float), rtol=0,
            atol=n * (16 * EPS * 8.0 + 8.0 * last),
        )  # fmt: skip


def test_an_offset_of_1e8_loses_no_digit_of_a_variance() -> None:
    x = np.round(np.random.default_rng(0).normal(size=(1000, 1)) * 2.0**20) / 2.0**20
    ones = np.ones((1, 1000))
    here = Moments.of(x, ones, np.zeros((1, 1)), matrix=True)
    there = Moments.of(x + 1e8, ones, np.full((1, 1), 1e8), matrix=True)
    # 1000 (1.5e-8)^2, the square of a mean's last place, is 2e-13 of it.
    np.testing.assert_allclose(there.scatters, here.scatters, rtol=1e-12)


def test_an_offset_of_1e12_costs_a_variance_only_what_it_took_from_the_data() -> None:
    x = np.random.default_rng(0).normal(size=(1000, 2)) + 1e12  # now multiples of 1.2e-4
    found = Moments.of(x, np.ones((1, 1000)), np.zeros((1, 2)), matrix=True)
    scatter = exact(x, np.ones(1000))[2]
    np.testing.assert_allclose(found.scatters[0], np.array(scatter, dtype=float), rtol=1e-12)


def test_a_reference_point_far_from_the_data_does_not_make_them_one_point() -> None:
    x = np.array([[1.0], [2.0], [3.0], [4.0]])
    found = Moments.of(x, np.ones((1, 4)), np.full((1, 1), 1e20), matrix=False)
    assert found.scatters[0, 0] >= 5.0


@pytest.mark.parametrize("matrix", [True, False])
def test_a_component_that_owns_nothing_keeps_its_place(matrix: bool) -> None:
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    shares = np.array([[0.0, 0.0], [1.0, 1.0]])
    about = np.array([[7.0, 7.0], [0.0, 0.0]])
    part = Moments.of(x, shares, about, matrix=matrix)
    total = Moments.nothing(about, matrix=matrix).merged(part).merged(part)
    assert total.counts.tolist() == [0.0, 4.0]
    assert total.means.tolist() == [[7.0, 7.0], [2.0, 3.0]]
    assert not total.scatters[0].any()
