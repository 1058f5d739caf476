"""What the results panels show of an answer: pure, so tested without an engine."""

from typing import Any

import pytest

from support.modules import Modules

SHOW = """async (_, { url, file, name, state }) => {
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const arrays = (given) =>
    Object.fromEntries(Object.entries(given).map(([key, list]) => [key, Float64Array.from(list)]));
  const { result, frame, ...others } = state;
  const results = {
    ...INITIAL.results,
    result: result && { ...result, arrays: arrays(result.arrays) },
    frame: frame && { ...frame, arrays: arrays(frame.arrays) },
  };
  const errands = { ...INITIAL.errands, ...others.errands };
  const merged = { ...INITIAL, ...others, results, errands };
  return (await import(`${url}js/state/${file}.js`))[name](merged);
}"""

PARAMS = {
    "weights": [0.25, 0.75],
    "means": [[1.0, 10.0], [2.0, 20.0]],
    "standard_deviations": [[0.5, 1.0], [0.25, 2.0]],
    "covariances": [[[0.25, 0.1], [0.1, 1.0]], [[0.0625, 0.0], [0.0, 4.0]]],
    "correlations": [[[1.0, 0.2], [0.2, 1.0]], [[1.0, 0.0], [0.0, 1.0]]],
}
REPORT = {
    "fit": 3, "n": 3, "d": 2, "name": "a", "columns": ["a", "b_long"], "iterations": 9,
    "start": PARAMS, "final": PARAMS, "model": {"covariance": "full"}, "labels": None,
    "rows": {"shown": 3, "all": True}, "runs": [], "maxima": [], "chosen": None,
}  # fmt: skip
FRAME = {
    "fit": 3, "iteration": 9, "params": PARAMS, "components": [0, 1], "agreement": None,
}  # fmt: skip
NUMBERS = {"x": [1, 10, 2, 20, 3, 30], "row_numbers": [1, 4, 9]}
SHARES = {"responsibilities": [0.9, 0.1, 0.2, 0.8, 0.5, 0.5], "hard": [0, 1, 0]}


def shown(modules: Modules, view: str, **change: Any) -> Any:
    """A view of a state with a result in it."""
    file, name = view.split(":")
    report = {**REPORT, **change.pop("report", {})}
    state = {
        "result": {"report": report, "arrays": NUMBERS | change.pop("numbers", {})},
        "frame": {"body": {**FRAME, **change.pop("frame", {})}, "arrays": SHARES},
        **change,
    }
    argument = {"url": modules.url, "file": file, "name": name, "state": state}
    return modules.run("state/reduce.js", SHOW, argument)


def run(number: int, log_likelihood: float | None, **change: Any) -> dict[str, Any]:
    """One run of a search."""
    usual = {"start": "kmeans++", "status": "converged", "iterations": 5, "carried": True}
    return {"run": number, "log_likelihood": log_likelihood, "maximum": None, **usual, **change}


def test_a_component_has_a_row_for_each_column_and_its_weight_once(modules: Modules) -> None:
    view = shown(modules, "results/parameters-view:parametersView")
    assert [row["label"] for row in view["rows"]] == [
        "Component 1, a", "Component 1, b_long", "Component 2, a", "Component 2, b_long"
    ]  # fmt: skip
    final = [[cell["text"] for cell in row["cells"][1::2]] for row in view["rows"]]
    assert final[2:] == [["0.75", "2", "0.25"], ["", "20", "2"]]
    assert view["moment"] == "final"


def test_the_table_says_which_iteration_it_shows(modules: Modules) -> None:
    view = shown(modules, "results/parameters-view:parametersView", frame={"iteration": 4})
    assert view["moment"] == "iteration 4"


@pytest.mark.parametrize(("fit", "iteration", "error"), [(3, 9, "0.03"), (2, 9, ""), (3, 8, "")])
def test_standard_errors_stand_beside_the_last_iteration_of_their_own_fit(
    modules: Modules, fit: int, iteration: int, error: str
) -> None:
    errors = {
        "fit": fit,
        "weights": [0.03, 0.03],
        "means": [[0.1, 0.2], [0.1, 0.2]],
        "standard_deviations": [[0.1, 0.2], [0.1, 0.2]],
    }
    errands = {"standardErrors": {"phase": "idle", "answer": {"body": errors}}}
    view = shown(
        modules, "results/parameters-view:parametersView", errands=errands,
        frame={"iteration": iteration},
    )  # fmt: skip
    assert view["rows"][0]["cells"][1]["error"] == error


