"""The line above the numbers: their name, or the names of the columns of a table."""

from __future__ import annotations

import re
from itertools import islice

from emkit.data.culprits import TOKEN, place_of, to_number
from emkit.errors import DataError

# What stands for a value that is missing, and so is no name.
MISSING = {"na", "n/a", "null", "none", "missing", "-", "?", "."}

# So many lines under a header tell whether it heads a table.
LOOKED_AT = 5


def find_header(text: str) -> tuple[str, int]:
    """The name of the numbers, and where they begin; "x" and 0 without a header.

    Raises:
        DataError: the header names several columns.

    >>> find_header("waiting\\n79\\n54"), find_header("79\\n54")
    (('waiting', 7), ('x', 0))
    """
    lines = (match for match in re.finditer(r"[^\r\n]+", text) if TOKEN.search(match[0]))
    head, *below = islice(lines, LOOKED_AT + 1)
    rows = [TOKEN.findall(line[0]) for line in below]
    words = TOKEN.findall(head[0])
    if not rows or to_number(rows[0][0]) is None or not all(map(_is_name, words)):
        return "x", 0
    columns = [cell.strip(" \"'") for cell in re.split(r"[,;\t]", head[0].strip("\ufeff ,;\t"))]
    if len(columns) == 1 and len(rows) > 1:
        columns = words  # perhaps set apart by spaces
    if len(columns) > 1 and all(len(row) == len(columns) for row in rows):
        raise DataError(
            f"The text is a table of {len(columns)} columns: {', '.join(columns)}.",
            where=place_of(text, head.start(), head[0]),
            remedy="Paste one column only.",
        )
    return head[0].strip(" \t\"',;\ufeff"), head.end()


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no value.

    >>> is_missing(""), is_missing("NA"), is_missing("0")
    (True, True, False)
    """
    return not cell or cell.lower() in MISSING or cell.lower() == "nan"


def _is_name(word: str) -> bool:
    return to_number(word) is None and word.lower() not in MISSING
