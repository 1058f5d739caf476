"""Points: their colours, their order, their pixels, and which of them lies where."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.modules import Modules

THEME = {
    "inkSoft": "rgb(1, 2, 3)",
    "components": [
        {"line": f"rgb({200 - 10 * j}, {20 * j}, {5 * j})", "text": "#000000", "dash": []}
        for j in range(8)
    ],
}
COORDINATES = st.tuples(st.integers(0, 40), st.integers(0, 40))


# --- colours -----------------------------------------------------------------------------------


def colours(modules: Modules, data: dict[str, object], n: int) -> list[list[int]]:
    script = """({ colourBy }, [data, theme, n]) => {
      const colourOf = colourBy(data, theme);
      return Array.from({ length: n }, (_, row) => {
        const out = new Uint8Array(3);
        colourOf(row, out);
        return [...out];
      });
    }"""
    return modules.run("charts/points/colours.js", script, [data, THEME, n])


SHARES = {"k": 2, "responsibilities": [1, 0, 0, 1, 0.4, 0.6], "labels": [3, float("nan"), 0]}


def test_a_point_mixes_the_light_of_its_components(modules: Modules) -> None:
    first, second, mixed = colours(modules, {**SHARES, "colouring": "soft"}, 3)
    assert first == pytest.approx([200, 0, 0], abs=1)  # a table of 4,096 steps rounds
    assert second == pytest.approx([190, 20, 5], abs=1)
    assert all(min(a, b) <= m <= max(a, b) for a, b, m in zip(first, second, mixed, strict=True))


def test_hard_colours_are_those_of_the_likeliest_component(modules: Modules) -> None:
    found = colours(modules, {**SHARES, "colouring": "hard"}, 3)
    assert found[2] == found[1] == pytest.approx([190, 20, 5], abs=1)


def test_colours_by_label_leave_rows_without_a_label_grey(modules: Modules) -> None:
    found = colours(modules, {**SHARES, "colouring": "label"}, 3)
    assert found[0] == pytest.approx([170, 60, 15], abs=1)
    assert found[1] == pytest.approx([1, 2, 3], abs=1)


# --- order -------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5000))
def test_every_point_has_its_turn_once(modules: Modules, n: int) -> None:
    step = modules.call("charts/points/raster.js", "mixedOrder", n)
    assert math.gcd(step, n) == 1


# --- pixels ------------------------------------------------------------------------------------

RASTER = """({ rasterise }, [clouds]) => {
  const scale = (at) => ({ from: 0, to: 40, start: at, end: at + 40 });
  const made = rasterise(clouds.map(({ at, points, rows }) => ({
    values: Float64Array.from(points.flat()), d: 2, columns: [0, 1],
    rows: Uint32Array.from(rows ?? points.keys()),
    x: scale(at), y: scale(0), box: { left: at, right: at + 40, top: 0, bottom: 40 }, ratio: 1,
    colourOf: (_row, out) => out.set([10, 200, 30]), shapeOf: null,
    radius: 2, rim: 0, rimColour: new Uint8Array(3), opacity: 1,
  })));
  let step = made.next();
  while (!step.done) step = made.next();
  const { width, height, data } = step.value;
  const painted = [];
  for (let i = 0; i < width * height; i += 1) {
    const colour = data.slice(4 * i, 4 * i + 4);
    if (colour[3] > 0) painted.push([i % width, Math.floor(i / width), ...colour]);
  }
  return { width, height, painted };
}"""


def test_a_point_is_drawn_where_it_lies_in_its_colour(modules: Modules) -> None:
    seen = modules.run("charts/points/raster.js", RASTER, [[{"at": 0, "points": [[30, 10]]}]])
    assert (seen["width"], seen["height"]) == (40, 40)
    middle = next(pixel for pixel in seen["painted"] if pixel[:2] == [30, 10])
    assert middle[2:] == pytest.approx([10, 200, 30, 255], abs=2)  # whole steps of 1/256
    assert {abs(x - 30) <= 3 and abs(y - 10) <= 3 for x, y, *_ in seen["painted"]} == {True}


def test_a_point_stays_inside_the_box_of_its_cloud(modules: Modules) -> None:
    clouds = [{"at": 0, "points": [[39.5, 20], [55, 20]]}, {"at": 40, "points": []}]
    seen = modules.run("charts/points/raster.js", RASTER, [clouds])
    assert seen["width"] == 80
    assert max(x for x, *_ in seen["painted"]) == 39


def test_only_the_rows_asked_for_are_drawn(modules: Modules) -> None:
    clouds = [{"at": 0, "points": [[10, 10], [30, 30]], "rows": [1]}]
    seen = modules.run("charts/points/raster.js", RASTER, [clouds])
    assert min(x for x, *_ in seen["painted"]) > 20


# --- which point lies where ----------------------------------------------------------------------

HIT = """({ nearestPoint, pointAhead }, [points, pixel, direction]) => {
  const scale = { at: (value) => value };
  const cloud = {
    values: Float64Array.from(points.flat()), d: 2, axes: [{ column: 0 }, { column: 1 }],
    rows: Uint32Array.from(points.keys()),
  };
  return direction ? pointAhead(cloud, { x: scale, y: scale }, pixel, direction)
    : nearestPoint(cloud, { x: scale, y: scale }, pixel, 10);
}"""


@settings(max_examples=80, deadline=None)
@given(st.lists(COORDINATES, max_size=30), COORDINATES)
def test_the_nearest_point_within_reach_is_found(
    modules: Modules, points: list[tuple[int, int]], at: tuple[int, int]
) -> None:
    pixel = {"x": at[0], "y": at[1]}
    found = modules.run("charts/scatter/hit.js", HIT, [points, pixel, None])
    near = [math.dist(point, at) for point in points if math.dist(point, at) <= 10]
    assert (found >= 0) == bool(near)
    if near:
        assert math.dist(points[found], at) == min(near)


@pytest.mark.parametrize(
    ("direction", "place"), [([1, 0], 1), ([-1, 0], 0), ([0, 1], 3), ([0, -1], 2)]
)
def test_a_key_leads_to_the_point_in_its_direction(
    modules: Modules, direction: list[int], place: int
) -> None:
    points = [[5, 21], [35, 19], [21, 5], [19, 35]]
    pixel = {"x": 20, "y": 20}
    assert modules.run("charts/scatter/hit.js", HIT, [points, pixel, direction]) == place


def test_nothing_lies_ahead_of_the_last_point(modules: Modules) -> None:
    found = modules.run("charts/scatter/hit.js", HIT, [[[5, 5]], {"x": 5, "y": 5}, [1, 0]])
    assert found == -1


# --- marks that step aside ---------------------------------------------------------------------

BOX = {"left": 0, "right": 200, "top": 0, "bottom": 200}


def spread(modules: Modules, wishes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    marks = [{"x": x, "y": y} for x, y in wishes]
    found = modules.call("charts/spread-marks.js", "spreadMarks", marks, 20, BOX)
    return [(spot["x"], spot["y"]) for spot in found]


def test_a_mark_with_room_stays_where_it_is(modules: Modules) -> None:
    assert spread(modules, [(50, 50), (90, 50)]) == [(50, 50), (90, 50)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), max_size=16))
def test_no_mark_lies_on_another(modules: Modules, wishes: list[tuple[float, float]]) -> None:
    spots = spread(modules, wishes)
    for i, one in enumerate(spots):
        assert 0 <= one[0] <= 200
        assert 0 <= one[1] <= 200
        assert all(math.dist(one, other) >= 20 - 1e-9 for other in spots[:i])  # rounding
