"""A table of named columns, some of numbers and some of words, in as little memory as they need."""

from __future__ import annotations

import bisect
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from emkit.data.cells import THOUSANDS
from emkit.data.column_summary import ColumnSummary
from emkit.data.culprits import to_number
from emkit.data.dialect import Head
from emkit.errors import DataError, NotANumber, NotFinite, check_name
from emkit.numerics import Floats
from emkit.words import count_of

MOST_NAMED = 8  # rows listed in a sentence


@dataclass(frozen=True, eq=False)
class Rows:
    """Some consecutive rows.

    Attributes:
        numbers: (r, d) of the narrowest type that holds them exactly, NaN where there is none.
        codes: of the words, (r,) for each column that has any; -1 where there is none.
        lines: the line of the text that each row ends on.
    """

    numbers: np.ndarray
    codes: Mapping[int, np.ndarray]
    lines: Sequence[int] | np.ndarray

    @property
    def nbytes(self) -> int:
        """How much memory they take."""
        held = self.numbers.nbytes + sum(codes.nbytes for codes in self.codes.values())
        return held + (self.lines.nbytes if isinstance(self.lines, np.ndarray) else 0)


@dataclass(frozen=True, eq=False)
class Table:
    """What a text held.

    Attributes:
        head: how it was written, and its first rows as they were written.
        encoding: what its characters were written in.
        runs: all rows.
        words: for each column, the different cells that are no numbers, by code.
        summary: of the numbers of each column.
    """

    head: Head
    encoding: str
    runs: Sequence[Rows]
    words: Sequence[list[str]]
    decimal: str
    summary: ColumnSummary

    @property
    def columns(self) -> tuple[str, ...]:
        """The names, from the header or x1, x2, ..."""
        return self.head.columns

    @property
    def delimiter(self) -> str:
        """What stands between cells."""
        return self.head.delimiter

    @cached_property
    def n(self) -> int:
        """The number of rows."""
        return sum(len(run.numbers) for run in self.runs)

    @cached_property
    def word_counts(self) -> np.ndarray:
        """(d,) how many cells of each column are words."""
        counts = np.zeros(len(self.columns), dtype=np.int64)
        for run in self.runs:
            for j, codes in run.codes.items():
                counts[j] += (codes >= 0).sum()
        return counts

    @cached_property
    def rotations(self) -> dict[Any, Any]:
        """What was found of its columns that takes long, by what was asked."""
        return {}

    @property
    def missing(self) -> np.ndarray:
        """(d,) how many cells of each column say that there is no value."""
        return self.n - self.summary.counts.astype(np.int64) - self.word_counts

    def is_text(self, name: str) -> bool:
        """Whether a column holds words more often than numbers."""
        j = self.index(name)
        return bool(self.word_counts[j] > self.summary.counts[j])

    def index(self, name: str) -> int:
        """Which column has this name.

        Raises:
            OptionError: there is none.
        """
        return self.columns.index(check_name(name, self.columns, "column"))

    def numbers(self, columns: Sequence[str] | None = None) -> Floats:
        """(n, d) the columns of these names, in this order; all columns when not given.

        A missing cell (empty, NA, ...) is NaN.

        Raises:
            OptionError: there is no column of that name.
            NotANumber, NotFinite: with the line and the column at fault.
        """
        names = self.columns if columns is None else columns
        chosen = [self.index(name) for name in names]
        for j in chosen:
            if self.word_counts[j]:
                raise self._culprit(j)
        found = np.empty((self.n, len(chosen)))
        first = 0
        for run in self.runs:
            last = first + len(run.numbers)
            found[first:last] = run.numbers[:, chosen]
            first = last
        return found

    def column(self, name: str) -> Floats:
        """(n,) the numbers of one column; a missing cell is NaN."""
        return self.numbers([name])[:, 0]

    def codes(self, name: str) -> np.ndarray:
        """(n,) codes of the words of one column; -1 where there is none."""
        j = self.index(name)
        none = np.int32(-1)
        parts = [
            run.codes[j] if j in run.codes else np.full(len(run.numbers), none) for run in self.runs
        ]
        return np.concatenate(parts)

    def numeric(self) -> list[str]:
        """The names of the columns that hold nothing but numbers and missing cells."""
        only = (self.summary.counts > 0) & (self.word_counts == 0)
        return [name for name, is_one in zip(self.columns, only, strict=True) if is_one]

    def line_of(self, row: int) -> int:
        """The line of the text that a row, counted from 0, ends on."""
        k = bisect.bisect_right(self._firsts, row) - 1
        return int(self.runs[k].lines[row - self._firsts[k]])

    @cached_property
    def _firsts(self) -> list[int]:
        return [0, *np.cumsum([len(run.numbers) for run in self.runs])[:-1].tolist()]

    def _culprit(self, j: int) -> DataError:
        """The error about the first cell of a column that is not a finite number."""
        name, codes = self.columns[j], self.codes(self.columns[j])
        rows = np.flatnonzero(codes >= 0)
        row, word = int(rows[0]), self.words[j][int(codes[rows[0]])]
        line = self.line_of(row)
        where = {"line": line, "row": row + 1, "column": name}
        return _about_cell(word, where, len(rows))


def missing_rows(values: Floats, table: Table) -> DataError | None:
    """The error about rows that lack a value, as (n, d) ``values`` of the table show them."""
    rows = np.flatnonzero(np.isnan(values).any(axis=1))
    if not len(rows):
        return None
    lines = [table.line_of(row) for row in rows[:MOST_NAMED]]
    listed = ", ".join(f"{line:,}" for line in lines)
    more = ", ..." if len(rows) > MOST_NAMED else ""
    what, on = ("A value is", "line") if len(rows) == 1 else ("Values are", "lines")
    return NotANumber(
        f"{what} missing in {count_of(len(rows), 'row')}, on {on} {listed}{more}.",
        where={"line": lines[0], "row": int(rows[0]) + 1},
        remedy="Fill them in, leave those rows out, or choose other columns.",
    )


def _about_cell(word: str, where: dict[str, Any], count: int) -> DataError:
    name = where["column"]
    place = f"Line {where['line']:,}, column {name}: “{word}”"
    if THOUSANDS.fullmatch(word):
        return NotANumber(
            f"Column {name} has “{word}”, which may be meant with a decimal comma or with "
            "thousands set apart.",
            where=where,
            remedy="Write decimal points, and no commas within numbers.",
        )
    number = to_number(word)
    if number is not None and not math.isfinite(number):
        return NotFinite(
            f"{place} is not a finite number.",
            where=where,
            remedy="Delete that row, or write the value that was measured.",
        )
    others = f" It is the first of {count:,}." if count > 1 else ""
    return NotANumber(
        f"{place} is not a number.{others}",
        where=where,
        remedy="Correct it, or choose other columns.",
    )
