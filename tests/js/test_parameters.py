"""Parameters as they are typed, laid out, completed and asked about."""

from typing import Any

import pytest

from emkit.catalogue import as_data
from support.modules import Modules

PLANE = {"k": 2, "columns": ["a", "b"], "covariance": "full", "standardise": False}
LINE = {"k": 2, "columns": ["x"], "covariance": "full", "standardise": False}
FULL = {
    "weights": [0.5, 0.5],
    "means": [[1, 2], [3, 4]],
    "covariances": [[[1, 0.5], [0.5, 2]], [[3, 0], [0, 4]]],
}
DIAG = {
    "weights": [0.4, 0.6],
    "means": [[1, 2], [3, 4]],
    "standard_deviations": [[1, 2], [3, 4]],
}

EDIT = "state/parameters/edit.js"
LABELS = "state/parameters/labels.js"


def typed(modules: Modules, parameters: dict[str, Any] = FULL) -> dict[str, Any]:
    return modules.call(EDIT, "written", parameters)


def test_the_options_at_first_are_emkit_s_own(modules: Modules) -> None:
    usual = modules.run("state/model/state.js", "({ USUAL }) => USUAL")
    of_run = [one for one in as_data() if one["of"] != "data" and one["name"] != "components"]
    assert set(usual) == {one["name"] for one in of_run}
    for one in of_run:
        said = usual[one["name"]]
        if one["default"] is None:
            assert said == ""
        elif isinstance(one["default"], (bool, str)):
            assert said == str(one["default"]).lower()
        else:
            assert float(said) == one["default"]


def test_both_halves_of_a_symmetric_matrix_are_edited_together(modules: Modules) -> None:
    edited = modules.call(EDIT, "edited", typed(modules), "covariances", [0, 0, 1], "0.7")
    assert edited["covariances"][0] == [["1", "0.7"], ["0.7", "2"]]
    variance = modules.call(EDIT, "edited", typed(modules), "covariances", [0, 1, 1], "9")
    assert variance["covariances"][0] == [["1", "0.5"], ["0.5", "9"]]


def test_means_stay_when_the_shape_changes_and_spreads_are_those_suggested(
    modules: Modules,
) -> None:
    own = modules.call(EDIT, "edited", typed(modules), "means", [0, 0], "7")
    form = {**PLANE, "covariance": "diag"}
    completed = modules.call(EDIT, "completed", own, DIAG, form)
    assert completed["means"] == [["7", "2"], ["3", "4"]]
    assert completed["weights"] == ["0.5", "0.5"]
    assert completed["standard_deviations"] == [["1", "2"], ["3", "4"]]
    assert "covariances" not in completed


def test_parameters_of_other_columns_are_foreign(modules: Modules) -> None:
    assert modules.call(EDIT, "isForeign", typed(modules), LINE)
    assert not modules.call(EDIT, "isForeign", typed(modules), PLANE)


@pytest.mark.parametrize(
    ("form", "complete"),
    [
        (PLANE, True),
        ({**PLANE, "k": 3}, False),
        ({**PLANE, "k": 1}, True),
        ({**PLANE, "covariance": "tied"}, False),
        ({**PLANE, "covariance": "diag"}, False),
        ({**PLANE, "columns": ["a", "b", "c"]}, False),
    ],
)
def test_a_start_is_complete_when_all_that_the_model_has_is_there(
    modules: Modules, form: dict[str, Any], complete: bool
) -> None:
    assert modules.call(EDIT, "isComplete", typed(modules), form) is complete


def test_components_beyond_those_wanted_are_not_asked_about(modules: Modules) -> None:
    asked = modules.call(EDIT, "asked", typed(modules), {**PLANE, "k": 1})
    assert asked["means"] == [["1", "2"]]
    assert len(asked["covariances"]) == 1


