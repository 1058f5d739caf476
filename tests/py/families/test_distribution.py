"""Distribution function and quantiles of a mixture of one variable."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from emkit.families.distribution import cdf, quantile

WEIGHTS, MEANS, SDS = np.array([0.3, 0.7]), np.array([-2.0, 5.0]), np.array([0.5, 3.0])


def test_quantiles_invert_the_distribution_function() -> None:
    p = np.linspace(0.0005, 0.9995, 2001)
    x = quantile(WEIGHTS, MEANS, SDS, p)
    np.testing.assert_allclose(cdf(WEIGHTS, MEANS, SDS, x), p, rtol=0, atol=1e-14)
    assert (np.diff(x) > 0.0).all()


@pytest.mark.parametrize("p", [1e-300, 1e-100, 1e-20, 1e-5, 0.3, 0.31])
def test_quantiles_keep_their_digits_in_the_tail(p: float) -> None:
    found = float(quantile(WEIGHTS, MEANS, SDS, np.array([p]))[0])
    with mpmath.workdps(50):
        back = sum(
            mpmath.mpf(w) * mpmath.ncdf((mpmath.mpf(found) - m) / mpmath.mpf(s))
            for w, m, s in zip(WEIGHTS, MEANS, SDS, strict=True)
        )
    # One last place of x far out changes p by z times as many; between the components the
    # density is low and x moves a long way for little p.
    assert float(back / mpmath.mpf(p)) == pytest.approx(1.0, abs=2e-13)


def test_quantiles_in_the_upper_tail_use_what_is_left_above() -> None:
    p = 1.0 - 2.0**-50
    x = quantile(WEIGHTS, MEANS, SDS, np.array([p]))
    mirrored = quantile(WEIGHTS, -MEANS, SDS, np.array([2.0**-50]))
    assert x[0] == pytest.approx(-mirrored[0], rel=1e-14)


def test_the_ends_are_infinite() -> None:
    assert quantile(WEIGHTS, MEANS, SDS, np.array([0.0, 1.0])).tolist() == [-np.inf, np.inf]


def test_far_apart_components_leave_a_gap_that_is_bridged() -> None:
    x = quantile(
        np.array([0.5, 0.5]), np.array([0.0, 1e6]), np.ones(2), np.array([0.5, 0.25, 0.75])
    )
    assert x[1] == pytest.approx(0.0, abs=1e-12)
    assert x[2] == pytest.approx(1e6, rel=1e-15)
    assert 5.0 < x[0] < 1e6 - 5.0


def test_narrow_components_very_far_apart_are_no_warning() -> None:
    # Between them the density is so small that Newton's step overflows, and the interval is halved.
    x = quantile(np.array([0.5, 0.5]), np.array([0.0, 1e3]), np.full(2, 1e-3), np.array([0.1, 0.5]))
    assert abs(x[0]) < 0.01
    assert 1.0 < x[1] < 999.0
