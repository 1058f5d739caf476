"""How a table is written: what stands between its cells, and whether its columns have names."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from emkit.data.culprits import to_number
from emkit.data.header import is_missing
from emkit.errors import DataError

# In the order in which they are believed, where several would do.
DELIMITERS = ("\t", ";", ",", "|", " ")

LOOKED_AT = 20  # lines that tell the delimiter
TYPED_MINUS = str.maketrans({"\u2212": "-"})


@dataclass(frozen=True)
class Head:
    """What the first lines of a table say about all of it.

    Attributes:
        delimiter: what stands between cells.
        columns: the names, from the header or x1, x2, ...
        has_header: whether the names stand in the text.
        skipped: the lines before the first row of data.
        rows: the first rows of data.
    """

    delimiter: str
    columns: tuple[str, ...]
    has_header: bool
    skipped: int
    rows: list[list[str]]

    @property
    def regular(self) -> list[list[str]]:
        """Those of the rows that have as many cells as there are columns."""
        return [row for row in self.rows if len(row) == len(self.columns)]


def head_of(text: str, delimiter: str | None = None) -> Head | None:
    """Look at the beginning of a text, which ends with a line; ``None`` if it is blank.

    >>> head = head_of("length;width\\n1,5;2\\n")
    >>> head.delimiter, head.columns, head.skipped
    (';', ('length', 'width'), 1)
    """
    first_lines = _first_lines(text)
    delimiter = delimiter or _delimiter_of(first_lines)
    rows, ends = rows_of("".join(first_lines), delimiter)
    if not rows:
        return None
    columns, skipped = default_names(len(rows[0])), 0
    has_header = is_header(rows[0])
    if has_header:
        columns = tuple(name or columns[j] for j, name in enumerate(rows.pop(0)))
        skipped = ends[0]
    return Head(delimiter, columns, has_header, skipped, rows)


def rows_of(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    """The cells of all rows that hold any, and the line from 1 that each row ends on.

    Raises:
        DataError: a quotation mark is never closed.
    """
    reader = csv_reader(text, delimiter)
    rows, lines = [], []
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                rows.append(cells)
                lines.append(reader.line_num)
    except csv.Error as error:
        raise DataError(
            f"A quotation mark on line {lines[-1] + 1 if lines else 1:,} or below is not closed.",
            remedy="Close it or delete it.",
        ) from error
    return rows, lines


def csv_reader(text: str, delimiter: str) -> Any:
    """Python's reader of CSV; several blanks count as one where a blank is the delimiter."""
    text = text.translate(TYPED_MINUS) if "\u2212" in text else text
    lines = io.StringIO(text, newline="")
    return csv.reader(
        (line.strip(" ") for line in lines) if delimiter == " " else lines,
        delimiter=delimiter,
        skipinitialspace=True,
    )


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells are names: no numbers, and not all of them missing."""
    return not any(map(is_number, cells)) and not all(map(is_missing, cells))


def is_number(cell: str) -> bool:
    """Whether a cell is a number, perhaps with a decimal comma."""
    return to_number(cell.replace(",", ".")) is not None and not is_missing(cell)


def default_names(d: int) -> tuple[str, ...]:
    """What columns without names are called."""
    return ("x",) if d == 1 else tuple(f"x{j + 1}" for j in range(d))


def _first_lines(text: str) -> list[str]:
    """The first lines that are not blank, and the blank ones between them."""
    found: list[str] = []
    filled = 0
    for line in io.StringIO(text, newline=""):
        found.append(line)
        filled += bool(line.strip())
        if filled == LOOKED_AT or len(found) == 5 * LOOKED_AT:
            break
    return found


def _delimiter_of(lines: list[str]) -> str:
    """The delimiter that cuts most of the first lines into equally many cells, but one."""
    text = "".join(lines)
    for delimiter in DELIMITERS:
        widths = [len(row) for row in rows_of(text, delimiter)[0]]
        if widths and widths[0] > 1 and widths.count(widths[0]) > len(widths) // 2:
            return delimiter
    return ";" if "," in text and '"' not in text else ","  # one column, of decimal commas or not


def check_column_names(columns: tuple[str, ...]) -> None:
    """Refuse two columns of one name.

    Raises:
        DataError: naming the first such name.
    """
    if len(set(columns)) == len(columns):
        return
    twice = next(name for name in columns if columns.count(name) > 1)
    raise DataError(
        f"Several columns are named “{twice}”.",
        where={"column": twice},
        remedy="Give every column a name of its own.",
    )
