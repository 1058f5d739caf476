"""A fit that lies on the desk, with what all looks at it have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import numpy as np

from emkit.bridge.desk import Chosen
from emkit.data.observations import Observations
from emkit.numerics import Floats
from emkit.pictures.bars import Histogram, histogram, one_bar
from emkit.pictures.planes import Plane, separating
from emkit.pictures.uniformity import ROWS, Ranks
from emkit.trace import Fit, Step

# A page keeps so many responsibilities and numbers at most, 32 MB of each; of longer data it is
# shown a sample.
SHOWN_CELLS = 4_000_000

# A chart draws so many points at most.
DRAWN = 100_000

# Values that differ by no more than this share of the largest make one bar.
ALIKE = 1e-12

# What a step takes besides the numbers of its parameters: about a dozen objects of Python.
STEP_BYTES = 1500


@dataclass(frozen=True, eq=False)
class Kept:
    """A fit and what was asked for.

    Attributes:
        fit: the fit.
        chosen: the data that it was made of, with their labels and row numbers.
        asked: the model, start and options as they were asked for.
    """

    fit: Fit[Any]
    chosen: Chosen
    asked: dict[str, Any]

    @cached_property
    def shown(self) -> np.ndarray | None:
        """(m,) the rows that the page is shown, in their order; ``None`` for all."""
        data = self.fit.data
        most = SHOWN_CELLS // max(data.d, self.components)
        return None if data.n <= most else _some(data.n, most)

    @cached_property
    def shown_data(self) -> Observations:
        """The rows that the page is shown."""
        return self.fit.data if self.shown is None else self.fit.data.taking(self.shown)

    @cached_property
    def drawn(self) -> np.ndarray | None:
        """(m,) which of the shown rows charts draw, in their order; ``None`` for all."""
        n = self.shown_data.n
        return None if n <= DRAWN else _some(n, DRAWN)

    @property
    def shown_rows(self) -> np.ndarray:
        """(m,) the rows that the page is shown, all or some."""
        return np.arange(self.fit.data.n) if self.shown is None else self.shown

    def of_shown(self, values: np.ndarray) -> Floats:
        """Those of (n,) values that belong to shown rows, as doubles."""
        some = values if self.shown is None else values[self.shown]
        return np.ascontiguousarray(some, dtype=np.float64)

    @property
    def components(self) -> int:
        """How many components the run began with."""
        return len(self.fit.steps[0].params.weights)

    @cached_property
    def trace_bytes(self) -> int:
        """About how many bytes the steps of the fit and of its runs take."""
        fit, params = self.fit, self.fit.steps[0].params
        steps = max(len(fit.steps), sum(len(run.steps) for run in fit.runs))  # it is one of them
        numbers = (params.weights, params.means, params.covariances)
        return steps * (STEP_BYTES + sum(array.nbytes for array in numbers))

    def step(self, iteration: int) -> Step[Any]:
        """The state after so many iterations."""
        first = self.fit.steps[0].iteration
        return self.fit.steps[max(0, min(iteration - first, len(self.fit.steps) - 1))]

    def model_of(self, step: Step[Any]) -> Any:
        """The model that the parameters of a step belong to: components may have been dropped."""
        return replace(self.fit.mixture, components=len(step.params.weights))

    @cached_property
    def survivors(self) -> list[list[int]]:
        """Which components of the start there are at each step."""
        there = list(range(self.components))
        found = [there]
        for before, after in zip(self.fit.steps, self.fit.steps[1:], strict=False):
            if len(after.params.weights) < len(there):
                there = np.delete(there, _dropped(before.params, after.params)).tolist()
            found.append(there)
        return found

    @property
    def bars(self) -> Histogram:
        """The histogram of one variable."""
        return self.chosen.bars_and_ranks[0]

    @cached_property
    def bars_of(self) -> Callable[[int], Histogram]:
        """The histogram of one of several variables, of the rows that charts draw."""
        shown = self.shown_data
        x, weights = (shown if self.drawn is None else shown.taking(self.drawn)).counted

        @cache
        def of(column: int) -> Histogram:
            order = np.argsort(x[:, column], kind="stable")
            ordered = x[order, column]
            is_flat = np.ptp(ordered) <= ALIKE * float(np.abs(ordered).max())
            counts = None if weights is None else weights[order]
            return (one_bar if is_flat else histogram)(ordered, counts)

        return of

    @cached_property
    def box(self) -> tuple[Floats, Floats]:
        """The least and largest value of each variable."""
        x = self.fit.data.counted[0]
        return x.min(axis=0), x.max(axis=0)

    @cached_property
    def plane(self) -> Plane:
        """Where the components of the result lie most apart; the same at all iterations."""
        try:
            return separating(self.fit.params)
        except np.linalg.LinAlgError:  # after a collapse
            return separating(self.fit.steps[0].params)

    @property
    def ranks(self) -> Ranks:
        """The values of one variable in order."""
        return self.chosen.bars_and_ranks[1]

    @cached_property
    def sampled(self) -> np.ndarray:
        """Rows enough to judge distances by, of those that count."""
        data = self.fit.data
        rows = np.arange(data.n) if data.weights is None else np.flatnonzero(data.weights)
        return rows if len(rows) <= ROWS else rows[_some(len(rows), ROWS)]

    @cached_property
    def projected(self) -> Floats:
        """(m, 2) the shown rows on that plane."""
        return self.plane.points(self.shown_data.x)


def _some(n: int, most: int) -> np.ndarray:
    """So many of n rows, the same ones every time: one of each of as many equal stretches."""
    ends = np.arange(most + 1, dtype=np.int64) * n // most  # more than the 32 bits of a tab
    return ends[:-1] + np.random.default_rng(n).integers(np.diff(ends))


def _dropped(before: Any, after: Any) -> int:
    """The first component of ``before`` that is not in ``after``, where one was dropped."""
    kept = before.means[: len(after.means)]
    differs = (kept != after.means).any(axis=1)
    return int(np.argmax(differs)) if differs.any() else len(after.means)
