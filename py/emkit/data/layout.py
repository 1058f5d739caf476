"""Whether a text is a list of numbers or a table of several columns."""

from __future__ import annotations

from emkit.data.dialect import Head, head_of, is_number
from emkit.data.header import is_missing
from emkit.errors import DataError

# Characters that tell.
LOOKED_AT = 1 << 16


def looks_like_table(text: str) -> bool:
    """Whether a text is plainly a table, and could not be meant as one list of numbers.

    Its first rows have equally many cells, at least two. Either they stand under names, and then
    a few rows may be ragged; or there is a column of words or of missing values beside one of
    numbers.

    >>> looks_like_table("a,b\\n1,2\\n3,4"), looks_like_table("1,2\\n3,4")
    (True, False)
    >>> looks_like_table("5.1,setosa\\n4.9,setosa"), looks_like_table("1, 2, abc, 4")
    (True, False)
    """
    head = first_rows(text)
    if head is None or not _has_several_columns(head):
        return False
    is_whole = len(head.regular) == len(head.rows)
    kinds = [_kind(cells) for cells in zip(*head.regular, strict=True)]
    if head.has_header and head.delimiter != " ":
        return "numbers" in kinds or "gaps" in kinds
    if not is_whole or len(head.rows) < 2 or "numbers" not in kinds:
        return False  # several words in the first line may be a title
    return head.has_header or "words" in kinds or "gaps" in kinds


def could_be_table(text: str) -> bool:
    """Whether a text that was read as a list has rows and columns that could be meant.

    >>> could_be_table("1,2\\n3,4"), could_be_table("1, 2, 3"), could_be_table("1\\n2")
    (True, False, False)
    """
    head = first_rows(text)
    return head is not None and _has_several_columns(head) and len(head.regular) > 1


def first_rows(text: str) -> Head | None:
    """The beginning of a text, without a line that may be cut; ``None`` if that is no table."""
    beginning = text[:LOOKED_AT].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LOOKED_AT:
        beginning = beginning[: beginning.rfind("\n") + 1]
    try:
        return head_of(beginning)
    except DataError:
        return None


def _has_several_columns(head: Head) -> bool:
    """Whether most rows are of the same columns, and more than one of these holds anything."""
    if 2 * len(head.regular) <= len(head.rows):
        return False
    return sum(map(any, zip(*head.regular, strict=True))) > 1


def _kind(cells: tuple[str, ...]) -> str:
    there = [cell for cell in cells if not is_missing(cell)]
    numbers = sum(map(is_number, there))
    if numbers == len(there) > 0:
        written_as_missing = any(cell and is_missing(cell) for cell in cells)
        return "gaps" if written_as_missing else "numbers"
    return "mixed" if numbers else "words"
