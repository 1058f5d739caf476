"""Drawing a sample on the page, and the fit beside the truth."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest

from emkit.bridge.commands import begin
from emkit.bridge.desk import Chosen, Desk
from emkit.data.generate import generate
from emkit.data.observations import observe
from support.written import numbers

TRUTH: dict[str, Any] = {
    "weights": [0.2, 0.8], "means": [0, 10], "standard_deviations": [1, 2],
}  # fmt: skip


def ask(desk: Desk, command: str, body: dict[str, Any]) -> dict[str, Any]:
    task = begin(command, json.dumps(body), desk)
    assert task.advance(math.inf)
    return json.loads(task.reply_json())


def test_the_sample_comes_as_text_with_its_truth() -> None:
    said = ask(Desk(), "generate", {**TRUTH, "n": 20, "seed": 1})["body"]
    assert said["text"] == generate(TRUTH, 20, 1).text
    assert (said["label"], said["columns"]) == ("component", ["x"])
    assert said["truth"]["means"] == [0.0, 10.0]
    assert said["notices"] == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"n": 0}, {"field": "n"}),
        ({"n": 100_001}, {"field": "n"}),
        ({"seed": "x"}, {"field": "seed"}),
        ({"standard_deviations": [1, -2]}, {"field": "standard_deviations", "component": 2}),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_field(
    change: dict[str, Any], where: dict[str, Any]
) -> None:
    said = ask(Desk(), "generate", {**TRUTH, "n": 20, "seed": 1, **change})
    assert said["error"]["where"] == where


def test_a_fit_is_matched_with_the_truth_whatever_its_order() -> None:
    drawn = ask(Desk(), "generate", {**TRUTH, "n": 500, "seed": 1})["body"]
    x = numbers(drawn["text"], "component")
    desk = Desk(chosen=Chosen(observe(x)))
    start = {"means": [12, -1], "standard_deviations": [1, 1]}
    fit = ask(desk, "fit", {"model": {"components": 2}, "start": start, "options": {}})["body"]
    said = ask(desk, "truth", {"fit": fit["fit"], "truth": TRUTH})["body"]
    assert said["counterparts"] == [1, 0]
    estimates = np.array(fit["final"]["means"]).ravel()[said["counterparts"]]
    assert np.abs(estimates - [0, 10]).max() < 0.5


def test_true_components_without_a_counterpart_have_none() -> None:
    desk = Desk(chosen=Chosen(observe([9.0, 10.0, 11.0, 12.0])))
    fit = ask(desk, "fit", {"model": {"components": 1}, "start": "quantiles", "options": {}})
    said = ask(desk, "truth", {"fit": fit["body"]["fit"], "truth": TRUTH})["body"]
    assert said["counterparts"] == [None, 0]
