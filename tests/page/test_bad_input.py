"""Every mistake gets a sentence, a place and a remedy, and nothing typed is lost."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import expect

import emkit
from support.lab import Lab

BAD_TEXTS = {
    "three numbers": ("1 2 3", "need at least 4 values, and there are 3"),
    "a word": ("1, 2, abc, 4", "Line 1, column 7: “abc” is not a number"),
    "several words": (
        "1\n2\nx\n4\ny",
        "Line 3, column 1: “x” is not a number. It is the first of 2",
    ),
    "an empty box": ("", "There are no numbers yet"),
    "NaN": ("1 2 3 4 NaN", "“NaN” is not a finite number"),
    "infinity": ("1 2 3 4 -Infinity", "“-Infinity” is not a finite number"),
    "equal values": ("5 5 5 5 5", "All values are equal to 5"),
    "a small table": ("a,b\n1,2\n3,4", "need at least 4 rows, and there are 2"),
    "huge numbers": ("1 2 3 1e200", "too large to be squared"),
}

BAD_FIELDS: dict[str, tuple[Mapping[str, str], str]] = {
    "a spread of zero": ({"Standard deviation 2": "0"}, "Standard deviation 2 is 0"),
    "a negative spread": ({"Standard deviation 1": "-2"}, "Standard deviation 1 is -2"),
    "no spread": ({"Standard deviation 1": ""}, "Standard deviation 1 is empty"),
    "a negative weight": ({"Weight 1": "-0.5"}, "Weight 1 is -0.5"),
    "a weight of zero": ({"Weight 2": "0"}, "Weight 2 is 0"),
    "an empty mean": ({"Mean 2": ""}, "Mean 2 is empty"),
    "no iterations": ({"Iterations": "0"}, "The number of iterations is 0"),
    "negative iterations": ({"Iterations": "-5"}, "The number of iterations is -5"),
    "half an iteration": ({"Iterations": "2.5"}, "The number of iterations is 2.5"),
    "a million iterations": ({"Iterations": "1000000"}, "The number of iterations is 1,000,000"),
    "an empty limit": ({"Iterations": ""}, "The number of iterations is empty"),
    "a negative tolerance": ({"Tolerance": "-1"}, "The tolerance is -1"),
    "no components": ({"Components": "0"}, "The number of components is 0"),
    "too many components": ({"Components": "17"}, "from 1 to 16"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_unusable_data_are_explained_and_kept(bench: Lab, name: str) -> None:
    text, sentence = BAD_TEXTS[name]
    bench.type_data(text)
    expect(bench.alert).to_contain_text(sentence)
    assert bench.alert.locator("p").count() == 2, "a sentence and a remedy"
    bench.calculate()
    expect(bench.alert).to_contain_text(sentence)
    expect(bench.data).to_have_value(text)


@pytest.mark.parametrize("name", BAD_FIELDS)
def test_an_impossible_field_is_explained_marked_and_kept(bench: Lab, name: str) -> None:
    fields, sentence = BAD_FIELDS[name]
    for field, value in fields.items():
        bench.type_number(field, value)
    bench.calculate()
    expect(bench.alert).to_contain_text(sentence)
    assert bench.alert.locator("p").count() == 2, "a sentence and a remedy"
    for field, value in fields.items():
        expect(bench.field(field)).to_have_value(value)
        expect(bench.field(field)).to_have_attribute("aria-invalid", "true")
        bench.show_place_button.click()
        expect(bench.field(field)).to_be_focused()


def test_the_place_of_a_word_can_be_shown_in_the_text(bench: Lab) -> None:
    bench.type_data("1.5 🙂\n2 3 4 5")
    expect(bench.alert).to_contain_text("“🙂”")
    bench.show_place_button.click()
    expect(bench.data).to_be_focused()
    selected = bench.data.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert selected == "🙂"


def test_the_alert_goes_when_the_mistake_is_mended(bench: Lab) -> None:
    bench.type_data("1, 2, abc, 4")
    expect(bench.alert).to_contain_text("abc")
    bench.type_data("1, 2, 3, 4")
    expect(bench.alert).to_be_empty()
    expect(bench.feedback).to_contain_text("4 numbers from 1 to 4")


def test_weights_that_do_not_sum_to_one_are_divided_and_that_is_said(bench: Lab) -> None:
    bench.type_number("Weight 1", "1.5")
    bench.calculate()
    expect(bench.results).to_contain_text("The weights summed to 2, so each was divided by that.")
    expect(bench.field("Weight 1")).to_have_value("1.5")
    assert bench.parameter(1, 0) == 0.75


def test_a_decimal_comma_in_a_field_is_understood_and_kept(bench: Lab) -> None:
    bench.type_number("Mean 1", "55,5")
    bench.calculate()
    expect(bench.field("Mean 1")).to_have_value("55,5")
    assert bench.parameter(1, 2) == 55.5


def test_half_a_number_in_a_field_is_quoted_as_it_stands(bench: Lab) -> None:
    bench.type_number("Mean 1", "5 min")
    bench.calculate()
    expect(bench.alert).to_contain_text("Mean 1 is 5 min, not a finite number.")
    expect(bench.field("Mean 1")).to_have_value("5 min")


def test_decimal_commas_in_the_data_are_understood_and_that_is_said(bench: Lab) -> None:
    bench.type_data("1,2 0,9 1,1 5,2 4,8 5,1")
    expect(bench.feedback).to_contain_text("6 numbers from 0.9 to 5.2")
    expect(bench.feedback).to_contain_text("Commas were read as decimal commas")


def test_equal_start_means_are_warned_of(bench: Lab) -> None:
    for component in "12":
        bench.type_number(f"Mean {component}", "70")
    bench.calculate()
    expect(bench.results).to_contain_text("they will stay identical")
    expect(bench.status).to_contain_text("they will stay identical")
    assert bench.parameter(1, 3) == bench.parameter(2, 3)


def test_a_collapse_is_named_with_its_point_and_remedies(bench: Lab) -> None:
    bench.type_data("1 2 3 4 5 100")
    expect(bench.feedback).to_contain_text("6 numbers")
    bench.type_start({"Mean": ("100", "3"), "Standard deviation": ("0.1", "2")})
    bench.calculate()
    expect(bench.alert).to_contain_text("component 1 collapsed onto one point, x = 100")
    expect(bench.alert).to_contain_text("Start with larger spreads")
    start = {"weights": [0.5, 0.5], "means": [100, 3], "standard_deviations": [0.1, 2]}
    native = emkit.fit([1, 2, 3, 4, 5, 100], 2, start=start)
    assert native.status.code == "collapsed"
    assert bench.figure("Iterations") == native.iterations


def test_the_remedy_of_regularisation_is_at_hand(bench: Lab) -> None:
    bench.type_data("1 2 3 4 5 100")
    expect(bench.feedback).to_contain_text("6 numbers")
    bench.type_start({"Mean": ("100", "3"), "Standard deviation": ("0.1", "2")})
    bench.page.get_by_text("More options", exact=True).click()
    bench.type_number("Regularisation", "0.001")
    bench.calculate()
    expect(bench.alert).to_be_empty()
    expect(bench.ending).to_contain_text("Converged")
    bench.type_number("Regularisation", "-1")
    bench.calculate()
    expect(bench.alert).to_contain_text("The regularisation is -1")
    bench.type_number("Regularisation", "0")
    bench.page.get_by_text("More options", exact=True).click()


def test_no_mistake_reaches_the_console(bench: Lab) -> None:
    bench.type_data("1 2 x")
    expect(bench.alert).to_contain_text("x")
    assert bench.heard.console == []
    assert bench.heard.errors == []
