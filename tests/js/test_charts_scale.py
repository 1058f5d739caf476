"""Scales: values to pixels and back, whatever the numbers."""

import math

import pytest

from support.modules import Modules

SCALE = "charts/scale.js"


def at(modules: Modules, domain: list[float], pixels: list[float], value: float) -> float:
    return modules.run(
        SCALE,
        "({ linearScale }, [domain, range, value]) => linearScale(domain, range).at(value)",
        [domain, pixels, value],
    )


@pytest.mark.parametrize(("value", "pixel"), [(-2, 100), (0, 150), (2, 200), (4, 250)])
def test_a_scale_is_a_straight_line_through_the_ends_of_its_domain(
    modules: Modules, value: float, pixel: float
) -> None:
    assert at(modules, [-2, 2], [100, 200], value) == pixel


def test_a_scale_keeps_every_digit_of_small_differences_on_a_large_offset(modules: Modules) -> None:
    low, high, value = 1e8, 1e8 + 1e-3, 1e8 + 4e-4
    exact = 1000 * (value - low) / (high - low)
    assert at(modules, [low, high], [0, 1000], value) == pytest.approx(exact, rel=1e-14)


def test_a_pixel_leads_back_to_its_value(modules: Modules) -> None:
    script = "({ linearScale }, p) => linearScale([3, 11], [400, 0]).invert(p)"
    assert modules.run(SCALE, script, 100) == 9


def test_an_extent_of_negative_numbers_is_negative(modules: Modules) -> None:
    assert modules.call(SCALE, "extent", [-1034.2, -1616.2], [-1034.0]) == [-1616.2, -1034.0]


def test_an_extent_passes_over_what_is_not_a_finite_number(modules: Modules) -> None:
    assert modules.call(SCALE, "extent", [math.nan, -math.inf, 2.0, 1.0]) == [1.0, 2.0]
    assert modules.call(SCALE, "extent", [math.nan]) is None


def test_a_margin_widens_a_domain_at_both_ends(modules: Modules) -> None:
    assert modules.call(SCALE, "drawable", [10, 20], 0.1) == [9, 21]


@pytest.mark.parametrize("span", [[7, 7], [-1034.2, -1034.2], [1e8, 1e8 + 1e-8], [1e-8, 1e-8]])
def test_a_single_value_stands_in_the_middle_of_its_domain(
    modules: Modules, span: list[float]
) -> None:
    low, high = modules.call(SCALE, "drawable", span)
    assert low < span[0] <= span[1] < high
    assert (low + high) / 2 == pytest.approx(span[0])


@pytest.mark.parametrize("span", [None, [0, 0]])
def test_nothing_and_zero_stand_between_minus_one_and_one(
    modules: Modules, span: list[float] | None
) -> None:
    assert modules.call(SCALE, "drawable", span) == [-1, 1]
