"""Data by name: the samples that ship with emkit, and files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from emkit.data import datasets
from emkit.data.choice import Choice, choosing
from emkit.data.layout import looks_like_table
from emkit.data.observations import Observations
from emkit.data.parse import parse_numbers
from emkit.data.reading import list_table, reading_table
from emkit.data.source import FileSource, Source, TextSource
from emkit.data.suggestion import suggested
from emkit.data.table import Table
from emkit.errors import check_name
from emkit.work import outcome

LAYOUTS = ("auto", "list", "table")


def sample(name: str, columns: Sequence[str] | None = None, **choice: Any) -> Observations:
    """A data set that ships with emkit, ready to be fitted.

    Args:
        name: "faithful-waiting", "faithful", "iris", "digits", ... (see ``emkit.data.datasets``).
        columns: the columns to fit; what is most likely meant when left out.
        choice: ``weight``, ``missing``, ``standardise`` and ``principal`` as ``read`` takes them.

    Raises:
        EmError: there is no such sample or column.

    >>> sample("iris").columns
    ('sepal_length', 'sepal_width', 'petal_length', 'petal_width')
    """
    known = datasets.sample(name)
    if known.principal is not None and columns is None:
        choice = {"principal": known.principal, **choice}
    return _chosen(_table(TextSource(known.text), known.text, "auto"), columns, choice)


def read(
    file: str | os.PathLike[str],
    columns: Sequence[str] | None = None,
    *,
    layout: str = "auto",
    **choice: Any,
) -> Observations:
    """A CSV file or a list of numbers, ready to be fitted.

    Args:
        file: its path. Delimiter, header, decimal commas and encoding are found out.
        columns: the columns to fit; those of numbers that vary when left out.
        layout: "table", "list" (all numbers are one variable), or "auto" for what it looks like.
        choice: ``weight``, the column that says how often a row counts; ``missing``, "refuse" or
            "drop" for rows that lack a value; ``principal``, to fit so many principal components
            of the columns; ``standardise``, to measure the columns in standard deviations before
            these are computed.

    Raises:
        EmError: with the line and the column at fault.
    """
    check_name(layout, LAYOUTS, "layout")
    source = FileSource(os.fspath(file))
    text = "" if layout == "table" else _decoded(Path(file).read_bytes())
    return _chosen(_table(source, text, layout), columns, choice)


def _table(source: Source, text: str, layout: str) -> Table:
    if layout == "table" or (layout == "auto" and looks_like_table(text)):
        return outcome(reading_table(source))
    parsed = parse_numbers(text)
    return list_table(parsed.values, parsed.name)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # only names could differ, never digits


def _chosen(table: Table, columns: Sequence[str] | None, choice: dict[str, Any]) -> Observations:
    """What is left of the table; standardising is the fit's own work unless it is rotated."""
    asked = Choice(suggested(table).columns if columns is None else columns, **choice)
    return outcome(choosing(table, asked)).data
