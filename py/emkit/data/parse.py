"""Pasted text to numbers, with the place of whatever is not one."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np

from emkit.errors import DataError, EmptyData, NotANumber, NotFinite
from emkit.numerics import Floats

# What may stand between numbers, beside the white space that str.split knows.
SEPARATORS = str.maketrans({",": " ", ";": " ", '"': " ", "'": " ", "\ufeff": " ", "\u2212": "-"})
TOKEN = re.compile(r"[^\s,;\"'\ufeff]+")
DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+(?:[eE][+-]?\d+)?")
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
        EmptyData: there is no text.
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
    if not text.strip("\ufeff \t\r\n"):
        raise EmptyData("There are no numbers yet.", remedy="Paste some, or choose a sample.")
    name, begin = _header(text)
    body = text[begin:]
    notices: tuple[str, ...] = ()
    if _has_decimal_commas(body):
        body = DECIMAL_COMMA.sub(lambda match: match[0].replace(",", "."), body)
        notices = ("Commas were read as decimal commas.",)
    try:
        values = np.array(body.translate(SEPARATORS).split(), dtype=np.float64)
    except ValueError:
        values = None
    if values is None or not np.isfinite(values).all():
        raise _first_culprit(text, body, begin)
    return Parsed(values, name, notices)


def _header(text: str) -> tuple[str, int]:
    """The name of the numbers, and where they begin."""
    lead = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    end = text.find("\n", lead)
    line = text[lead : end if end >= 0 else len(text)]
    words = TOKEN.findall(line)
    if end < 0 or any(_is_number(word) for word in words):
        return "x", 0
    rest = text[end + 1 :].lstrip()
    following = TOKEN.findall(rest[: rest.find("\n") if "\n" in rest else len(rest)])
    if not following or not _is_number(following[0]):
        return "x", 0
    columns = [cell.strip(" \"'\r") for cell in re.split(r"[,;\t]", line)]
    if len(columns) > 1 and len(following) == len(columns):
        raise DataError(
            f"The text is a table of {len(columns)} columns: {', '.join(columns)}.",
            where={"line": 1, "column": 1},
            remedy="Paste one column only.",
        )
    return line.strip(" \t\r\"',;\ufeff"), end + 1


def _has_decimal_commas(body: str) -> bool:
    if "," not in body or "." in body:
        return False
    if QUOTED_DECIMAL_COMMA.search(body):
        return True
    cells = [cell for cell in re.split(r"[;\s]+", body) if cell]
    with_comma = [cell for cell in cells if "," in cell]
    return ";" in body and all(DECIMAL_COMMA.fullmatch(cell) for cell in with_comma)


def _is_number(word: str) -> bool:
    try:
        float(word.translate(SEPARATORS))
    except ValueError:
        return False
    return True


def _first_culprit(text: str, body: str, begin: int) -> DataError:
    culprits = 0
    error: DataError | None = None
    for match in TOKEN.finditer(body):
        word = match[0]
        number = _is_number(word) and float(word.translate(SEPARATORS))
        if number is not False and math.isfinite(number):
            continue
        culprits += 1
        if error is None:
            error = _at(text, begin + match.start(), word, isinstance(number, float))
    assert error is not None
    if culprits > 1:
        error.message += f" It is the first of {culprits:,}."
    return error


def _at(text: str, offset: int, word: str, is_number: bool) -> DataError:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    start = len(text[:offset].encode("utf-16-le")) // 2
    where = {
        "line": line,
        "column": column,
        "from": start,
        "to": start + len(word.encode("utf-16-le")) // 2,
    }
    shown = word if len(word) <= 24 else word[:23] + "…"
    place = f"Line {line:,}, column {column:,}: “{shown}”"
    if is_number:
        return NotFinite(
            f"{place} is not a finite number.",
            where=where,
            remedy="Delete it, or write the value that was measured.",
        )
    return NotANumber(f"{place} is not a number.", where=where, remedy="Correct it or delete it.")
