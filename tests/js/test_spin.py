"""Fields for numbers: what is typed, what is meant, and the arrow keys."""

import pytest

from support.modules import Modules

SPIN = "lib/spin.js"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("-1,25e2", -125),
        (" 7 ", 7),
        (",5", 0.5),
        ("1e-6", 1e-6),
        ("", None),
        ("1e", None),
        ("1,2,3", None),
        ("1e999", None),
        ("12 min", None),
    ],
)
def test_a_text_means_a_number_or_none(modules: Modules, text: str, number: float | None) -> None:
    assert modules.call(SPIN, "typedNumber", text) == number


@pytest.mark.parametrize(
    ("text", "up"),
    [("2", "3"), ("6.78", "6.79"), ("0.9", "1.0"), ("-1", "0"), ("1e-6", "2e-6"), ("0,5", "0.6")],
)
def test_an_arrow_counts_in_the_last_digit_written(modules: Modules, text: str, up: str) -> None:
    assert modules.call(SPIN, "counted", text, 1) == up