def test_components_that_were_dropped_leave_the_others_their_numbers(modules: Modules) -> None:
    left = {name: values[1:] for name, values in PARAMS.items()}
    frame = {"params": left, "components": [1]}
    view = shown(modules, "results/parameters-view:parametersView", frame=frame)
    assert [row["component"] for row in view["rows"]] == [1, 1]
    assert view["rows"][0]["cells"][0]["text"] == "0.75"  # of component 2 at the start


def test_one_matrix_for_all_components_is_shown_once(modules: Modules) -> None:
    tied = {"model": {"covariance": "tied"}}
    assert len(shown(modules, "results/matrices-view:matricesView")["matrices"]) == 2
    view = shown(modules, "results/matrices-view:matricesView", report=tied)
    assert [matrix["shared"] for matrix in view["matrices"]] == [True]


def test_rows_have_their_numbers_values_and_shares(modules: Modules) -> None:
    view = shown(modules, "rows/views:rowsView")
    assert (view["n"], view["d"], view["k"]) == (3, 2, 2)
    assert [head["name"] for head in view["headings"]] == [
        "Row", "a", "b_long", "Component 1", "Component 2", "Likeliest component", "How sure"
    ]  # fmt: skip
    assert view["headings"][0]["sorted"] == "ascending"


def test_labels_have_a_column_where_there_are_some(modules: Modules) -> None:
    labels = {"labels": {"name": "kind", "values": ["x", "y"]}}
    view = shown(modules, "rows/views:rowsView", report=labels, numbers={"label_codes": [0, 1, 1]})
    assert [head["name"] for head in view["headings"]][3] == "kind"


def test_components_are_named_in_full_only_where_there_is_room(modules: Modules) -> None:
    labels = {"labels": {"name": "kind", "values": ["x", "y"]}}
    of_two = shown(modules, "rows/views:rowsView")["headings"][3]
    beside_labels = shown(modules, "rows/views:rowsView", report=labels)["headings"][4]
    assert (of_two["long"], of_two["text"]) == ("Component ", "1")
    assert (beside_labels["long"], beside_labels["text"]) == ("", "1")
    assert beside_labels["name"] == "Component 1"


@pytest.mark.parametrize(
    ("typed", "sought"), [("4", 1), ("9", 2), ("1", 0), ("5", -1), ("x", -1), ("", None)]
)
def test_a_row_is_sought_by_its_number_in_the_table(
    modules: Modules, typed: str, sought: int | None
) -> None:
    rows = {"by": "row", "descending": False, "order": None, "find": typed}
    assert shown(modules, "rows/views:rowsView", rows=rows)["sought"] == sought


def test_runs_are_listed_by_likelihood_with_what_became_of_them(modules: Modules) -> None:
    runs = [
        run(0, -12.0, carried=False),
        run(1, -10.0, maximum=0),
        run(2, -9.0, status="collapsed"),
        run(3, None, carried=False),
        run(4, -9.5, maximum=1),
    ]
    maxima = [
        {"log_likelihood": -10.0, "times": 1, "spurious": False, "why": ""},
        {"log_likelihood": -9.5, "times": 1, "spurious": True, "why": "component 2 is narrow"},
    ]
    report = {"runs": runs, "maxima": maxima, "chosen": 1}
    view = shown(modules, "results/runs-view:runsView", report=report)
    assert [row["name"] for row in view["rows"]] == ["Run 5", "Run 2", "Run 1", "Run 4", "Run 3"]
    assert [row["cells"][3] for row in view["rows"]] == [
        "maximum 2, found 1 time; set aside as spurious: component 2 is narrow",
        "maximum 1, found 1 time",
        "not carried on",
        "saw a sample of the rows; not carried on",
        "collapsed, set aside",
    ]
    assert [row["isShown"] for row in view["rows"]] == [False, True, False, False, False]
    assert "5 starts, 3 of them carried on" in view["sentence"]


