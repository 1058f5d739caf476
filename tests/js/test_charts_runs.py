"""Charts of runs: traces of parameters, paths of a search, and the iteration that is shown."""

import pytest
from playwright.sync_api import Page, expect

from support.chart_views import paths_view, trace_view
from support.charts import ChartPage, likelihood_view

MINUS = "\N{MINUS SIGN}"
COUNT_MEASURING = """() => {
  window.measured = 0;
  const own = CanvasRenderingContext2D.prototype.measureText;
  CanvasRenderingContext2D.prototype.measureText = function (text) {
    window.measured += 1;
    return own.call(this, text);
  };
}"""


def keep(chart: ChartPage) -> None:
    """Let the page keep the view, as the state keeps its arrays."""
    chart.page.evaluate(
        """() => {
          const own = chart.update;
          chart.update = (view) => own((window.kept = view));
        }"""
    )


def shows(chart: ChartPage, iteration: int) -> None:
    """Show the view that was kept at another iteration."""
    chart.page.evaluate("(shown) => chart.update({ ...kept, shown })", iteration)
    chart.drawn()


@pytest.fixture
def likelihood(page: Page, site_url: str) -> ChartPage:
    """The path of one run."""
    return ChartPage(page, site_url, "likelihood-chart.js", "mountLikelihoodChart")


@pytest.fixture
def traces(page: Page, site_url: str) -> ChartPage:
    """The traces of the parameters."""
    return ChartPage(page, site_url, "trace-chart.js", "mountTraceChart")


@pytest.fixture
def paths(page: Page, site_url: str) -> ChartPage:
    """All runs of a search."""
    return ChartPage(page, site_url, "paths-chart.js", "mountPathsChart")


# --- the iteration shown -----------------------------------------------------------------------


def test_another_iteration_moves_the_mark_and_lays_nothing_out_anew(likelihood: ChartPage) -> None:
    keep(likelihood)
    likelihood.update(likelihood_view([-9 - 1 / (1 + t) for t in range(5001)], shown=10))
    before = likelihood.picture()
    likelihood.page.evaluate(COUNT_MEASURING)
    shows(likelihood, 4000)
    assert likelihood.picture() != before
    assert likelihood.page.evaluate("measured") == 0
    expect(likelihood.readout).to_contain_text("iteration 4000:")


def test_a_mark_that_moves_back_leaves_no_trace(traces: ChartPage) -> None:
    keep(traces)
    traces.update(trace_view(k=3) | {"shown": 4})
    before = traces.picture()
    shows(traces, 20)
    assert traces.picture() != before
    shows(traces, 4)
    assert traces.picture() == before


def test_a_click_picks_the_iteration_below_it(likelihood: ChartPage) -> None:
    likelihood.update(likelihood_view([float(t) for t in range(11)]))
    box = likelihood.handle.bounding_box()
    assert box
    likelihood.page.mouse.click(box["x"] + box["width"] - 10, box["y"] + 50)
    assert likelihood.told() == [{"pick": 10}]


def test_enter_picks_the_place_that_the_arrows_reached(likelihood: ChartPage) -> None:
    likelihood.update(likelihood_view([float(t) for t in range(11)]))
    likelihood.press("Enter")
    assert likelihood.told() == []
    likelihood.press("Home", "ArrowRight", "ArrowRight", "Enter")
    assert likelihood.told() == [{"pick": 2}]


def test_a_drag_reads_and_picks_nothing(likelihood: ChartPage) -> None:
    likelihood.update(likelihood_view([float(t) for t in range(11)]))
    box = likelihood.handle.bounding_box()
    assert box
    mouse = likelihood.page.mouse
    mouse.move(box["x"] + 100, box["y"] + 50)
    mouse.down()
    mouse.move(box["x"] + 200, box["y"] + 50)
    mouse.up()
    assert likelihood.told() == []
    expect(likelihood.readout).to_contain_text("iteration")


# --- traces ------------------------------------------------------------------------------------


def test_traces_say_the_parameters_of_an_iteration(traces: ChartPage) -> None:
    traces.update(trace_view() | {"shown": 1})
    expect(traces.readout).to_contain_text("iteration 1: means")
    expect(traces.readout).to_contain_text("Component 2 20.500 (weight 0.5000, SD 2.500)")
    said = traces.press("Home")
    assert said.startswith("iteration 0: means, Component 1 11.000 (weight 0.5000, standard dev")


