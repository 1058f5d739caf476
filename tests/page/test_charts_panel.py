"""A person looks closer at a result: clicks into its charts, pins runs, saves pictures."""

import re

import pytest
from playwright.sync_api import Locator, expect

from support.lab import Lab


def chart(lab: Lab, name: str) -> Locator:
    """A chart by what it is called."""
    return lab.page.get_by_role("figure", name=name)


def handle(lab: Lab, name: str) -> Locator:
    """What is pointed at and focused in a chart."""
    return chart(lab, name).locator(".chart-handle")


def unfold(lab: Lab, summary: str) -> None:
    """Open what is folded."""
    opened = lab.page.locator("details[open] > summary", has_text=summary)
    if opened.count() == 0:
        lab.page.locator("summary", has_text=summary).click()


@pytest.fixture
def waiting(bench: Lab) -> Lab:
    """The opening sample, calculated."""
    bench.calculate()
    expect(bench.ending).to_contain_text("Converged")
    return bench


def test_an_iteration_picked_in_a_chart_is_shown_by_all_others(waiting: Lab) -> None:
    path = handle(waiting, "The log-likelihood after every iteration")
    path.focus()
    for key in ("Home", "ArrowRight", "ArrowRight", "Enter"):
        waiting.page.keyboard.press(key)
    slider = waiting.page.get_by_role("slider", name="Iteration", exact=True)
    expect(slider).to_have_value("2")
    unfold(waiting, "How the parameters moved")
    traces = chart(waiting, "Weights, means and spreads along the run")
    expect(traces.locator(".chart-readout")).to_contain_text("iteration 2: means")
    traces.locator(".chart-handle").focus()
    for key in ("End", "Enter"):
        waiting.page.keyboard.press(key)
    expect(slider).not_to_have_value("2")


def test_a_row_picked_among_the_bars_is_the_one_whose_work_is_shown(waiting: Lab) -> None:
    bars = handle(waiting, "The rows as bars, divided among the components")
    bars.focus()
    for key in ("End", "Enter"):
        waiting.page.keyboard.press(key)
    said = bars.get_attribute("aria-valuetext") or ""
    row = re.match(r"row (\d+) \(waiting = 96\)", said)  # the longest wait stands last
    assert row, said
    unfold(waiting, "Work shown")
    expect(waiting.field("Row")).to_have_value(row[1])


def test_the_fit_is_held_against_the_rows(waiting: Lab) -> None:
    unfold(waiting, "Does the mixture describe the data?")
    fit = chart(waiting, "Shares of the rows beside probabilities")
    expect(fit.locator(".chart-readout")).to_have_text(
        "None of 272 points lie outside the 95 % band."
    )


def test_plain_and_accelerated_em_stand_side_by_side(waiting: Lab) -> None:
    waiting.type_limits("2000", tolerance="1e-12")
    waiting.calculate()
    unfold(waiting, "All runs")
    pin = waiting.page.get_by_role("button", name="Pin the run on show")
    pin.click()
    expect(pin).to_have_attribute("aria-disabled", "true")
    waiting.page.locator("#more-options > summary").click()
    waiting.page.get_by_role("checkbox", name="Accelerate").check()
    waiting.calculate()
    pinned = chart(waiting, "Log-likelihood along the pinned runs")
    expect(pinned.locator(".chart-readout")).to_contain_text("2: SQUAREM, 2 components:")
    pinned.get_by_role("combobox", name="Along").select_option("E-steps")
    expect(pinned.locator(".chart-readout")).to_contain_text("E-steps")
    iterations = waiting.figure("Iterations")
    pinned.locator(".chart-handle").focus()
    for key in ("Home", "Enter"):
        waiting.page.keyboard.press(key)
    expect(pinned.locator(".chart-readout")).to_contain_text("1: EM, 2 components:")
    assert waiting.figure("Iterations") > iterations
    waiting.page.get_by_role("button", name="Forget pinned runs").click()
    expect(pinned).to_be_hidden()


def test_every_chart_in_sight_can_be_saved(waiting: Lab) -> None:
    names = ["density", "log-likelihood", "responsibilities"]
    for name in names:
        with waiting.page.expect_download() as saving:
            waiting.page.get_by_role("button", name=f"Save the {name} as SVG", exact=True).click()
        assert saving.value.suggested_filename == f"emkit-{name}.svg"
    expect(waiting.page.get_by_role("button", name="Download PNG")).to_have_count(1)
