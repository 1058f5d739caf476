"""The careful way to read a table: cell by cell, words among the numbers remembered."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from emkit.data.culprits import to_number
from emkit.data.header import is_missing
from emkit.numerics import Floats

DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+(e[+-]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+")

# More different words than this in a column are not told apart: they are no labels.
MOST_WORDS = 10_000
OTHER = "…"

Codes = np.ndarray  # int32


class ColumnReader:
    """Reads one column, some of its cells at a time.

    Attributes:
        words: every different cell that is no number, and its code.
        decimal: the decimal mark, once a number had one that can be nothing else.
    """

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.decimal: str | None = None

    def read(self, cells: Sequence[str]) -> tuple[Floats, Codes | None]:
        """The numbers, NaN where there is none; and codes of the words, -1 where there is none.

        >>> values, codes = ColumnReader().read(["1,5", "NA", "abc"])
        >>> values, codes.tolist()
        (array([1.5, nan, nan]), [-1, -1, 0])
        """
        if self.decimal is None and any("," in cell for cell in cells):
            self.decimal = _decimal_of(cells)
        values = None if self.words else self._all_numbers(cells)
        return self._one_by_one(cells) if values is None else (values, None)

    def _all_numbers(self, cells: Sequence[str]) -> Floats | None:
        written = "\0".join(cells)
        if "_" in written or (self.decimal == "," and "." in written):
            return None
        if self.decimal == ",":
            cells = written.replace(",", ".").split("\0")
        try:
            values = np.array(cells, dtype=np.float64)
        except ValueError:
            return None
        return None if np.isinf(values).any() else values

    def _one_by_one(self, cells: Sequence[str]) -> tuple[Floats, Codes | None]:
        values = np.full(len(cells), np.nan)
        codes = np.full(len(cells), -1, dtype=np.int32)
        for i, cell in enumerate(cells):
            code = self.words.get(cell)
            if code is None:
                if is_missing(cell):
                    continue
                number = self._number(cell)
                if number is not None:
                    values[i] = number
                    continue
                code = self._coded(cell)
            codes[i] = code
        return values, codes if (codes >= 0).any() else None

    def _number(self, cell: str) -> float | None:
        if self.decimal == ",":
            if "." in cell:
                return None
            cell = cell.replace(",", ".") if DECIMAL_COMMA.fullmatch(cell) else cell
        number = to_number(cell)
        return number if number is not None and math.isfinite(number) else None

    def _coded(self, word: str) -> int:
        """The code of a new word; all that are too many share one."""
        if len(self.words) >= MOST_WORDS:
            word = OTHER
        return self.words.setdefault(word, len(self.words))


def _decimal_of(cells: Sequence[str]) -> str | None:
    """What the cells use as decimal mark, where they leave no doubt."""
    commas = [cell for cell in cells if DECIMAL_COMMA.fullmatch(cell)]
    if not commas or all(map(THOUSANDS.fullmatch, commas)):
        return None
    has_points = any("." in cell and to_number(cell) is not None for cell in cells)
    return "." if has_points else ","
