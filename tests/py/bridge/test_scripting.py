"""The code that the page shows makes the fit that the page shows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from build_tools import places
from emkit.bridge.desk import Desk
from emkit.bridge.programs import namespace
from emkit.data.datasets import faithful, sample
from emkit.trace import Fit
from support.at_desk import IRIS, ask, desk_with

START = {"weights": [0.5, 0.5], "means": [55, 80], "standard_deviations": [5, 5]}
MATRICES = {
    "weights": [0.4, 0.6],
    "means": [[2, 55], [4.5, 80]],
    "covariances": [[[0.1, 0], [0, 30]], [[0.2, 0.5], [0.5, 40]]],
}


def question(components: int = 2, covariance: str = "full", **rest: Any) -> dict[str, Any]:
    weights = rest.pop("weights", "free")
    model = {"components": components, "covariance": covariance, "weights": weights}
    start = rest.pop("start", "quantiles")
    return {"model": model, "start": start, "options": {"tol": 1e-6, "max_iter": 100, **rest}}


def ran(code: str, names: dict[str, Any] | None = None) -> Fit[Any]:
    """The fit of a program."""
    names = names or {}
    exec(compile(code, "script.py", "exec"), names)
    return names["fit"]


def page_and_code(desk: Desk, asked: dict[str, Any], **source: Any) -> tuple[Any, str, str]:
    """What the page exports, and the two forms of the code."""
    number = ask(desk, "fit", **asked)[0]["fit"]
    exported = json.loads(ask(desk, "export", fit=number, what="json")[0]["text"])
    code, _ = ask(desk, "script", **asked, **source)
    return exported, code["panel"], code["whole"]


def without_columns(result: dict[str, Any]) -> dict[str, Any]:
    """Data written into code have lost the names of their columns."""
    return {**result, "data": {**result["data"], "columns": None}}


QUESTIONS = [
    question(),
    question(start=START, tol=0, max_iter=25),
    question(3, start="kmeans++", seed=7, restarts=4, accelerate=True),
    question(2, weights="equal", reg_covar=1e-3),
    question(3, start=None, on_collapse="regularise"),
]


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize("weighted", [False, True])
def test_both_forms_make_the_fit_of_the_page(asked: dict[str, Any], weighted: bool) -> None:
    weights = np.where(faithful()[:, 1] > 68, 1.5, 1.0) if weighted else None
    desk = desk_with(faithful()[:, 1], ["waiting"], weights)
    exported, panel, whole = page_and_code(desk, asked)
    assert ran(panel, namespace(desk.chosen)).to_dict()["fit"] == exported["fit"]
    assert without_columns(ran(whole).to_dict()) == without_columns(exported)


@pytest.mark.parametrize("covariance", ["full", "tied", "diag", "spherical"])
def test_tables_are_written_into_the_code_too(covariance: str) -> None:
    desk = desk_with(faithful()[:100], ["eruptions", "waiting"], standardise=True)
    exported, panel, whole = page_and_code(desk, question(2, covariance, start=MATRICES))
    assert ran(panel, namespace(desk.chosen)).to_dict()["fit"] == exported["fit"]
    assert without_columns(ran(whole).to_dict()) == without_columns(exported)


def chosen_from(text: str, **choice: Any) -> tuple[Desk, dict[str, Any]]:
    desk = Desk()
    found, _ = ask(desk, "read", text=text, layout="table")
    body = {"columns": found["suggested"]["columns"], "weight": None, "label": None, **choice}
    ask(desk, "choose", **body)
    return desk, body


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("iris", {"columns": ["petal_width", "sepal_length"]}),
        ("iris", {"standardise": True}),
        ("faithful", {"weight": "eruptions", "columns": ["waiting"]}),
        ("digits", {"principal": 3}),
        ("digits", {"principal": 2, "standardise": False, "label": "digit"}),
    ],
)
def test_samples_are_got_by_their_name(name: str, choice: dict[str, Any]) -> None:
    desk, body = chosen_from(sample(name).text, **choice)
    asked = question(3, "diag", max_iter=20)
    exported, _, whole = page_and_code(desk, asked, sample=name, choice=body)
    assert f'emkit.sample(\n    "{name}",' in whole or f'emkit.sample("{name}"' in whole
    assert ran(whole).to_dict() == exported


def test_the_default_sample_is_got_by_its_name_though_it_is_a_list() -> None:
    desk = Desk()
    ask(desk, "read", text=sample("faithful-waiting").text)
    exported, _, whole = page_and_code(desk, question(start=START), sample="faithful-waiting")
    assert 'data = emkit.sample("faithful-waiting")' in whole
    assert ran(whole).to_dict() == exported


def test_a_file_is_read_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [f"{a:.2f};{b:.2f}".replace(".", ",") for a, b in IRIS[:, :2]]
    lines[7] = "NA;3,1"
    text = "\n".join(["length;width", *lines])
    Path("my irises.csv").write_text(text, encoding="utf-8")
    desk, body = chosen_from(text, missing="drop")
    exported, _, whole = page_and_code(
        desk, question(2), file="my irises.csv", choice=body, layout="table"
    )
    assert "# Put my irises.csv beside this program." in whole
    assert exported["data"]["n"] == 149
    assert ran(whole).to_dict() == exported


def test_a_long_paste_is_to_be_saved_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = " ".join(map(repr, np.random.default_rng(0).normal(size=2000).tolist()))
    desk = Desk()
    ask(desk, "read", text=text)
    exported, _, whole = page_and_code(desk, question(2), layout="list")
    assert "# Save the text of the Data box as data.csv beside this." in whole
    Path("data.csv").write_text(text, encoding="utf-8")
    assert ran(whole).to_dict() == exported


def test_a_program_runs_by_itself_and_prints_the_result() -> None:
    desk = desk_with([1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4])
    exported, _, whole = page_and_code(desk, question())
    done = subprocess.run(
        [sys.executable, "-c", whole],
        env={"PYTHONPATH": str(places.PYTHON_SOURCES)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(exported["fit"]["log_likelihood"]) in done.stdout
    assert exported["fit"]["message"] in done.stdout


def test_what_is_usual_is_not_written_down() -> None:
    desk = desk_with([1.0, 1.1, 1.2, 4.6, 4.8, 5.0])
    asked = question()
    asked["options"] |= {"seed": 0, "restarts": None, "accelerate": False, "reg_covar": 0.0}
    code, _ = ask(desk, "script", **asked)
    first = code["panel"].splitlines()[0]
    assert first == ('fit = emkit.fit(x, components=2, tol=1e-06, max_iter=100, start="quantiles")')


def test_lines_are_short_enough_to_be_read() -> None:
    desk = desk_with(faithful()[:150], ["eruptions", "waiting"])
    code, _ = ask(desk, "script", **question(2, start=MATRICES))
    assert max(map(len, code["whole"].splitlines())) <= 100
    assert max(map(len, code["panel"].splitlines())) <= 100
