"""The kernel's own exp and log, held against mpmath."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
import pytest

from emkit.kernel import choice

RNG = np.random.default_rng(0)
WHOLE_RANGE = np.concatenate(
    [
        RNG.uniform(-746.0, 710.0, 4_000),
        RNG.uniform(-1.0, 1.0, 2_000),
        RNG.uniform(-745.2, -707.0, 2_000),  # results that are denormal
        RNG.uniform(709.0, 709.79, 500),
        RNG.normal(size=500) * 10.0 ** RNG.uniform(-300, -1, 500),
        np.arange(-1075, 1025) * math.log(2.0),  # where one power of two gives way to the next
        (np.arange(-1075, 1024) + 0.5) * math.log(2.0),
    ]
)
POSITIVE = np.concatenate(
    [
        10.0 ** RNG.uniform(-308.0, 308.0, 4_000),
        1.0 + RNG.normal(size=2_000) * 10.0 ** RNG.uniform(-16, -1, 2_000),
        RNG.uniform(1.0, 16.0, 2_000),
        5e-324 * np.exp2(RNG.uniform(0.0, 52.0, 1_000)).round(),  # denormal
        np.ldexp(1.0, np.arange(-1074, 1024)),
        np.ldexp(math.sqrt(0.5), np.arange(-1022, 1024)),
        [np.nextafter(np.inf, 0.0), np.nextafter(0.0, 1.0)],
    ]
)


def kernel() -> ctypes.CDLL:
    """The compiled kernel, which is there when the tests run."""
    with choice.using("kernel"):
        found = choice.kernel()
    assert found is not None
    return found


def applied(name: str, x: Any) -> Any:
    """A function of the kernel on every number."""
    x = np.ascontiguousarray(x, dtype=np.float64)
    out = np.full_like(x, 123.0)
    getattr(kernel(), name)(len(x), x.ctypes.data, out.ctypes.data)
    return out


def worst(name: str, exact: Callable[[Any], Any], x: Any) -> float:
    """The largest error in units of the last place of the exact value's double."""
    with mpmath.workprec(120):
        return max(
            float(abs(mpmath.mpf(float(found)) - value) / math.ulp(float(value)))
            for found, value in zip(applied(name, x), map(exact, map(float, x)), strict=True)
            if abs(value) < np.finfo(np.float64).max
        )


def test_exp_is_less_than_one_unit_in_the_last_place_off() -> None:
    assert worst("emkit_exp", mpmath.exp, WHOLE_RANGE) < 1.0


def test_log_is_less_than_one_unit_in_the_last_place_off() -> None:
    assert worst("emkit_log", mpmath.log, POSITIVE) < 1.0


def test_exp_overflows_to_infinity_and_vanishes_to_zero_where_doubles_end() -> None:
    last, first = 709.782712893384, -745.1332191019411
    assert np.isfinite(applied("emkit_exp", [last])).all()
    beyond = [math.nextafter(last, math.inf), 711.0, 1e4, 1e308, math.inf]
    assert applied("emkit_exp", beyond).tolist() == [math.inf] * 5
    assert applied("emkit_exp", [first]).tolist() == [5e-324]
    assert applied("emkit_exp", [-746.0, -1e4, -1e308, -math.inf]).tolist() == [0.0] * 4


def test_exp_of_zero_is_one_exactly() -> None:
    assert applied("emkit_exp", [0.0, -0.0, 5e-324, 1e-300]).tolist() == [1.0] * 4


def test_log_of_no_positive_number_is_said_as_numpy_says_it() -> None:
    x = [0.0, -0.0, 1.0, math.inf, -1.0, -math.inf, -5e-324, math.nan]
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(applied("emkit_log", x), np.log(x))


@pytest.mark.parametrize("name", ["emkit_exp", "emkit_log"])
def test_what_is_not_a_number_stays_so_and_spoils_no_neighbour(name: str) -> None:
    found = applied(name, [1.0, math.nan, 1.0, 1.0, math.nan])
    assert np.isnan(found).tolist() == [False, True, False, False, True]


@pytest.mark.parametrize("name", ["emkit_exp", "emkit_log"])
@pytest.mark.parametrize("n", range(8))
def test_any_number_of_numbers_is_computed_and_none_beyond(name: str, n: int) -> None:
    x, out = np.linspace(0.5, 2.0, 9), np.zeros(9)
    getattr(kernel(), name)(n, x.ctypes.data, out.ctypes.data)
    assert (out[n:] == 0.0).all()
    np.testing.assert_allclose(out[:n], getattr(np, name[6:])(x[:n]), rtol=1e-15)
