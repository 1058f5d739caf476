"""A table of named columns read from text: CSV as spreadsheets and statistics programs write it."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from emkit.data.culprits import to_number
from emkit.data.header import MISSING
from emkit.errors import DataError, EmptyData, NotANumber, NotFinite, check_name
from emkit.numerics import Floats
from emkit.words import count_of

# In the order in which they are believed, where several would do.
DELIMITERS = ("\t", ";", ",", "|", " ")

LOOKED_AT = 20  # lines that tell the delimiter
MOST_NAMED = 8  # rows listed in a sentence

DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+(e[+-]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+")


@dataclass(frozen=True, eq=False)
class Table:
    """Cells as they were written.

    Attributes:
        columns: the names, from the header or x1, x2, ...
        rows: the cells of each row, as many as there are columns.
        lines: the line of the text that each row ends on.
        delimiter: what stands between cells.
    """

    columns: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]
    delimiter: str

    def numbers(self, columns: Sequence[str] | None = None) -> Floats:
        """(n, d) the columns of these names, in this order; all columns when not given.

        A missing cell (empty, NA, ...) is NaN.

        Raises:
            OptionError: there is no column of that name.
            NotANumber, NotFinite: with the line and the column at fault.
        """
        names = self.columns if columns is None else columns
        return np.column_stack([self.column(name) for name in names])

    def column(self, name: str) -> Floats:
        """(n,) the numbers of one column; a missing cell is NaN."""
        j = self.columns.index(check_name(name, self.columns, "column"))
        rows = [i for i, row in enumerate(self.rows) if not is_missing(row[j])]
        cells = self._with_points([self.rows[i][j] for i in rows], name)
        found = np.full(len(self.rows), np.nan)
        try:
            found[rows] = np.array(cells, dtype=np.float64)
        except ValueError:
            found[rows] = np.inf
        if np.isinf(found).any() or "_" in "".join(cells):  # which Python's float allows
            raise self._culprit(rows, cells, name)
        return found

    def numeric(self) -> list[str]:
        """The names of the columns that hold nothing but numbers and missing cells."""
        return [name for name in self.columns if self._is_numeric(name)]

    def _is_numeric(self, name: str) -> bool:
        try:
            return bool(np.isfinite(self.column(name)).any())
        except DataError:
            return False

    def _with_points(self, cells: list[str], name: str) -> list[str]:
        """The cells with points for decimal commas, where these can be nothing else."""
        commas = [cell for cell in cells if DECIMAL_COMMA.fullmatch(cell)]
        if not commas or any("." in cell for cell in cells):
            return cells
        if all(map(THOUSANDS.fullmatch, commas)):
            raise NotANumber(
                f"Column {name} has “{commas[0]}”, which may be meant with a decimal comma or "
                "with thousands set apart.",
                where={"column": name},
                remedy="Write decimal points, and no commas within numbers.",
            )
        return [cell.replace(",", ".") if DECIMAL_COMMA.fullmatch(cell) else cell for cell in cells]

    def _culprit(self, rows: list[int], cells: list[str], name: str) -> DataError:
        """The error about the first of the cells that is not a finite number."""
        wrong = [i for i, cell in zip(rows, cells, strict=True) if not _is_finite(cell)]
        first = wrong[0]
        written = self.rows[first][self.columns.index(name)]
        place = f"Line {self.lines[first]:,}, column {name}: “{written}”"
        where = {"line": self.lines[first], "row": first + 1, "column": name}
        if to_number(written) is not None:
            return NotFinite(
                f"{place} is not a finite number.",
                where=where,
                remedy="Delete that row, or write the value that was measured.",
            )
        others = f" It is the first of {len(wrong):,}." if len(wrong) > 1 else ""
        return NotANumber(
            f"{place} is not a number.{others}",
            where=where,
            remedy="Correct it, or choose other columns.",
        )


def read_table(text: str, delimiter: str | None = None) -> Table:
    """Read CSV: the delimiter is found, the header noticed, quotes understood.

    Args:
        text: what a file holds.
        delimiter: what stands between cells; found in the text when not given.

    Raises:
        EmptyData: there is no row of data.
        DataError: a row has more or fewer cells than the first.

    >>> table = read_table("length;width\\n1,5;2\\n2,25;NA\\n")
    >>> table.columns, table.delimiter
    (('length', 'width'), ';')
    >>> table.numbers()
    array([[1.5 , 2.  ],
           [2.25,  nan]])
    """
    text = text.removeprefix("\ufeff")
    delimiter = delimiter or _delimiter_of(text)
    rows, lines = _rows_of(text, delimiter)
    columns = _default_names(len(rows[0]) if rows else 0)
    if rows and _is_header(rows[0]):
        columns = tuple(name or columns[j] for j, name in enumerate(rows.pop(0)))
        lines.pop(0)
    if not rows:
        raise EmptyData("The table has no rows.", remedy="Give one row for each observation.")
    _check_names(columns)
    for row, line in zip(rows, lines, strict=True):
        if len(row) != len(columns):
            raise DataError(
                f"Line {line:,} has {count_of(len(row), 'cell')}, and the table has "
                f"{count_of(len(columns), 'column')}.",
                where={"line": line},
                remedy="Correct the line, or say what stands between cells.",
            )
    return Table(columns, rows, lines, delimiter)


def missing_rows(values: Floats, table: Table) -> DataError | None:
    """The error about rows that lack a value, as (n, d) ``values`` of the table show them."""
    rows = np.flatnonzero(np.isnan(values).any(axis=1))
    if not len(rows):
        return None
    listed = ", ".join(f"{table.lines[row]:,}" for row in rows[:MOST_NAMED])
    more = ", ..." if len(rows) > MOST_NAMED else ""
    what, on = ("A value is", "line") if len(rows) == 1 else ("Values are", "lines")
    return NotANumber(
        f"{what} missing in {count_of(len(rows), 'row')}, on {on} {listed}{more}.",
        where={"line": table.lines[rows[0]], "row": int(rows[0]) + 1},
        remedy="Fill them in, leave those rows out, or choose other columns.",
    )


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no value.

    >>> is_missing(""), is_missing("NA"), is_missing("0")
    (True, True, False)
    """
    return not cell or cell.lower() in MISSING or cell.lower() == "nan"