@pytest.mark.parametrize(
    ("form", "field", "path", "label"),
    [
        (LINE, "weights", [0], "Weight 1"),
        (LINE, "means", [1], "Mean 2"),
        (LINE, "standard_deviations", [1], "Standard deviation 2"),
        (PLANE, "means", [1, 0], "Mean 2 of a"),
        (PLANE, "standard_deviations", [0], "Standard deviation 1"),
        (PLANE, "covariances", [0, 0, 1], "Covariance 1 of a and b"),
        (PLANE, "covariances", [0, 1, 1], "Variance 1 of b"),
        ({**PLANE, "covariance": "tied"}, "covariances", [0, 1], "Covariance of a and b"),
        ({**PLANE, "covariance": "tied"}, "covariances", [1, 1], "Variance of b"),
    ],
)
def test_every_number_has_a_name(
    modules: Modules, form: dict[str, Any], field: str, path: list[int], label: str
) -> None:
    assert modules.call(LABELS, "labelOf", form, field, path) == label


def test_other_parameters_on_the_page_have_names_of_their_own(modules: Modules) -> None:
    assert modules.call(LABELS, "labelOf", LINE, "means", [0], "True") == "True mean 1"


@pytest.mark.parametrize(
    ("where", "form", "place"),
    [
        ({"field": "means", "component": 2, "variable": 2}, PLANE,
         {"field": "means", "path": [1, 1]}),
        ({"field": "covariances", "component": 2, "variables": [1, 2]}, PLANE,
         {"field": "covariances", "path": [1, 0, 1]}),
        ({"field": "covariances", "component": 2}, PLANE,
         {"field": "covariances", "path": [1, 0, 0]}),
        ({"field": "covariances", "component": 1, "variables": [2, 2]},
         {**PLANE, "covariance": "tied"}, {"field": "covariances", "path": [1, 1]}),
        ({"field": "weights"}, PLANE, {"field": "weights", "path": [0]}),
        ({"field": "standard_deviations", "component": 2}, PLANE, None),
        ({"line": 3}, PLANE, None),
        (None, PLANE, None),
    ],
)  # fmt: skip
def test_the_place_of_a_mistake_is_a_field(
    modules: Modules, where: Any, form: dict[str, Any], place: Any
) -> None:
    fault = {"kind": "StartError", "message": "", "remedy": "", "where": where}
    assert modules.call(LABELS, "firstPlaceOf", fault, form) == place


def test_a_mistake_between_two_variables_marks_both_halves(modules: Modules) -> None:
    where = {"field": "covariances", "component": 1, "variables": [1, 2]}
    fault = {"kind": "StartError", "message": "", "remedy": "", "where": where}
    marked = [
        [a, b]
        for a in (0, 1)
        for b in (0, 1)
        if modules.call(LABELS, "isAt", fault, PLANE, "covariances", [0, a, b])
    ]
    assert marked == [[0, 1], [1, 0]]


def test_the_editor_has_a_row_for_each_component_and_one_matrix(modules: Modules) -> None:
    parts = {"typed": typed(modules), "form": PLANE, "shown": 1}
    grid = modules.call("state/parameters/grid.js", "gridOf", parts)
    assert [head["head"] for head in grid["heads"]] == ["Weight", "Mean of a", "Mean of b"]
    assert [cell["value"] for cell in grid["rows"][1]["cells"]] == ["0.5", "3", "4"]
    assert grid["matrix"]["components"] == ["Component 1", "Component 2"]
    values = [[cell["value"] for cell in row["cells"]] for row in grid["matrix"]["rows"]]
    assert values == [["3", "0"], ["0", "4"]]


def test_one_variable_has_the_table_of_a_beginner(modules: Modules) -> None:
    one = {"weights": [1], "means": [5], "standard_deviations": [2]}
    parts = {"typed": typed(modules, one), "form": {**LINE, "k": 1}, "shown": 0}
    grid = modules.call("state/parameters/grid.js", "gridOf", parts)
    assert [head["head"] for head in grid["heads"]] == ["Weight", "Mean", "SD"]
    assert grid["matrix"] is None
