"""Ticks: round numbers with labels that can be told apart, and numbers as they are set."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.modules import Modules

TICKS = "charts/ticks.js"
NUMERALS = "charts/numerals.js"
# The charts set these; the tests are easier to read and to type without them.
MINUS, TIMES, THIN = "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}", "\N{NARROW NO-BREAK SPACE}"


def typed(text: str) -> str:
    """A number as one would type it."""
    return text.replace(MINUS, "-").replace(TIMES, "x").replace(THIN, " ")


@pytest.mark.parametrize(
    ("domain", "count", "labels"),
    [
        ([0, 0.045], 5, ["0.00", "0.01", "0.02", "0.03", "0.04"]),
        ([0, 1], 4, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([0, 36], 6, ["0", "5", "10", "15", "20", "25", "30", "35"]),
        ([-1034.12, -1034.0], 2, ["-1034.10", "-1034.05", "-1034.00"]),
        ([1e8 + 40, 1e8 + 70], 1, ["100 000 040", "100 000 060"]),
        ([4e-9, 1e-8], 3, ["4x10⁻⁹", "6x10⁻⁹", "8x10⁻⁹", "10x10⁻⁹"]),
        ([0, 4.3e8], 4, ["0", "1x10⁸", "2x10⁸", "3x10⁸", "4x10⁸"]),
        ([-3, 3], 3, ["-2", "0", "2"]),
    ],
)
def test_ticks_are_round_and_labelled_with_the_digits_they_need(
    modules: Modules, domain: list[float], count: int, labels: list[str]
) -> None:
    found = modules.call(TICKS, "ticks", domain, count)["labels"]
    assert [typed(label) for label in found] == labels


def test_ticks_below_one_are_the_doubles_that_were_meant(modules: Modules) -> None:
    values = modules.call(TICKS, "ticks", [0, 1], 10)["values"]
    assert values == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]


def test_whole_ticks_never_stand_between_two_iterations(modules: Modules) -> None:
    assert modules.call(TICKS, "ticks", [0, 2], 10, {"whole": True})["values"] == [0, 1, 2]


def test_zero_has_no_minus(modules: Modules) -> None:
    labels = modules.call(TICKS, "ticks", [-1e-9, 1e-9], 2)["labels"]
    assert [typed(label) for label in labels] == ["-1x10⁻⁹", "0", "1x10⁻⁹"]


def test_numbers_are_set_with_a_true_minus_thin_spaces_and_a_times_sign(modules: Modules) -> None:
    assert modules.call(NUMERALS, "fixed", -12345.5, 1) == f"{MINUS}12{THIN}345.5"
    assert modules.call(NUMERALS, "scientific", -1e-9, 0) == f"{MINUS}1{TIMES}10⁻⁹"


MAGNITUDE = st.floats(-9, 9).map(lambda power: 10.0**power)


@settings(max_examples=150, deadline=None)
@given(
    low=st.one_of(st.just(0.0), MAGNITUDE, MAGNITUDE.map(lambda size: -size)),
    span=MAGNITUDE,
    count=st.integers(2, 12),
)
def test_ticks_rise_evenly_within_their_domain_and_differ_in_their_labels(
    modules: Modules, low: float, span: float, count: int
) -> None:
    high = low + span
    if high - low < 1e-9 * abs(low):
        return  # doubles leave too few digits to label; scales never ask for such a domain
    found = modules.call(TICKS, "ticks", [low, high], count)
    values, labels = found["values"], found["labels"]
    assert all(low <= value <= high for value in values)
    assert 1 <= len(values) <= 2 * count + 1
    assert len(set(labels)) == len(labels)
    steps = [after - before for before, after in pairwise(values)]
    # A difference of two neighbours loses what their common size takes up of a double.
    slack = 4 * math.ulp(max(abs(low), abs(high)))
    assert all(abs(step - steps[0]) <= slack for step in steps)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0, 3, "0"),
        (0.0312, 3, "0.0312"),
        (0.03, 3, "0.0300"),
        (-0.00812, 2, "-0.0081"),
        (0.0000812, 3, "8.12x10⁻⁵"),
        (340056, 3, "340 056"),
        (3400561, 3, "3.40x10⁶"),
        (9.999e-5, 2, "0.00010"),
        (math.nan, 3, "not defined"),
    ],
)
def test_a_number_shows_its_significant_digits(
    modules: Modules, value: float, digits: int, text: str
) -> None:
    assert typed(modules.call(NUMERALS, "significant", value, digits)) == text


@pytest.mark.parametrize(
    ("value", "resolution", "text"),
    [
        (72.1483, 0.01, "72.15"),
        (-1034.00241, 1e-4, "-1034.0024"),
        (1e8 + 65, 0.05, "100 000 065.00"),
        (7.099e-9, 1e-12, "7.099x10⁻⁹"),
        (-0.0001, 0.1, "0.0"),
    ],
)
def test_a_number_shows_as_many_decimals_as_tell_it_from_its_neighbours(
    modules: Modules, value: float, resolution: float, text: str
) -> None:
    assert typed(modules.call(NUMERALS, "resolved", value, resolution)) == text


@pytest.mark.parametrize(
    ("value", "resolution", "text"),
    [(70, 0.05, "70"), (4.5, 0.001, "4.5"), (7.5e-9, 1e-12, "7.5x10⁻⁹"), (100, 1, "100")],
)
def test_a_round_number_drops_the_zeros_at_its_end(
    modules: Modules, value: float, resolution: float, text: str
) -> None:
    assert typed(modules.call(NUMERALS, "rounded", value, resolution)) == text