def test_of_several_columns_one_is_chosen_and_kept(traces: ChartPage) -> None:
    traces.update(trace_view())
    expect(traces.page.get_by_role("combobox")).to_have_count(0)
    traces.update(trace_view(columns=("length", "width")))
    before = traces.picture()
    traces.page.get_by_role("combobox", name="Column").select_option("width")
    assert traces.picture() != before
    expect(traces.readout).to_contain_text("iteration 30, width: means")
    traces.update(trace_view(k=3, columns=("length", "width")))
    expect(traces.readout).to_contain_text("width")


def test_a_thinned_trace_is_read_and_picked_by_its_iterations(traces: ChartPage) -> None:
    view = trace_view(iterations=3)
    traces.update({**view, "iterations": [0, 100, 200, 250], "shown": 130})
    expect(traces.readout).to_contain_text("iteration 100: means")
    traces.press("End", "Enter")
    assert traces.told() == [{"pick": 250}]


def test_the_pointer_reads_in_whichever_panel_it_is(traces: ChartPage) -> None:
    traces.update(trace_view(iterations=10))
    box = traces.handle.bounding_box()
    assert box
    for share in (0.30, 0.64, 0.97):  # near the right ends of the three panels
        traces.page.mouse.click(box["x"] + share * box["width"], box["y"] + 60)
        [told] = traces.told()
        assert told["pick"] >= 9


@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("k", [1, 16])
def test_traces_of_any_number_of_components_are_drawn(
    traces: ChartPage, width: int, k: int
) -> None:
    errors: list[str] = []
    traces.page.on("pageerror", lambda error: errors.append(str(error)))
    traces.page.set_viewport_size({"width": width, "height": 700})
    empty = traces.picture()
    traces.update(trace_view(k=k, iterations=0))
    traces.update(trace_view(k=k))
    assert traces.picture() != empty
    assert errors == []
    scroll = "document.documentElement.scrollWidth <= innerWidth"
    assert traces.page.evaluate(scroll)


def test_the_numbers_behind_the_traces_are_three_tables(traces: ChartPage) -> None:
    traces.update(trace_view())
    traces.numbers.click()
    for name in ("Weights", "Means", "Standard deviations"):
        expect(traces.page.get_by_role("table", name=name)).to_be_visible()


# --- paths of a search -------------------------------------------------------------------------


def test_a_run_says_where_it_ended_and_how_many_did_too(paths: ChartPage) -> None:
    paths.update(paths_view())
    expect(paths.readout).to_have_text(
        f"run 1: {MINUS}10.0000 (after 12 iterations, found by 2 runs)"
    )
    said = paths.press("End")
    assert said == f"run 4: {MINUS}9.0000 (after 8 iterations, set aside as spurious)"


def test_up_and_down_go_to_the_next_higher_and_lower_end(paths: ChartPage) -> None:
    paths.update(paths_view())
    assert paths.press("ArrowUp").startswith("run 1:")
    assert paths.press("ArrowDown").startswith("run 2:")
    assert paths.press("ArrowUp", "ArrowUp", "ArrowUp").startswith("run 4:")
    assert paths.press("ArrowLeft").startswith("run 3:")


def test_a_click_picks_the_run_whose_path_is_nearest(paths: ChartPage) -> None:
    paths.update(paths_view())
    box = paths.canvas.bounding_box()
    assert box
    paths.page.mouse.click(box["x"] + 0.8 * box["width"], box["y"] + 0.6 * box["height"])
    assert paths.told() == [{"pick": 2}]  # the only one that goes on so long


def test_plain_and_accelerated_em_are_compared_by_what_they_cost(paths: ChartPage) -> None:
    view = paths_view(chosen=2)
    plain, fast = view["runs"][1], view["runs"][3]
    plain |= {"name": "Plain EM", "eSteps": list(range(31))}
    fast |= {"name": "SQUAREM", "eSteps": [3 * t for t in range(9)], "setAside": None}
    paths.update({**view, "runs": [plain, fast]})
    before = paths.picture()
    paths.page.get_by_role("combobox", name="Along").select_option("E-steps")
    assert paths.picture() != before
    assert paths.press("End").startswith(f"SQUAREM: {MINUS}9.0000 (after 24 E-steps")


def test_a_search_without_e_steps_offers_no_choice(paths: ChartPage) -> None:
    paths.update(paths_view())
    expect(paths.page.get_by_role("combobox")).to_have_count(0)


def test_beginnings_far_below_are_left_out_and_brought_back(paths: ChartPage) -> None:
    paths.update(paths_view())
    expect(paths.note).to_have_text("Zoomed in: the paths begin below this axis.")
    zoomed = paths.picture()
    paths.page.get_by_role("button", name="Show the whole paths").click()
    expect(paths.note).to_be_hidden()
    assert paths.picture() != zoomed
