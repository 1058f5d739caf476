"""A column of names beside the numbers, to hold a fit against."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.data.cells import MOST_WORDS
from emkit.data.table import Table
from emkit.errors import DataError
from emkit.words import brief, count_of

# More different names than this make no table to be read.
MOST_LABELS = 200

NO_LABEL = "(missing)"


@dataclass(frozen=True, eq=False)
class LabelColumn:
    """The groups that rows are known to belong to.

    Attributes:
        name: of the column.
        values: the different labels: numbers by size, then words as they come.
        codes: (n,) which of them each row has.
    """

    name: str
    values: tuple[str, ...]
    codes: np.ndarray


def labels_of(table: Table, name: str, rows: np.ndarray | None = None) -> LabelColumn:
    """The labels in a column of words or numbers, for all rows or some.

    Raises:
        DataError: there are too many different ones.

    >>> from emkit.data.reading import read_table
    >>> found = labels_of(read_table("a,b\\n1,x\\n2,y\\n3,x\\n"), "b")
    >>> found.values, found.codes
    (('x', 'y'), array([0, 1, 0]))
    """
    j = table.index(name)
    words = table.words[j]
    codes, numbers = table.codes(name), _numbers_of(table, j)
    if rows is not None:
        codes, numbers = codes[rows], numbers[rows]
    different = np.unique(numbers[~np.isnan(numbers)])
    used = np.unique(codes[codes >= 0])
    count = len(different) + len(used)
    if count > MOST_LABELS:
        more = "more than " if len(words) >= MOST_WORDS else ""
        raise DataError(
            f"Column {name} has {more}{count_of(count, 'different value')}, too many for labels.",
            where={"field": "label", "column": name},
            remedy=f"Choose a column with at most {MOST_LABELS} different values.",
        )
    values = [brief(float(value), 15) for value in different] + [
        words[code] for code in used.tolist()
    ]
    found = np.where(
        codes >= 0,
        len(different) + np.searchsorted(used, codes),
        np.searchsorted(different, numbers),
    )
    none = np.isnan(numbers) & (codes < 0)
    if none.any():
        found[none] = len(values)
        values.append(NO_LABEL)
    return LabelColumn(name, tuple(values), found)


def _numbers_of(table: Table, j: int) -> np.ndarray:
    """(n,) the numbers of a column, NaN where there is a word or nothing."""
    return np.concatenate([run.numbers[:, j].astype(np.float64) for run in table.runs])
