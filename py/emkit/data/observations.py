"""Numbers checked once, so that nothing after has to wonder about them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from emkit.data.sample_weights import check_weights
from emkit.errors import (
    EmptyData,
    NoSpread,
    NotANumber,
    NotFinite,
    OutOfRange,
    TooFewValues,
)
from emkit.moments import Moments
from emkit.numerics import Floats, as_float
from emkit.words import brief, count_of

# Beyond these a square, or its inverse, leaves the range in which doubles keep all their digits.
LARGEST = 1e150
SMALLEST_SPREAD = 1e-140

# A component may be this much narrower than all the data before it reaches SMALLEST_SPREAD.
ROOM = 1e10

# A spread within this many units in the last place of the mean is rounding, not spread.
ROUNDING = 16 * np.finfo(np.float64).eps

# Numbers at work together: few enough to stay near a core, many enough to be worth a call.
CHUNK_CELLS = 160_000

# A product of matrices with more multiplications than this makes OpenBLAS wake its threads, which
# costs more than it saves where other work keeps the cores busy.
ONE_THREAD = 1 << 18


@dataclass(frozen=True, eq=False)
class Observations:
    """What was observed: n rows of d finite numbers each.

    Attributes:
        x: (n, d) the values, C-contiguous doubles.
        columns: d names.
        weights: (n,) how often each row counts, real and not negative; ``None`` for once each.
    """

    x: Floats
    columns: tuple[str, ...]
    weights: Floats | None = None

    @property
    def n(self) -> int:
        """The number of observations."""
        return self.x.shape[0]

    @property
    def d(self) -> int:
        """The number of variables."""
        return self.x.shape[1]

    @property
    def nbytes(self) -> int:
        """How many bytes the numbers take."""
        return self.x.nbytes + (0 if self.weights is None else self.weights.nbytes)

    @cached_property
    def total_weight(self) -> float:
        """The sum of the weights, which is n where every row counts once."""
        return float(self.n) if self.weights is None else math.fsum(self.weights)

    @cached_property
    def counted(self) -> tuple[Floats, Floats | None]:
        """The rows of weight above zero, and their weights, or ``None`` for all ones."""
        if self.weights is None:
            return self.x, None
        kept = self.weights > 0.0
        x, weights = (self.x, self.weights) if kept.all() else (self.x[kept], self.weights[kept])
        return x, None if (weights == 1.0).all() else weights

    def chunks(self, components: int) -> Iterator[Floats]:
        """The rows in runs short enough that work on all components stays in the cache."""
        for run in self._runs(self.n, components):
            yield self.x[run]

    def weighted_chunks(self, components: int) -> Iterator[tuple[Floats, Floats | None]]:
        """The rows that count, in such runs, each with its weights, or ``None`` for all ones."""
        x, weights = self.counted
        for run in self._runs(len(x), components):
            yield x[run], None if weights is None else weights[run]

    def _runs(self, n: int, components: int) -> Iterator[slice]:
        rows = min(CHUNK_CELLS // (components + 3 * self.d), ONE_THREAD // self.d**2)
        rows = max(rows, 512)
        for first in range(0, n, rows):
            yield slice(first, first + rows)

    @cached_property
    def overall(self) -> Moments:
        """Count, mean and squared deviations of all rows taken as one component."""
        about = self.counted[0][:1]
        total = Moments.nothing(about, matrix=False)
        for chunk, weights in self.weighted_chunks(1):
            once = np.ones(len(chunk)) if weights is None else weights
            total = total.merged(Moments.of(chunk, once[None, :], about, matrix=False))
        return total

    @property
    def means(self) -> Floats:
        """(d,) the mean of each variable."""
        return self.overall.means[0]

    @property
    def variances(self) -> Floats:
        """(d,) the maximum-likelihood variance of each variable (divided by the total weight)."""
        return self.overall.scatters[0] / self.total_weight

    def equals(self, other: Observations) -> bool:
        """Whether these are the same numbers, of the same weights; names do not matter."""
        if self is other:
            return True
        if self.weights is None or other.weights is None:
            return self.weights is other.weights and np.array_equal(self.x, other.x)
        return np.array_equal(self.weights, other.weights) and np.array_equal(self.x, other.x)

    def taking(self, rows: np.ndarray | slice) -> Observations:
        """Some of the rows, in that order; one may stand there several times.

        Those of a slice are not copied.
        """
        weights = None if self.weights is None else self.weights[rows]
        return Observations(self.x[rows], self.columns, weights)

    def distinct(self, enough: int) -> int:
        """How many distinct rows count, looked for no further than ``enough``."""
        x = self.counted[0]
        for rows in (16 * enough, len(x)):
            found = len(np.unique(x[:rows], axis=0))
            if found >= enough:
                return enough
        return found


def observe(
    x: Any, columns: Sequence[str] | None = None, sample_weight: Any = None
) -> Observations:
    """Check numbers and keep them as observations.

    Args:
        x: (n, d) numbers, or n numbers for one variable.
        columns: d names; ``x`` or ``x1, x2, ...`` when not given.
        sample_weight: (n,) how often each row counts: real, zero allowed, not negative.

    Returns:
        The observations, a view of ``x`` where its layout allows.

    Raises:
        EmptyData, NotANumber, NotFinite, OutOfRange: with the row and column at fault.
        WeightError: with the row at fault.

    >>> observe([1.0, 2.0, 4.0]).x.shape
    (3, 1)
    >>> observe([[1, 2], [3, float("nan")]])
    Traceback (most recent call last):
        ...
    emkit.errors.NotFinite: Row 2, column x2 is nan. Remove that row or write a finite number.
    """
    values = _as_rows(x)
    n, d = values.shape
    if n == 0 or d == 0:
        raise EmptyData("There are no numbers.", remedy="Give at least four numbers.")
    names = tuple(columns) if columns is not None else _default_names(d)
    _check_finite(values, names)
    weights = None if sample_weight is None else check_weights(sample_weight, n)
    return Observations(values, names, weights)


def require_enough(data: Observations, components: int) -> None:
    """Refuse data in which so many components could not be told apart.

    Raises:
        TooFewValues: fewer than two rows for each component, or fewer distinct ones than
            components.
        NoSpread: a variable is constant, or varies by less than can be squared.

    >>> require_enough(observe([1, 2, 3]), components=2)
    Traceback (most recent call last):
        ...
    emkit.errors.TooFewValues: 2 components need at least 4 values, and there are 3. Add more \
