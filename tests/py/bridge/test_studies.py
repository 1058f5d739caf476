"""How many components: tables that come row by row, and the test of one more."""

from __future__ import annotations

import json
from typing import Any

import pytest

from emkit.bridge.commands import begin
from emkit.bridge.desk import Chosen, Desk
from emkit.bridge.task import Task
from emkit.data.datasets import faithful
from emkit.data.observations import observe

ALL = ["full", "tied", "diag", "spherical"]


def desk_with(x: Any, columns: list[str] | None = None) -> Desk:
    """A desk on which these data lie."""
    return Desk(chosen=Chosen(observe(x, columns)))


def ended(task: Task) -> dict[str, Any]:
    """The reply of a task run to its end, its progress read on the way."""
    while not task.advance(0.0):
        json.loads(task.progress_json() or "null")
    return json.loads(task.reply_json())


def ask(desk: Desk, command: str, **body: Any) -> dict[str, Any]:
    """The reply to a command."""
    return ended(begin(command, json.dumps(body), desk))


@pytest.fixture
def eruptions() -> Desk:
    """Old Faithful, both columns."""
    return desk_with(faithful(), ["eruptions", "waiting"])


@pytest.fixture(scope="module")
def compared() -> Desk:
    """A desk on which a comparison is to be made once."""
    return desk_with(faithful(), ["eruptions", "waiting"])


@pytest.fixture(scope="module")
def table(compared: Desk) -> dict[str, Any]:
    """All structures of up to four components."""
    return ask(compared, "compare", components=[1, 2, 3, 4], covariances=ALL)["body"]


def test_bic_chooses_three_tied_components_for_old_faithful(table: dict[str, Any]) -> None:
    best = table["rows"][table["best"]["bic"]]
    assert (best["components"], best["covariance"]) == (3, "tied")
    assert best["log_likelihood"] == pytest.approx(-1126.315928, abs=1e-6)
    assert (table["done"], table["total"], table["stopped"]) == (16, 16, False)


def test_a_row_says_all_that_its_table_shows(table: dict[str, Any]) -> None:
    assert set(table["rows"][0]) == {
        "components", "covariance", "n_free", "log_likelihood", "aic", "bic", "icl", "entropy",
        "cross_validated", "status",
    }  # fmt: skip
    assert table["best"]["cross_validated"] is None


def test_rows_come_as_they_are_found_and_stay_when_it_is_stopped(eruptions: Desk) -> None:
    body = {"components": [1, 2, 3], "covariances": ["full"], "options": {"restarts": 2}}
    task = begin("compare", json.dumps(body), eruptions)
    told: dict[str, Any] = {"done": 0}
    while told["done"] < 2:
        assert not task.advance(0.0)
        told = json.loads(task.progress_json() or "")
    assert [row["components"] for row in told["rows"]] == [1, 2]
    assert "3 components, full" in told["label"]
    task.stop()
    reply = ended(task)["body"]
    assert reply["rows"] == told["rows"]
    assert (reply["done"], reply["total"], reply["stopped"]) == (2, 3, True)


def test_folds_mark_the_best_by_cross_validation() -> None:
    desk = desk_with(faithful()[:, 1])
    reply = ask(desk, "compare", components=[1, 2], covariances=["full"], folds=3,
                options={"restarts": 2})["body"]  # fmt: skip
    assert reply["best"]["cross_validated"] == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"components": [], "covariances": ["full"]}, "components"),
        ({"components": [1, 17], "covariances": ["full"]}, "components"),
        ({"components": ["two"], "covariances": ["full"]}, "components"),
        ({"components": [1], "covariances": []}, "covariances"),
        ({"components": [1], "covariances": ["ful"]}, "covariance"),
        ({"components": [1], "covariances": ["full"], "folds": 1}, "folds"),
    ],
)
def test_what_cannot_be_compared_is_an_answer_with_its_field(
    eruptions: Desk, body: dict[str, Any], field: str
) -> None:
    assert ask(eruptions, "compare", **body)["error"]["where"] == {"field": field}


