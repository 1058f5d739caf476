"""The likelihood chart: a path that stays readable, from one point to a hundred thousand."""

import pytest
from playwright.sync_api import Page, expect

from support.accessibility import violations
from support.charts import ChartPage, likelihood_view

STEEP = [-1616.2, *(-1034 - 0.2 * 0.5**t for t in range(30))]


@pytest.fixture
def chart(page: Page, site_url: str) -> ChartPage:
    """The chart with nothing to show yet."""
    return ChartPage(page, site_url, "likelihood-chart.js", "mountLikelihoodChart")


@pytest.mark.parametrize("path", [[-1034.2], [-1034.2, -1034.1], [-5.0] * 9, STEEP])
def test_paths_of_any_length_and_shape_are_drawn(chart: ChartPage, path: list[float]) -> None:
    errors: list[str] = []
    chart.page.on("pageerror", lambda error: errors.append(str(error)))
    empty = chart.picture()
    chart.update(likelihood_view(path))
    assert chart.picture() != empty
    assert errors == []


def test_a_hundred_thousand_iterations_are_drawn_and_read(chart: ChartPage) -> None:
    chart.update(likelihood_view([-1034 - 1000 / (1 + t) for t in range(100_000)]))
    assert chart.press("End").startswith("iteration 99999:")
    chart.numbers.click()
    expect(chart.page.get_by_role("row")).to_have_count(1 + 60)


def test_the_last_iteration_is_read_until_another_is_chosen(chart: ChartPage) -> None:
    chart.update(likelihood_view([-1040, -1034.5, -1034.25]))
    expect(chart.readout).to_have_text("iteration 2: \N{MINUS SIGN}1034.2500 (gain 0.25)")
    chart.update(likelihood_view([-1040, -1034.5, -1034.25], shown=0))
    expect(chart.readout).to_have_text("iteration 0: \N{MINUS SIGN}1040.0000 (the start)")


def test_every_gain_is_shown_with_the_digits_that_tell_it(chart: ChartPage) -> None:
    chart.update(likelihood_view([-1040, -1034.0027, -1034.0024]))
    said = chart.press("End")
    assert said == "iteration 2: \N{MINUS SIGN}1034.00240 (gain 0.00030)"


def test_arrow_keys_step_from_iteration_to_iteration(chart: ChartPage) -> None:
    chart.update(likelihood_view(STEEP, shown=12))
    assert chart.press("ArrowLeft").startswith("iteration 12:")
    assert chart.press("ArrowLeft").startswith("iteration 11:")
    assert chart.press("Shift+ArrowRight").startswith("iteration 21:")
    assert chart.press("Home").startswith("iteration 0:")
    assert chart.press("ArrowLeft").startswith("iteration 0:")
    assert chart.press("End", "ArrowRight").startswith("iteration 30:")


def test_the_chosen_iteration_is_marked(chart: ChartPage) -> None:
    chart.update(likelihood_view(STEEP, shown=3))
    before = chart.picture()
    chart.update(likelihood_view(STEEP, shown=20))
    assert chart.picture() != before


def test_a_steep_start_is_left_out_and_brought_back_by_a_button(chart: ChartPage) -> None:
    chart.update(likelihood_view(STEEP))
    expect(chart.note).to_have_text("Zoomed in: the start lies below this axis.")
    zoomed = chart.picture()
    whole = chart.page.get_by_role("button", name="Show the whole path")
    whole.click()
    expect(whole).to_have_attribute("aria-pressed", "true")
    expect(chart.note).to_be_hidden()
    assert chart.picture() != zoomed
    whole.click()
    expect(chart.note).to_be_visible()
    chart.page.mouse.move(0, 0)
    assert chart.picture() == zoomed


def test_a_path_that_needs_no_zoom_offers_none(chart: ChartPage) -> None:
    chart.update(likelihood_view([float(t) for t in range(40)]))
    expect(chart.page.get_by_role("button", name="Show the whole path")).to_have_count(0)


def test_a_path_of_nothing_shows_nothing(chart: ChartPage) -> None:
    chart.update(likelihood_view([]))
    expect(chart.canvas).to_have_attribute("aria-label", "Nothing to draw yet")
    expect(chart.page.get_by_role("button", name="Show the whole path")).to_have_count(0)


def test_axe_finds_no_violation_in_the_path(chart: ChartPage) -> None:
    chart.update(likelihood_view(STEEP))
    chart.numbers.click()
    chart.press("End")
    assert violations(chart.page) == []
