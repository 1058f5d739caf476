"""Asking the bridge as the worker does: JSON in, JSON and arrays out, in slices."""

from __future__ import annotations

import csv
import json
from typing import Any

import numpy as np

from emkit.bridge.commands import begin
from emkit.bridge.desk import Chosen, Desk, Labels
from emkit.bridge.task import Task
from emkit.data.datasets import sample
from emkit.data.observations import observe

_HEAD, *_ROWS = csv.reader(sample("iris").text.splitlines())
MEASURED = _HEAD[:4]
IRIS = np.array([row[:4] for row in _ROWS], dtype=np.float64)
SPECIES = [row[4] for row in _ROWS]


def desk_with(
    x: Any, columns: Any = None, weights: Any = None, labels: Any = None, **chosen: Any
) -> Desk:
    """A desk on which these data lie; ``labels`` are texts, one a row."""
    if labels is not None:
        values, codes = np.unique(labels, return_inverse=True)
        labels = Labels("group", tuple(map(str, values)), codes)
    return Desk(chosen=Chosen(observe(x, columns, weights), labels=labels, **chosen))


def iris(**chosen: Any) -> Desk:
    """A desk with four measurements of 150 irises, and their species."""
    return desk_with(IRIS, MEASURED, labels=SPECIES, **chosen)


def done(task: Task) -> int:
    """The parts of a task that are done, as its progress says."""
    return _strict(task.progress_json() or '{"done": 0}')["done"]


def begun(desk: Desk, command: str, **body: Any) -> Task:
    """A command under way."""
    return begin(command, json.dumps(body), desk)


def ended(task: Task) -> dict[str, Any]:
    """The reply of a task run to its end; its progress and its answer are strict JSON."""
    while not task.advance(0.0):
        _strict(task.progress_json() or "null")
    return reply(task)


def stopped(task: Task) -> dict[str, Any]:
    """The reply of a task that is told to stop."""
    task.stop()
    assert task.advance(0.0)
    return reply(task)


def reply(task: Task) -> dict[str, Any]:
    """What a finished task answers."""
    return _strict(task.reply_json())


def ask(desk: Desk, command: str, **body: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Body and arrays of an answer that is none of an error."""
    task = begun(desk, command, **body)
    answer = ended(task)
    assert answer["ok"], answer
    arrays = task.arrays()
    for name, values in arrays.items():
        assert values.dtype == np.float64, name
        assert values.flags.c_contiguous, name
        assert np.isfinite(values).all(), name
    return answer["body"], arrays


def refused(desk: Desk, command: str, **body: Any) -> dict[str, Any]:
    """The error that a command is answered with."""
    answer = ended(begun(desk, command, **body))
    assert not answer["ok"], answer
    return answer["error"]


def fit(
    desk: Desk,
    components: int = 2,
    covariance: str = "full",
    start: Any = "quantiles",
    weights: str = "free",
    **options: Any,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The answer to a fit."""
    model = {"components": components, "covariance": covariance, "weights": weights}
    return ask(desk, "fit", model=model, start=start, options=options)


def _strict(text: str) -> Any:
    """JSON as a browser reads it."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    return json.loads(text, parse_constant=refuse)
