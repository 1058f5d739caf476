"""Text to a table: read in blocks, fast where it is regular, carefully where it is not."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np

from emkit.data.cells import ColumnReader
from emkit.data.column_summary import ColumnSummary
from emkit.data.dialect import Head, check_column_names, head_of, rows_of
from emkit.data.lines import Lines, whole_lines
from emkit.data.regular import regular_numbers
from emkit.data.source import Source, TextSource
from emkit.data.table import Rows, Table
from emkit.errors import DataError, EmptyData, TooLarge
from emkit.numerics import Floats
from emkit.words import count_of
from emkit.work import Share, outcome

# So much of a text tells how much memory all of it will need, in units of its size.
TELLING = 1 << 20

# More are no table that a person made.
MOST_COLUMNS = 10_000

# Columns that a fit may take, as doubles beside the table.
MOST_FITTED = 32


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
    return outcome(reading_table(TextSource(text), delimiter))


def reading_table(
    source: Source, delimiter: str | None = None, room: float = float("inf")
) -> Generator[Share, None, Table]:
    """Read CSV in blocks; yields how much of ``source`` was read.

    Args:
        source: pasted text or a file.
        delimiter: what stands between cells; found in the text when not given.
        room: how many bytes the table and a fit to it may take.

    Raises:
        EmptyData, DataError: as ``read_table`` does.
        TooLarge: it would need more than ``room``, as its beginning shows.
    """
    reader = TableReader(source, delimiter, room)
    try:
        for lines in whole_lines(source.blocks()):
            reader.take(lines)
            yield Share("Reading the data", lines.done, source.size)
        return reader.table()
    except MemoryError:
        del reader
        raise _too_large("The table needs more memory than there is.") from None


def list_table(values: Floats, name: str) -> Table:
    """A list of numbers as a table of one column.

    >>> list_table(np.array([1.0, 2.0]), "waiting").numbers().shape
    (2, 1)
    """
    column = values[:, None]
    head = Head("", (name,), name != "x", 0, [])
    rows = Rows(narrowest(column), {}, range(1, len(column) + 1))
    return Table(head, "utf-8", [rows], [[]], ".", ColumnSummary.of(column))


class TableReader:
    """Takes the lines of a text one run after another and makes a table of them."""

    def __init__(self, source: Source, delimiter: str | None, room: float) -> None:
        self._source = source
        self._delimiter = delimiter
        self._room = room
        self._encoding = "utf-8"
        self._head: Head | None = None
        self._columns: list[ColumnReader] = []
        self._runs: list[Rows] = []
        self._summary = ColumnSummary.nothing(0)
        self._held = 0

    def take(self, lines: Lines) -> None:
        """Read some more lines."""
        if self._head is None:
            self._head = head_of(self._text(lines), self._delimiter)
            if self._head is None:
                return
            _check_columns(self._head.columns)
            lines = lines.after(self._head.skipped)
            self._columns = [ColumnReader() for _ in self._head.columns]
            self._summary = ColumnSummary.nothing(len(self._columns))
        rows = self._read(lines, self._head)
        if rows is not None:
            self._runs.append(rows)
            self._held += rows.nbytes
            self._check_room(lines.done)

    def table(self) -> Table:
        """All that was read."""
        if not self._runs or self._head is None:
            raise EmptyData("The table has no rows.", remedy="Give one row for each observation.")
        words = [list(column.words) for column in self._columns]
        wide = self._source.encoding != "utf-8"
        encoding = self._source.encoding if wide else self._encoding
        decimal = self._decimal() or "."
        return Table(self._head, encoding, self._runs, words, decimal, self._summary)

    def _read(self, lines: Lines, head: Head) -> Rows | None:
        decimal = self._decimal()
        width = len(head.columns)
        if not lines.text:
            return None
        if decimal != "mixed":
            numbers = regular_numbers(lines.text, width, head.delimiter, decimal)
            if numbers is not None:
                return self._rows(numbers, {}, range(lines.first, lines.first + len(numbers)))
        cells, ends = rows_of(self._text(lines), head.delimiter)
        if not cells:
            return None
        where = np.array(ends, dtype=np.int32) + (lines.first - 1)
        _check_widths(cells, where, width)
        read = [
            column.read(written)
            for column, written in zip(self._columns, zip(*cells, strict=True), strict=True)
        ]
        codes = {j: codes for j, (_, codes) in enumerate(read) if codes is not None}
        return self._rows(np.column_stack([values for values, _ in read]), codes, where)

    def _rows(self, numbers: Floats, codes: dict[int, np.ndarray], lines: Any) -> Rows:
        self._summary = self._summary.merged(ColumnSummary.of(numbers))
        return Rows(narrowest(numbers), codes, lines)

    def _decimal(self) -> str | None:
        """The decimal mark of all columns; "mixed" where they differ."""
        marks = {column.decimal for column in self._columns} - {None}
        return "mixed" if len(marks) > 1 else next(iter(marks), None)

    def _text(self, lines: Lines) -> str:
        """The characters of the lines: UTF-8, or else what Windows writes in the west."""
        try:
            return lines.text.decode("utf-8")
        except UnicodeDecodeError:
            self._encoding = "windows-1252"
            return lines.text.decode("cp1252", "replace")

    def _check_room(self, done: int) -> None:
        """Refuse a table that will not fit, as early as its beginning tells."""
        size = max(done, self._source.size)
        if done < min(TELLING, size):
            return
        rows = sum(len(run.numbers) for run in self._runs)
        fitted = 8 * rows * min(len(self._columns), MOST_FITTED)
        needed = (self._held + fitted) * size / done
        if needed > self._room:
            raise _too_large(
                f"The table would need about {_megabytes(needed)} of memory, and there is room "
                f"for {_megabytes(self._room)}."
            )


def narrowest(values: Floats) -> np.ndarray:
    """The same numbers in the smallest type that holds each of them exactly.

    >>> narrowest(np.array([0.0, 255.0])).dtype, narrowest(np.array([0.5, np.nan])).dtype
    (dtype('uint8'), dtype('float32'))
    """
    low, high = values.min(), values.max()  # NaN where there is one
    for kind in (np.uint8, np.int16, np.int32):
        limits = np.iinfo(kind)
        if limits.min <= low and high <= limits.max:
            whole = values.astype(kind)
            if (whole == values).all():
                return whole
            break
    with np.errstate(over="ignore"):
        single = values.astype(np.float32)
    return single if np.array_equal(single, values, equal_nan=True) else values


def _check_columns(columns: tuple[str, ...]) -> None:
    check_column_names(columns)
    if len(columns) > MOST_COLUMNS:
        raise DataError(
            f"The first line has {count_of(len(columns), 'cell')}, and a table can have "
            f"{MOST_COLUMNS:,} columns.",
            where={"line": 1},
            remedy="Give one row a line, or read the text as one list of numbers.",
        )


def _check_widths(rows: list[list[str]], lines: np.ndarray, width: int) -> None:
    for row, line in zip(rows, lines, strict=True):
        if len(row) != width:
            raise DataError(
                f"Line {line:,} has {count_of(len(row), 'cell')}, and the table has "
                f"{count_of(width, 'column')}.",
                where={"line": int(line)},
                remedy="Give every line as many cells as the first.",
            )


def _too_large(message: str) -> TooLarge:
    return TooLarge(
        message,
        remedy="Keep fewer rows or fewer columns in the file, for example a random part of it.",
    )


def _megabytes(size: float) -> str:
    return f"{size / 1e6:,.0f} MB"
