"""Zooming: which part of a span is seen, and how a chart lets people choose it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from support.charts import ChartPage, density_view, likelihood_view, scatter_view
from support.modules import Modules

ZOOM = "charts/zoom.js"
WHOLE = [10, 20]


# --- windows -----------------------------------------------------------------------------------


def test_twice_as_close_shows_half_and_keeps_the_anchor_in_its_place(modules: Modules) -> None:
    assert modules.call(ZOOM, "closer", None, WHOLE, 2, 12) == [11, 16]
    assert modules.call(ZOOM, "closer", [11, 16], WHOLE, 2, 12) == [11.5, 14]


def test_further_away_than_the_whole_is_the_whole(modules: Modules) -> None:
    assert modules.call(ZOOM, "closer", [11, 16], WHOLE, 0.5, 12) is None


def test_there_is_an_end_to_zooming_in(modules: Modules) -> None:
    low, high = modules.call(ZOOM, "closer", None, WHOLE, 1e9, 12)
    assert high - low == pytest.approx(10 / 1000)


def test_a_window_moves_as_far_as_the_whole_reaches(modules: Modules) -> None:
    assert modules.call(ZOOM, "moved", [11, 16], WHOLE, 2) == [13, 18]
    assert modules.call(ZOOM, "moved", [11, 16], WHOLE, 99) == [15, 20]
    assert modules.call(ZOOM, "moved", None, WHOLE, 2) is None


def test_a_value_outside_is_revealed_by_the_shortest_way(modules: Modules) -> None:
    assert modules.call(ZOOM, "revealing", [12, 14], WHOLE, 13) == [12, 14]
    assert modules.call(ZOOM, "revealing", [12, 14], WHOLE, 15) == pytest.approx([13.2, 15.2])
    assert modules.call(ZOOM, "revealing", [12, 14], WHOLE, 20) == [18, 20]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0.2, 5), st.floats(-2, 3)), max_size=8))
def test_no_window_reaches_beyond_the_whole(
    modules: Modules, moves: list[tuple[float, float]]
) -> None:
    script = """({ closer, moved }, moves) => moves.reduce((seen, [factor, at]) =>
      moved(closer(seen, [0, 1], factor, at), [0, 1], at), null)"""
    low, high = modules.run(ZOOM, script, moves) or [0, 1]
    assert -1e-12 <= low < high <= 1 + 1e-12  # rounding


# --- on a chart --------------------------------------------------------------------------------


@pytest.fixture
def scatter(page: Page, site_url: str) -> ChartPage:
    """Two groups of points."""
    chart = ChartPage(page, site_url, "scatter-chart.js", "mountScatterChart")
    chart.update(scatter_view())
    return chart


@pytest.fixture
def density(page: Page, site_url: str) -> ChartPage:
    """A histogram with two components."""
    chart = ChartPage(page, site_url, "density-chart.js", "mountDensityChart")
    chart.update(density_view())
    return chart


def zoom(chart: ChartPage, name: str) -> None:
    """Press one of the buttons."""
    chart.figure.get_by_role("button", name=name, exact=True).click()
    chart.drawn()


def said(chart: ChartPage) -> str:
    """What was announced last."""
    return chart.figure.locator("[aria-live=polite]").inner_text()


@pytest.fixture(params=["scatter", "density"])
def either(request: pytest.FixtureRequest, page: Page, site_url: str) -> ChartPage:
    """Each of the two."""
    kind = request.param
    chart = ChartPage(page, site_url, f"{kind}-chart.js", f"mount{kind.title()}Chart")
    chart.update(scatter_view() if kind == "scatter" else density_view())
    return chart


def test_buttons_zoom_in_and_back_to_the_same_picture(either: ChartPage) -> None:
    chart = either
    whole = chart.picture()
    zoom(chart, "Zoom in")
    closer = chart.picture()
    zoom(chart, "Zoom in")
    zoom(chart, "Zoom out")
    assert whole != closer
    zoom(chart, "Whole")
    chart.figure.get_by_text("Data behind this chart").hover()
    assert chart.picture() == whole
    assert said(chart) == "The whole chart is shown."


def test_a_zoom_is_announced_with_what_is_seen(density: ChartPage) -> None:
    zoom(density, "Zoom in")
    # From 37 to 103 around the middle, 1.6 times closer.
    assert said(density) == "Zoomed in 1.6 times: across from 49.4 to 90.6."


def test_keys_zoom_around_the_place_being_read(density: ChartPage) -> None:
    density.press("Home", "+", "+")
    assert said(density).startswith("Zoomed in 2.6 times: across from 37 to")
    density.press("0")
    assert said(density) == "The whole chart is shown."


def test_the_chart_follows_the_keyboard(density: ChartPage) -> None:
    density.press("Home", "+", "+", "+", "+")
    before = density.picture()
    density.press("End")
    assert density.picture() != before
    expect(density.readout).to_contain_text("waiting 103.00 min")
    density.press("-")
    assert said(density).endswith("to 103.")


def wheel(chart: ChartPage, key: str) -> bool:
    """Turn the wheel over the chart; whether the page is left to scroll."""
    return chart.handle.evaluate(
        """(handle, key) => handle.dispatchEvent(new WheelEvent("wheel", {
          deltaY: -100, clientX: 300, clientY: 100, bubbles: true, cancelable: true, [key]: true,
        }))""",
        key,
    )


def test_the_wheel_alone_scrolls_the_page(scatter: ChartPage) -> None:
    before = scatter.picture()
    assert wheel(scatter, "none")
    assert scatter.picture() == before


@pytest.mark.parametrize("key", ["ctrlKey", "metaKey"])
def test_the_wheel_zooms_with_the_key_that_zooms(scatter: ChartPage, key: str) -> None:
    before = scatter.picture()
    assert not wheel(scatter, key)
    assert scatter.picture() != before


def drag(chart: ChartPage, by: float) -> None:
    """Press in the middle of the chart, move, and let go."""
    box = chart.handle.bounding_box() or {}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    chart.page.mouse.move(x, y)
    chart.page.mouse.down()
    chart.page.mouse.move(x + by / 2, y)
    chart.page.mouse.move(x + by, y)
    chart.page.mouse.up()
    chart.page.mouse.move(0, 0)


def test_a_zoomed_chart_is_dragged_and_the_whole_one_is_not(scatter: ChartPage) -> None:
    whole = scatter.picture()
    drag(scatter, 80)
    assert scatter.picture() == whole
    zoom(scatter, "Zoom in")
    scatter.page.mouse.move(0, 0)
    zoomed = scatter.picture()
    drag(scatter, 80)
    assert scatter.picture() != zoomed
    assert scatter.told() == []  # a drag is no click


@pytest.mark.parametrize("context_options", [{"has_touch": True}])
def test_two_fingers_zoom_and_one_moves_what_is_zoomed(scatter: ChartPage) -> None:
    before = scatter.picture()
    box = scatter.handle.bounding_box() or {}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger = scatter.page.context.new_cdp_session(scatter.page)

    def touch(kind: str, *across: float) -> None:
        points = [{"x": x + by, "y": y, "id": i} for i, by in enumerate(across)]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", -30, 30)
    touch("touchMove", -60, 60)
    touch("touchMove", -90, 90)
    touch("touchEnd")
    assert scatter.picture() != before
    whole = scatter.figure.get_by_role("button", name="Whole")
    expect(whole).to_be_enabled()
    assert scatter.told() == []
    expect(scatter.handle).to_have_css("touch-action", "none")
    whole.click()
    expect(scatter.handle).to_have_css("touch-action", "pan-y")


def test_other_data_are_seen_whole(density: ChartPage) -> None:
    zoom(density, "Zoom in")
    whole = density.figure.get_by_role("button", name="Whole")
    expect(whole).to_be_enabled()
    density.update(density_view(offset=1000))
    expect(whole).to_be_disabled()


def test_a_path_is_zoomed_along_its_iterations(page: Page, site_url: str) -> None:
    chart = ChartPage(page, site_url, "likelihood-chart.js", "mountLikelihoodChart")
    chart.update(likelihood_view([-100 + 0.5 * t for t in range(81)]))
    whole = chart.picture()
    chart.press("Home", "+")
    assert said(chart) == "Zoomed in 1.6 times: across from 0 to 50."
    assert chart.picture() != whole
