"""Tables as spreadsheets and statistics programs write them."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.data.reading import read_table
from emkit.data.table import Table, missing_rows
from emkit.errors import DataError, EmptyData, NotANumber, NotFinite, OptionError


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n3,4\n", ","),
        ("a;b\n1;2\n3;4\n", ";"),
        ("a\tb\n1\t2\n3\t4\n", "\t"),
        ("a|b\n1|2\n3|4\n", "|"),
        ("a b\n1 2\n3 4\n", " "),
        ("a   b\n 1   2\n 3   4\n", " "),
        ("\ufeffa,b\r\n1,2\r\n\r\n3,4", ","),
        ('"a","b"\n"1","2"\n"3","4"\n', ","),
        ("a, b\n1, 2\n3, 4\n", ","),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str) -> None:
    table = read_table(text)
    assert table.delimiter == delimiter
    assert table.columns == ("a", "b")
    assert table.numbers().tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_the_delimiter_may_be_stated() -> None:
    assert read_table("a:b\n1:2", ":").numbers().tolist() == [[1.0, 2.0]]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("1,2\n3,4", ("x1", "x2")),
        ("5\n6", ("x",)),
        ("waiting\n6", ("waiting",)),
        ('"","waiting"\n1,6', ("x1", "waiting")),
        ("5.1,setosa\n4.9,setosa", ("x1", "x2")),
        ("NA,NA\n4.9,1", ("x1", "x2")),
    ],
)
def test_a_header_is_noticed(text: str, columns: tuple[str, ...]) -> None:
    assert read_table(text).columns == columns


def test_columns_are_picked_by_name_in_the_order_asked_for() -> None:
    table = read_table("a,b,c\n1,2,x\n3,4,y")
    assert table.numbers(["b", "a"]).tolist() == [[2.0, 1.0], [4.0, 3.0]]
    assert table.numeric() == ["a", "b"]


def test_a_name_that_is_no_column_is_answered_with_the_nearest() -> None:
    with pytest.raises(OptionError, match=r"'waitin' is not known. Did you mean 'waiting'\?"):
        read_table("eruptions,waiting\n1,2").numbers(["waitin"])


@pytest.mark.parametrize("text", ["a;b\n1,5;2\n-2,25;3e1", "a\tb\n1,5\t2\n-2,25\t3e1"])
def test_decimal_commas_are_understood_where_they_can_be_nothing_else(text: str) -> None:
    assert read_table(text).numbers().tolist() == [[1.5, 2.0], [-2.25, 30.0]]


def test_a_comma_that_may_set_thousands_apart_is_asked_about() -> None:
    with pytest.raises(NotANumber, match="“1,500”, which may be meant with a decimal comma or"):
        read_table("a;b\n1,500;2\n7;3").numbers()


@pytest.mark.parametrize("word", ["", "NA", "nan", "null", "?", "-"])
def test_missing_cells_are_nan_and_reported_by_line(word: str) -> None:
    table = read_table(f"a,b\n1,2\n{word},3\n4,5")
    values = table.numbers()
    assert np.isnan(values).tolist() == [[False, False], [True, False], [False, False]]
    error = missing_rows(values, table)
    assert error is not None
    assert error.message == "A value is missing in 1 row, on line 3."
    assert error.where == {"line": 3, "row": 2}


def test_many_missing_cells_are_counted() -> None:
    table = read_table("a,b\n" + "1,\n" * 20)
    error = missing_rows(table.numbers(), table)
    assert error is not None
    assert error.message == ("Values are missing in 20 rows, on lines 2, 3, 4, 5, 6, 7, 8, 9, ....")
    assert missing_rows(np.ones((2, 2)), table) is None


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("", EmptyData, "The table has no rows."),
        ("a,b\n", EmptyData, "The table has no rows."),
        ("a,b\n1,2\n3\n4,5", DataError, "Line 3 has 1 cell, and the table has 2 columns."),
        ("a,a\n1,2", DataError, "Several columns are named “a”."),
        ("a,b\n1,2\n3,x7\n4,x8", NotANumber, "Line 3, column b: “x7” is not a number. It is the"),
        ("a,b\n1,2\n3,1_0", NotANumber, "Line 3, column b: “1_0” is not a number. Correct"),
        ("a,b\n1,2\n3,inf", NotFinite, "Line 3, column b: “inf” is not a finite number."),
        ("a;b\n1,5;2\n1.5;3", NotANumber, "Line 2, column a: “1,5” is not a number"),
        ("a;b\n1,5;2\n1,x;3", NotANumber, "Line 3, column a: “1,x” is not a number"),
    ],
)
def test_mistakes_are_named_with_their_place(
    text: str, kind: type[Exception], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence):
        read_table(text).numbers()


def test_lines_are_counted_as_an_editor_does() -> None:
    table: Table = read_table('a,b\n"1","2"\n\n3,x')
    with pytest.raises(NotANumber) as raised:
        table.numbers()
    assert raised.value.where == {"line": 4, "row": 2, "column": "b"}


def test_a_minus_sign_of_typesetters_is_one() -> None:
    assert read_table("a,b\n\u22121.5,2").numbers().tolist() == [[-1.5, 2.0]]
