"""The fast way to read a table: lines of nothing but numbers, all equally many, in C."""

from __future__ import annotations

import re

import numpy as np

from emkit.data.number_cells import ended_numbers
from emkit.numerics import Floats

BLANKS = re.compile(rb" {2,}")
MISSING_CELL = re.compile(rb",[ \t]*(?:na|n/a|nan|null|none|missing|-|\?|\.)?[ \t]*(?=,)", re.I)
LINE_FEED = ord("\n")


def regular_numbers(text: bytes, width: int, delimiter: str, decimal: str | None) -> Floats | None:
    """(r, width) the numbers of r whole lines, NaN where a cell is missing.

    Args:
        text: the lines, each ending with a line feed.
        width: how many cells each should have.
        delimiter: what stands between cells.
        decimal: the decimal mark, ``None`` if no number had any yet.

    Returns:
        ``None`` where the lines hold anything else: quotes, words, blank or ragged lines, numbers
        beyond the range of doubles. Then they must be read cell by cell.

    >>> regular_numbers(b"1;2,5\\n3;\\n", 2, ";", ",")
    array([[1. , 2.5],
           [3. , nan]])
    """
    if b'"' in text or b"_" in text or _other_marks(text, delimiter, decimal):
        return None
    if delimiter == " ":
        text = _single_blanks(text)
    cells = text.translate(_marks(delimiter, decimal))
    if not _is_regular(text, cells, width):
        return None
    values = ended_numbers(cells)
    if values is None and width > 1:  # a blank line is no missing cell
        values = ended_numbers(MISSING_CELL.sub(b",nan", b"," + cells)[1:])
    if values is None or values.size % width or np.isinf(values).any():
        return None
    return values.reshape(-1, width)


def _other_marks(text: bytes, delimiter: str, decimal: str | None) -> bool:
    """Whether there are commas or points that have no meaning here."""
    if decimal == ",":
        return b"." in text
    return delimiter != "," and b"," in text


def _single_blanks(text: bytes) -> bytes:
    text = BLANKS.sub(b" ", text).replace(b" \n", b"\n").replace(b"\n ", b"\n")
    return text.removeprefix(b" ")


def _marks(delimiter: str, decimal: str | None) -> bytes:
    """A table of bytes that makes commas of all that ends a cell, and points of decimal marks."""
    return bytes.maketrans(
        f"{delimiter}\n{',' if decimal == ',' else '.'}".encode("latin-1"), b",,."
    )


def _is_regular(text: bytes, cells: bytes, width: int) -> bool:
    """Whether every ``width``-th mark, and no other, ends a line."""
    at_mark = np.frombuffer(cells, np.uint8) == ord(",")
    marks = np.frombuffer(text, np.uint8)[at_mark] == LINE_FEED
    if len(marks) % width:
        return False
    marks = marks.reshape(-1, width)
    return bool(marks[:, -1].all()) and not marks[:, :-1].any()
