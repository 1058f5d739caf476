"""Cells of nothing but numbers, read in C; small whole ones, such as pixels, all at once."""

from __future__ import annotations

import numpy as np

from emkit.numerics import Floats

# Digits that stay exact in 32 bits.
MOST_DIGITS = 9


def whole_cells(cells: bytes) -> Floats | None:
    """Unsigned whole numbers that each end with a comma; ``None`` if there is anything else.

    One digit of all cells after another is added, from the last to the first: some eight times
    faster than to read one number after another.

    >>> whole_cells(b"7,255,0,")
    array([  7., 255.,   0.])
    >>> whole_cells(b"7,,0,"), whole_cells(b"7,2.5,"), whole_cells(b"")
    (None, None, None)
    """
    if not cells or cells.translate(None, b"0123456789,"):
        return None
    written = np.frombuffer(cells, np.uint8)
    ends = np.flatnonzero(written == ord(","))
    lengths = np.diff(ends, prepend=-1) - 1
    longest = int(lengths.max())
    if lengths.min() < 1 or longest > MOST_DIGITS:
        return None
    digits = written - np.uint8(ord("0"))
    values = digits[ends - 1].astype(np.int32)
    for place in range(1, longest):
        there = lengths > place
        values += digits[ends - 1 - place] * there * np.int32(10**place)
    return values.astype(np.float64)


def ended_numbers(cells: bytes) -> Floats | None:
    """Numbers that each end with a comma, or ``None`` if there is anything else.

    >>> ended_numbers(b"1.5,-2e3,nan,"), ended_numbers(b"1.5,x,"), ended_numbers(b"1.52.5,")
    (array([ 1.5e+00, -2.0e+03,      nan]), None, None)
    """
    values = whole_cells(cells)
    if values is not None:
        return values
    try:
        values = np.fromstring(cells, sep=",")
    except ValueError:
        return None
    return values if values.size == cells.count(b",") else None
