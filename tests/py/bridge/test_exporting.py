"""What is taken away equals what the package computes by itself."""

from __future__ import annotations

import csv
import json
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from support.agreeing import nearly_equal
from support.at_desk import IRIS, SPECIES, ask, begun, desk_with, fit, iris, refused, stopped

CASES: list[dict[str, Any]] = [
    {"x": IRIS, "components": 3, "start": None},
    {"x": IRIS, "components": 2, "covariance": "tied", "start": "kmeans++", "seed": 3},
    {"x": faithful(), "components": 3, "covariance": "diag", "start": "random_points", "seed": 9,
     "restarts": 5, "max_iter": 60},
    {"x": faithful()[:, 1], "components": 2, "tol": 0, "max_iter": 30,
     "start": {"weights": [0.5, 0.5], "means": [55, 80], "standard_deviations": [5, 5]}},
    {"x": faithful()[:, 0], "components": 4, "start": "random_responsibilities",
     "accelerate": True, "reg_covar": 1e-3},
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("covariance", "full"))
def test_the_page_exports_what_the_package_exports(case: dict[str, Any]) -> None:
    case = dict(case)
    x = case.pop("x")
    desk = desk_with(x)
    body, _ = fit(desk, **case)
    file, _ = ask(desk, "export", fit=body["fit"], what="json")
    assert (file["name"], file["mime"]) == ("emkit-result.json", "application/json")
    nearly_equal(json.loads(file["text"]), emkit.fit(x, **case).to_dict())


def test_the_exported_json_is_the_text_of_the_package() -> None:
    desk = iris()
    body, _ = fit(desk, 3, start="kmeans++", max_iter=4)
    kept = desk.fits.get(body["fit"]).fit
    assert ask(desk, "export", fit=body["fit"], what="json")[0]["text"] == kept.to_json()


def lines_of(desk: Any, number: int, what: str) -> list[dict[str, str]]:
    file, _ = ask(desk, "export", fit=number, what=what)
    assert (file["name"], file["mime"]) == (f"emkit-{what}.csv", "text/csv")
    return list(csv.DictReader(file["text"].splitlines()))


def test_parameters_are_a_line_for_each_component() -> None:
    desk = iris()
    body, _ = fit(desk, 3, start="kmeans++")
    lines = lines_of(desk, body["fit"], "parameters")
    assert [line["component"] for line in lines] == ["1", "2", "3"]
    assert [float(line["weight"]) for line in lines] == body["final"]["weights"]
    name = body["columns"][2]
    for j, line in enumerate(lines):
        assert float(line[f"mean of {name}"]) == body["final"]["means"][j][2]
        both = f"covariance of {body['columns'][0]} and {name}"
        assert float(line[both]) == body["final"]["covariances"][j][0][2]


def test_responsibilities_are_a_line_for_each_row_with_its_values_and_labels() -> None:
    desk = iris()
    body, arrays = fit(desk, 3, start="kmeans++")
    lines = lines_of(desk, body["fit"], "responsibilities")
    assert [int(line["row"]) for line in lines] == list(range(1, 151))
    assert [line["group"] for line in lines] == SPECIES
    shares = [[float(line[f"responsibility {j}"]) for j in (1, 2, 3)] for line in lines]
    assert shares == arrays["responsibilities"].tolist()
    assert [float(line[body["columns"][0]]) for line in lines] == IRIS[:, 0].tolist()
    hard = arrays["responsibilities"].argmax(axis=1) + 1
    assert [int(line["component"]) for line in lines] == hard.tolist()


def test_the_trace_is_a_line_for_each_iteration() -> None:
    desk = desk_with(faithful()[:, 1])
    body, arrays = fit(desk, 2, max_iter=6, tol=0)
    lines = lines_of(desk, body["fit"], "trace")
    assert [line["iteration"] for line in lines] == list("0123456")
    assert [float(one["log-likelihood"]) for one in lines] == arrays["log_likelihoods"].tolist()
    assert [float(one["mean 2"]) for one in lines] == arrays["trace_means"][:, 1, 0].tolist()
    assert lines[0]["gain"] == ""


def test_names_that_csv_or_tex_find_special_stay_what_they_are() -> None:
    desk = desk_with(faithful(), ['length, "min"', "50% & a_b"])
    body, _ = fit(desk, 1)
    lines = lines_of(desk, body["fit"], "parameters")
    assert 'mean of length, "min"' in lines[0]
    text = ask(desk, "export", fit=body["fit"], what="latex")[0]["text"]
    assert r"50\% \& a\_b" in text


def test_the_latex_table_has_a_line_for_each_component() -> None:
    desk = desk_with(faithful()[:, 1])
    body, _ = fit(desk, 2)
    text = ask(desk, "export", fit=body["fit"], what="latex")[0]["text"]
    rows = [line for line in text.splitlines() if line.endswith(r"\\")][1:]
    assert [row.split(" & ")[0] for row in rows] == ["1", "2"]
    for row, mean in zip(rows, body["final"]["means"], strict=True):
        assert f"${mean:.6g}$" in row
    assert text.count("{tabular}") == 2


def test_many_rows_are_written_in_slices_that_can_be_stopped() -> None:
    desk = desk_with(np.random.default_rng(0).normal(size=9000))
    body, _ = fit(desk, 2, max_iter=2)
    for what in ("responsibilities", "json"):
        task = begun(desk, "export", fit=body["fit"], what=what)
        for _ in range(4):
            assert not task.advance(0.0)
        assert '"total":9000' in (task.progress_json() or "")
        assert stopped(task)["error"]["message"] == "Stopped on request."


def test_an_export_that_does_not_exist_is_refused() -> None:
    desk = iris()
    body, _ = fit(desk, 1)
    error = refused(desk, "export", fit=body["fit"], what="parquet")
    assert "json" in error["remedy"]
