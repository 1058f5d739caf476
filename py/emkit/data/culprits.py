"""Which word of a text is not a number, and where it stands."""

from __future__ import annotations

import math
import re

from emkit.errors import DataError, NotANumber, NotFinite

TOKEN = re.compile(r"[^\s,;\"'\ufeff\u200b](?:[^\s,;\ufeff\u200b]*[^\s,;\"'\ufeff\u200b])?")
LINE_END = re.compile(r"\r\n?|\n")
MOST_SHOWN = 24  # characters of a culprit


def to_number(word: str) -> float | None:
    """``word`` as a number, which may be infinite or NaN; ``None`` if it is not one.

    >>> to_number("1e3"), to_number("1_000"), to_number("abc")
    (1000.0, None, None)
    """
    try:
        return None if "_" in word else float(word)
    except ValueError:
        return None


def first_culprit(text: str, cells: str, begin: int) -> DataError:
    """The error about the first word that is not a finite number.

    Args:
        text: what a person wrote.
        cells: its end as it was understood, character for character.
        begin: where in the text that begins.
    """
    culprits = [match for match in re.finditer(r"\S+", cells) if not _is_finite(match[0])]
    first, count = culprits[0], len(culprits)
    start, end = begin + first.start(), begin + first.end()
    word, where = text[start:end], place_of(text, start, text[start:end])
    shown = word if len(word) <= MOST_SHOWN else word[: MOST_SHOWN - 1] + "…"
    place = f"Line {where['line']:,}, column {where['column']:,}: “{shown}”"
    others = f" It is the first of {count:,}." if count > 1 else ""
    if to_number(first[0]) is None:
        return NotANumber(
            f"{place} is not a number.{others}", where=where, remedy="Correct it or delete it."
        )
    return NotFinite(
        f"{place} is not a finite number.{others}",
        where=where,
        remedy="Delete it, or write the value that was measured.",
    )


def place_of(text: str, start: int, word: str) -> dict[str, int]:
    """Line and column from 1, and the place in UTF-16 units, in which a browser counts."""
    ends = [match.end() for match in LINE_END.finditer(text, 0, start)]
    begin = _utf16(text[:start])
    return {
        "line": len(ends) + 1,
        "column": start - (ends[-1] if ends else 0) + 1,
        "from": begin,
        "to": begin + _utf16(word),
    }


def _is_finite(word: str) -> bool:
    number = to_number(word)
    return number is not None and math.isfinite(number)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
