"""Reading the data, and choosing what of them is fitted."""

from __future__ import annotations

import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

from emkit.bridge.describing import chosen_body, described
from emkit.bridge.desk import Chosen, Desk, Labels
from emkit.bridge.task import Reply, Work
from emkit.data.choice import Choice, Selection, choosing
from emkit.data.commas import READ_AS_SEPARATORS
from emkit.data.layout import could_be_table, first_rows, looks_like_table
from emkit.data.observations import observe
from emkit.data.parse import parse_numbers
from emkit.data.reading import list_table, reading_table
from emkit.data.source import FileSource, Source, TextSource
from emkit.data.table import Table
from emkit.errors import EmptyData, check_name
from emkit.work import Share, mapped

LAYOUTS = ("auto", "list", "table")

# What a table and a fit to it may take of a tab's memory, of which there are four gigabytes.
ROOM = 2e9 if sys.platform == "emscripten" else float("inf")

# A larger file is never read as one list: that would need all of its text at once.
LONGEST_LIST = 4 << 20


def read(desk: Desk, body: dict[str, Any]) -> Work:
    """Read ``text`` as ``layout`` says: a "list", a "table", or what it looks like ("auto")."""
    layout, text = _layout(body), body["text"]
    _clear(desk)
    yield {"label": "Reading the data"}
    if layout == "table" or (layout == "auto" and looks_like_table(text)):
        return (yield from _read_table(desk, TextSource(text)))
    return _read_list(desk, text)


def open_file(desk: Desk, body: dict[str, Any]) -> Work:
    """Read the file at ``path`` as ``read`` does a text, but taking rows and columns for such."""
    layout, source = _layout(body), FileSource(body["path"])
    _clear(desk)
    yield {"label": "Reading the data"}
    if layout == "list" or (layout == "auto" and _is_one_list(source)):
        return _read_list(desk, _text_of(source))
    return (yield from _read_table(desk, source))


def choose(desk: Desk, body: dict[str, Any]) -> Work:
    """Choose columns, weights, labels and what becomes of rows that lack a value."""
    if desk.table is None:
        raise EmptyData("There are no numbers yet.", remedy="Paste some, or choose a sample.")
    desk.chosen = None
    choice = Choice(
        columns=body["columns"],
        weight=body.get("weight"),
        label=body.get("label"),
        missing=body.get("missing", "refuse"),
        standardise=bool(body.get("standardise", False)),
        principal=body.get("principal"),
    )
    selection = yield from mapped(choosing(desk.table, choice), _told)
    chosen = _chosen(selection, choice)
    desk.choose(chosen)
    return Reply(chosen_body(chosen, selection, desk.table.n))


def _clear(desk: Desk) -> None:
    """Forget what was read before, so that both need not fit into memory."""
    desk.table = desk.chosen = None
    desk.fits.keep_only()


def _layout(body: dict[str, Any]) -> str:
    return check_name(body.get("layout", "auto"), LAYOUTS, "layout")


def _read_table(desk: Desk, source: Source) -> Generator[dict[str, Any], None, Reply]:
    desk.table = table = yield from mapped(reading_table(source, room=ROOM), _told)
    return Reply(described(table, "table", _notices(table), not table.head.has_header))


def _read_list(desk: Desk, text: str) -> Reply:
    """One list of numbers, chosen as soon as it is read."""
    parsed = parse_numbers(text)
    desk.choose(Chosen(observe(parsed.values, [parsed.name])))
    desk.table = list_table(parsed.values, parsed.name)
    return Reply(described(desk.table, "list", list(parsed.notices), could_be_table(text)))


def _is_one_list(source: FileSource) -> bool:
    """Whether a file has no rows and columns, but words in one line or lines of any length."""
    with Path(source.path).open("rb") as file:
        beginning = file.read(1 << 16)
    encoding = source.encoding if source.encoding != "utf-8" else "latin-1"
    head = first_rows(beginning.decode(encoding, "replace"))
    if source.size > LONGEST_LIST or head is None:
        return False
    is_table = len(head.regular) == len(head.rows) > 1
    return not is_table and not (head.has_header and len(head.columns) > 1)


def _text_of(source: FileSource) -> str:
    content = b"".join(block for block, _ in source.blocks())
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _notices(table: Table) -> list[str]:
    head = table.head
    could_be_decimal = not head.has_header and head.delimiter == "," and len(head.columns) == 2
    whole = all(cell.lstrip("+-").isdigit() for row in head.rows for cell in row)
    return list(READ_AS_SEPARATORS) if could_be_decimal and whole else []


def _chosen(selection: Selection, choice: Choice) -> Chosen:
    labels, rows = selection.labels, selection.rows
    return Chosen(
        selection.data,
        rows=None if rows is None else rows + 1,
        labels=None if labels is None else Labels(labels.name, labels.values, labels.codes),
        standardise=choice.standardise and selection.principal is None,
    )


def _told(share: Share) -> dict[str, Any]:
    return {"label": share.phase, "done": share.done, "total": share.total}
