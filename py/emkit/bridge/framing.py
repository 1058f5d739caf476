"""How a kept fit stands after any of its iterations: what charts and tables are drawn from."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.agreement import agreement
from emkit.bridge.desk import Desk
from emkit.bridge.kept import Kept
from emkit.bridge.scenes import Shares, band, columns_in, pictures, shares
from emkit.bridge.task import Reply, Work
from emkit.errors import OptionError
from emkit.export import finite, listed
from emkit.numerics import Floats
from emkit.pictures.ellipses import LEVELS, POINTS, first_planes
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
    here = shares(kept, step)
    pairs = planes or first_planes(kept.fit.data.d)
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
        "counts": here.counts.tolist(),
        "hard_counts": here.hard_counts.tolist(),
        "agreement": agreed(kept, here),
        "pit": {"of": "values" if kept.fit.data.d == 1 else "distances", "band": band(kept)},
        "planes": pairs,
        "columns": columns_in(pairs),
        "levels": list(LEVELS),
        "outline_points": POINTS,
    }
    numbers = {"responsibilities": here.shown, "hard": kept.of_shown(here.hard)}
    return Reply(body, numbers | pictures(kept, step, here, pairs))


def params_of(params: Any) -> dict[str, Any]:
    """Plain lists: flat means and spreads for one variable; all there is for more.

    Those of a component that has just collapsed may have nulls: a correlation of what does not
    vary, or all but the weight of one that has lost its points.
    """
    spreads = params.standard_deviations
    found = params.to_dict() | {"standard_deviations": spreads}
    if params.d > 1:
        with np.errstate(invalid="ignore", divide="ignore"):
            matrices = params.full_covariances()
            found["correlations"] = matrices / spreads[:, :, None] / spreads[:, None, :]
    return {name: listed(np.asarray(values)) for name, values in found.items()}


def agreed(kept: Kept, here: Shares) -> dict[str, Any] | None:
    """How the likeliest components agree with the labels, where there are some."""
    labels = kept.chosen.labels
    if labels is None:
        return None
    sizes = (len(here.counts), len(labels.values))
    both = agreement(here.hard, labels.codes, sizes)
    return {
        "label": labels.name,
        "values": list(labels.values),
        "table": both.table.tolist(),
        "adjusted_rand": both.adjusted_rand,
        "partners": both.partners.tolist(),
        "matched": both.matched,
    }


def _sort_keys(kept: Kept, step: Step[Any], by: Any) -> Floats:
    """(m,) what the shown rows are sorted by."""
    if by == "row":
        return kept.chosen.numbers_of(kept.shown_rows)
    if isinstance(by, dict):
        return kept.shown_data.x[:, by["column"]]
    if by == "label" and kept.chosen.labels is not None:
        return kept.of_shown(kept.chosen.labels.codes)
    table = shares(kept, step).shown
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
