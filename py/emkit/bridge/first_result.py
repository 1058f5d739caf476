"""The default sample's result, computed ahead of time so that a page can open with it.

``python -m emkit.bridge.first_result`` prints first-result.json. It is what a page would get if
it asked the live engine the same three questions.
"""

from __future__ import annotations

import json
import math
from typing import Any

from emkit.bridge.commands import begin
from emkit.bridge.desk import Desk
from emkit.bridge.task import to_json
from emkit.data.datasets import samples

COMPONENTS = 2
OPTIONS = {"tol": 1e-6, "max_iter": 100}

# The number of a fit that no engine keeps.
ON_NO_DESK = 0


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
    arrays = {name: values.ravel().tolist() for name, values in task.arrays().items()}
    return {"body": reply["body"], "arrays": arrays}


if __name__ == "__main__":
    print(to_json(first_result()))
