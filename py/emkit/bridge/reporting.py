"""What the page is told of a whole fit, besides single iterations."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.bridge.framing import params_of
from emkit.bridge.kept import Kept
from emkit.export import finite
from emkit.kernel.choice import engine_name
from emkit.maxima import Run, same_maximum
from emkit.numerics import Floats
from emkit.selection.criteria import icl
from emkit.trace import Fit

# Of the parameters' trace a page is given no more numbers than this; of a longer one every so
# many-th iteration, and the last.
TRACE_CELLS = 2_000_000


def report(kept: Kept) -> dict[str, Any]:
    """The result as plain data."""
    found = kept.fit
    return {
        "n": found.data.n,
        "d": found.data.d,
        "name": found.data.columns[0],
        "columns": list(found.data.columns),
        "total_weight": found.data.total_weight,
        "model": {**kept.asked["model"], "components": found.model.components},
        "options": found.options,
        "status": found.status.code,
        "message": found.message,
        "notices": list(found.notices),
        "iterations": found.iterations,
        "e_steps": found.last.e_steps,
        "log_likelihood": found.log_likelihood,
        "aic": found.aic,
        "bic": found.bic,
        "icl": finite(icl(found)),
        "n_free": found.model.n_free,
        "tol": found.options["tol"],
        "start": params_of(found.steps[0].params),
        "final": params_of(found.params),
        "runs": [_run(kept, i) for i in range(len(found.runs))],
        "maxima": [_maximum(one) for one in found.maxima],
        "chosen": kept.asked.get("run", _chosen(found)),
        "labels": _labels(kept),
        "engine": engine_name(),
        "rows": {"shown": kept.shown_data.n, "all": kept.shown is None},
    }


def _run(kept: Kept, i: int) -> dict[str, Any]:
    """A line of the list of runs; a run that saw a sample of the rows only has no likelihood."""
    run, fit = kept.fit.runs[i], kept.fit
    all_rows = run.data is fit.data
    home = next((j for j, one in enumerate(fit.maxima) if _ended_at(run, fit.runs[one.run])), None)
    return {
        "run": i,
        "start": run.strategy,
        "status": run.status.code,
        "message": run.steps[-1].message,
        "iterations": run.steps[-1].iteration,
        "log_likelihood": finite(run.log_likelihood) if all_rows else None,
        "carried": run.carried,
        "all_rows": all_rows,
        "maximum": home,
        "spurious": home is not None and fit.maxima[home].spurious,
    }


def _ended_at(run: Run, first: Run) -> bool:
    return run.carried and run.is_sound and same_maximum(first, run)


def _maximum(maximum: Any) -> dict[str, Any]:
    return {
        "log_likelihood": finite(maximum.log_likelihood),
        "times": maximum.found,
        "spurious": maximum.spurious,
        "why": maximum.why,
        "run": maximum.run,
    }


def _chosen(found: Fit[Any]) -> int | None:
    """Which run of the search the fit is."""
    parts = found.steps[0].params
    return next((i for i, run in enumerate(found.runs) if run.steps[0].params is parts), None)


def _labels(kept: Kept) -> dict[str, Any] | None:
    labels = kept.chosen.labels
    return None if labels is None else {"name": labels.name, "values": list(labels.values)}


def arrays(kept: Kept) -> dict[str, Floats]:
    """The numbers of all iterations, and those that do not depend on one."""
    shown, steps = kept.shown_data, kept.fit.steps
    found = {
        "x": shown.x,
        "row_numbers": kept.chosen.numbers_of(kept.shown_rows),
        "log_likelihoods": np.array([step.log_likelihood for step in steps]),
        "e_steps": np.array([step.e_steps for step in steps], dtype=np.float64),
        **_trace(kept),
        **_paths(kept.fit),
    }
    if kept.drawn is not None:
        found["drawn"] = kept.drawn.astype(np.float64)
    if shown.weights is not None:
        found["row_weights"] = shown.weights
    if kept.chosen.labels is not None:
        found["label_codes"] = kept.of_shown(kept.chosen.labels.codes)
    if shown.d == 1:
        bars = kept.bars
        found["histogram_edges"] = bars.edges
        found["histogram_counts"] = bars.counts
        found["histogram_densities"] = bars.densities
    return found


def _paths(fit: Fit[Any]) -> dict[str, Floats]:
    """The log-likelihoods of all runs of a search, one after another.

    Those of a run that saw a sample of the rows are scaled to all of them.
    """
    if not fit.runs:
        return {}
    n = fit.data.total_weight
    paths = [_path(run) * (n / run.data.total_weight) for run in fit.runs]
    lengths = np.array([len(path) for path in paths], dtype=np.float64)
    return {"run_lengths": lengths, "run_log_likelihoods": np.concatenate(paths)}


def _path(run: Run) -> Floats:
    path = np.array([step.log_likelihood for step in run.steps])
    return path[np.isfinite(path)]


def _trace(kept: Kept) -> dict[str, Floats]:
    """The parameters at every iteration, or at as many as there is room for.

    A component that was dropped keeps its last mean and spread, with a weight of zero.
    """
    steps, k, d = kept.fit.steps, kept.components, kept.fit.data.d
    stride = -(-len(steps) * k * d // TRACE_CELLS)
    taken = sorted({*range(0, len(steps), stride), len(steps) - 1})
    weights = np.zeros((len(taken), k))
    means, sds = np.empty((len(taken), k, d)), np.empty((len(taken), k, d))
    for place, t in enumerate(taken):
        params, there = steps[t].params, kept.survivors[t]
        if place > 0:
            means[place], sds[place] = means[place - 1], sds[place - 1]
        weights[place, there] = params.weights
        means[place, there] = params.means
        sds[place, there] = params.standard_deviations.reshape(-1, d)
    return {
        "trace_iterations": np.array([steps[t].iteration for t in taken], dtype=np.float64),
        "trace_weights": weights,
        "trace_means": means,
        "trace_standard_deviations": sds,
    }
