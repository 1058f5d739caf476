"""One iteration of a kept fit written out, for one row or for all of them.

Iteration t begins with the parameters after t - 1 iterations, divides the rows among them (the
E-step), and ends with the parameters after t iterations (the M-step).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.bridge.desk import Desk
from emkit.bridge.framing import params_of
from emkit.bridge.kept import Kept
from emkit.bridge.task import Reply, Work
from emkit.errors import OptionError
from emkit.export import finite, listed
from emkit.options import whole
from emkit.trace import Step
from emkit.worked import WorkedExpectation, expectation, is_plain, maximisation

# As many rows of the whole E-step as one answer may hold.
MOST_ROWS = 2000


def work(desk: Desk, body: dict[str, Any]) -> Work:
    """Iteration ``iteration`` of fit ``fit`` in full: the E-step of shown row ``row``, the M-step.

    The first row is 0.
    """
    yield {"label": "Working it out"}
    kept, before, after = _iteration(desk, body)
    data, model = kept.fit.data, kept.model_of(before)
    row = _row(body["row"], kept.shown_data.n, "row")
    moved = maximisation(model, before.params, data)
    plain = is_plain(moved, after, model.spread)
    return Reply(
        {
            "fit": body["fit"],
            "iteration": after.iteration,
            "row": row,
            "columns": list(data.columns),
            "total_weight": data.total_weight,
            "ridge": model.ridge.tolist(),
            "covariance": model.covariance,
            "equal_weights": model.equal_weights,
            "plain": plain,
            "accelerated": after.accelerated,
            "old": params_of(before.params),
            "new": params_of(after.params),
            "change": _change(before, after) if plain else None,
            "log_likelihoods": [finite(before.log_likelihood), finite(after.log_likelihood)],
            "gain": finite(after.gain),
            "e_step": _e_step(kept, before, row),
            "m_step": {
                "counts": moved.counts.tolist(),
                "sums": _flat(moved.sums),
                "squares": _flat(moved.squares),
                **params_of(moved.params),
                "variances": listed(np.einsum("kii->ki", moved.params.full_covariances())),
            },
        }
    )


def worked(desk: Desk, body: dict[str, Any]) -> Work:
    """The E-step of iteration ``iteration`` for ``count`` shown rows from row ``from`` on."""
    yield {"label": "Working it out"}
    kept, before, after = _iteration(desk, body)
    first = _row(body["from"], kept.shown_data.n, "from")
    count = whole(body["count"], "count", "number of rows", 1, MOST_ROWS, MOST_ROWS)
    rows = kept.shown_data.x[first : first + count]
    table = expectation(kept.model_of(before), before.params, rows)
    heads = {"fit": body["fit"], "iteration": after.iteration, "from": first, "count": len(rows)}
    return Reply(
        heads,
        {
            "x": np.ascontiguousarray(rows),
            "densities": np.ascontiguousarray(table.densities),
            "weighted": np.ascontiguousarray(table.weighted),
            "sums": table.sums,
            "responsibilities": np.ascontiguousarray(table.responsibilities),
        },
    )


def _iteration(desk: Desk, body: dict[str, Any]) -> tuple[Kept, Step[Any], Step[Any]]:
    """The fit, and its steps before and after the iteration that is asked for."""
    kept = desk.fits.get(body["fit"])
    first, last = kept.fit.steps[0].iteration, kept.fit.last.iteration
    if last == first:
        raise OptionError(
            "This run made no iteration, so there is no work to show.",
            where={"field": "iteration"},
            remedy="Allow at least one iteration and press Calculate EM.",
        )
    asked = whole(body["iteration"], "iteration", "iteration", first + 1, last, last)
    return kept, kept.step(asked - 1), kept.step(asked)


def _row(value: Any, rows: int, name: str) -> int:
    return whole(value, name, "row", 0, rows - 1, 0)


def _e_step(kept: Kept, before: Step[Any], row: int) -> dict[str, Any]:
    x = kept.shown_data.x[row : row + 1]
    found: WorkedExpectation = expectation(kept.model_of(before), before.params, x)
    weights = kept.fit.data.weights
    with np.errstate(over="ignore"):  # of large data in many variables
        determinants = np.linalg.det(before.params.full_covariances())
    position = row if kept.shown is None else int(kept.shown[row])
    return {
        "row_number": float(kept.chosen.numbers_of(np.array([position]))[0]),
        "x": x[0].tolist(),
        "row_weight": None if weights is None else float(weights[position]),
        "distances": listed(found.distances[0]),
        "determinants": listed(determinants),
        "densities": listed(found.densities[0]),
        "weighted": listed(found.weighted[0]),
        "sum": finite(float(found.sums[0])),
        "log_sum": finite(float(found.log_sums[0])),
        "responsibilities": found.responsibilities[0].tolist(),
    }


def _change(before: Step[Any], after: Step[Any]) -> dict[str, Any]:
    """What the iteration added to every parameter."""
    old, new = before.params, after.params
    return {
        "weights": (new.weights - old.weights).tolist(),
        "means": _flat(new.means - old.means),
        "standard_deviations": (new.standard_deviations - old.standard_deviations).tolist(),
        "covariances": (new.full_covariances() - old.full_covariances()).tolist(),
    }


def _flat(values: np.ndarray) -> list[Any]:
    """Plain lists, one number a component where there is one variable."""
    return listed(values.reshape(len(values)) if values[0].size == 1 else values)
