"""The model, its start and its options, set as a person sets them; natively the same comes out."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

import emkit
from emkit.data.datasets import faithful, sample
from emkit.data.generate import generate
from support.lab import Lab
from support.mixtures import STRUCTURES
from support.written import numbers

X = faithful()
LIMITS: dict[str, Any] = {"tol": 1e-6, "max_iter": 100}
NAMES = ("eruptions", "waiting")

# The same sums in another order of operations: WebAssembly and the machine's own BLAS.
SAME = 1e-9


@pytest.fixture
def desk(booted: Lab) -> Lab:
    """Old Faithful with both columns, two full components, and all else as it is at first."""
    booted.choose_sample("Old Faithful: minutes between eruptions (272)")
    for name, value in {"Weights": "Free", "Start": "Quantiles"}.items():
        choice(booted, name).select_option(label=value)
    for name, value in {"Seed": "0", "Restarts": "1"}.items():
        booted.type_number(name, value)
    booted.type_limits()
    begin_with(booted, "faithful")
    return booted


def choice(lab: Lab, name: str) -> Locator:
    return lab.page.get_by_role("combobox", name=name, exact=True)


def unfold(lab: Lab, summary: str) -> None:
    folded = lab.page.locator("details:not([open]) > summary", has_text=summary)
    if folded.count():
        folded.first.click()


def begin_with(lab: Lab, name: str) -> None:
    """Choose a sample and wait until its start stands in the editor."""
    chosen = sample(name)
    lab.sample.select_option(label=chosen.title)
    expect(lab.field(f"Mean {chosen.components} of {first_column(name)}")).not_to_have_value("")


def first_column(name: str) -> str:
    return sample(name).text.split(",")[0]


def found(lab: Lab) -> float:
    lab.calculate()
    expect(lab.alert).to_be_empty()
    return lab.figure("Log-likelihood")


def cell(lab: Lab, field: str, component: int, *columns: str) -> Locator:
    of = f" of {' and '.join(columns)}" if columns else ""
    return lab.field(f"{field} {component}{of}")


def typed(field: Locator) -> float:
    return float(field.input_value())


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_every_structure_is_fitted_from_its_own_start(desk: Lab, covariance: str) -> None:
    choice(desk, "Covariance").select_option(covariance)
    natively = emkit.fit(X, 2, covariance, "quantiles", **LIMITS)
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=SAME)


@pytest.mark.parametrize("strategy", ["kmeans++", "random_points", "random_responsibilities"])
def test_a_strategy_and_a_seed_fill_the_editor_and_begin_the_run(desk: Lab, strategy: str) -> None:
    choice(desk, "Start").select_option(strategy)
    desk.type_number("Seed", "7")
    natively = emkit.fit(X, 2, "full", strategy, seed=7, **LIMITS)
    mean = natively.steps[0].params.means[1, 1]
    shown = cell(desk, "Mean", 2, "waiting")
    expect(shown).to_have_value(re.compile(re.escape(f"{mean:.9g}"[:9])))
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=SAME)


def test_a_covariance_edited_by_hand_is_the_start_of_the_run(desk: Lab) -> None:
    choice(desk, "Covariance of").select_option("Component 2")
    cell(desk, "Covariance", 2, *NAMES).fill("1.25")
    expect(cell(desk, "Covariance", 2, "waiting", "eruptions")).to_have_value("1.25")
    cell(desk, "Variance", 2, "waiting").fill("64")
    expect(desk.page.get_by_text("Where EM begins: edited by hand")).to_be_visible()
    start = emkit.fit(X, 2, "full", "quantiles", max_iter=1).steps[0].params
    covariances = start.covariances.copy()
    covariances[1] = [[covariances[1, 0, 0], 1.25], [1.25, 64.0]]
    stated = {"weights": start.weights, "means": start.means, "covariances": covariances}
    natively = emkit.fit(X, 2, "full", stated, **LIMITS)
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=SAME)
    assert natively.iterations == desk.figure("Iterations")


def test_an_edit_taken_back_is_no_edit(desk: Lab) -> None:
    desk.calculate()
    shown = cell(desk, "Mean", 1, "waiting")
    before = shown.input_value()
    shown.fill("60")
    expect(desk.status).to_contain_text("The input has changed")
    shown.fill(before)
    expect(desk.status).not_to_contain_text("The input has changed")


def test_edits_outlive_another_shape_and_another_number_of_components(desk: Lab) -> None:
    cell(desk, "Mean", 1, "waiting").fill("51")
    choice(desk, "Covariance").select_option("diag")
    expect(cell(desk, "Standard deviation", 1, "waiting")).not_to_have_value("")
    desk.type_number("Components", "3")
    expect(cell(desk, "Mean", 3, "waiting")).not_to_have_value("")
    expect(cell(desk, "Mean", 1, "waiting")).to_have_value("51")
    desk.suggest_button.click()
    expect(cell(desk, "Mean", 1, "waiting")).not_to_have_value("51")


@pytest.mark.parametrize(
    ("field", "columns", "value", "message", "remedy"),
    [
        ("Covariance", NAMES, "1000", "not positive definite", "leave room between"),
        ("Variance", ("waiting",), "-3", "the variance -3", "positive number on the diagonal"),
        ("Mean", ("waiting",), "far", "is far, not a finite number", "Write a number there"),
        ("Weight", (), "-1", "every component needs a weight above zero", "between 0 and 1"),
    ],
)
def test_a_bad_start_is_told_with_its_place_and_remedy(
    desk: Lab, field: str, columns: tuple[str, ...], value: str, message: str, remedy: str
) -> None:
    choice(desk, "Covariance of").select_option("Component 2")
    cell(desk, field, 2, *columns).fill(value)
    choice(desk, "Covariance of").select_option("Component 1")
    desk.calculate()
    expect(desk.alert).to_contain_text(message)
    expect(desk.alert).to_contain_text(remedy)
    desk.show_place_button.click()
    wrong = cell(desk, field, 2, *columns)
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    desk.suggest_button.click()
    found(desk)


def test_a_seed_that_is_none_is_told_at_its_field(desk: Lab) -> None:
    choice(desk, "Start").select_option("kmeans++")
    desk.type_number("Seed", "-1")
    expect(desk.field("Seed")).to_have_attribute("aria-invalid", "true")
    desk.calculate()
    expect(desk.alert).to_contain_text("The seed is -1")


def test_equal_weights_are_fitted_as_natively(desk: Lab) -> None:
    choice(desk, "Weights").select_option("Equal")
    natively = emkit.fit(X, 2, "full", "quantiles", equal_weights=True, **LIMITS)
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=SAME)


def test_several_starts_are_searched_as_natively(desk: Lab) -> None:
    desk.type_number("Components", "3")
    desk.type_number("Restarts", "4")
    natively = emkit.fit(X, 3, "full", restarts=4)
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=1e-7)  # within of each search


def test_more_options_reach_the_run(desk: Lab) -> None:
    unfold(desk, "More options")
    desk.page.get_by_role("checkbox", name="Accelerate").check()
    desk.type_number("Regularisation", "0.01")
    natively = emkit.fit(X, 2, "full", "quantiles", accelerate=True, reg_covar=0.01, **LIMITS)
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=1e-7)
    assert desk.figure("Iterations") == natively.iterations
    desk.page.get_by_role("checkbox", name="Accelerate").uncheck()
    desk.type_number("Regularisation", "0")


def test_standardised_columns_are_fitted_in_the_units_of_the_data(desk: Lab) -> None:
    choice(desk, "Covariance").select_option("spherical")
    plain = found(desk)
    unfold(desk, "Standardise, principal components")
    desk.page.get_by_role("checkbox", name="Standardise the columns").check()
    expect(cell(desk, "Standard deviation", 1, "waiting")).not_to_have_value("")
    natively = emkit.fit(X, 2, "spherical", "quantiles", standardise=True, **LIMITS)
    standardised = found(desk)
    assert standardised == pytest.approx(natively.log_likelihood, abs=SAME)
    assert standardised > plain + 100.0


def test_sixteen_components_of_four_columns_stay_usable(desk: Lab) -> None:
    begin_with(desk, "iris")
    desk.type_number("Components", "16")
    choice(desk, "Covariance").select_option("tied")  # which cannot collapse
    last = cell(desk, "Mean", 16, "petal_width")
    expect(last).not_to_have_value("")
    last.focus()
    expect(last).to_be_in_viewport()
    x = numbers(sample("iris").text, "species")
    natively = emkit.fit(x, 16, "tied", "quantiles", **LIMITS)
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=1e-7)


def test_ten_principal_components_of_the_digits_are_fitted(desk: Lab) -> None:
    begin_with(desk, "faithful")
    desk.sample.select_option(label=sample("digits").title)
    choice(desk, "Start").select_option("kmeans++")
    expect(cell(desk, "Mean", 10, "PC10")).not_to_have_value("")
    assert np.isfinite(found(desk))


def test_a_drawn_sample_is_fitted_beside_its_truth(desk: Lab) -> None:
    page = desk.page
    unfold(desk, "Draw a sample from a mixture of your own")
    desk.type_number("Columns", "2")
    desk.type_number("Rows", "500")
    desk.field("True mean 2 of x1").fill("6")
    choices = page.get_by_role("combobox", name="Covariance of")
    choices.first.select_option("Component 2")
    desk.field("True covariance 2 of x1 and x2").fill("0.5")
    page.get_by_role("button", name="Draw the sample").click()
    truth = {
        "weights": [0.5, 0.5],
        "means": [[0, 0], [6, 4]],
        "covariances": [[[1, 0], [0, 1]], [[1, 0.5], [0.5, 1]]],
    }
    drawn = generate(truth, 500, 1)
    expect(desk.data).to_have_value(drawn.text)
    expect(cell(desk, "Mean", 2, "x2")).not_to_have_value("")
    desk.type_number("Components", "2")
    natively = emkit.fit(drawn.x, 2, "full", "quantiles", **LIMITS)
    assert found(desk) == pytest.approx(natively.log_likelihood, abs=SAME)
    beside = page.get_by_role("table", name="Truth and estimate")
    expect(beside.get_by_role("row", name="true 2")).to_contain_text("6")
    expect(beside).to_be_visible()
    desk.sample.select_option(label=sample("iris").title)
    desk.calculate()
    expect(beside).to_be_hidden()


def test_a_truth_that_is_no_mixture_is_told_beside_it(desk: Lab) -> None:
    page = desk.page
    unfold(desk, "Draw a sample from a mixture of your own")
    desk.type_number("Rows", "0")
    page.get_by_role("button", name="Draw the sample").click()
    expect(page.locator("#draw-feedback")).to_contain_text("The number of rows is 0")
    expect(desk.field("Rows")).to_have_attribute("aria-invalid", "true")
    desk.type_number("Rows", "50")
