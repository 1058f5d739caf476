"""Whatever numbers and starts come in, the answer is strict JSON and finite arrays."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from emkit.bridge import begin
from emkit.bridge.desk import Desk

SETTLED = settings(max_examples=200, deadline=None, derandomize=True, database=None)

numbers = (
    st.floats(-100, 100).map(lambda value: round(value, 2))
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([0, 1, 1e8, 1e12, 1e-12, 5e-324, 1e149, -1e149, 79, 79.0])
    | st.integers(-5, 5)
)


def refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def answer(command: str, body: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """The reply to one command, looked at as closely as the worker and the page do."""
    task = begin(command, json.dumps(body), desk)
    while not task.advance(0.0):
        json.loads(task.progress_json() or "null", parse_constant=refuse)
    reply = json.loads(task.reply_json(), parse_constant=refuse)
    if not reply["ok"]:
        assert reply["error"]["message"].endswith(".")
        assert reply["error"]["remedy"].endswith((".", "?"))
    assert all(np.isfinite(values).all() for values in task.arrays().values())
    return reply


@SETTLED
@given(
    st.lists(numbers, min_size=4, max_size=40),
    st.integers(1, 4),
    st.booleans(),
    st.lists(numbers, min_size=12, max_size=12),
    st.sampled_from([1e-6, 0, 1]),
)
def test_any_numbers_and_any_start_are_answered(
    values: Any, k: int, suggested: bool, parts: Any, tol: float
) -> None:
    desk = Desk()
    answer("read", {"text": " ".join(map(repr, values))}, desk)
    reply = answer("start", {"components": k}, desk)
    start = {
        "weights": [abs(part) for part in parts[:k]],
        "means": parts[4 : 4 + k],
        "standard_deviations": [abs(part) for part in parts[8 : 8 + k]],
    }
    if suggested and reply["ok"]:
        start = reply["body"]
    options = {"tol": tol, "max_iter": 30}
    answer("fit", {"model": {"components": k}, "start": start, "options": options}, desk)
