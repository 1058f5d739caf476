"""A fit as CSV, for spreadsheets and other programs: parameters, responsibilities, trace."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Generator, Iterable, Sequence
from itertools import chain, combinations_with_replacement
from typing import Any

import numpy as np

from emkit.trace import Fit, Step
from emkit.work import Share, outcome

# So many rows are written as one piece of work.
ROWS = 2000


def parameters_csv(fit: Fit[Any]) -> str:
    """A line for each component: its weight, means, standard deviations and covariances.

    >>> import emkit
    >>> fit = emkit.fit([1.0, 1.0, 3.0, 3.0], 1)
    >>> print(parameters_csv(fit), end="")
    component,weight,mean,standard deviation
    1,1,2,1
    """
    named = parameters(fit.params, fit.data.columns)
    components = range(1, fit.model.components + 1)
    lines = ([j, *row] for j, row in zip(components, np.array([*named.values()]).T, strict=True))
    return _text([["component", *named], *lines])


def trace_csv(fit: Fit[Any]) -> str:
    """A line for each iteration: log-likelihood, E-steps, all parameters of all components."""
    widest = max(fit.steps, key=lambda step: len(step.params.weights))
    named = parameters(widest.params, fit.data.columns)
    components = range(1, len(widest.params.weights) + 1)
    head = [f"{name} {j}" for j in components for name in named]
    first = ["iteration", "log-likelihood", "gain", "E-steps", "accelerated"]
    lines = (_of_step(step, fit.data.columns) for step in fit.steps)
    return _text(chain([[*first, *head]], lines))


def responsibilities_csv(
    fit: Fit[Any], rows: Any = None, labels: tuple[str, Sequence[str]] | None = None
) -> str:
    """A line for each row: its number, its values, its responsibilities, its component.

    Args:
        fit: a fit.
        rows: (n,) the numbers of the rows; from 1 on when left out.
        labels: the name of a column of text, and (n,) what it says of each row.
    """
    return outcome(writing_responsibilities(fit, rows, labels))


def writing_responsibilities(
    fit: Fit[Any], rows: Any = None, labels: tuple[str, Sequence[str]] | None = None
) -> Generator[Share, None, str]:
    """``responsibilities_csv`` as a generator that yields its progress."""
    data, table = fit.data, fit.responsibilities()
    numbers = np.arange(1, data.n + 1) if rows is None else rows
    weighted = [] if data.weights is None else ["weight"]
    head = ["row", *data.columns, *weighted, *([labels[0]] if labels else [])]
    shares = [f"responsibility {j + 1}" for j in range(table.shape[1])]
    parts = [_text([[*head, *shares, "component"]])]
    for first in range(0, data.n, ROWS):
        yield Share("rows", first, data.n)
        run = slice(first, first + ROWS)
        columns: list[Any] = [*data.x[run].T]
        columns += [] if data.weights is None else [data.weights[run]]
        columns += [labels[1][run]] if labels else []
        columns += [*table[run].T, table[run].argmax(axis=1) + 1]
        parts.append(_text(zip(numbers[run], *columns, strict=True)))
    return "".join(parts)


def parameters(params: Any, columns: Sequence[str]) -> dict[str, list[float]]:
    """What the parameters are called, and the value of each in every component."""
    found = {"weight": params.weights.tolist()}
    if len(columns) == 1:
        found["mean"] = params.means[:, 0].tolist()
        return found | {"standard deviation": params.standard_deviations.tolist()}
    for name, values in zip(columns, params.means.T, strict=True):
        found[f"mean of {name}"] = values.tolist()
    for name, values in zip(columns, params.standard_deviations.T, strict=True):
        found[f"standard deviation of {name}"] = values.tolist()
    matrices = params.full_covariances()
    for a, b in combinations_with_replacement(range(len(columns)), 2):
        name = f"{columns[a]} and {columns[b]}" if a != b else columns[a]
        found[f"{'variance' if a == b else 'covariance'} of {name}"] = matrices[:, a, b].tolist()
    return found


def _of_step(step: Step[Any], columns: Sequence[str]) -> list[Any]:
    named = parameters(step.params, columns)
    values = chain.from_iterable(zip(*named.values(), strict=True))
    marked = "yes" if step.accelerated else "no"
    return [step.iteration, step.log_likelihood, step.gain, step.e_steps, marked, *values]


def _text(lines: Iterable[Iterable[Any]]) -> str:
    """CSV with a line feed after each line; what is not a finite number is an empty cell."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([map(_cell, line) for line in lines])
    return file.getvalue()


def _cell(value: Any) -> str:
    """A text as it is; a number in the shortest form that reads back the same."""
    if isinstance(value, str):
        return value
    number = float(value)
    return repr(number).removesuffix(".0") if math.isfinite(number) else ""
