"""What the worker is answered: JSON and arrays, errors as data, slices, stopping."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest

from emkit.bridge import begin
from emkit.bridge.desk import Desk
from emkit.bridge.first_result import DRAWN, first_result
from emkit.bridge.task import Task, to_json
from emkit.data.datasets import samples

WAITING = samples()[0].text
OPTIONS = {"tol": 1e-6, "max_iter": 100}
START = {"weights": [0.5, 0.5], "means": [55, 80], "standard_deviations": [5, 5]}


def strict(text: str) -> Any:
    """JSON as a browser reads it."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    return json.loads(text, parse_constant=refuse)


def finished(command: str, body: dict[str, Any], desk: Desk) -> Task:
    """A task run to its end, its progress read on the way as the worker reads it."""
    task = begin(command, json.dumps(body), desk)
    while not task.advance(0.0):
        strict(task.progress_json() or "null")
    return task


def ask(command: str, body: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """The reply to one command."""
    return strict(finished(command, body, desk).reply_json())


def desk_with(text: str) -> Desk:
    """A desk on which these data lie."""
    desk = Desk()
    assert ask("read", {"text": text}, desk)["ok"]
    return desk


def fit(text: str, start: dict[str, Any], options: dict[str, Any] = OPTIONS) -> Task:
    """A finished fit."""
    body = {"model": {"components": len(start["means"])}, "start": start, "options": options}
    return finished("fit", body, desk_with(text))


def test_reading_tells_what_was_found() -> None:
    reply = ask("read", {"text": WAITING}, Desk())
    body = reply["body"]
    assert (body["kind"], body["rows"]) == ("list", 272)
    [column] = body["columns"]
    assert (column["name"], column["minimum"], column["maximum"]) == ("waiting", 43, 96)
    assert column["mean"] == pytest.approx(70.897, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "EmptyData"), ("1 2 x", "NotANumber"), ("1 2 inf", "NotFinite"),
        ("1 1e200", "OutOfRange"),
    ],
)  # fmt: skip
def test_data_that_cannot_be_read_are_an_answer_too(text: str, kind: str) -> None:
    reply = ask("read", {"text": text}, Desk())
    assert reply["ok"] is False
    assert set(reply["error"]) == {"kind", "message", "where", "remedy"}
    assert reply["error"]["kind"] == kind
    assert reply["error"]["message"].endswith(".")
    assert reply["error"]["remedy"].endswith(".")


def test_after_data_that_cannot_be_read_there_are_none() -> None:
    desk = desk_with(WAITING)
    ask("read", {"text": "nonsense"}, desk)
    assert ask("start", {"components": 2}, desk)["error"]["kind"] == "EmptyData"


@pytest.mark.parametrize(
    ("text", "components", "kind"),
    [
        ("1 2 3", 2, "TooFewValues"), ("5 5 5 5", 2, "NoSpread"), ("1 2 3 4", 0, "OptionError"),
        ("1 2 3 4", 2.5, "OptionError"), ("1 1 1 1 1 2", 3, "TooFewValues"),
        ("1 2 3 4", "two", "OptionError"),
    ],
)  # fmt: skip
def test_a_start_that_cannot_be_suggested_is_explained(
    text: str, components: Any, kind: str
) -> None:
    reply = ask("start", {"components": components}, desk_with(text))
    assert reply["error"]["kind"] == kind


def test_a_fit_answers_the_known_result() -> None:
    task = fit(WAITING, START, {"tol": 0, "max_iter": 100})
    body, arrays = strict(task.reply_json())["body"], task.arrays()
    assert body["log_likelihood"] == pytest.approx(-1034.001749831608, abs=1e-8)
    assert body["final"]["means"] == pytest.approx([54.6149, 80.0911], abs=1e-4)
    assert body["status"] == "iteration_limit"
    assert body["start"] == {key: [float(one) for one in START[key]] for key in START}
    trace = [-1034.178639519802, -1034.054128518694]
    assert arrays["log_likelihoods"][1:3] == pytest.approx(trace, abs=1e-8)
    assert arrays["responsibilities"].shape == (272, 2)


def test_arrays_are_what_javascript_can_take() -> None:
    for name, values in fit(WAITING, START).arrays().items():
        assert values.dtype == np.float64, name
        assert values.flags.c_contiguous, name
        assert np.isfinite(values).all(), name


@pytest.mark.parametrize(
    "start",
    [
        {"means": [55, 80], "standard_deviations": [5, 0]},
        {"means": [55, ""], "standard_deviations": [5, 5]},
        {"means": [55, 80], "standard_deviations": [5, 5], "weights": [1, -1]},
    ],
)
def test_a_start_that_cannot_be_is_an_answer_with_its_field(start: dict[str, Any]) -> None:
    error = strict(fit(WAITING, start).reply_json())["error"]
    assert error["kind"] == "StartError"
    assert error["where"]["component"] == 2