values or ask for fewer components.
    """
    kind = "values" if data.d == 1 else "rows"
    remedy = f"Add more {kind}{' or ask for fewer components' if components > 1 else ''}."
    n = len(data.counted[0])
    if n < 2 * components:
        need = "needs" if components == 1 else "need"
        raise TooFewValues(
            f"{count_of(components, 'component')} {need} at least {2 * components} {kind}, and "
            f"there {'is' if n == 1 else 'are'} {n}.",
            remedy=remedy,
        )
    _require_spread(data)
    distinct = data.distinct(components)
    if distinct < components:
        raise TooFewValues(
            f"There are only {distinct} distinct {kind} for {components} components.",
            remedy=remedy,
        )


def _require_spread(data: Observations) -> None:
    x = data.counted[0]
    for name, mean, variance, row in zip(
        data.columns, data.means, data.variances, x.T, strict=True
    ):
        if row.min() == row.max():
            which = "All values are" if data.d == 1 else f"All values of {name} are"
            raise NoSpread(
                f"{which} equal to {brief(row[0], 10)}, so there is no spread to divide.",
                remedy="Use data that vary.",
            )
        if variance < (ROOM * SMALLEST_SPREAD) ** 2:
            raise OutOfRange(
                f"The values of {name} differ by so little that their squares vanish.",
                remedy="Write them in a smaller unit, for example all multiplied by 1e100.",
            )
        if variance <= (ROUNDING * mean) ** 2:
            raise OutOfRange(
                f"The values of {name} differ only in the last digits that a double can hold.",
                remedy=f"Count them from a nearer zero: subtract a number near {brief(mean)} from "
                "each while it still has all its digits.",
            )


def _as_rows(x: Any) -> Floats:
    try:
        values = np.asarray(x)
        if values.dtype.kind == "c":
            raise TypeError("complex numbers")
        values = values.astype(np.float64, copy=False)
    except (TypeError, ValueError, OverflowError) as error:
        raise _not_numbers(x) from error
    if values.ndim < 2:
        values = values.reshape(-1, 1)
    if values.ndim != 2:
        raise NotANumber(
            f"The data have {values.ndim} dimensions, of shape {values.shape}.",
            remedy="Give a list of numbers or a table of rows and columns.",
        )
    return np.ascontiguousarray(values)


def _not_numbers(x: Any) -> NotANumber:
    """The error about the first row that is not made of numbers, or not of as many as others."""
    rows = [row if np.ndim(row) else [row] for row in x] if isinstance(x, (list, tuple)) else []
    for i, row in enumerate(rows):
        if len(row) != len(rows[0]):
            return NotANumber(
                f"Row {i + 1} has {count_of(len(row), 'value')}, and row 1 has {len(rows[0])}.",
                where={"row": i + 1},
                remedy="Give rows of equally many numbers.",
            )
        for j, cell in enumerate(row):
            if as_float(cell) is None:
                place = f"Row {i + 1}" if len(row) == 1 else f"Row {i + 1}, column {j + 1}"
                return NotANumber(
                    f"{place} is {cell!r}, which is not a number.",
                    where={"row": i + 1, "column": j + 1},
                    remedy="Remove that row or write a number.",
                )
    return NotANumber(
        "The data are not numbers.",
        remedy="Give a list of numbers, or rows of equally many numbers.",
    )


def _default_names(d: int) -> tuple[str, ...]:
    return ("x",) if d == 1 else tuple(f"x{j + 1}" for j in range(d))


def _check_finite(values: Floats, names: Sequence[str]) -> None:
    low, high = values.min(), values.max()
    if -LARGEST < low and high < LARGEST:  # false for NaN too
        return
    fit = np.isfinite(values)
    bad = np.argwhere(~fit if not fit.all() else np.abs(values) >= LARGEST)[0]
    row, column = int(bad[0]), int(bad[1])
    value = float(values[row, column])
    where = {"row": row + 1, "column": names[column]}
    place = f"Row {row + 1}" if len(names) == 1 else f"Row {row + 1}, column {names[column]}"
    if not math.isfinite(value):
        raise NotFinite(
            f"{place} is {value}.",
            where=where,
            remedy="Remove that row or write a finite number.",
        )
    raise OutOfRange(
        f"{place} is {brief(value)}, too large to be squared.",
        where=where,
        remedy=f"Use values between {brief(-LARGEST)} and {brief(LARGEST)}, for example in a "
        "larger unit.",
    )
