"""Start parameters as people give them: what is accepted, what is said of the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from emkit.errors import StartError
from emkit.families.gaussian import GaussianMixtureModel
from emkit.starts import given

GOOD: dict[str, Any] = {
    "weights": [0.5, 0.5], "means": [55, 80], "standard_deviations": [5, 5],
}  # fmt: skip


def model(k: int = 2, d: int = 1, covariance: str = "full") -> GaussianMixtureModel:
    return GaussianMixtureModel(k, np.full(d, 12.0), covariance, np.zeros(d))


def refused(start: dict[str, Any], **shape: Any) -> StartError:
    with pytest.raises(StartError) as caught:
        given(model(**shape), start)
    assert caught.value.remedy.endswith(".")
    return caught.value


def test_parameters_are_taken_as_they_are() -> None:
    start = given(model(), GOOD)
    assert start.notices == ()
    assert start.params.weights.tolist() == [0.5, 0.5]
    assert start.params.means.tolist() == [[55.0], [80.0]]
    assert start.params.covariances.tolist() == [[[25.0]], [[25.0]]]


def test_weights_left_out_are_equal() -> None:
    start = given(model(3), {"means": [1, 2, 3], "standard_deviations": [1, 1, 1]})
    assert start.params.weights.tolist() == [1 / 3] * 3


def test_other_weights_are_replaced_where_they_are_fixed_to_be_equal() -> None:
    fixed = replace(model(), equal_weights=True)
    start = given(fixed, GOOD | {"weights": [1, 3]})
    assert start.params.weights.tolist() == [0.5, 0.5]
    assert start.notices == (
        "The weights were replaced by 1/2 each, since they are fixed to be equal.",
    )
    assert given(fixed, GOOD | {"weights": [7, 7]}).notices == ()


@pytest.mark.parametrize("spreads", [[5, 5], [-1, 5]])
def test_spreads_given_twice_are_refused(spreads: list[float]) -> None:
    both = GOOD | {"standard_deviations": spreads, "covariances": [[[25.0]], [[25.0]]]}
    assert refused(both).message == "The start has standard deviations and also covariances."
    one = GOOD | {"covariances": None}
    assert given(model(), one).params.covariances.tolist() == [[[25.0]], [[25.0]]]


def test_numbers_may_be_written_as_text() -> None:
    start = given(model(), GOOD | {"means": ["55", " 8e1 "]})
    assert start.params.means.tolist() == [[55.0], [80.0]]


def test_weights_are_divided_by_their_sum_and_that_is_said() -> None:
    start = given(model(), GOOD | {"weights": [30, 70]})
    assert start.params.weights.tolist() == [0.3, 0.7]
    assert start.notices == ("The weights summed to 100, so each was divided by that.",)


def test_weights_that_miss_one_by_rounding_are_mended_in_silence() -> None:
    thirds = [0.3333333333] * 3
    start = given(model(3), {"weights": thirds, "means": [1, 2, 3], "standard_deviations": [1] * 3})
    assert start.notices == ()
    assert start.params.weights.sum() == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize(
    ("change", "message", "field", "component"),
    [
        ({"weights": [0.5, 0]}, "Weight 2 is 0, but every component needs a weight above zero.",
         "weights", 2),
        ({"weights": [-0.5, 1.5]},
         "Weight 1 is -0.5, but every component needs a weight above zero.", "weights", 1),
        ({"weights": [0.5, 1e300]}, "Weight 2 is 1e300, but 1 is all there is.", "weights", 2),
        ({"weights": [0.5, ""]}, "Weight 2 is empty.", "weights", 2),
        ({"weights": [0.5, None]}, "Weight 2 is empty.", "weights", 2),
        ({"weights": [0.5, "half"]}, "Weight 2 is half, not a finite number.", "weights", 2),
        ({"weights": [0.5, float("nan")]}, "Weight 2 is nan, not a finite number.", "weights", 2),
        ({"weights": [1.0]}, "The start has 1 weight for 2 components.", "weights", None),
        ({"weights": [0.2, 0.3, 0.5]}, "The start has 3 weights for 2 components.", "weights",
         None),
        ({"means": None}, "The start has 0 means for 2 components.", "means", None),
        ({"means": [55]}, "The start has 1 mean for 2 components.", "means", None),
        ({"means": [55, float("inf")]}, "Mean 2 is inf, not a finite number.", "means", 2),
        ({"means": [55, 1e200]}, "Mean 2 is 1e200, too large to be squared.", "means", 2),
        ({"standard_deviations": [5, 0]},
         "Standard deviation 2 is 0, and a spread must be greater than zero.",
         "standard_deviations", 2),
        ({"standard_deviations": [-5, 5]},
         "Standard deviation 1 is -5, and a spread must be greater than zero.",
         "standard_deviations", 1),
        ({"standard_deviations": [5, 1e-200]}, "Standard deviation 2 is 1e-200, too small.",
         "standard_deviations", 2),
        ({"standard_deviations": [5, 1e200]}, "Standard deviation 2 is 1e200, too large.",
         "standard_deviations", 2),
        ({"standard_deviations": None}, "The start has 0 standard deviations for 2 components.",
         "standard_deviations", None),
    ],
)  # fmt: skip
def test_each_mistake_has_its_sentence_and_its_place(
    change: dict[str, Any], message: str, field: str, component: int | None
) -> None:
    error = refused(GOOD | change)
    assert error.message == message
    where = {"field": field} | ({"component": component} if component else {})
    assert error.where == where


def test_the_remedy_for_a_spread_suggests_one_of_the_right_size() -> None:
    error = refused(GOOD | {"standard_deviations": [0, 5]})
    assert error.remedy == "Write a positive number, for example 6."


def test_an_unknown_parameter_names_the_nearest_one() -> None:
    with pytest.raises(ValueError, match="Did you mean 'means'"):
        given(model(), GOOD | {"mean": [1, 2]})


def test_equal_components_are_warned_of() -> None:
    [notice] = given(model(), GOOD | {"means": [70, 70]}).notices
    assert notice.startswith("Components 1 and 2 start with equal means and equal spreads, so they")


def test_equal_means_alone_are_warned_of_more_mildly() -> None:
    [notice] = given(model(), GOOD | {"means": [70, 70], "standard_deviations": [5, 9]}).notices
    assert "only their spreads tell them apart" in notice


@pytest.mark.parametrize(
    ("means", "message"),
    [
        ([[1, 2]], "The start means must be 2 rows of 2 finite numbers."),
        ([[1, 2], [3, float("nan")]], "Mean 2 of variable 2 is nan, not a finite number."),
        ([[1, ""], [3, 4]], "Mean 1 of variable 2 is empty."),
        ([[1, 2], [3]], "The start means must be 2 rows of 2 finite numbers."),
        ("words", "The start means must be 2 rows of 2 finite numbers."),
        ([[1, 2], [3, -1e170]], "Mean 2 of variable 2 is -1e170, too large to be squared."),
    ],
)
def test_means_of_several_variables_are_a_table(means: Any, message: str) -> None:
    assert refused({"means": means, "standard_deviations": [1, 1]}, d=2).message == message


def test_one_component_is_counted_in_the_singular() -> None:
    error = refused({"means": [[1, 2, 3]], "standard_deviations": [1]}, k=1, d=2)
    assert error.message == "The start means must be 1 row of 2 finite numbers."
    error = refused({"means": [1, 2], "standard_deviations": [1]}, k=1)
    assert error.message == "The start has 2 means for 1 component."


TWO = [[0.0, 0.0], [5.0, 5.0]]
ROUND = [[[1.0, 0.0], [0.0, 1.0]], [[4.0, 0.0], [0.0, 4.0]]]


@pytest.mark.parametrize(
    ("covariance", "given_as", "kept"),
    [
        ("full", ROUND, ROUND),
        ("tied", [[2.0, 1.0], [1.0, 3.0]], [[2.0, 1.0], [1.0, 3.0]]),
        ("diag", [[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.0], [3.0, 4.0]]),
        ("diag", ROUND, [[1.0, 1.0], [4.0, 4.0]]),
        ("spherical", [1.0, 4.0], [1.0, 4.0]),
        ("spherical", ROUND, [1.0, 4.0]),
    ],
)
def test_covariances_come_whole_or_in_the_shape_of_the_structure(
    covariance: str, given_as: Any, kept: Any
) -> None:
    start = given(model(2, 2, covariance), {"means": TWO, "covariances": given_as})
    assert start.params.covariances.tolist() == kept
    assert start.notices == ()


@pytest.mark.parametrize("covariance", ["tied", "spherical"])
def test_covariances_that_do_not_fit_the_structure_are_replaced_and_that_is_said(
    covariance: str,
) -> None:
    unequal = [[[1.0, 0.0], [0.0, 3.0]], [[4.0, 0.0], [0.0, 4.0]]]
    start = given(model(2, 2, covariance), {"means": TWO, "covariances": unequal})
    [notice] = start.notices
    assert notice.endswith(f"the nearest ones of the structure “{covariance}”.")


@pytest.mark.parametrize("covariance", ["full", "diag"])
def test_standard_deviations_may_differ_by_variable(covariance: str) -> None:
    sds = [[1, 2], [3, "4"]]
    start = given(model(2, 2, covariance), {"means": TWO, "standard_deviations": sds})
    assert start.params.standard_deviations.tolist() == [[1, 2], [3, 4]]
    assert start.notices == ()


@pytest.mark.parametrize(
    ("sds", "message", "where"),
    [
        ([[1, 2], [3, 0]], "Standard deviation 2 of variable 2 is 0, and a spread must be greater "
         "than zero.", {"component": 2, "variable": 2}),
        ([[1, "wide"], [3, 4]], "Standard deviation 1 of variable 2 is wide, not a finite number.",
         {"component": 1, "variable": 2}),
        ([[1, 2]], "The start standard deviations must be 2 rows of 2 finite numbers.", {}),
    ],
)  # fmt: skip
def test_a_wrong_standard_deviation_of_a_variable_is_told(
    sds: Any, message: str, where: dict[str, int]
) -> None:
    error = refused({"means": TWO, "standard_deviations": sds}, d=2)
    assert error.message == message
    assert error.where == {"field": "standard_deviations"} | where


@pytest.mark.parametrize(
    ("matrix", "flaw", "variables"),
    [
        ([[1, 2], [2, 1]], "is not positive definite: it has 2 for variables 1 and 2.", [1, 2]),
        ([[1, 1], [1, 1]], "is not positive definite: it has 1 for variables 1 and 2.", [1, 2]),
        ([[1, 0.5], [0.4, 1]], "is not symmetric: it has 0.5 and 0.4 for variables 1 and 2.",
         [1, 2]),
        ([[1e-20, 5e-21], [4e-21, 1e-20]],
         "is not symmetric: it has 5e-21 and 4e-21 for variables 1 and 2.", [1, 2]),
        ([[0, 0], [0, 1]], "has the variance 0 for variable 1, which must be above zero.", [1, 1]),
        ([[1, 0], [0, -1]], "has the variance -1 for variable 2, which must be above zero.",
         [2, 2]),
        ([[1e-310, 0], [0, 1]], "has the variance 1e-310 for variable 1, too small or too large.",
         [1, 1]),
        ([["", 0], [0, 1]], "of variables 1 and 1 is empty.", [1, 1]),
        ([[1, float("inf")], [0, 1]], "of variables 1 and 2 is inf, not a finite number.", [1, 2]),
    ],
)  # fmt: skip
def test_a_matrix_that_is_no_covariance_is_refused(
    matrix: Any, flaw: str, variables: list[int]
) -> None:
    error = refused({"means": TWO, "covariances": [ROUND[0], matrix]}, d=2)
    assert error.message == f"Covariance 2 {flaw}"
    assert error.where == {"field": "covariances", "component": 2, "variables": variables}


def test_the_remedy_for_a_covariance_says_how_large_it_may_be() -> None:
    error = refused({"means": TWO, "covariances": [ROUND[0], [[4, 9], [9, 9]]]}, d=2)
    assert error.remedy == "Their variances leave room between -6 and 6."


def test_correlations_that_contradict_one_another_have_no_place_but_the_component() -> None:
    signs = [[1.0, 0.9, 0.9], [0.9, 1.0, -0.9], [0.9, -0.9, 1.0]]
    error = refused({"means": [[0, 0, 0]], "covariances": [signs]}, k=1, d=3)
    assert error.message.endswith("its correlations contradict one another.")
    assert error.where == {"field": "covariances", "component": 1}


def test_a_matrix_for_all_components_is_called_the_common_one() -> None:
    error = refused({"means": TWO, "covariances": [[1, 2], [2, 1]]}, d=2, covariance="tied")
    assert error.message.startswith("The common covariance is not positive definite")


@pytest.mark.parametrize(
    ("covariance", "remedy"),
    [
        ("full", "Give an array of shape (2, 2, 2)."),
        ("diag", "Give an array of shape (2, 2) or (2, 2, 2)."),
        ("spherical", "Give an array of shape (2,) or (2, 2, 2)."),
    ],
)
def test_covariances_of_another_shape_are_told_the_right_one(covariance: str, remedy: str) -> None:
    error = refused({"means": TWO, "covariances": [1.0, 2.0, 3.0]}, d=2, covariance=covariance)
    assert error.message == "The start covariances have the shape (3,)."
    assert error.remedy == remedy
    assert refused({"means": TWO, "covariances": "no"}, d=2, covariance=covariance).remedy == remedy


def test_an_empty_cell_of_the_common_matrix_is_told_between_its_variables() -> None:
    error = refused({"means": TWO, "covariances": [[1, ""], ["", 1]]}, d=2, covariance="tied")
    assert error.message == "Covariance 1 of variables 1 and 2 is empty."
    assert error.where == {"field": "covariances", "component": 1, "variables": [1, 2]}
    wide = refused({"means": TWO, "covariances": [[1, 2, 3]] * 2}, d=2, covariance="tied")
    assert "shape (1, 2, 2)" in wide.remedy


def test_variables_are_called_by_their_names_where_they_have_some() -> None:
    columns = ["eruptions", "waiting"]
    for start, message in (
        ({"means": [[1, 2], [3, "x"]], "covariances": ROUND},
         "Mean 2 of waiting is x, not a finite number."),
        ({"means": TWO, "standard_deviations": [[1, 2], [0, 1]]},
         "Standard deviation 2 of eruptions is 0, and a spread must be greater than zero."),
        ({"means": TWO, "covariances": [ROUND[0], [[1, 2], [2, 1]]]},
         "Covariance 2 is not positive definite: it has 2 for eruptions and waiting."),
    ):  # fmt: skip
        with pytest.raises(StartError) as caught:
            given(model(2, 2), start, columns)
        assert caught.value.message == message
