"""Pasted text to numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from emkit.data.culprits import TOKEN, first_culprit
from emkit.data.header import find_header
from emkit.errors import EmptyData
from emkit.numerics import Floats

# All replacements keep every character in its place, so that a culprit can be pointed at.
SPACES = str.maketrans({",": " ", ";": " ", "\ufeff": " ", "\u200b": " "})
MINUSES = str.maketrans({"\u2212": "-", "\u2013": "-"})
QUOTES = re.compile(r"(?<![^\s,;])[\"']|[\"'](?![^\s,;])")  # around a cell, not within it
DECIMAL_COMMA = re.compile(r"(?<![^\s;\"])[+-]?\d+,\d+(?:[eE][+-]?\d+)?(?![^\s;\"])")
QUOTED_DECIMAL_COMMA = re.compile(rf"\"{DECIMAL_COMMA.pattern}\"")


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
    as such where semicolons or quotes leave no doubt.

    Raises:
        EmptyData: there are no numbers.
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
    plain = text.translate(MINUSES)
    name, begin = find_header(plain)
    body, notices = _commas_understood(plain[begin:])
    cells = QUOTES.sub(" ", body).translate(SPACES)
    values = _numbers(cells)
    if values is None:
        raise first_culprit(text, cells, begin)
    return Parsed(values, name, notices)


def _numbers(cells: str) -> Floats | None:
    """All cells as finite numbers, or ``None`` if there is one that is not."""
    if "_" in cells:  # which Python's float allows
        return None
    try:
        values = np.array(cells.split(), dtype=np.float64)
    except ValueError:
        return None
    return values if np.isfinite(values).all() else None


def _commas_understood(body: str) -> tuple[str, tuple[str, ...]]:
    """The text with points for its decimal commas, and what there is to say about them."""
    if "," not in body or "." in body:
        return body, ()
    if QUOTED_DECIMAL_COMMA.search(body) or (";" in body and _all_in_numbers(body)):
        points = DECIMAL_COMMA.sub(lambda match: match[0].replace(",", "."), body)
        return points, ("Commas were read as decimal commas.",)
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    if len(lines) > 1 and all(map(DECIMAL_COMMA.fullmatch, lines)):
        return body, (
            "Commas were read as separators, so every line holds two numbers. If they are decimal "
            "commas, write points instead.",
        )
    return body, ()


def _all_in_numbers(body: str) -> bool:
    return "," not in DECIMAL_COMMA.sub("", body)
