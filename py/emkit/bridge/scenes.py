"""What charts of one iteration of a kept fit are drawn from, as arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.bridge.kept import Kept
from emkit.numerics import Floats
from emkit.pictures.bars import Histogram
from emkit.pictures.curves import curves, grid
from emkit.pictures.ellipses import ellipses, in_planes
from emkit.pictures.field import field
from emkit.pictures.marginals import marginals
from emkit.pictures.uniformity import BAND, Uniformity, of_distances, of_values
from emkit.trace import Step


@dataclass(frozen=True, eq=False)
class Shares:
    """How the rows are shared among the components.

    Attributes:
        shown: (m, k) the responsibilities of the shown rows.
        hard: (n,) the likeliest component of each row, as small whole numbers.
        counts: (k,) N_j = sum_i a_i r_ij.
        hard_counts: (k,) the weight of the rows that are likeliest of this component.
    """

    shown: Floats
    hard: np.ndarray
    counts: Floats
    hard_counts: np.ndarray


def shares(kept: Kept, step: Step[Any]) -> Shares:
    """The responsibilities of one iteration, of which there is no table of more than is shown."""
    data, model = kept.fit.data, kept.model_of(step)
    shown = model.responsibilities(step.params, kept.shown_data)
    runs = [(slice(None), shown)] if kept.shown is None else model.shares(step.params, data)
    hard = np.empty(data.n, np.min_scalar_type(model.components))
    counts, hard_counts = np.zeros(model.components), np.zeros(model.components)
    for run, table in runs:
        hard[run] = table.argmax(axis=1)
        weights = np.ones(len(table)) if data.weights is None else data.weights[run]
        counts += weights @ table
        hard_counts += np.bincount(hard[run], weights, minlength=model.components)
    return Shares(shown, hard, counts, hard_counts)


def band(kept: Kept) -> float:
    """How far shares and probabilities of as many rows as are judged may lie apart by chance.

    Rows of unequal weight count as (sum a)^2 / sum a^2 equal ones (Kish 1965).
    """
    data = kept.fit.data
    judged = slice(None) if data.d == 1 else kept.sampled
    if data.weights is None:
        n = float(len(data.x[judged]))
    else:
        weights = data.weights[judged]
        n = weights.sum() ** 2 / float(weights @ weights)
    return BAND / math.sqrt(n)


def pictures(
    kept: Kept, step: Step[Any], here: Shares, planes: list[list[int]]
) -> dict[str, Floats]:
    """Curves of one variable; outlines, contours and the best plane of more."""
    d = kept.fit.data.d
    if d == 1:
        return {**_curves(kept, step), **_lists(_values(kept, step))}
    covariances = step.params.full_covariances()
    arrays = _lists(_distances(kept, step, here))
    if planes:
        arrays["ellipses"] = in_planes(step.params.means, covariances, planes)
    if d == 2:
        first = kept.fit.steps[0].params
        arrays["start_ellipses"] = ellipses(first.means, first.full_covariances())
        seen = field(kept.model_of(step), step.params, *kept.box)
        return {**arrays, "density_x": seen.x, "density_y": seen.y, "density": seen.density}
    centres, shadows = kept.plane.points(step.params.means), kept.plane.shadows(covariances)
    return {
        **arrays,
        "directions": kept.plane.directions,
        "projected": kept.projected,
        "projected_means": centres,
        "projected_ellipses": ellipses(centres, shadows),
        **_marginals(kept, step, columns_in(planes)),
    }


def columns_in(planes: list[list[int]]) -> list[int]:
    """The variables that planes are made of, ascending."""
    return sorted({column for plane in planes for column in plane})


def _marginals(kept: Kept, step: Step[Any], columns: list[int]) -> dict[str, Floats]:
    """Bars and curves of single variables; bars one after another, each with its many edges."""
    bars = [kept.bars_of(column) for column in columns]
    seen = marginals(step.params, columns, [_reach(one) for one in bars])
    return {
        "marginal_bars": np.array([len(one.counts) for one in bars], dtype=np.float64),
        "marginal_edges": np.concatenate([one.edges for one in bars]),
        "marginal_densities": np.concatenate([one.densities for one in bars]),
        "marginal_x": seen.x,
        "marginal_mixture": seen.mixture,
        "marginal_components": seen.components,
    }


def _reach(bars: Histogram) -> tuple[float, float]:
    """A little more than the bars."""
    low, high = bars.edges[[0, -1]].tolist()
    pad = 0.05 * (high - low)
    return low - pad, high + pad


def _curves(kept: Kept, step: Step[Any]) -> dict[str, Floats]:
    first = kept.fit.steps[0]
    x = grid(*_reach(kept.bars), first.params, step.params)
    fitted = curves(kept.model_of(step), step.params, x)
    started = curves(kept.model_of(first), first.params, x)
    return {
        "grid": x,
        "mixture": fitted.mixture,
        "components": fitted.components,
        "grid_responsibilities": fitted.responsibilities,
        "start_mixture": started.mixture,
        "start_components": started.components,
    }


def _values(kept: Kept, step: Step[Any]) -> Uniformity:
    return of_values(kept.model_of(step), step.params, kept.ranks)


def _distances(kept: Kept, step: Step[Any], here: Shares) -> Uniformity:
    rows = kept.fit.data.taking(kept.sampled)
    if kept.shown is None:
        counts = here.shown[kept.sampled]
    else:
        counts = kept.model_of(step).responsibilities(step.params, rows)
    if rows.weights is not None:
        counts = counts * rows.weights[:, None]
    return of_distances(step.params, rows.x, counts)


def _lists(seen: Uniformity) -> dict[str, Floats]:
    found = {"pit_model": seen.model, "pit_share": seen.share, "pit_heights": seen.heights}
    return found if seen.components is None else {**found, "pit_components": seen.components}