def test_more_components_than_the_rows_can_tell_apart_are_refused_before_any_work() -> None:
    task = begin(
        "compare",
        json.dumps({"components": [1, 9], "covariances": ["full"]}),
        desk_with([1.0, 2.0, 4.0, 8.0, 3.0]),
    )
    assert task.advance(0.0)
    assert json.loads(task.reply_json())["error"]["kind"] == "TooFewValues"


def test_structures_that_are_one_model_for_one_variable_are_fitted_once() -> None:
    desk = desk_with(faithful()[:, 1])
    body = ask(desk, "compare", components=[1], covariances=ALL)["body"]
    assert [row["covariance"] for row in body["rows"]] == ["full", "tied"]
    assert body["notices"] == [
        "For one variable full, diagonal and spherical are one model, which is fitted once."
    ]


def test_values_that_are_no_numbers_are_no_json() -> None:
    desk = desk_with([0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 5.0, 5.0])
    reply = ask(desk, "compare", components=[4], covariances=["full"])["body"]
    assert reply["rows"][0]["status"] == "collapsed"
    assert reply["best"]["bic"] is None


def test_one_component_more_is_tested() -> None:
    desk = desk_with(faithful()[:, 1])
    reply = ask(desk, "likelihood_ratio", components=1, covariance="full", samples=9, seed=0)
    body = reply["body"]
    assert (body["p_value"], body["samples"], body["as_large"]) == (0.1, 9, 0)
    assert body["statistic"] == pytest.approx(122.574, abs=1e-3)
    assert (body["components"], body["covariance"], body["stopped"]) == (1, "full", False)


def test_a_test_that_is_stopped_answers_with_the_samples_there_are() -> None:
    body = {"components": 1, "covariance": "full", "samples": 1000, "seed": 0}
    task = begin("likelihood_ratio", json.dumps(body), desk_with(faithful()[:, 1]))
    told: dict[str, Any] = {"done": 0}
    while told["done"] < 3:
        assert not task.advance(0.0)
        told = json.loads(task.progress_json() or "")
    task.stop()
    reply = ended(task)["body"]
    assert (reply["samples"], reply["asked"], reply["stopped"]) == (3, 1000, True)
    assert reply["p_value"] == 0.25
    assert task.arrays()["statistics"].shape == (3,)


def test_a_test_stopped_before_its_statistic_says_so() -> None:
    body = {"components": 1, "covariance": "full", "samples": 10, "seed": 0}
    task = begin("likelihood_ratio", json.dumps(body), desk_with(faithful()[:, 1]))
    assert not task.advance(0.0)
    task.stop()
    assert ended(task)["error"]["message"] == "Stopped on request."


def test_a_comparison_that_is_refused_leaves_the_last_one_where_it_is(
    compared: Desk, table: dict[str, Any]
) -> None:
    assert not ask(compared, "compare", components=[2], covariances=["full"], folds=1)["ok"]
    assert ask(compared, "take", comparison=table["comparison"], index=0)["ok"]


def test_a_new_desk_numbers_its_comparisons_on(compared: Desk, table: dict[str, Any]) -> None:
    other = Desk(chosen=compared.chosen)
    found = ask(other, "compare", components=[1], covariances=["full"])["body"]
    assert found["comparison"] > table["comparison"]


def test_a_row_of_the_table_can_be_taken_as_a_fit(compared: Desk, table: dict[str, Any]) -> None:
    index = table["best"]["bic"]
    taken = ask(compared, "take", comparison=table["comparison"], index=index)["body"]
    assert taken["log_likelihood"] == pytest.approx(-1126.315928, abs=1e-6)
    assert taken["model"] == {"components": 3, "covariance": "tied", "weights": "free"}
    assert taken["columns"] == ["eruptions", "waiting"]
    assert len(taken["runs"]) > 12
    frame = ask(compared, "frame", fit=taken["fit"], iteration=0)["body"]
    assert frame["iteration"] == 0


@pytest.mark.parametrize(
    "body",
    [
        {"comparison": 99, "index": 0},
        {"index": 999},
        {"index": -1},
    ],
)
def test_what_is_not_kept_any_more_cannot_be_taken(
    compared: Desk, table: dict[str, Any], body: dict[str, int]
) -> None:
    error = ask(compared, "take", **{"comparison": table["comparison"], **body})["error"]
    assert error["remedy"] == "Compare again."
