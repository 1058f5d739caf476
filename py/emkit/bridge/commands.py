"""The commands of the page, each a generator that yields progress and returns a reply."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit import starts
from emkit.bridge.task import Reply, Stopped, Task, Work
from emkit.data.observations import Observations, observe, require_enough
from emkit.data.parse import parse_numbers
from emkit.errors import EmptyData, StartError
from emkit.families.gaussian import GaussianMixtureModel
from emkit.fits import settings, single
from emkit.numerics import Floats
from emkit.options import Options, whole
from emkit.pictures import curves, grid, histogram
from emkit.problem import Problem
from emkit.trace import Fit, Status, Step

# As many as a page has colours and dashes to tell apart.
MOST_COMPONENTS = 16


@dataclass
class Desk:
    """What one tab has before it: the data that were read last."""

    data: Observations | None = None

    def the_data(self) -> Observations:
        """The data, or an error where none could be read."""
        if self.data is None:
            raise EmptyData("There are no numbers yet.", remedy="Paste some, or choose a sample.")
        return self.data


def read(desk: Desk, body: dict[str, Any]) -> Work:
    """Read ``text``; answer what was found in it."""
    desk.data = None
    yield {"label": "Reading the data"}
    parsed = parse_numbers(body["text"])
    desk.data = data = observe(parsed.values, [parsed.name])
    column = data.x[:, 0]
    return Reply(
        {
            "n": data.n,
            "name": parsed.name,
            "minimum": float(column.min()),
            "maximum": float(column.max()),
            "mean": float(data.means[0]),
            "standard_deviation": float(np.sqrt(data.variances[0])),
            "notices": list(parsed.notices),
        }
    )


def start(desk: Desk, body: dict[str, Any]) -> Work:
    """Suggest start values for ``components`` components from the data."""
    data, components = desk.the_data(), _components(body)
    require_enough(data, components)
    yield {"label": "Looking for a start"}
    suggested = starts.quantiles(GaussianMixtureModel.for_data(data, components), data)
    return Reply(suggested.params.to_dict())


def fit(desk: Desk, body: dict[str, Any]) -> Work:
    """Run EM from ``start`` with ``options``; answer the result and what its charts need."""
    options = Options.checked(**body["options"])
    problem = Problem.of(desk.the_data(), _components(body), "full", options)
    begun = problem.start(body["start"], options.seed)
    steps: list[Step[Any]] = []
    with suppress(Stopped):  # what was computed so far is an answer
        for step in single(problem, begun, options):
            if step.status is Status.FAILED:  # which only a start can bring about
                raise StartError(
                    "A value lies so far from every component that its density is zero even in "
                    "logarithms.",
                    where={"field": "standard_deviations"},
                    remedy="Write larger standard deviations, or means nearer to the data.",
                )
            steps.append(step)
            yield {
                "iteration": step.iteration,
                "max_iter": options.max_iter,
                "log_likelihood": step.log_likelihood,
            }
    said = settings(options, body["start"])
    found = Fit.of(problem.model, problem.data, steps, said, begun.notices)
    return Reply(_report(found), _arrays(found))


def _components(body: dict[str, Any]) -> int:
    return whole(body["components"], "components", "number of components", 1, MOST_COMPONENTS, 2)


def _report(found: Fit[Any]) -> dict[str, Any]:
    return {
        "n": found.data.n,
        "name": found.data.columns[0],
        "status": found.status.code,
        "message": found.message,
        "notices": list(found.notices),
        "iterations": found.iterations,
        "log_likelihood": found.log_likelihood,
        "aic": found.aic,
        "bic": found.bic,
        "n_free": found.model.n_free,
        "tol": found.options["tol"],
        "start": found.steps[0].params.to_dict(),
        "final": found.params.to_dict(),
    }


def _arrays(found: Fit[Any]) -> dict[str, Floats]:
    values = found.data.x[:, 0]
    bars = histogram(values)
    first, last = found.steps[0].params, found.params
    pad = 0.05 * (bars.edges[-1] - bars.edges[0])
    x = grid(bars.edges[0] - pad, bars.edges[-1] + pad, first, last)
    fitted, started = curves(found.model, last, x), curves(found.model, first, x)
    return {
        "x": values,
        "responsibilities": found.responsibilities(),
        "log_likelihoods": np.array([step.log_likelihood for step in found.steps]),
        "histogram_edges": bars.edges,
        "histogram_counts": bars.counts,
        "histogram_densities": bars.densities,
        "grid": x,
        "mixture": fitted.mixture,
        "components": fitted.components,
        "grid_responsibilities": fitted.responsibilities,
        "start_mixture": started.mixture,
        "start_components": started.components,
    }


COMMANDS: dict[str, Callable[[Desk, dict[str, Any]], Iterator[dict[str, Any]]]] = {
    "read": read,
    "start": start,
    "fit": fit,
}

DESK = Desk()


def begin(command: str, body: str, desk: Desk = DESK) -> Task:
    """Start ``command`` with its JSON ``body``.

    >>> task = begin("read", '{"text": "1 2 4 5"}', Desk())
    >>> task.advance(1.0)
    True
    >>> json.loads(task.reply_json())["body"]["n"]
    4
    """
    return Task(COMMANDS[command](desk, json.loads(body)))
