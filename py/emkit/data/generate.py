"""Samples drawn from a stated mixture, so that an estimate can be held against the truth."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.errors import OptionError
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats
from emkit.options import check_components, whole
from emkit.starts.cells import array, depth_of
from emkit.starts.given import given

MOST_ROWS = 1_000_000

# The column that says which component a row was drawn from.
LABEL = "component"

# Values are written to about so many digits of the smallest standard deviation.
DIGITS = 4


@dataclass(frozen=True, eq=False)
class Drawn:
    """A sample and where it came from.

    Attributes:
        x: (n, d) the values, rounded as somebody who measured them would.
        labels: (n,) the component behind each row, from 0.
        truth: the parameters that it was drawn from.
        notices: what was changed in these, as sentences.
    """

    x: Floats
    labels: np.ndarray
    truth: GaussianParams
    notices: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the variables: x, or x1, x2, ..."""
        d = self.truth.d
        return ("x",) if d == 1 else tuple(f"x{a + 1}" for a in range(d))

    @property
    def text(self) -> str:
        """The sample as CSV with a header; the last column names the component: true 1, ..."""
        lines = [",".join((*self.columns, LABEL))]
        for row, label in zip(self.x.tolist(), self.labels.tolist(), strict=True):
            cells = [repr(value).removesuffix(".0") for value in row]
            lines.append(",".join((*cells, f"true {label + 1}")))
        return "\n".join(lines) + "\n"


def generate(truth: Mapping[str, Any], n: Any = 200, seed: Any = 0) -> Drawn:
    """Draw rows from a Gaussian mixture.

    Args:
        truth: ``weights``, ``means`` and ``standard_deviations`` or ``covariances``, stated as a
            start is (see ``emkit.starts.given``).
        n: how many rows.
        seed: of the random number generator.

    Raises:
        StartError: the truth is no mixture; with the field and the component at fault.
        OptionError: the number of rows or the seed.

    >>> drawn = generate({"means": [0, 10], "standard_deviations": [1, 1]}, n=3, seed=1)
    >>> print(drawn.text)
    x,component
    8.7,true 2
    10.91,true 2
    0.45,true 1
    <BLANKLINE>
    """
    size = whole(n, "n", "number of rows", 1, MOST_ROWS, 200)
    rng = np.random.default_rng(whole(seed, "seed", "seed", 0, 2**32 - 1, 0))
    model = _model(truth)
    stated = given(model, truth)
    x, labels = model.sample(stated.params, size, rng)
    return Drawn(_rounded(x, stated.params), labels, stated.params, stated.notices)


def _model(truth: Mapping[str, Any]) -> GaussianMixtureModel:
    """A full mixture with as many components and variables as there are means."""
    means: Any = truth.get("means")
    if depth_of(means) not in (1, 2):
        raise OptionError(
            "The true means are not a list with one entry for each component.",
            where={"field": "means"},
            remedy="Give k numbers, or k rows of d numbers.",
        )
    k = check_components(len(means))
    d = 1 if depth_of(means) == 1 else len(means[0])
    return GaussianMixtureModel(k, _spread(means, d), "full", np.zeros(d))


def _spread(means: Any, d: int) -> Floats:
    """(d,) how far apart the means lie: the scale for suggestions."""
    places = array(means)
    spread = places.reshape(-1, d).std(axis=0) if places.size else np.ones(d)
    return np.where(np.isfinite(spread) & (spread > 0.0), spread, 1.0)


def _rounded(x: Floats, truth: GaussianParams) -> Floats:
    finest = float(np.min(truth.standard_deviations))
    return np.round(x, DIGITS - 2 - math.floor(math.log10(finest))) + 0.0
