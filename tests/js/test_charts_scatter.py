"""The scatter chart: what it draws, reads, picks and lets people drag."""

from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from support.accessibility import violations
from support.charts import ChartPage, outline, scatter_view


@pytest.fixture
def chart(page: Page, site_url: str) -> ChartPage:
    """The chart with nothing to show yet."""
    return ChartPage(page, site_url, "scatter-chart.js", "mountScatterChart")


@pytest.fixture
def groups(chart: ChartPage) -> ChartPage:
    """The chart with two groups."""
    chart.update(scatter_view())
    return chart


GRID = [-1 + 12 * i / 20 for i in range(21)]
LABELS = {"name": "kind", "codes": [0.0] * 30 + [1.0] * 30, "values": ["round", "square"]}
GRIPS = [
    {"component": j, "mean": list(mean), "outline": outline(mean, 1)}
    for j, mean in enumerate([(4, 3), (6, 5)])
]


# --- drawing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"components": [], "responsibilities": None},
        {"labels": LABELS, "shapes": True},
        {"labels": LABELS, "colouring": "label"},
        {"colouring": "hard"},
        {"ghost": scatter_view()["components"]},
        {"density": {"x": GRID, "y": GRID, "values": [x + y for y in GRID for x in GRID]}},
        {"isometric": True},
        {"shown": 7},
        {"grips": GRIPS},
    ],
    ids=["no-fit", "shapes", "labels", "hard", "start", "density", "isometric", "shown", "grips"],
)
def test_every_kind_of_view_is_drawn(chart: ChartPage, changes: dict[str, Any]) -> None:
    errors: list[str] = []
    chart.page.on("pageerror", lambda error: errors.append(str(error)))
    empty = chart.picture()
    chart.update(scatter_view(**changes))
    assert chart.picture() != empty
    assert errors == []


def test_the_same_numbers_again_make_the_same_picture(groups: ChartPage) -> None:
    before = groups.picture()
    groups.update(scatter_view(components=[]))
    assert groups.picture() != before
    groups.update(scatter_view())
    assert groups.picture() == before


def test_the_readers_theme_repaints_the_points(groups: ChartPage) -> None:
    before = groups.picture()
    groups.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert groups.picture() != before


def test_a_value_that_is_no_number_is_passed_over(chart: ChartPage) -> None:
    view = scatter_view()
    view["values"][:2] = [float("nan"), float("inf")]
    chart.update(view)
    assert chart.press("End").startswith("row 60")


# --- reading and picking -----------------------------------------------------------------------


def test_a_row_is_read_with_its_values_and_responsibilities(groups: ChartPage) -> None:
    assert groups.press("Home") == (
        "row 1, length 2.000 mm, width 2.000, Component 1 1.000, Component 2 0.000"
    )


def test_the_rows_numbers_are_those_of_the_file(chart: ChartPage) -> None:
    chart.update(scatter_view(rowNumbers=[10.0 + i for i in range(60)], labels=LABELS))
    assert chart.press("End").startswith("row 69,")
    expect(chart.readout).to_contain_text("kind square")


def test_arrow_keys_go_to_the_next_point_in_their_direction(groups: ChartPage) -> None:
    x, y = position(groups.press("Home"))
    right, _ = position(groups.press("ArrowRight"))
    assert right > x
    _, up = position(groups.press("Home", "ArrowUp"))
    assert up > y


def position(said: str) -> tuple[float, float]:
    _, length, width, *_ = said.split(", ")
    return float(length.split()[1]), float(width.split()[1])


def test_pointing_reads_without_drawing_the_points_again(groups: ChartPage) -> None:
    groups.page.evaluate(
        """() => {
          window.rasters = 0; // how often points were put into pixels
          const put = CanvasRenderingContext2D.prototype.putImageData;
          CanvasRenderingContext2D.prototype.putImageData = function (...args) {
            window.rasters += 1;
            return put.apply(this, args);
          };
        }"""
    )
    x, y = spot(groups, 2, 2)
    before = groups.picture()
    groups.page.evaluate("rasters = 0")
    groups.page.mouse.move(x, y)
    expect(groups.readout).to_contain_text("row 1")
    assert groups.picture() != before
    assert groups.page.evaluate("rasters") == 0
    groups.update(scatter_view())  # new arrays: now they are
    assert groups.page.evaluate("rasters") == 1


