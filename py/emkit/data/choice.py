"""From a table to observations: which columns, weights, labels, and what of missing cells."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np

from emkit.data.labels import LabelColumn, labels_of
from emkit.data.observations import Observations, observe
from emkit.data.principal import Principal, finding_principal
from emkit.data.reading import MOST_FITTED
from emkit.data.scaling import Scaling
from emkit.data.table import Table, missing_rows
from emkit.errors import (
    DataError,
    EmptyData,
    NoSpread,
    NotANumber,
    TooFewValues,
    WeightError,
    check_name,
)
from emkit.numerics import Floats
from emkit.words import brief, count_of
from emkit.work import Share

MISSING_POLICIES = ("refuse", "drop")


@dataclass(frozen=True)
class Choice:
    """What of a table is fitted.

    Attributes:
        columns: of numbers, by name.
        weight: the column that says how often each row counts.
        label: a column of names, which no fit sees.
        missing: whether rows that lack a value are refused or left out ("drop").
        standardise: whether every column is measured in its standard deviation.
        principal: fit so many principal components of the columns instead of these.
    """

    columns: Sequence[str]
    weight: str | None = None
    label: str | None = None
    missing: str = "refuse"
    standardise: bool = False
    principal: int | None = None


@dataclass(frozen=True, eq=False)
class Selection:
    """What was chosen.

    Attributes:
        data: the numbers to fit.
        rows: (n,) their rows in the table, from 0; ``None`` for all.
        labels: the names beside them.
        principal: how the numbers were made of the columns, if they were.
        notices: what a person should know.
    """

    data: Observations
    rows: np.ndarray | None
    labels: LabelColumn | None
    principal: Principal | None
    notices: tuple[str, ...]


def choosing(table: Table, choice: Choice) -> Generator[Share, None, Selection]:
    """Take columns and rows out of a table; yields how far it is.

    Raises:
        EmptyData: no column is chosen, or none of its cells has a value.
        DataError: too many columns, one of them twice, or not a column for each purpose.
        NotANumber, NotFinite: a column that holds words, or, unless they are to be left out, rows
            that lack a value.
        NoSpread: a column whose values are all equal.
        WeightError: weights that cannot be.
        OptionError: a name or number that cannot be.

    >>> from emkit.data.reading import read_table
    >>> from emkit.work import outcome
    >>> table = read_table("a,b,c\\n1,2,x\\n3,,y\\n5,7,x\\n")
    >>> outcome(choosing(table, Choice(["b", "a"], missing="drop"))).data.x
    array([[2., 1.],
           [7., 5.]])
    """
    _check(table, choice)
    yield Share("Choosing columns", 0, 1)
    values = table.numbers(choice.columns)
    weights = None if choice.weight is None else _weights(table, choice.weight)
    kept = _complete(table, values, weights, choice.missing)
    notices = []
    if kept is not None:
        lacking = table.n - len(kept)
        were = "was" if lacking == 1 else "were"
        notices.append(f"{count_of(lacking, 'row')} lacked a value and {were} left out.")
        values, weights = values[kept], None if weights is None else weights[kept]
    data = observe(values, choice.columns, weights)
    found = yield from _principal(table, data, choice)
    if found is None:
        _check_spread(data)
    labels = None if choice.label is None else labels_of(table, choice.label, kept)
    fitted = data if found is None else found.observations(data)
    return Selection(fitted, kept, labels, found, tuple(notices))


def _check(table: Table, choice: Choice) -> None:
    check_name(choice.missing, MISSING_POLICIES, "missing")
    columns = list(choice.columns)
    if table.n < 2:
        raise TooFewValues(
            "The table has only one row, and a mixture needs several.",
            remedy="Add rows, or read the text as one list of numbers.",
        )
    if not columns:
        raise EmptyData(
            "No column is chosen.", where={"field": "columns"}, remedy="Choose at least one."
        )
    if len(columns) > MOST_FITTED and choice.principal is None:
        raise DataError(
            f"{len(columns)} columns are chosen, and at most {MOST_FITTED} can be fitted at once.",
            where={"field": "columns"},
            remedy="Choose fewer, or fit their principal components.",
        )
    for name in columns:
        _check_column(table, name)
    for role, name in (("weight", choice.weight), ("label", choice.label)):
        if name is not None and name in columns:
            raise DataError(
                f"Column {name} is chosen both as {role} and to be fitted.",
                where={"field": role, "column": name},
                remedy="Choose it for one of the two.",
            )
    if len(set(columns)) < len(columns):
        raise DataError(
            "A column is chosen twice.", where={"field": "columns"}, remedy="Choose it once."
        )


def _check_column(table: Table, name: str) -> None:
    j = table.index(name)
    if table.summary.counts[j]:
        return
    if table.word_counts[j]:
        raise NotANumber(
            f"Column {name} holds words such as “{table.words[j][0]}”, not numbers.",
            where={"field": "columns", "column": name},
            remedy="Choose it as labels, or choose columns of numbers.",
        )
    raise EmptyData(
        f"All cells of column {name} are missing.",
        where={"field": "columns", "column": name},
        remedy="Choose other columns.",
    )


def _weights(table: Table, name: str) -> Floats:
    weights = table.column(name)
    wrong = np.flatnonzero(weights < 0.0)
    if len(wrong):
        row = int(wrong[0])
        raise WeightError(
            f"Line {table.line_of(row):,}: the weight in column {name} is "
            f"{brief(float(weights[row]))}.",
            where={"field": "weight", "line": table.line_of(row), "row": row + 1, "column": name},
            remedy="Give numbers that are zero or more, or choose no weights.",
        )
    return weights


def _complete(
    table: Table, values: Floats, weights: Floats | None, missing: str
) -> np.ndarray | None:
    """The rows that lack nothing, ``None`` for all of them."""
    needed = values if weights is None else np.column_stack([values, weights])
    error = missing_rows(needed, table)
    if error is None:
        return None
    if missing == "refuse":
        raise error
    kept = np.flatnonzero(~np.isnan(needed).any(axis=1))
    if not len(kept):
        raise EmptyData(
            "Every row lacks a value in one of the chosen columns.",
            where={"field": "columns"},
            remedy="Choose other columns.",
        )
    return kept


def _principal(
    table: Table, data: Observations, choice: Choice
) -> Generator[Share, None, Principal | None]:
    """The principal components; those found last are kept, since their number may change."""
    if choice.principal is None:
        if choice.standardise:
            Scaling.of(data)  # which refuses what cannot be
        return None
    key = (tuple(choice.columns), choice.weight, choice.missing, choice.standardise)
    if key not in table.rotations:
        every = yield from finding_principal(data, standardise=choice.standardise)
        table.rotations.clear()
        table.rotations[key] = every
    found = table.rotations[key].first(choice.principal)
    if len(found.axes) > MOST_FITTED:
        raise DataError(
            f"{len(found.axes)} principal components were asked for, and at most {MOST_FITTED} "
            "can be fitted at once.",
            where={"field": "principal"},
            remedy=f"Ask for {MOST_FITTED} or fewer.",
        )
    return found


def _check_spread(data: Observations) -> None:
    x = data.counted[0]
    for name, low, high in zip(data.columns, x.min(axis=0), x.max(axis=0), strict=True):
        if low == high:
            raise NoSpread(
                f"All values of {name} are equal to {brief(float(low), 10)}, so they cannot tell "
                "rows apart.",
                where={"field": "columns", "column": name},
                remedy="Choose other columns.",
            )
