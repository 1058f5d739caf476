"""The exported result: what downloads, embedded pages and the command line all write."""

from __future__ import annotations

import json
import math
from collections.abc import Generator
from typing import Any

import numpy as np

from emkit.numerics import Floats
from emkit.work import Share

SCHEMA = "emkit-result/1"

# So many rows are written as one piece of work.
ROWS = 2000


def result_of(fit: Any) -> dict[str, Any]:
    """A fit as plain data, in the shape of the schema "emkit-result/1".

    For one variable ``means`` and ``standard_deviations`` are flat lists; for more, ``means`` is
    (k, d) and ``covariances`` (k, d, d). A number that is not finite is null.
    """
    return {**_head(fit), "responsibilities": listed(fit.responsibilities())}


def writing(fit: Any) -> Generator[Share, None, str]:
    """``to_json(result_of(fit))`` as a generator that yields its progress."""
    yield Share("trace", 0, 1)
    parts, rows = [to_json(_head(fit))[:-1]], fit.responsibilities()
    for first in range(0, len(rows), ROWS):
        yield Share("rows", first, len(rows))
        parts.append(to_json(listed(rows[first : first + ROWS]))[1:-1])
    return f'{parts[0]}, "responsibilities": [{", ".join(parts[1:])}]}}'


def _head(fit: Any) -> dict[str, Any]:
    """All of a result but the responsibilities."""
    return {
        "schema": SCHEMA,
        "data": _data(fit.data),
        "model": {
            "family": "gaussian",
            "components": fit.model.components,
            "covariance": fit.model.covariance,
        },
        "options": dict(fit.options),
        "fit": {
            "status": fit.status.code,
            "message": fit.message,
            "notices": list(fit.notices),
            "iterations": fit.iterations,
            "log_likelihood": finite(fit.log_likelihood),
            "aic": finite(fit.aic),
            "bic": finite(fit.bic),
            **fit.params.to_dict(),
        },
        "trace": [_step(step) for step in fit.steps],
    }


def to_json(value: Any) -> str:
    """Strict JSON; every number in the shortest form that reads back the same.

    >>> to_json({"third": 1 / 3})
    '{"third": 0.3333333333333333}'
    """
    return json.dumps(value, allow_nan=False, ensure_ascii=False)


def finite(number: float) -> float | None:
    """The number, or ``None`` where JSON has none for it.

    >>> finite(1.5), finite(float("nan"))
    (1.5, None)
    """
    return float(number) if math.isfinite(number) else None


def listed(numbers: Floats) -> list[Any]:
    """An array as lists, ``None`` where JSON has no number.

    >>> listed(np.array([[1.5, np.inf]]))
    [[1.5, None]]
    """
    known = np.isfinite(numbers)
    if known.all():
        return numbers.tolist()
    found = numbers.astype(object)
    found[~known] = None
    return found.tolist()


def _step(step: Any) -> dict[str, Any]:
    """One line of the trace, marked where the iteration was an accelerated one."""
    marked = {"accelerated": True} if step.accelerated else {}
    return {
        "iteration": step.iteration,
        "log_likelihood": finite(step.log_likelihood),
        **step.params.to_dict(),
        **marked,
    }


def _data(data: Any) -> dict[str, Any]:
    """n is the number of values, whether they are rows or lie in bins."""
    total = _whole(data.total_weight)
    said = {"n": data.n, "d": data.d, "columns": list(data.columns)}
    if hasattr(data, "counts"):
        return {**said, "n": total, "bins": data.n}
    return said if data.weights is None else {**said, "total_weight": total}


def _whole(number: float) -> float | int:
    return int(number) if number == int(number) else number
