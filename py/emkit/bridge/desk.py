"""What one tab has before it: its data and the fits that were made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from emkit.bridge.shelf import Shelf
from emkit.errors import EmptyData
from emkit.numerics import Floats

if TYPE_CHECKING:
    from emkit.data.observations import Observations
    from emkit.pictures.bars import Histogram
    from emkit.pictures.uniformity import Ranks


@dataclass(frozen=True, eq=False)
class Labels:
    """A column of names beside the data.

    Attributes:
        name: of the column.
        values: the distinct names, in the order in which they are shown.
        codes: (n,) which of them each row has.
    """

    name: str
    values: tuple[str, ...]
    codes: np.ndarray


@dataclass(frozen=True, eq=False)
class Chosen:
    """The rows and columns that are fitted.

    Attributes:
        data: the numbers.
        rows: (n,) the number of each row in the table, from 1; ``None`` where all were taken.
        labels: a column of names, which no fit sees.
        standardise: whether fits are those of the standardised variables.
    """

    data: Observations
    rows: np.ndarray | None = None
    labels: Labels | None = None
    standardise: bool = False

    @property
    def row_numbers(self) -> Floats:
        """(n,) the number of each row in the table, from 1."""
        return self.numbers_of(np.arange(self.data.n))

    def numbers_of(self, rows: np.ndarray) -> Floats:
        """The numbers in the table, from 1, of (m,) rows of the data, from 0."""
        found = rows + 1 if self.rows is None else self.rows[rows]
        return found.astype(np.float64)

    @cached_property
    def bars_and_ranks(self) -> tuple[Histogram, Ranks]:
        """The histogram of one variable, and its values in order; the same for all fits."""
        from emkit.pictures.bars import histogram
        from emkit.pictures.uniformity import Ranks, in_order

        ordered = in_order(self.data)
        return histogram(*ordered), Ranks.of(*ordered)


@dataclass
class Desk:
    """What lies before a person.

    Attributes:
        table: what was read last.
        chosen: the rows and columns of it that are fitted.
        fits: the fits that were made last.
        comparison: the table of fits that was made last.
    """

    table: Any = None
    chosen: Chosen | None = None
    fits: Shelf = field(default_factory=Shelf)
    comparison: Any = None

    def choose(self, chosen: Chosen) -> None:
        """Lay down other rows and columns to fit, and let go of fits of others."""
        self.chosen = chosen
        self.fits.keep_only(chosen.data)

    def the_chosen(self) -> Chosen:
        """The rows and columns to fit, or an error where none could be read."""
        if self.chosen is None:
            raise EmptyData("There are no numbers yet.", remedy="Paste some, or choose a sample.")
        return self.chosen

    def the_data(self) -> Observations:
        """The data to fit, or an error where none could be read."""
        return self.the_chosen().data
