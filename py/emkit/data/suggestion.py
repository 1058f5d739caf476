"""What of a table a person most likely wants to fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.data.reading import MOST_FITTED
from emkit.data.table import Table

# What columns of known groups are often called.
LABEL_NAMES = {"label", "labels", "class", "species", "group", "target", "digit", "component"}

# Values are groups if there are no more different ones than these.
MOST_GROUPS = 50

# And words are if each stands for so many rows on average: names of persons are no groups.
ROWS_TO_A_WORD = 2

# So many principal components stand for columns that are too many to be fitted themselves.
FEW = 10


@dataclass(frozen=True)
class Suggestion:
    """A first choice of columns.

    Attributes:
        columns: those of numbers that vary and are neither labels nor row numbers.
        label: a column of few different names, if there is one.
        principal: how many principal components to fit, where there are too many columns.
    """

    columns: tuple[str, ...]
    label: str | None
    principal: int | None


def suggested(table: Table) -> Suggestion:
    """What to choose of a table before anybody has.

    >>> from emkit.data.reading import read_table
    >>> suggested(read_table("a,species\\n1,x\\n2,y\\n4,x\\n5,y\\n"))
    Suggestion(columns=('a',), label='species', principal=None)
    """
    label = _label(table)
    numbers = [
        name
        for name in table.numeric()
        if name != label and not _is_constant(table, name) and not _is_row_number(table, name)
    ]
    principal = max(1, min(FEW, table.n - 1)) if len(numbers) > MOST_FITTED else None
    return Suggestion(tuple(numbers), label, principal)


def _label(table: Table) -> str | None:
    """The column of words with the fewest of them, or else one of groups by its name."""
    words = [
        (len(table.words[j]), j)
        for j, name in enumerate(table.columns)
        if table.is_text(name) and 2 <= len(table.words[j]) <= _most_words(table, j)
    ]
    if words:
        return table.columns[min(words)[1]]
    for name in table.columns:
        if name.lower() in LABEL_NAMES and not _is_constant(table, name):
            values = table.column(name) if name in table.numeric() else np.empty(0)
            if 2 <= len(np.unique(values[~np.isnan(values)])) <= MOST_GROUPS:
                return name
    return None


def _most_words(table: Table, j: int) -> int:
    """How many different words in a column may still be names of groups."""
    return min(MOST_GROUPS, int(table.word_counts[j]) // ROWS_TO_A_WORD)


def _is_constant(table: Table, name: str) -> bool:
    j = table.index(name)
    return bool(table.summary.low[j] >= table.summary.high[j])


def _is_row_number(table: Table, name: str) -> bool:
    """Whether a first column of a table counts its rows."""
    j = table.index(name)
    if j > 0 or len(table.columns) == 1 or table.n < 5:
        return False
    if table.summary.high[j] - table.summary.low[j] != table.n - 1:
        return False
    return bool((np.diff(table.column(name)) == 1.0).all())
