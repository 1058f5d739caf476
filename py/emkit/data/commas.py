"""Whether the commas of a text stand between numbers or within them."""

from __future__ import annotations

import re

DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+(?:[eE][+-]?\d+)?")
LOOSE_COMMA = re.compile(r"(?<![\d\"]),|,(?![\d\"])")  # nothing on one of its sides
BETWEEN_CELLS = re.compile(r"(?:[\s;\"]|(?<=\"),)+")

READ_AS_DECIMAL = (
    "Commas were read as decimal commas. If they separate numbers, put a space after each.",
)
READ_AS_SEPARATORS = (
    "Commas were read as separators, so every line holds two numbers. If they are decimal "
    "commas, write points instead.",
)


def understand_commas(body: str, *, has_header: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text with points for its decimal commas, and what there is to say about them.

    Commas are decimal where no point stands in the text, every comma has a digit on both of its
    sides, no cell between blanks, semicolons, quotes or line breaks holds two of them, and at
    least half of several cells hold one. Lines of one such cell each may also be pairs of whole
    numbers: without a header they are taken as that.

    >>> understand_commas("1,5 2,25 3")[0]
    '1.5 2.25 3'
    >>> understand_commas("1,2,3 4,5,6")
    ('1,2,3 4,5,6', ())
    """
    if "," not in body or "." in body or LOOSE_COMMA.search(body):
        return body, ()
    cells = [cell for cell in BETWEEN_CELLS.split(body) if cell]
    split = [cell for cell in cells if "," in cell]
    is_rare = len(cells) < 2 or 2 * len(split) < len(cells)
    if not split or not all(map(DECIMAL_COMMA.fullmatch, split)) or (is_rare and '"' not in body):
        return body, ()
    if not has_header and split == [line.strip() for line in body.splitlines() if line.strip()]:
        return body, READ_AS_SEPARATORS
    return DECIMAL_COMMA.sub(lambda match: match[0].replace(",", "."), body), READ_AS_DECIMAL
