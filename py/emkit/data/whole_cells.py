"""Cells that are small whole numbers, such as pixels and codes, read all at once."""

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