def spot(chart: ChartPage, x: float, y: float) -> tuple[float, float]:
    """Where on the screen values lie: found by asking a handle put there."""
    grip = {"component": 0, "mean": [x, y], "outline": None}
    chart.update(scatter_view(grips=[grip]))
    box = chart.figure.locator(".chart-grip").bounding_box() or {}
    chart.update(scatter_view())
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_and_enter_pick_a_row(groups: ChartPage) -> None:
    groups.page.mouse.click(*spot(groups, 2, 2))
    assert groups.told() == [{"pick": 0}]
    groups.press("End", "Enter")
    assert groups.told() == [{"pick": 59}]


def test_a_click_where_nothing_lies_picks_nothing(groups: ChartPage) -> None:
    groups.page.mouse.click(*spot(groups, 2, 6))
    assert groups.told() == []


def test_the_chosen_row_is_marked(groups: ChartPage) -> None:
    before = groups.picture()
    groups.update(scatter_view(shown=3))
    assert groups.picture() != before


# --- dragging a start --------------------------------------------------------------------------


@pytest.fixture
def start(chart: ChartPage) -> ChartPage:
    """A start that can be dragged."""
    chart.update(scatter_view(grips=GRIPS))
    return chart


def drags(chart: ChartPage) -> list[dict[str, Any]]:
    return [told["drag"] for told in chart.told()]


def test_a_centre_is_dragged_by_the_mouse(start: ChartPage) -> None:
    grip = start.page.get_by_role("slider", name="Drag mean 1")
    box = grip.bounding_box() or {}
    x, y = box["x"] + 12, box["y"] + 12
    before = start.picture()
    start.page.mouse.move(x, y)
    start.page.mouse.down()
    start.page.mouse.move(x + 40, y - 20)
    start.page.mouse.move(x + 80, y - 20)
    during = start.picture()
    start.page.mouse.up()
    told = drags(start)
    assert [one["isLast"] for one in told] == [False, False, True]
    assert {(one["component"], one["field"]) for one in told} == {(0, "mean")}
    assert told[-1]["value"][0] > 4
    assert told[-1]["value"][1] > 3
    assert during != before
    expect(grip).to_have_attribute("aria-valuenow", str(told[-1]["value"][0]))


def test_a_centre_is_moved_by_keys_a_pixel_at_a_time(start: ChartPage) -> None:
    grip = start.page.get_by_role("slider", name="Drag mean 2")
    grip.press("ArrowRight")
    grip.press("Shift+ArrowDown")
    right, down = drags(start)
    assert right["isLast"]
    assert right["value"][0] > 6
    assert right["value"][1] == pytest.approx(5)
    assert down["value"][1] < 5
    assert down["value"][0] == pytest.approx(right["value"][0])
    assert start.told() == []


PRESS_TWICE = """(grip) => {
  for (let press = 0; press < 2; press += 1) {
    grip.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  }
}"""


def test_a_key_builds_on_the_one_before_even_if_nothing_was_painted_between(
    start: ChartPage,
) -> None:
    start.page.get_by_role("slider", name="Drag mean 2").evaluate(PRESS_TWICE)
    once, twice = (one["value"][0] for one in drags(start))
    assert once > 6
    assert twice - 6 == pytest.approx(2 * (once - 6))


def test_an_edge_is_dragged_to_scale_the_spread(start: ChartPage) -> None:
    grip = start.page.get_by_role("slider", name="Drag spread 1")
    box = grip.bounding_box() or {}
    centre = start.page.get_by_role("slider", name="Drag mean 1").bounding_box() or {}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    radius = x - (centre["x"] + centre["width"] / 2)
    start.page.mouse.move(x, y)
    start.page.mouse.down()
    start.page.mouse.move(x + radius / 2, y)
    start.page.mouse.up()
    last = drags(start)[-1]
    assert (last["field"], last["isLast"]) == ("scale", True)
    assert last["value"] == pytest.approx(1.5, abs=0.02)  # whole pixels


