"""The chi-square distribution against arithmetic of 40 digits."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from emkit.chi_square import cdf


@pytest.mark.parametrize("d", [1, 2, 3, 4, 5, 8, 13, 32])
def test_the_distribution_function_is_exact_to_a_few_units(d: int) -> None:
    x = np.array([0.0, 1e-8, 0.3, 1.0, 4.5, 12.0, 30.0, 90.0, 700.0, 2000.0])
    with mpmath.workdps(40):
        exact = [float(mpmath.gammainc(d / 2, 0, one / 2, regularized=True)) for one in x]
    # sums of up to 16 terms below 1
    assert cdf(x, d) == pytest.approx(exact, abs=2e-15)