@pytest.mark.parametrize("max_iter", [0, -1, 1.5, 1_000_000, "", None, "many"])
def test_impossible_iteration_limits_are_refused(max_iter: Any) -> None:
    reply = strict(fit(WAITING, START, {"tol": 1e-6, "max_iter": max_iter}).reply_json())
    assert reply["error"]["where"] == {"field": "max_iter"}


def test_a_start_so_narrow_that_no_density_is_left_is_a_mistake_of_the_start() -> None:
    narrow = {"means": [-1e140, 1e140], "standard_deviations": [1e-135, 1e-135]}
    error = strict(fit(WAITING, narrow).reply_json())["error"]
    assert error["kind"] == "StartError"
    assert "density is zero" in error["message"]


def test_a_collapse_is_an_answer_with_finite_numbers() -> None:
    start = {"means": [1.0, 5.0], "standard_deviations": [1.0, 1e-3]}
    task = fit("1 1.1 1.2 0.9 5", start)
    body = strict(task.reply_json())["body"]
    assert body["status"] == "collapsed"
    assert "component 2 collapsed onto one point, x = 5." in body["message"]
    assert all(np.isfinite(values).all() for values in task.arrays().values())


def test_notices_of_the_start_reach_the_page() -> None:
    body = strict(fit(WAITING, START | {"weights": [2, 2]}).reply_json())["body"]
    assert body["notices"] == ["The weights summed to 4, so each was divided by that."]


def test_work_comes_in_slices_with_progress() -> None:
    desk = desk_with(WAITING)
    body = {"model": {"components": 2}, "start": START, "options": {"tol": 0, "max_iter": 20}}
    task = begin("fit", json.dumps(body), desk)
    assert task.progress_json() is None
    seen = []
    while not task.advance(0.0):
        seen.append(strict(task.progress_json() or ""))
    assert [one["iteration"] for one in seen] == list(range(21))
    assert all(math.isfinite(one["log_likelihood"]) for one in seen)


def test_a_fit_stopped_midway_keeps_its_trace() -> None:
    desk = desk_with(WAITING)
    body = {"model": {"components": 2}, "start": START, "options": {"tol": 0, "max_iter": 1000}}
    task = begin("fit", json.dumps(body), desk)
    for _ in range(5):
        assert not task.advance(0.0)
    task.stop()
    assert task.advance(0.0)
    reply = strict(task.reply_json())["body"]
    assert (reply["status"], reply["iterations"]) == ("stopped", 4)
    assert reply["message"] == "Stopped on request after 4 iterations, before converging."
    assert len(task.arrays()["log_likelihoods"]) == 5


def test_a_fit_stopped_before_its_start_says_so() -> None:
    body = {"model": {"components": 2}, "start": START, "options": OPTIONS}
    task = begin("fit", json.dumps(body), desk_with(WAITING))
    task.stop()
    assert task.advance(0.0)
    assert strict(task.reply_json())["error"]["message"] == "Stopped on request."
    assert task.arrays() == {}


def test_a_hundred_thousand_numbers_yield_between_slices() -> None:
    numbers = np.random.default_rng(0).normal(size=100_000)
    desk = desk_with(" ".join(map(repr, numbers.tolist())))
    body = {"model": {"components": 2}, "start": {"means": [-1, 1], "standard_deviations": [1, 1]},
            "options": {"tol": 0, "max_iter": 3}}  # fmt: skip
    task = begin("fit", json.dumps(body), desk)
    slices = 0
    while not task.advance(0.0):
        slices += 1
    assert slices == 4
    assert task.arrays()["responsibilities"].shape == (100_000, 2)


def test_json_is_strict() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json({"gain": math.nan})


def test_the_first_result_is_what_the_live_engine_answers() -> None:
    first = first_result()
    desk = desk_with(WAITING)
    start = ask("start", {"components": 2}, desk)["body"]
    assert first["sample"] == samples()[0].name
    assert first["start"]["body"] == start
    asked = {
        "model": {"components": 2},
        "start": "quantiles",
        "options": OPTIONS,
    }  # as the page does at first
    live = finished("fit", asked, desk)
    body = strict(live.reply_json())["body"]
    body["fit"] = body["frame"]["fit"] = 0  # which no engine keeps
    del body["engine"]  # which was another one when the page was built
    assert first["fit"]["body"] == body
    for name, values in live.arrays().items():
        finest = 5e-5 * np.abs(values).max() if name in DRAWN else 0.0  # five digits of it
        shipped = np.array(first["fit"]["arrays"][name])
        np.testing.assert_allclose(shipped, values.ravel(), rtol=0, atol=finest)
    strict(to_json(first))