@pytest.mark.parametrize("context_options", [{"has_touch": True}])
def test_a_centre_is_dragged_by_a_finger(start: ChartPage) -> None:
    grip = start.page.get_by_role("slider", name="Drag mean 1")
    box = grip.bounding_box() or {}
    finger = start.page.context.new_cdp_session(start.page)
    touch(finger, "touchStart", box["x"] + 12, box["y"] + 12)
    touch(finger, "touchMove", box["x"] + 60, box["y"] + 12)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    last = drags(start)[-1]
    assert last["isLast"]
    assert last["value"][0] > 4


def touch(finger: CDPSession, kind: str, x: float, y: float) -> None:
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})


def test_an_outline_follows_a_mean_that_the_page_has_moved(start: ChartPage) -> None:
    edge = start.page.get_by_role("slider", name="Drag spread 1")
    before = edge.bounding_box() or {}
    start.update(scatter_view(grips=[{**GRIPS[0], "mean": [5, 3]}]))
    after = edge.bounding_box() or {}
    assert after["x"] > before["x"] + 20
    assert after["y"] == pytest.approx(before["y"], abs=1)  # to whole pixels


def test_a_new_view_puts_the_handles_where_it_says(start: ChartPage) -> None:
    grip = start.page.get_by_role("slider", name="Drag mean 1")
    grip.press("Shift+ArrowRight")
    start.update(scatter_view(grips=GRIPS))
    expect(grip).to_have_attribute("aria-valuenow", "4")
    start.update(scatter_view())
    expect(start.figure.locator(".chart-grip")).to_have_count(0)


# --- many points -------------------------------------------------------------------------------


def test_a_hundred_thousand_points_are_drawn_in_slices_and_read(chart: ChartPage) -> None:
    chart.page.evaluate(
        """async (view) => {
          const n = 100_000;
          const steps = [0.7548776662, 0.5698402910]; // evenly over the square
          const at = (_, i) => ((i >> 1) * steps[i % 2]) % 1;
          const values = Float64Array.from({ length: 2 * n }, at);
          const responsibilities = Float64Array.from({ length: 2 * n }, (_, i) => i % 2);
          const components = view.components.map((one) => ({ ...one, outlines: [] }));
          chart.update({ ...view, values, responsibilities, components });
        }""",
        scatter_view(),
    )
    chart.page.wait_for_function(
        """() => {
          const canvas = document.querySelector("canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let painted = 0;
          for (let i = 3; i < data.length; i += 4) painted += data[i] > 0;
          return painted > data.length / 12; // a third of all pixels
        }"""
    )
    assert chart.press("End").startswith("row 100000,")


# --- saving and reading by machine -------------------------------------------------------------


def test_the_numbers_behind_the_chart_are_tables(groups: ChartPage) -> None:
    groups.numbers.click()
    centres = groups.page.get_by_role("table", name="Centres")
    expect(centres.get_by_role("row").nth(2).get_by_role("cell")).to_have_text(["8", "6"])
    points = groups.page.get_by_role("table", name="Points")
    expect(points.get_by_role("row")).to_have_count(1 + 60)


def test_a_saved_picture_holds_the_points(groups: ChartPage) -> None:
    sizes = groups.page.evaluate(
        """async (bare) => {
          const size = async () => (await chart.toBlob()).size;
          const whole = await size();
          chart.update({ ...bare, values: new Float64Array(), responsibilities: null });
          return [whole, await size()];
        }""",
        scatter_view(components=[]),
    )
    assert sizes[0] > 1.2 * sizes[1]


def test_a_saved_drawing_holds_outlines_as_paths_and_points_as_an_image(
    groups: ChartPage,
) -> None:
    kinds = groups.page.evaluate(
        """async () => {
          const text = await (await chart.toSvg()).text();
          const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
          return ["image", "path", "text"].map((tag) => drawing.querySelectorAll(tag).length);
        }"""
    )
    image, path, text = kinds
    assert image == 1
    assert path >= 4  # two outlines of each component
    assert text > 10  # numbers along the axes, names, titles


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(start: ChartPage, scheme: str) -> None:
    start.page.emulate_media(color_scheme=scheme)  # pyright: ignore
    start.numbers.click()
    start.press("ArrowRight")
    assert violations(start.page) == []
