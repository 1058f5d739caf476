"""One iteration written out for the page: Python's numbers, for any fit on the desk."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from emkit.bridge import begin
from emkit.bridge.desk import Desk
from emkit.bridge.guide_numbers import TEN, TEN_START, guide_numbers
from support.at_desk import IRIS, desk_with, fit

EXACT = guide_numbers()  # held against 40 digits in tests/build/test_guide.py
NEAR_ONE_VALUE = {"weights": [0.5, 0.5], "means": [4.6, 3], "standard_deviations": [0.05, 2]}


def ask(desk: Desk, command: str, **body: Any) -> Any:
    """The body of an answer, its arrays beside it."""
    task = begin(command, json.dumps(body), desk)
    while not task.advance(0.0):
        pass
    reply = json.loads(task.reply_json())
    return reply["error"] if not reply["ok"] else {**reply["body"], "arrays": task.arrays()}


def fitted(
    start: dict[str, Any], text: str = ",".join(map(str, TEN)), **options: Any
) -> tuple[Desk, int]:
    """A desk with a fit on it, and its number."""
    desk = Desk()
    ask(desk, "read", text=text)
    options = {"tol": 0, "max_iter": 5, **options}
    model = {"components": len(start["means"])}
    answer = ask(desk, "fit", model=model, start=start, options=options)
    return desk, answer["fit"]


def test_the_e_step_of_one_row_is_written_out() -> None:
    desk, fit = fitted(TEN_START)
    step = ask(desk, "work", fit=fit, iteration=1, row=2)["e_step"]
    assert step["x"] == [1.2]
    assert step["row_number"] == 3
    for j in (0, 1):
        assert step["densities"][j] == EXACT[f"ten.1.density.3.{j + 1}"]
        assert step["weighted"][j] == EXACT[f"ten.1.weighted.3.{j + 1}"]
        assert step["responsibilities"][j] == EXACT[f"ten.1.share.3.{j + 1}"]
    assert step["sum"] == EXACT["ten.1.sum.3"]
    assert step["distances"] == pytest.approx([0.64, 3.24])


def test_the_m_step_leads_to_the_parameters_of_the_trace() -> None:
    desk, fit = fitted(TEN_START)
    for iteration in (1, 2, 3):
        answer = ask(desk, "work", fit=fit, iteration=iteration, row=0)
        frame = ask(desk, "frame", fit=fit, iteration=iteration)
        assert answer["plain"]
        assert answer["new"] == frame["params"]
        assert answer["m_step"]["means"] == frame["params"]["means"]
        quotients = np.divide(answer["m_step"]["sums"], answer["m_step"]["counts"])
        assert quotients == pytest.approx(frame["params"]["means"], rel=1e-14)
        change = np.subtract(answer["new"]["means"], answer["old"]["means"])
        assert change == pytest.approx(answer["change"]["means"])


def test_the_whole_e_step_comes_as_a_table() -> None:
    desk, fit = fitted(TEN_START)
    answer = ask(desk, "worked", fit=fit, iteration=1, **{"from": 4, "count": 3})
    arrays = answer["arrays"]
    assert (answer["from"], answer["count"]) == (4, 3)
    assert arrays["x"].ravel().tolist() == [1.4, 4.6, 4.8]
    assert arrays["densities"].shape == (3, 2)
    assert arrays["sums"][1] == EXACT["ten.1.sum.6"]
    assert arrays["responsibilities"].sum(axis=1) == pytest.approx([1, 1, 1])
    assert all(values.flags.c_contiguous for values in arrays.values())


def test_a_table_ends_where_the_rows_end() -> None:
    desk, fit = fitted(TEN_START)
    answer = ask(desk, "worked", fit=fit, iteration=1, **{"from": 8, "count": 50})
    assert answer["count"] == 2


def test_an_extrapolated_iteration_says_so() -> None:
    desk, fit = fitted(TEN_START, accelerate=True)
    answer = ask(desk, "work", fit=fit, iteration=2, row=0)
    assert answer["accelerated"]
    assert not answer["plain"]
    assert answer["change"] is None


def test_regularisation_stands_in_the_work() -> None:
    desk, fit = fitted(TEN_START, reg_covar=0.01)
    answer = ask(desk, "work", fit=fit, iteration=1, row=0)
    moved = answer["m_step"]
    expected = np.divide(moved["squares"], moved["counts"]) + answer["ridge"][0]
    assert answer["ridge"][0] > 0
    assert np.ravel(moved["variances"]) == pytest.approx(expected)


def test_a_determinant_too_large_for_a_double_is_none() -> None:
    desk = desk_with(1e60 * IRIS[:, :3])
    answer, _ = fit(desk, 2)
    e_step = ask(desk, "work", fit=answer["fit"], iteration=1, row=0)["e_step"]
    assert e_step["determinants"] == [None, None]
    assert sum(e_step["responsibilities"]) == pytest.approx(1.0, abs=1e-15)  # one rounding


def test_a_collapse_is_worked_out_as_far_as_it_goes() -> None:
    desk, fit = fitted(NEAR_ONE_VALUE)
    answer = ask(desk, "work", fit=fit, iteration=1, row=5)
    assert answer["e_step"]["responsibilities"][0] > 0.9


@pytest.mark.parametrize("covariance", ["full", "diag", "spherical"])
def test_work_that_ended_in_a_dropped_component_has_no_correlations(covariance: str) -> None:
    """Nine points, and one far away upon which a component sits alone."""
    desk = desk_with([[i % 3, i // 3] for i in range(9)] + [[90, 90]])
    start = {
        "weights": [0.5, 0.5],
        "means": [[1, 1], [90, 90]],
        "covariances": [np.eye(2).tolist(), (1e-4 * np.eye(2)).tolist()],
    }
    answer = fit(desk, 2, covariance, start, on_collapse="drop", max_iter=3, tol=0)[0]
    assert len(answer["final"]["weights"]) == 1
    moved = ask(desk, "work", fit=answer["fit"], iteration=1, row=0)["m_step"]
    assert moved["standard_deviations"][1] == [0, 0]
    assert moved["correlations"][1] == [[None, None], [None, None]]
    assert moved["correlations"][0][0] == pytest.approx([1, 0], abs=1e-12)


def test_work_that_ended_in_a_lost_component_has_no_spread_of_it() -> None:
    start = {"weights": [0.5, 0.5], "means": [3, 1e6], "standard_deviations": [2, 1]}
    desk, number = fitted(start, on_collapse="drop")
    moved = ask(desk, "work", fit=number, iteration=1, row=0)["m_step"]
    assert moved["counts"][1] == 0
    assert moved["standard_deviations"][1] is None


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"iteration": 0, "row": 0}, "must be a whole number from 1 to 5"),
        ({"iteration": 9, "row": 0}, "must be a whole number from 1 to 5"),
        ({"iteration": 1, "row": 10}, "must be a whole number from 0 to 9"),
    ],
)
def test_work_that_there_is_not_is_a_sentence(body: dict[str, Any], sentence: str) -> None:
    desk, fit = fitted(TEN_START)
    assert sentence in ask(desk, "work", fit=fit, **body)["message"]


def test_a_run_without_iterations_has_no_work() -> None:
    start = {**NEAR_ONE_VALUE, "standard_deviations": [1e-9, 2]}
    desk, fit = fitted(start)
    answer = ask(desk, "work", fit=fit, iteration=1, row=0)
    assert answer["message"] == "This run made no iteration, so there is no work to show."
