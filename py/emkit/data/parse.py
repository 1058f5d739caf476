"""Pasted text to numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from emkit.data.commas import READ_AS_SEPARATORS, understand_commas
from emkit.data.culprits import TOKEN, first_culprit
from emkit.data.header import find_header, is_missing
from emkit.data.number_cells import ended_numbers
from emkit.errors import EmptyData
from emkit.numerics import Floats

# All replacements keep every character in its place, so that a culprit can be pointed at.
SPACES = str.maketrans({",": " ", ";": " ", "\ufeff": " ", "\u200b": " "})
MINUSES = str.maketrans({"\u2212": "-", "\u2013": "-"})
COMMAS = bytes.maketrans(b"\t\n\v\f\r\x1c\x1d\x1e\x1f ", b",,,,,,,,,,")
QUOTES = re.compile(r"(?<![^\s,;])[\"']|[\"'](?![^\s,;])")  # around a cell, not within it


@dataclass(frozen=True, eq=False)
class Parsed:
    """What a text held.

    Attributes:
        values: (n,) the numbers in reading order.
        name: the header above them, or "x".
        notices: how the text was understood where it could be read in two ways.
    """

    values: Floats
    name: str = "x"
    notices: tuple[str, ...] = ()


def parse_numbers(text: str) -> Parsed:
    """Read numbers separated by commas, semicolons, spaces, tabs or line breaks.

    A first line without any number is the header. Numbers written with a decimal comma are read
    as such where everything speaks for it (see ``emkit.data.commas``), and that is said.

    Raises:
        EmptyData: there are no numbers, or all of them are missing.
        NotANumber, NotFinite: ``where`` holds the line and column (both from 1) of the first
            culprit, and ``from`` and ``to``, its place in the text in UTF-16 units.
        DataError: the header names several columns.

    >>> parse_numbers("waiting\\n79, 54; 7.4e1\\t62").values
    array([79., 54., 74., 62.])
    >>> parse_numbers("1.5 2.5\\n3.5 x7")
    Traceback (most recent call last):
        ...
    emkit.errors.NotANumber: Line 2, column 5: “x7” is not a number. Correct it or delete it.
    >>> parse_numbers("1,5; 2,25; 3").values
    array([1.5 , 2.25, 3.  ])
    """
    if not TOKEN.search(text):
        raise EmptyData("There are no numbers yet.", remedy="Paste some, or choose a sample.")
    plain = text if text.isascii() else text.translate(MINUSES)
    name, begin = find_header(plain)
    body, notices = understand_commas(plain[begin:], has_header=begin > 0)
    is_quoted = '"' in body or "'" in body
    cells = (QUOTES.sub(" ", body) if is_quoted else body).translate(SPACES)
    values = _numbers(cells)
    if values is None:
        raise _all_missing(cells) or first_culprit(text, cells, begin)
    if notices != READ_AS_SEPARATORS:  # which says how many numbers a line holds
        notices = (*notices, *_columns_pooled(cells))
    return Parsed(values, name, notices)


def _numbers(cells: str) -> Floats | None:
    """All cells as finite numbers, or ``None`` if there is one that is not."""
    if "_" in cells:  # which Python's float allows
        return None
    values = _plain_numbers(cells.encode()) if cells.isascii() else None
    if values is None:
        try:
            values = np.array(cells.split(), dtype=np.float64)
        except ValueError:
            return None
    return values if np.isfinite(values).all() else None


def _plain_numbers(cells: bytes) -> Floats | None:
    """All cells, read in C; ``None`` where one is no number."""
    cells = b",".join((b"", cells.translate(COMMAS), b""))
    while b",," in cells:
        cells = cells.replace(b",,", b",")
    return ended_numbers(cells[1:])


def _all_missing(cells: str) -> EmptyData | None:
    """The error about cells none of which holds a value."""
    words = cells.split()
    if not all(map(is_missing, words)):
        return None
    values = "The only value is" if len(words) == 1 else f"All {len(words):,} values are"
    return EmptyData(f"{values} missing.", remedy="Paste some numbers, or choose a sample.")


def _columns_pooled(cells: str) -> tuple[str, ...]:
    """What to say of a text that may be a table without a header."""
    lines = (line[0] for line in re.finditer(r"[^\r\n]+", cells) if not line[0].isspace())
    width = len(next(lines).split())
    rest = 0 if width == 1 else _rows_of(width, lines)
    if not rest:
        return ()
    total = width * (rest + 1)
    return (
        f"Each line holds {width} numbers, and all {total:,} were taken as one list. If "
        "each column is a variable, choose a table under “Read as”.",
    )


def _rows_of(width: int, lines: Iterator[str]) -> int:
    """How many lines there are, if all have so many cells; else none."""
    rows = 0
    for rows, line in enumerate(lines, 1):  # noqa: B007
        if len(line.split()) != width:
            return 0
    return rows
