"""The default sample's result, computed ahead of time so that a page can open with it.

``python -m emkit.bridge.first_result`` prints first-result.json. It is what a page would get if
it asked the live engine the same three questions, but for digits of curves that nobody can see:
every visitor waits for this file.
"""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np

from emkit.bridge.commands import begin
from emkit.bridge.desk import Desk
from emkit.bridge.task import to_json
from emkit.data.datasets import samples
from emkit.numerics import Floats

COMPONENTS = 2
OPTIONS = {"tol": 1e-6, "max_iter": 100}

# The number of a fit that no engine keeps.
ON_NO_DESK = 0

# What is only drawn. It is rounded to five digits of the greatest, far finer than a pixel.
DRAWN = {
    *("grid", "mixture", "components", "grid_responsibilities", "start_mixture"),
    *("start_components", "pit_model", "pit_share", "pit_heights"),
}
DRAWN_DIGITS = 5


def first_result() -> dict[str, Any]:
    """The answers to read, start and fit for the default sample.

    >>> round(first_result()["fit"]["body"]["log_likelihood"], 3)
    -1034.002
    """
    desk, sample = Desk(), samples()[0]
    read = _ask(desk, "read", {"text": sample.text})
    start = _ask(desk, "start", {"components": COMPONENTS})
    model = {"components": COMPONENTS, "covariance": "full", "weights": "free"}
    fit = _ask(desk, "fit", {"model": model, "start": "quantiles", "options": OPTIONS})
    fit["body"]["fit"] = fit["body"]["frame"]["fit"] = ON_NO_DESK
    del fit["body"]["engine"]  # of whoever made the page
    return {"sample": sample.name, "read": read, "start": start, "fit": fit}


def _ask(desk: Desk, command: str, body: dict[str, Any]) -> dict[str, Any]:
    task = begin(command, to_json(body), desk)
    task.advance(math.inf)
    reply = json.loads(task.reply_json())
    assert reply["ok"], reply
    arrays = {name: _listed(name, values) for name, values in task.arrays().items()}
    return {"body": reply["body"], "arrays": arrays}


def _listed(name: str, values: Floats) -> list[float | int]:
    numbers = (rounded(values) if name in DRAWN else values).ravel().tolist()
    return [int(one) if one.is_integer() else one for one in numbers]  # "79", not "79.0"


def rounded(values: Floats) -> Floats:
    """Numbers to so many decimals that the greatest keeps its first digits.

    >>> rounded(np.array([0.0434713335, 0.0000211301])).tolist()
    [0.043471, 2.1e-05]
    """
    return values.round(DRAWN_DIGITS - math.ceil(math.log10(np.abs(values).max())))


if __name__ == "__main__":
    print(to_json(first_result()))
