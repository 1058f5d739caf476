"""Numbers as a person reads them in tables and figures."""

import random
import struct

import pytest

from support.modules import Modules

FORMAT = "lib/format.js"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (54.61485664842, "54.6149"),
        (0.5, "0.5"),
        (80, "80"),
        (-1034.0017498, "-1034"),
        (100000, "100000"),
        (1234567, "1.23457e6"),
        (1.5e-9, "1.5e-9"),
        (0, "0"),
    ],
)
def test_a_number_has_six_significant_digits_and_no_idle_zeros(
    modules: Modules, value: float, text: str
) -> None:
    assert modules.call(FORMAT, "number", value) == text


@pytest.mark.parametrize(
    ("said", "set_as"),
    [
        ("it gained 4.6e-7 per value", "it gained 4.6\u00d710⁻⁷ per value"),
        ("at least 1e6, at most 2.5e+12.", "at least 1\u00d710⁶, at most 2.5\u00d710¹²."),
        ("log-likelihood -5.02 (-1 before)", "log-likelihood \u22125.02 (\u22121 before)"),
        ("2e is no number, nor is 10-12 or e-5", "2e is no number, nor is 10-12 or e-5"),
    ],
)
def test_sentences_have_their_numbers_as_charts_do(
    modules: Modules, said: str, set_as: str
) -> None:
    assert modules.call("lib/typeset.js", "typeset", said) == set_as


def test_all_digits_read_back_as_the_same_double(modules: Modules) -> None:
    rng = random.Random(5)
    patterns = [rng.getrandbits(63) for _ in range(300)]
    doubles = [struct.unpack("<d", pattern.to_bytes(8, "little"))[0] for pattern in patterns]
    finite = [one for one in doubles if abs(one) < float("inf")]
    script = "({ number }, values) => values.map((value) => number(value, Infinity))"
    assert [float(text) for text in modules.run(FORMAT, script, finite)] == finite


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.99994, "0.9999"), (1, "1.0000"), (0, "0.0000"), (1.4e-7, "1.4e-7"), (0.00005, "0.0001")],
)
def test_a_probability_has_four_places_unless_it_would_vanish(
    modules: Modules, value: float, text: str
) -> None:
    assert modules.call(FORMAT, "probability", value, False) == text


@pytest.mark.parametrize(("value", "text"), [(1, "1 number"), (100000, "100,000 numbers")])
def test_a_count_agrees_with_its_noun(modules: Modules, value: int, text: str) -> None:
    assert modules.call(FORMAT, "countOf", value, "number") == text


@pytest.mark.parametrize(
    ("value", "spread", "digits"), [(70.9, 13.6, 6), (100000000.02, 0.01, 14), (0, 1, 6), (5, 0, 6)]
)
def test_numbers_far_from_zero_get_the_digits_that_tell_them_apart(
    modules: Modules, value: float, spread: float, digits: int
) -> None:
    assert modules.call(FORMAT, "digitsFor", value, spread) == digits