def test_agreement_is_said_in_a_sentence_and_marks_matched_pairs(modules: Modules) -> None:
    agreement = {
        "label": "kind", "values": ["x", "y"], "table": [[9, 1], [0, 10]], "adjusted_rand": 0.8,
        "partners": [0, 1], "matched": 0.95,
    }  # fmt: skip
    view = shown(modules, "results/agreement-view:agreementView", frame={"agreement": agreement})
    assert "Adjusted Rand index 0.8." in view["sentence"]
    assert "19 of 20 rows (95 %)" in view["sentence"]
    assert [[cell["isMatched"] for cell in row["cells"]] for row in view["rows"]] == [
        [True, False], [False, True]
    ]  # fmt: skip


SORTED = """async ({ reduceRows }, wishes) => {
  let rows = { by: "row", descending: false, order: null, find: "" };
  for (const by of wishes) rows = reduceRows({ rows }, { type: "sortWanted", by });
  return rows;
}"""


@pytest.mark.parametrize(
    ("wishes", "by", "descending"),
    [
        ([1], 1, True), ([1, 1], 1, False), (["sure"], "sure", False),
        ([{"column": 0}, {"column": 0}], {"column": 0}, True), ([1, 0], 0, True),
        (["row"], "row", True),
    ],
)  # fmt: skip
def test_a_heading_pressed_twice_turns_the_order_round(
    modules: Modules, wishes: list[Any], by: Any, descending: bool
) -> None:
    rows = modules.run("state/rows/reduce.js", SORTED, wishes)
    assert (rows["by"], rows["descending"]) == (by, descending)


def test_charts_name_components_as_the_start_numbers_them(modules: Modules) -> None:
    params = {"weights": [0.5, 0.5], "means": [1, 5], "standard_deviations": [1, 1]}
    frame = {"iteration": 9, "params": params, "components": [0, 2]}
    report = {"d": 1, "n": 4, "name": "x", "columns": ["x"], "frame": frame}
    results = {"result": {"report": report, "arrays": {}}, "frame": {"body": frame, "arrays": {}}}
    view = modules.call("state/results/chart-views.js", "densityView", results)
    assert [one["name"] for one in view["components"]] == ["Component 1", "Component 3"]
    assert [one["component"] for one in view["components"]] == [0, 2]
    assert "component 3 holds 50 %" in view["summary"]


LESSON = """async (_, { url, number, ...result }) => {
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { reduce } = await import(`${url}js/state/reduce.js`);
  const { workView } = await import(`${url}js/state/lesson/views.js`);
  const { densityGrips } = await import(`${url}js/state/lesson/drag.js`);
  const arrays = { x: Float64Array.of(1, 2, 4), row_numbers: Float64Array.of(1, 2, 4) };
  const start = { weights: [1], means: [2], standard_deviations: [1] };
  const report = { d: 1, n: 3, fit: 1, iterations: 1, start, runs: [], ...result.report };
  const frame = { body: { iteration: 0 }, arrays };
  const results = { ...INITIAL.results, result: { ...result, report, arrays }, frame };
  const state = reduce({ ...INITIAL, results }, { type: "workRowSought", number });
  const { lesson } = state;
  return [lesson.row, workView(state).row, lesson.missing, densityGrips(state)?.length ?? 0];
}"""


def test_the_row_of_the_work_goes_by_its_number_in_the_table(modules: Modules) -> None:
    found = modules.run("state/reduce.js", LESSON, {"url": modules.url, "number": 4})
    assert found[:3] == [2, "4", ""]
    found = modules.run("state/reduce.js", LESSON, {"url": modules.url, "number": 3})
    assert found[:3] == [0, "1", "There is no row 3 among those shown."]


def test_only_a_start_of_the_page_s_own_has_handles(modules: Modules) -> None:
    asked = {"url": modules.url, "number": 1}
    assert modules.run("state/reduce.js", LESSON, asked)[3] == 1
    elsewhere = [{"origin": "This is the fit of your program."}, {"report": {"runs": [{}]}}]
    for one in elsewhere:
        assert modules.run("state/reduce.js", LESSON, {**asked, **one})[3] == 0