def _default_names(d: int) -> tuple[str, ...]:
    return ("x",) if d == 1 else tuple(f"x{j + 1}" for j in range(d))


def _is_header(cells: list[str]) -> bool:
    """Whether the cells are names: no numbers, and not all of them missing."""
    return not any(map(_is_number, cells)) and not all(map(is_missing, cells))


def _is_number(cell: str) -> bool:
    return to_number(cell.replace(",", ".")) is not None and not is_missing(cell)


def _delimiter_of(text: str) -> str:
    """The delimiter that cuts most of the first lines into equally many cells, but one."""
    lines = [line for line in islice(text.splitlines(), 5 * LOOKED_AT) if line.strip()][:LOOKED_AT]
    for delimiter in DELIMITERS:
        widths = [len(cells) for cells in _cells(lines, delimiter)]
        if widths and widths[0] > 1 and widths.count(widths[0]) > len(widths) // 2:
            return delimiter
    return ","


def _rows_of(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    reader: Any = _cells(text.splitlines(keepends=True), delimiter)
    rows, lines = [], []
    for row in reader:
        cells = [cell.strip().replace("\u2212", "-") for cell in row]
        if any(cells):
            rows.append(cells)
            lines.append(reader.line_num)
    return rows, lines


def _cells(lines: list[str], delimiter: str) -> Any:
    blank = delimiter == " "
    return csv.reader(
        [line.strip(" ") for line in lines] if blank else lines,
        delimiter=delimiter,
        skipinitialspace=True,
    )


def _check_names(columns: tuple[str, ...]) -> None:
    twice = [name for name in columns if columns.count(name) > 1]
    if twice:
        raise DataError(
            f"Several columns are named “{twice[0]}”.",
            where={"column": twice[0]},
            remedy="Give every column a name of its own.",
        )


def _is_finite(cell: str) -> bool:
    number = to_number(cell)
    return number is not None and math.isfinite(number)
