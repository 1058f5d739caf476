"""The density chart: what it draws, says and tells a keyboard."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.accessibility import violations
from support.charts import ChartPage, density_view

SIXTEEN = density_view(k=16)


@pytest.fixture
def chart(page: Page, site_url: str) -> ChartPage:
    """The chart with nothing to show yet."""
    return ChartPage(page, site_url, "density-chart.js", "mountDensityChart")


@pytest.fixture
def faithful(chart: ChartPage) -> ChartPage:
    """The chart with two components."""
    chart.update(density_view())
    return chart


# --- drawing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("context_options", [{"device_scale_factor": ratio} for ratio in (1, 2)])
def test_the_canvas_has_a_pixel_for_every_pixel_of_the_screen(faithful: ChartPage) -> None:
    ratio, drawn, shown = faithful.canvas.evaluate(
        """(c) => {
          const { width, height } = c.getBoundingClientRect();
          return [devicePixelRatio, [c.width, c.height], [width, height]];
        }"""
    )
    # A box may end between two pixels; the browser then rounds either way.
    assert drawn == pytest.approx([ratio * side for side in shown], abs=1)


def test_the_same_numbers_again_make_the_same_picture(faithful: ChartPage) -> None:
    before = faithful.picture()
    faithful.update(SIXTEEN)
    assert faithful.picture() != before
    faithful.update(density_view())
    assert faithful.picture() == before


def test_a_new_width_is_drawn_anew(faithful: ChartPage) -> None:
    faithful.page.set_viewport_size({"width": 300, "height": 700})
    faithful.drawn()
    drawn, shown = faithful.canvas.evaluate("(c) => [c.width, c.clientWidth]")
    assert drawn == shown <= 300


def test_a_legend_of_many_components_makes_the_chart_taller(chart: ChartPage) -> None:
    chart.page.set_viewport_size({"width": 320, "height": 700})
    chart.update(density_view())
    chart.drawn()
    low = chart.canvas.evaluate("(c) => c.clientHeight")
    chart.update(SIXTEEN)
    chart.drawn()
    assert chart.canvas.evaluate("(c) => c.clientHeight") >= low + 8 * 18  # rows


@pytest.mark.parametrize(
    "view",
    [
        density_view(k=1),
        density_view(offset=1e8),
        density_view(scale=1e-10),
        {**density_view(), "curves": None, "components": []},
        {**density_view(), "points": None, "responsibilities": None},
        {**density_view(), "ghost": density_view()["curves"]},
    ],
    ids=["one", "offset", "tiny", "no-fit-yet", "many-points", "start"],
)
def test_every_kind_of_view_is_drawn(chart: ChartPage, view: dict[str, Any]) -> None:
    errors: list[str] = []
    chart.page.on("pageerror", lambda error: errors.append(str(error)))
    empty = chart.picture()
    chart.update(view)
    assert chart.picture() != empty
    assert errors == []


def test_no_view_clears_the_chart(faithful: ChartPage) -> None:
    faithful.update(None)
    expect(faithful.canvas).to_have_attribute("aria-label", "Nothing to draw yet")
    expect(faithful.readout).to_have_text("")
    blank = "(c) => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.every((v) => !v)"
    faithful.drawn()
    assert faithful.canvas.evaluate(blank)


def test_a_peak_beyond_the_axis_is_said(chart: ChartPage) -> None:
    view = density_view()
    chart.update(view)
    expect(chart.note).to_be_hidden()
    view["curves"]["mixture"][100] = 123.4
    chart.update(view)
    expect(chart.note).to_have_text("The curve rises to 123, beyond the top of the chart.")


# --- looks -------------------------------------------------------------------------------------


def test_the_readers_theme_repaints_the_chart(faithful: ChartPage) -> None:
    before = faithful.picture()
    faithful.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert faithful.picture() != before


def test_the_systems_theme_and_forced_colours_repaint_the_chart(faithful: ChartPage) -> None:
    light = faithful.picture()
    faithful.page.emulate_media(color_scheme="dark")
    dark = faithful.picture()
    faithful.page.emulate_media(color_scheme="dark", forced_colors="active")
    assert len({light, dark, faithful.picture()}) == 3


def test_a_saved_picture_is_a_png_on_white_three_times_as_fine_and_as_wide_as_a_text(
    faithful: ChartPage,
) -> None:
    kind, width, corner = faithful.page.evaluate(
        """async () => {
          const blob = await chart.toBlob();
          const image = await createImageBitmap(blob);
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          const corner = [...context.getImageData(0, 0, 1, 1).data];
          return [blob.type, image.width, corner];
        }"""
    )
    assert kind == "image/png"
    assert width == 3 * (668 + 2 * 16)
    assert corner == [255, 255, 255, 255]


# --- reading -----------------------------------------------------------------------------------


def test_the_canvas_has_the_summary_as_its_text(faithful: ChartPage) -> None:
    expect(faithful.canvas).to_have_attribute("aria-label", "Histogram of 272 values of waiting.")


def test_the_keyboard_begins_at_the_highest_point(faithful: ChartPage) -> None:
    said = faithful.press("ArrowRight")
    x = float(re.match(r"waiting ([\d.]+) min", said)[1])  # pyright: ignore
    view = density_view()["curves"]
    assert view["mixture"][view["x"].index(x)] == max(view["mixture"])


def test_what_is_read_comes_from_the_arrays(faithful: ChartPage) -> None:
    assert faithful.press("Home").startswith("waiting 37.00 min, count 0 (outside the data)")
    faithful.press("End", *["Shift+ArrowLeft"] * 6)
    place = int(faithful.handle.get_attribute("aria-valuenow") or "")
    view = density_view()["curves"]
    expect(faithful.readout).to_contain_text(f"mixture {view['mixture'][place]:#.3g}")
    expect(faithful.readout).to_contain_text(f"r = {view['responsibilities'][1][place]:.3f}")


def test_a_leap_is_ten_steps(faithful: ChartPage) -> None:
    faithful.press("Home", *["ArrowRight"] * 10)
    steps = faithful.handle.get_attribute("aria-valuenow")
    faithful.press("Home", "Shift+ArrowRight")
    leap = faithful.handle.get_attribute("aria-valuenow")
    # Steps and leaps land on the nearest place of the grid, so they may differ by rounding.
    assert int(leap or "") == pytest.approx(int(steps or ""), abs=5)
    assert int(leap or "") > 5


def test_a_step_passes_over_places_too_close_to_see(chart: ChartPage) -> None:
    view = density_view()
    x = [*(37 + 1e-6 * i for i in range(50)), *view["curves"]["x"][1:]]
    view["curves"] = {"x": x, "mixture": x, "components": [x, x]}
    chart.update(view)
    chart.press("Home", "ArrowRight")
    assert int(chart.handle.get_attribute("aria-valuenow") or "") >= 50


def test_a_step_reaches_the_next_place_however_far_it_is(chart: ChartPage) -> None:
    chart.update({**density_view(), "curves": None, "components": []})
    chart.press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft")
    expect(chart.handle).to_have_attribute("aria-valuenow", "2")
    expect(chart.readout).to_have_text("waiting 52.50 min count 32 (50 to 55)")


def test_escape_and_leaving_put_the_cursor_away(faithful: ChartPage) -> None:
    idle = faithful.readout.inner_text()
    faithful.press("ArrowRight")
    expect(faithful.readout).to_contain_text("mixture")
    faithful.press("Escape")
    expect(faithful.readout).to_have_text(idle)
    faithful.press("ArrowRight")
    faithful.numbers.focus()
    expect(faithful.readout).to_have_text(idle)


def test_the_pointer_reads_the_place_below_it(faithful: ChartPage) -> None:
    before = faithful.picture()
    faithful.handle.hover()
    expect(faithful.readout).to_contain_text("Component 1")
    assert faithful.picture() != before
    faithful.page.mouse.move(0, 0)
    expect(faithful.readout).not_to_contain_text("Component 1")
    assert faithful.picture() == before


def test_the_readout_keeps_its_height(faithful: ChartPage) -> None:
    place = "(figure) => figure.querySelector('details').getBoundingClientRect().top"
    idle = faithful.figure.evaluate(place)
    faithful.press("ArrowRight")
    assert faithful.figure.evaluate(place) == idle


def test_of_many_components_only_those_that_matter_are_read_out(chart: ChartPage) -> None:
    chart.update(SIXTEEN)
    said = chart.press("Home")
    named = re.findall(r"Component (\d+)", said)
    assert named[0] == "1"
    assert len(named) < 16


# --- picking and dragging ------------------------------------------------------------------------


def test_a_click_picks_the_nearest_point_of_the_rug(faithful: ChartPage) -> None:
    points = density_view()["points"]
    faithful.press("Home", "Enter")
    faithful.press("End", "Enter")
    assert faithful.told() == [{"pick": 0}, {"pick": len(points) - 1}]
    faithful.handle.click()
    (middle,) = faithful.told()
    assert 0 < middle["pick"] < len(points) - 1


def test_the_chosen_point_is_marked_in_the_rug(faithful: ChartPage) -> None:
    before = faithful.picture()
    faithful.update({**density_view(), "shown": 5})
    assert faithful.picture() != before


@pytest.fixture
def start(chart: ChartPage) -> ChartPage:
    """Two starts that can be dragged, with the curves that Python drew for them."""
    view = density_view()
    grips = [{"component": j, "mean": 60.0 + 20 * j, "standardDeviation": 6.0} for j in (0, 1)]
    chart.update({**view, "ghost": view["curves"], "grips": grips})
    return chart


def test_a_mean_is_dragged_and_its_curve_goes_with_it(start: ChartPage) -> None:
    grip = start.page.get_by_role("slider", name="Drag mean 1")
    expect(grip).to_have_attribute("aria-valuetext", "60.00 min")
    box = grip.bounding_box() or {}
    before = start.picture()
    start.page.mouse.move(box["x"] + 12, box["y"] + 12)
    start.page.mouse.down()
    start.page.mouse.move(box["x"] + 60, box["y"] + 80)
    assert start.picture() != before
    start.page.mouse.up()
    during, last = [told["drag"] for told in start.told()]
    assert (last["component"], last["field"], during["isLast"], last["isLast"]) == (
        0,
        "mean",
        False,
        True,
    )
    assert last["value"] > 60
    moved = grip.bounding_box() or {}
    assert moved["x"] - box["x"] == pytest.approx(48, abs=1)  # to whole pixels
    assert moved["y"] == pytest.approx(box["y"], abs=1)  # a normal curve only moves


def test_a_narrower_start_has_a_higher_curve(start: ChartPage) -> None:
    mean = start.page.get_by_role("slider", name="Drag mean 2")
    high = (mean.bounding_box() or {})["y"]
    edge = start.page.get_by_role("slider", name="Drag standard deviation 2")
    edge.press("Shift+ArrowLeft")
    (told,) = start.told()
    assert told["drag"]["field"] == "standardDeviation"
    assert 0 < told["drag"]["value"] < 6
    start.drawn()
    assert (mean.bounding_box() or {})["y"] < high


def test_a_standard_deviation_never_reaches_zero(start: ChartPage) -> None:
    edge = start.page.get_by_role("slider", name="Drag standard deviation 1")
    for _ in range(30):
        edge.press("Shift+ArrowLeft")
    values = [told["drag"]["value"] for told in start.told()]
    assert min(values) > 0


def test_handles_of_equal_starts_do_not_cover_each_other(start: ChartPage) -> None:
    view = density_view()
    grips = [{"component": j, "mean": 70.0, "standardDeviation": 6.0} for j in (0, 1)]
    start.update({**view, "ghost": view["curves"], "grips": grips})
    one, other = [
        start.page.get_by_role("slider", name=f"Drag mean {j}").bounding_box() or {} for j in (1, 2)
    ]
    assert one["x"] == pytest.approx(other["x"], abs=1)
    assert abs(one["y"] - other["y"]) >= one["height"]


# --- numbers -----------------------------------------------------------------------------------


def test_the_numbers_behind_the_chart_are_tables(faithful: ChartPage) -> None:
    faithful.numbers.click()
    bins = faithful.page.get_by_role("table", name="Histogram")
    expect(bins.get_by_role("row")).to_have_count(1 + 12)
    first = bins.get_by_role("row").nth(1)
    expect(first.get_by_role("rowheader")).to_have_text("40")
    expect(first.get_by_role("cell")).to_have_text(["45", "1", "0.000735294"])
    grid = faithful.page.get_by_role("table", name="Curves, at 60 of the 265 places drawn")
    expect(grid.get_by_role("row")).to_have_count(1 + 60)
    expect(grid.get_by_role("rowheader").last).to_have_text("103")


def test_an_open_table_follows_the_view(faithful: ChartPage) -> None:
    faithful.numbers.click()
    faithful.update({**density_view(k=3), "name": "pause"})
    grid = faithful.page.get_by_role("table", name="Curves")
    expect(grid.get_by_role("columnheader")).to_have_text(
        ["pause", "Mixture", "Component 1", "Component 2", "Component 3"]
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(faithful: ChartPage, scheme: str) -> None:
    faithful.page.emulate_media(color_scheme=scheme)  # pyright: ignore
    faithful.numbers.click()
    faithful.press("ArrowRight")
    assert violations(faithful.page) == []


def test_a_destroyed_chart_leaves_nothing_behind(faithful: ChartPage) -> None:
    canvas, handle = faithful.canvas.element_handle(), faithful.handle.element_handle()
    faithful.page.evaluate("chart.destroy()")
    assert canvas.evaluate("(c) => [c.width, c.height]") == [0, 0]  # its memory is given back
    assert faithful.figure.evaluate("(figure) => figure.childNodes.length") == 0
    handle.evaluate("(element) => element.setAttribute('aria-valuetext', 'untouched')")
    faithful.page.emulate_media(color_scheme="dark")
    faithful.page.set_viewport_size({"width": 400, "height": 400})
    faithful.drawn()
    assert canvas.evaluate("(c) => [c.width, c.height]") == [0, 0]
    assert handle.get_attribute("aria-valuetext") == "untouched"
