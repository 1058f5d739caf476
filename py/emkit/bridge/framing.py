"""How a kept fit stands after any of its iterations: what charts and tables are drawn from."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.bridge.desk import Desk
from emkit.bridge.kept import Kept
from emkit.bridge.task import Reply, Work
from emkit.errors import OptionError
from emkit.export import finite
from emkit.numerics import Floats, softmax_in_place
from emkit.pictures.curves import curves, grid
from emkit.pictures.ellipses import LEVELS, POINTS, ellipses, in_planes
from emkit.pictures.field import field
from emkit.trace import Step


def frame(desk: Desk, body: dict[str, Any]) -> Work:
    """The state of a kept fit after ``iteration`` iterations."""
    yield from ()
    kept = desk.fits.get(body["fit"])
    return framed(body["fit"], kept, body["iteration"], body.get("planes"))


def order(desk: Desk, body: dict[str, Any]) -> Work:
    """The shown rows sorted ``by`` a component, "row", "label", "hard", "sure" or a column."""
    yield from ()
    kept = desk.fits.get(body["fit"])
    keys = _sort_keys(kept, kept.step(body["iteration"]), body["by"])
    places = np.argsort(-keys if body.get("descending") else keys, kind="stable")
    return Reply({}, {"order": places.astype(np.float64)})


def framed(number: int, kept: Kept, iteration: int, planes: list[list[int]] | None) -> Reply:
    """The reply about one iteration; ``planes`` are pairs of variables to outline components in."""
    step = kept.step(iteration)
    responsibilities, counts, hard = shares(kept, step)
    pairs = planes or ([[0, 1]] if kept.fit.data.d == 2 else [])
    body = {
        "fit": number,
        "iteration": step.iteration,
        "log_likelihood": finite(step.log_likelihood),
        "gain": finite(step.gain),
        "e_steps": step.e_steps,
        "accelerated": step.accelerated,
        "status": step.status.code,
        "message": step.message,
        "params": params_of(step.params),
        "components": kept.survivors[step.iteration - kept.fit.steps[0].iteration],
        "counts": counts.tolist(),
        "hard_counts": hard.tolist(),
        "planes": pairs,
        "levels": list(LEVELS),
        "outline_points": POINTS,
    }
    numbers = {"responsibilities": responsibilities, **_pictures(kept, step, pairs)}
    return Reply(body, numbers)


def params_of(params: Any) -> dict[str, Any]:
    """Plain lists: flat means and spreads for one variable; all there is for more."""
    return params.to_dict() | {"standard_deviations": params.standard_deviations.tolist()}


def shares(kept: Kept, step: Step[Any]) -> tuple[Floats, Floats, Floats]:
    """Responsibilities of the shown rows, and over all rows how much each component has.

    Returns:
        (m, k) responsibilities; (k,) N_j = sum_i a_i r_ij; (k,) the weight of the rows that are
        likelier of this component than of another.
    """
    data, k = kept.fit.data, len(step.params.weights)
    table = np.empty((data.n, k))
    joint_density, first = kept.model_of(step).joint_density(step.params), 0
    for rows in data.chunks(k):
        part = joint_density(rows)
        softmax_in_place(part)
        table[first : first + len(rows)] = part.T
        first += len(rows)
    weights = np.ones(data.n) if data.weights is None else data.weights
    hard = np.bincount(table.argmax(axis=1), weights, minlength=k)
    return table if kept.shown is None else table[kept.shown], weights @ table, hard


def _pictures(kept: Kept, step: Step[Any], planes: list[list[int]]) -> dict[str, Floats]:
    d = kept.fit.data.d
    if d == 1:
        return _curves(kept, step)
    covariances = step.params.full_covariances()
    arrays = {"ellipses": in_planes(step.params.means, covariances, planes)} if planes else {}
    if d == 2:
        seen = field(kept.model_of(step), step.params, *kept.box)
        return {**arrays, "density_x": seen.x, "density_y": seen.y, "density": seen.density}
    centres, shadows = kept.plane.points(step.params.means), kept.plane.shadows(covariances)
    return {
        **arrays,
        "directions": kept.plane.directions,
        "projected": kept.projected,
        "projected_ellipses": ellipses(centres, shadows),
    }


def _curves(kept: Kept, step: Step[Any]) -> dict[str, Floats]:
    low, high = kept.bars.edges[[0, -1]]
    pad, first = 0.05 * (high - low), kept.fit.steps[0]
    x = grid(low - pad, high + pad, first.params, step.params)
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


def _sort_keys(kept: Kept, step: Step[Any], by: Any) -> Floats:
    """(m,) what the shown rows are sorted by."""
    if by == "row":
        return kept.of_shown(kept.chosen.row_numbers)
    if isinstance(by, dict):
        return kept.shown_data.x[:, by["column"]]
    if by == "label" and kept.chosen.labels is not None:
        return kept.of_shown(kept.chosen.labels.codes)
    table = shares(kept, step)[0]
    if by == "sure":
        return table.max(axis=1)
    if by == "hard":
        return table.argmax(axis=1).astype(np.float64)
    if isinstance(by, int) and 0 <= by < table.shape[1]:
        return table[:, by]
    raise OptionError(
        f"The rows cannot be sorted by {by}.",
        where={"field": "by"},
        remedy="Choose a component, the row, the label or how sure it is.",
    )
