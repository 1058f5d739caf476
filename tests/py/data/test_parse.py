"""Pasted text: what is understood, what is not, and where it stands."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emkit.data.culprits import to_number
from emkit.data.parse import parse_numbers
from emkit.errors import DataError, EmptyData, NotANumber, NotFinite

SETTLED = settings(max_examples=200, deadline=None, derandomize=True, database=None)


def refused(text: str, kind: type[DataError] = DataError) -> DataError:
    with pytest.raises(kind) as caught:
        parse_numbers(text)
    assert type(caught.value) is kind
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3", "1, 2, 3", "1;2;3", "1 2 3", "1\t2\t3", "1\n2\n3", "1\r\n2\r\n3\r\n", "1\r2\r3",
        "1, 2; 3", "1,\n2,\n3,\n", ",,1,,2,,3,,", "\n\n1\n\n2\n3", "\ufeff1,2,3",
        "1\u00a02\u00a03", "1\u20092\u202f3", "1\u200b 2\u200b 3", '"1","2","3"', "'1' '2' '3'",
        '"1"\n"2"\n"3"', "1.0 2e0 +3", "1. .2e1 0.3E+1", "\uff11 \uff12 \uff13", "\u0661 2 3",
    ],
)  # fmt: skip
def test_separators_of_every_kind(text: str) -> None:
    assert parse_numbers(text).values.tolist() == [1.0, 2.0, 3.0]
    assert parse_numbers(text).notices == ()


@pytest.mark.parametrize("minus", ["-", "\u2212", "\u2013"])
def test_every_kind_of_minus(minus: str) -> None:
    text = f"{minus}1, 2e{minus}3 {minus}.5"
    assert parse_numbers(text).values.tolist() == [-1.0, 0.002, -0.5]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("waiting\n79\n54", "waiting"),
        ("\ufeffwaiting\r\n79\r\n54\r\n", "waiting"),
        ("\n  waiting \n\n79\n54", "waiting"),
        ('"waiting"\n"79"\n"54"', "waiting"),
        ("Waiting time in minutes\n79, 54", "Waiting time in minutes"),
        ("waiting (min),\n79,\n54,", "waiting (min)"),
        ("пауза\n79 54", "пауза"),
        ("⏳\n79 54", "⏳"),
    ],
)
def test_a_first_line_without_numbers_is_the_name(text: str, name: str) -> None:
    parsed = parse_numbers(text)
    assert parsed.name == name
    assert parsed.values.tolist() == [79.0, 54.0]


@pytest.mark.parametrize("text", ["waiting", "waiting\n", "waiting\n\n", "a b\nc d\n79 54"])
def test_words_without_numbers_right_below_are_no_header(text: str) -> None:
    assert refused(text, NotANumber).where is not None


@pytest.mark.parametrize("missing", ["NA", "n/a", "null", "-", "?"])
def test_a_missing_first_value_is_no_header(missing: str) -> None:
    error = refused(f"{missing}\n79\n54", NotANumber)
    assert error.message == f"Line 1, column 1: “{missing}” is not a number."


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("eruptions,waiting\n3.6,79\n1.8,54", "eruptions, waiting"),
        ('"eruptions","waiting"\n3.6,79\n1.8,54', "eruptions, waiting"),
        ("eruptions\twaiting\n3.6\t79", "eruptions, waiting"),
        ("eruptions waiting\n3.6 79\n1.8 54", "eruptions, waiting"),
        ("a;b;c\n1;2;3", "a, b, c"),
    ],
)
def test_a_table_is_refused_with_the_names_of_its_columns(text: str, columns: str) -> None:
    error = refused(text)
    count = columns.count(",") + 1
    assert error.message == f"The text is a table of {count} columns: {columns}."
    assert error.where is not None
    assert (error.where["line"], error.where["column"]) == (1, 1)


@pytest.mark.parametrize("text", ["old faithful\n79 54", "old faithful\n79 54\n74\n62 85"])
def test_a_title_of_two_words_is_not_taken_for_a_table(text: str) -> None:
    assert parse_numbers(text).name == "old faithful"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,5; 2,25; 3", [1.5, 2.25, 3.0]),
        ("1,5;2,25;3;", [1.5, 2.25, 3.0]),
        ("-1,5;\u22122,25;3e0", [-1.5, -2.25, 3.0]),
        ('"1,5","2,25","3"', [1.5, 2.25, 3.0]),
        ('"1,5"\n"2,25"\n3', [1.5, 2.25, 3.0]),
        ("Zeit\n1,5;\n2,25e1;", [1.5, 22.5]),
        ("1,2 0,9 1,1 5,2", [1.2, 0.9, 1.1, 5.2]),
        ("1,2\t0,9\t3\t5,2", [1.2, 0.9, 3.0, 5.2]),
        ("1,2\n0,9\n1\n5,2\n4,8\n5", [1.2, 0.9, 1.0, 5.2, 4.8, 5.0]),
        ("Zeit (min)\r\n1,25\r\n2,5\r\n3\r\n4,75", [1.25, 2.5, 3.0, 4.75]),
        ("x\n1,5\n\n2,25", [1.5, 2.25]),
    ],
)
def test_decimal_commas_where_everything_speaks_for_them(text: str, values: list[float]) -> None:
    parsed = parse_numbers(text)
    assert parsed.values.tolist() == values
    assert parsed.notices[0].startswith("Commas were read as decimal commas.")


@pytest.mark.parametrize("text", ["1\t2.5\n2\t3.5", "1;2\r\n2;3\r\n", "1\t2\t\n3\t4"])
def test_columns_without_a_header_are_taken_as_one_list_and_that_is_said(text: str) -> None:
    parsed = parse_numbers(text)
    assert len(parsed.values) == 4
    assert parsed.notices[-1].startswith("Each line holds 2 numbers")


@pytest.mark.parametrize("text", ["1,5\n2,25\n", "1,5\r\n2,25"])
def test_commas_that_may_be_decimal_ones_separate_and_that_is_said(text: str) -> None:
    parsed = parse_numbers(text)
    assert parsed.values.tolist() == [1.0, 5.0, 2.0, 25.0]
    [notice] = parsed.notices
    assert notice.startswith("Commas were read as separators, so every line holds two numbers.")


@pytest.mark.parametrize(
    "text", ["1,5", "1,5,2;3", "1,5 2.5;3", "1,5\n2,25\n3,4,5", "1,5;2 3\t4\n6"]
)
def test_commas_separate_otherwise_and_nothing_is_said(text: str) -> None:
    assert parse_numbers(text).notices == ()
    assert 5.0 in parse_numbers(text).values


@pytest.mark.parametrize(
    ("text", "word", "line", "column"),
    [
        ("79 54 x7", "x7", 1, 7),
        ("79\n54\n\nx7, 3", "x7", 4, 1),
        ("79\r\n54,x7", "x7", 2, 4),
        ("79\r54,x7", "x7", 2, 4),
        ("name\n79\n54, abc", "abc", 3, 5),
        ("1 2 1.2.3", "1.2.3", 1, 5),
        ("79 1_000", "1_000", 1, 4),
        ("79 1'000", "1'000", 1, 4),
        ("79 3\u20135", "3\u20135", 1, 4),
        ("79 12%", "12%", 1, 4),
        ('79 "b" 3', "b", 1, 5),
        ("1,5; 2,x; 3", "x", 1, 8),
        ("79 0x1F", "0x1F", 1, 4),
        ("79 --5", "--5", 1, 4),
    ],
)
def test_a_word_is_pointed_at(text: str, word: str, line: int, column: int) -> None:
    error = refused(text, NotANumber)
    assert error.where is not None
    assert (error.where["line"], error.where["column"]) == (line, column)
    assert error.message == f"Line {line}, column {column}: “{word}” is not a number."
    assert text[error.where["from"] : error.where["to"]] == word


@pytest.mark.parametrize(
    "word", ["NaN", "nan", "inf", "-inf", "Infinity", "+INFINITY", "1e999", "-1e400"]
)
def test_numbers_that_are_not_finite_are_told_from_words(word: str) -> None:
    error = refused(f"{word}\n79\n54", NotFinite)
    assert error.message == f"Line 1, column 1: “{word}” is not a finite number."


@pytest.mark.parametrize(
    ("above", "units"), [("😀", 2), ("👩\u200d🚀", 5), ("\ud83d", 1), ("é", 1), ("\ufeffé", 2)]
)
def test_places_count_as_browsers_do(above: str, units: int) -> None:
    where = refused(f"{above}\n79 x7\n54", NotANumber).where
    assert where == {"line": 2, "column": 4, "from": units + 4, "to": units + 6}


def test_further_culprits_are_counted() -> None:
    error = refused("1 a b NaN 2", NotANumber)
    assert error.message.endswith("“a” is not a number. It is the first of 3.")
    assert error.message in str(error)


def test_a_long_word_is_cut_short() -> None:
    assert f"“{'a' * 23}…” is not a number." in refused("1 " + "a" * 500, NotANumber).message


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "\u00a0", ",;,\n", '""', "\u200b"])
def test_nothing_is_called_nothing(text: str) -> None:
    assert refused(text, EmptyData).message == "There are no numbers yet."


@SETTLED
@given(
    st.lists(
        st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**6), 10**6), min_size=1
    ),
    st.sampled_from([",", ", ", ";", "; ", " ", "\t", "\n", "\r\n", " , "]),
)
def test_numbers_written_out_are_read_back_to_the_last_bit(values: Any, separator: str) -> None:
    text = separator.join(map(repr, values))
    found = parse_numbers(text)
    if any("decimal" in notice for notice in found.notices):
        return  # whole numbers paired by commas: said to be ambiguous
    np.testing.assert_array_equal(found.values, np.array(values, dtype=float))


words = st.text(alphabet="0123456789.,;+-eE_ \n\r\t\"'xna\u2212\ufeff\u00a0", max_size=40)


@SETTLED
@given(words)
def test_the_fast_way_reads_what_the_slow_way_reads(text: str) -> None:
    try:
        parsed = parse_numbers(text)
    except DataError:
        return
    assert np.isfinite(parsed.values).all()
    if parsed.notices or parsed.name != "x":
        return
    cells = text.replace("\u2212", "-").replace("\ufeff", " ").replace(",", " ").replace(";", " ")
    slow = [to_number(cell.strip("\"'")) for cell in cells.split()]
    assert parsed.values.tolist() == [one for one in slow if one is not None]


def test_a_hundred_thousand_numbers_are_read_at_once() -> None:
    numbers = np.random.default_rng(0).normal(size=100_000)
    text = "x\n" + "\n".join(map(repr, numbers.tolist()))
    begin = time.process_time()
    np.testing.assert_array_equal(parse_numbers(text).values, numbers)
    # A tenth of a second where it was written; a way that is quadratic takes minutes.
    assert time.process_time() - begin < 5.0


@pytest.mark.parametrize(
    "text", ["NA\nNA\nNA", "NaN, NaN, NaN", "waiting\nnan\nnan\nNA", "- ; ?\tNA"]
)
def test_a_list_of_nothing_but_missing_values_is_told_of(text: str) -> None:
    error = refused(text, EmptyData)
    assert error.message == "All 3 values are missing."
    assert error.remedy


def test_one_word_among_missing_values_is_still_pointed_at() -> None:
    assert refused("NA\nabc\nNA", NotANumber).message.endswith("It is the first of 3.")


@pytest.mark.parametrize("blank", ["\n", "\r\n", " ", ", ", ";\t", "\x1c", "\u2003", " \ufeff\n"])
def test_numbers_are_read_alike_between_all_blanks(blank: str) -> None:
    words = ["1", "-2.5", "+.5e-3", "7.", "1e22", "0.30000000000000004", "123456789012345678"]
    np.testing.assert_array_equal(parse_numbers(blank.join(words)).values, [*map(float, words)])


@pytest.mark.parametrize("word", ["1.52.5", "1e", "0x10", "1_0", "--1", "nan(1)"])
def test_what_is_nearly_a_number_is_none(word: str) -> None:
    with pytest.raises(NotANumber):
        parse_numbers(f"1 2 {word} 3")
