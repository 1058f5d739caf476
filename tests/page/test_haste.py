"""Somebody in a hurry: what is shown always answers what was asked last."""

import pytest
from playwright.sync_api import expect

from support.lab import OLD_FAITHFUL, TEN_NUMBERS, Lab

# Two choices within one turn of the page's thread, so that no answer comes between them.
CHOOSE = """(box, titles) => {
  for (const title of titles) {
    box.value = [...box.options].find((option) => option.text === title).value;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


@pytest.mark.parametrize(
    ("titles", "n"),
    [
        ([TEN_NUMBERS, OLD_FAITHFUL], 272),
        ([TEN_NUMBERS, OLD_FAITHFUL, TEN_NUMBERS], 10),
        ([OLD_FAITHFUL, TEN_NUMBERS, OLD_FAITHFUL], 272),
    ],
)
def test_a_fit_is_made_on_the_sample_chosen_last(bench: Lab, titles: list[str], n: int) -> None:
    bench.sample.evaluate(CHOOSE, titles)
    bench.calculate()
    assert bench.figure("Values") == n
    expect(bench.feedback).to_contain_text(f"{n} numbers")
    expect(bench.field("Mean 1")).to_have_value("58" if n == 272 else "1.23")


def test_a_text_changed_and_changed_back_is_what_is_fitted(bench: Lab) -> None:
    text = bench.data.input_value()
    bench.type_data("1 2 3 4 5 6")
    bench.type_data(text)
    bench.calculate()
    assert bench.figure("Values") == 272
    expect(bench.status).to_contain_text("Converged")


def test_components_changed_in_haste_end_at_the_last_number(bench: Lab) -> None:
    for components in ("16", "1", "3"):
        bench.type_number("Components", components)
    bench.calculate()
    assert bench.figure("Free parameters") == 8
    expect(bench.field("Mean 3")).not_to_have_value("")
    expect(bench.field("Mean 4")).to_have_count(0)


def test_what_is_typed_while_a_run_is_under_way_makes_its_result_an_earlier_one(
    bench: Lab,
) -> None:
    bench.type_limits("100000", tolerance="0")
    bench.calculate_button.click()
    expect(bench.stop_button).to_be_enabled()
    bench.type_number("Mean 1", "50")
    bench.stop_button.click()
    expect(bench.calculate_button).to_be_enabled()
    expect(bench.status).to_contain_text("The input has changed since the result")
    expect(bench.field("Mean 1")).to_have_value("50")


def test_calculate_pressed_twice_runs_once_and_answers(bench: Lab) -> None:
    bench.type_number("Tolerance", "1e-9")
    bench.calculate_button.dblclick()
    expect(bench.ending).to_contain_text("less than the tolerance 1\u00d710⁻⁹")
    expect(bench.calculate_button).to_be_enabled()


def test_own_numbers_come_back_after_a_look_at_a_sample(bench: Lab) -> None:
    bench.type_data("1 2 3 10 11 12")
    expect(bench.feedback).to_contain_text("6 numbers")
    bench.type_number("Mean 1", "2.5")
    bench.choose_sample(TEN_NUMBERS)
    expect(bench.field("Mean 1")).to_have_value("1.23")
    bench.sample.select_option("Your own numbers")
    expect(bench.data).to_have_value("1 2 3 10 11 12")
    expect(bench.field("Mean 1")).to_have_value("2.5")


def test_a_new_engine_is_given_the_data_before_it_is_asked_to_fit(bench: Lab) -> None:
    bench.type_number("Mean 1", "50")
    bench.page.workers[0].evaluate("self.close()")
    expect(bench.alert).to_contain_text("stopped working")
    bench.retry_button.click()
    bench.calculate_button.click()
    expect(bench.status).to_contain_text("Converged after")
    expect(bench.alert).to_be_empty()
    assert bench.figure("Values") == 272


PRESS = """(button) => {
  button.click();
  return [document.documentElement.dataset.engine, button.getAttribute("aria-disabled")];
}"""


def test_a_run_is_under_way_from_the_moment_that_it_is_wanted(bench: Lab) -> None:
    assert bench.calculate_button.evaluate(PRESS) == ["busy", "true"]
    bench.wait_until_ready()
    expect(bench.calculate_button).to_be_enabled()
