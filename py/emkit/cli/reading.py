"""From a file name and the names of columns to observations."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from emkit.cli.arguments import words_of
from emkit.data.observations import Observations, observe
from emkit.data.reading import read_table, reading_table
from emkit.data.source import FileSource
from emkit.data.table import Table, missing_rows
from emkit.errors import DataError, NotANumber
from emkit.words import count_of
from emkit.work import outcome


def text_of(name: str) -> str:
    """What a file holds, or standard input where the name is a dash.

    Raises:
        DataError: it cannot be read, or is not text.
    """
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise DataError(
            f"{name} cannot be read: {error.strerror or error}.", remedy="Check the name."
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")  # only names could differ, never digits


def table_of(name: str, delimiter: str | None) -> Table:
    """The table in a file, which is read block by block, or on standard input."""
    if name == "-":
        return read_table(text_of(name), delimiter)
    return outcome(reading_table(FileSource(name), delimiter))


def observations_of(asked: argparse.Namespace) -> tuple[Observations, list[str]]:
    """The chosen columns of the file, and what there is to say about them.

    Raises:
        EmError: the file, a column or a cell is at fault.
    """
    table = table_of(asked.file, asked.delimiter)
    columns = _columns(table, asked)
    weighted = [*columns, asked.weights] if asked.weights else columns
    try:
        values = table.numbers(weighted)
    except NotANumber as error:
        raise _with_choice(error, table) from error
    kept, notices = _complete(values, table, drop=asked.drop_missing)
    x, weights = (kept[:, :-1], kept[:, -1]) if asked.weights else (kept, None)
    return observe(x, columns, weights), notices


def _columns(table: Table, asked: argparse.Namespace) -> list[str]:
    if asked.columns:
        return words_of(asked.columns)
    return [name for name in table.columns if name != asked.weights]


def _complete(values: np.ndarray, table: Table, *, drop: bool) -> tuple[np.ndarray, list[str]]:
    """The rows that lack nothing."""
    error = missing_rows(values, table)
    if error is None:
        return values, []
    if not drop:
        remedy = "Fill them in, leave those rows out by --drop-missing, or choose --columns."
        raise NotANumber(error.message, where=error.where, remedy=remedy)
    whole = ~np.isnan(values).any(axis=1)
    lacking = int((~whole).sum())
    were = "was" if lacking == 1 else "were"
    return values[whole], [f"{count_of(lacking, 'row')} lacked a value and {were} left out."]


def _with_choice(error: NotANumber, table: Table) -> NotANumber:
    """The same error, naming the columns that could be chosen."""
    others = table.numeric()
    if not others:
        return error
    remedy = f"Correct it, or choose columns of numbers: --columns {','.join(others)}"
    return NotANumber(error.message, where=error.where, remedy=remedy)
