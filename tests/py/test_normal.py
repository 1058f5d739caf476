"""The normal distribution against 50-digit arithmetic."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from emkit.normal import cdf, slices

INF = math.inf
INTERVALS = [
    (0.0, 1.0), (-1.0, 1.0), (-3.0, 0.001), (0.0, 1e-6), (2.0, 3.0), (5.0, 5.0001),
    (10.0, INF), (30.0, 31.0), (-INF, -20.0), (-8.0, 9.0), (-1e-9, 1e-9), (0.0, 9.0),
    (-2.0, INF), (100.0, 100.5), (-6.0, -1.0), (-INF, 0.0), (1e-3, 40.0),
]  # fmt: skip


def exact(low: float, high: float) -> tuple[mpmath.mpf, mpmath.mpf, mpmath.mpf]:
    """Log-mass, mean and variance, by the closed form in 150 digits."""
    with mpmath.workdps(150):
        ends = [mpmath.mpf(low), mpmath.mpf(high)]
        above = [mpmath.erfc(end / mpmath.sqrt(2)) / 2 for end in ends]
        below = [mpmath.erfc(-end / mpmath.sqrt(2)) / 2 for end in ends]
        mass = above[0] - above[1] if low > 0 else below[1] - below[0]
        heights = [mpmath.npdf(end) if mpmath.isfinite(end) else mpmath.mpf(0) for end in ends]
        slopes = [
            end * height if height else mpmath.mpf(0)
            for end, height in zip(ends, heights, strict=True)
        ]
        mean = (heights[0] - heights[1]) / mass
        variance = 1 + (slopes[0] - slopes[1]) / mass - mean**2
        return mpmath.log(mass), mean, variance


@pytest.mark.parametrize(("low", "high"), INTERVALS)
def test_mass_mean_and_variance_of_an_interval_keep_their_digits(low: float, high: float) -> None:
    found = slices(np.array([low]), np.array([high]))
    log_mass, mean, variance = exact(low, high)
    # 64-point quadrature of positive terms: a few last places. Near mass 1 the logarithm is
    # known to an absolute last place; a mean is, relative to where the interval lies.
    assert float(abs(found.log_mass[0] - log_mass)) <= 1e-14 * max(1.0, abs(float(log_mass)))
    assert float(abs(found.means[0] - mean)) <= 1e-14 * max(1.0, abs(float(mean)))
    assert float(abs(found.variances[0] / variance - 1)) <= 2e-14


def test_the_whole_line_has_mass_one_mean_zero_and_variance_one() -> None:
    found = slices(np.array([-INF]), np.array([INF]))
    assert found.log_mass[0] == pytest.approx(0.0, abs=1e-14)
    assert found.means[0] == 0.0
    assert found.variances[0] == pytest.approx(1.0, abs=1e-14)


def test_adjacent_intervals_share_out_all_the_mass() -> None:
    edges = np.concatenate([[-INF], np.linspace(-12, 12, 50), [INF]])
    found = slices(edges[:-1], edges[1:])
    assert np.exp(found.log_mass).sum() == pytest.approx(1.0, abs=1e-14)


@pytest.mark.parametrize("z", [-37.0, -20.0, -5.0, -1.0, -1e-9, 0.0, 0.3, 2.0, 8.0])
def test_the_distribution_function_keeps_its_digits_in_the_tail(z: float) -> None:
    with mpmath.workdps(50):
        expected = float(mpmath.ncdf(z))
    # z / sqrt 2 is rounded, which far out moves erfc by z^2 last places
    assert cdf(np.array([z]))[0] == pytest.approx(expected, rel=max(4.0, z * z) * 2.3e-16)


def test_intervals_too_far_out_for_squares_have_no_mass_even_in_logs() -> None:
    found = slices(np.array([1e200, -2e200]), np.array([2e200, -1e200]))
    assert found.log_mass.tolist() == [-INF, -INF]


def test_an_interval_far_to_one_side_has_a_finite_variance() -> None:
    found = slices(np.array([1e152]), np.array([2e152]))
    assert found.means[0] == 1e152
    assert found.variances[0] == pytest.approx(0.0, abs=1e-290)
