"""Arithmetic in logarithms, against 50 digits."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emkit.numerics import cholesky, inverse_lower, safe_log, softmax_in_place

EPS = float(np.finfo(np.float64).eps)
SETTLED = settings(max_examples=100, deadline=None, derandomize=True, database=None)
logs = st.floats(-1e300, 700.0) | st.floats(-50.0, 50.0)


def exact_log_sum_exp(column: list[float]) -> mpmath.mpf:
    peak = max(column)
    return peak + mpmath.log(mpmath.fsum(mpmath.exp(mpmath.mpf(one) - peak) for one in column))


@SETTLED
@given(st.lists(logs, min_size=1, max_size=6))
def test_log_sum_exp_agrees_with_50_digits(column: list[float]) -> None:
    with mpmath.workdps(50):
        density = exact_log_sum_exp(column)
        shares = [mpmath.exp(mpmath.mpf(one) - density) for one in column]
        table = np.array(column)[:, None]
        found = softmax_in_place(table)
        # One rounding of the sum's logarithm, and one of the final sum.
        assert abs(found[0] - density) <= 2 * EPS * (abs(density) + 2)
        for share, exact in zip(table[:, 0], shares, strict=True):
            # exp turns the rounding of l - m, which is up to eps |l - m|, into a relative error.
            gap = abs(mpmath.log(exact)) if exact > 0 else 0
            assert abs(share - exact) <= EPS * (4 + gap) * exact + 1e-320


@pytest.mark.parametrize("peak", [-1e308, -1e5, -745.0, 0.0, 709.0, 1e5])
def test_shares_of_a_far_point_do_not_underflow(peak: float) -> None:
    table = np.array([[peak], [peak - 1.0]])
    expected = [1.0 / (1.0 + np.exp(-1.0)), 1.0 / (1.0 + np.exp(1.0))]
    if peak == -1e308:  # where 1 is less than one unit in the last place
        expected = [0.5, 0.5]
    softmax_in_place(table)
    np.testing.assert_allclose(table[:, 0], expected, rtol=4 * EPS)


def test_zero_density_everywhere_is_nan_in_its_column_only_and_no_warning() -> None:
    table = np.array([[-np.inf, 0.0], [-np.inf, -np.inf]])
    density = softmax_in_place(table)
    assert np.isnan(density).tolist() == [True, False]
    assert np.isnan(table[:, 0]).all()
    assert density[1] == 0.0
    assert table[:, 1].tolist() == [1.0, 0.0]


def test_the_logarithm_of_zero_is_minus_infinity_without_a_warning() -> None:
    assert safe_log(np.array([0.0, 1.0])).tolist() == [-np.inf, 0.0]


@pytest.mark.parametrize("d", [1, 2, 5])
def test_the_inverse_of_a_triangle_is_its_inverse(d: int) -> None:
    rng = np.random.default_rng(d)
    factors = np.tril(rng.normal(size=(3, d, d)), -1) + 2.0 * np.eye(d)
    inverse = inverse_lower(factors)
    np.testing.assert_allclose(factors @ inverse, np.broadcast_to(np.eye(d), (3, d, d)), atol=1e-13)
    assert not np.triu(inverse, 1).any()


def test_very_different_units_cost_the_inverse_no_digits() -> None:
    units = np.diag([1e100, 1.0, 1e-100])
    factor = np.array([[2.0, 0.0, 0.0], [1.0, 4.0, 0.0], [3.0, -1.0, 0.5]])
    inverse, scaled = inverse_lower(factor), inverse_lower(units @ factor)
    np.testing.assert_allclose(scaled @ units, inverse, rtol=4 * EPS)


def test_a_matrix_that_is_not_positive_definite_is_refused() -> None:
    with pytest.raises(np.linalg.LinAlgError):
        cholesky(np.array([[1.0, 2.0], [2.0, 1.0]]))


def test_it_is_refused_in_a_browser_too_where_numpy_returns_nan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(np.linalg, "cholesky", lambda matrix: np.full_like(matrix, np.nan))
    with pytest.raises(np.linalg.LinAlgError):
        cholesky(np.array([[1.0, 2.0], [2.0, 1.0]]))
