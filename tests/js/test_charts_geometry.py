"""The pure geometry of the charts: finding, thinning, placing, mixing, zooming."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.modules import Modules

# --- search ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "place"), [(-5, 0), (0.4, 0), (0.6, 1), (2.9, 2), (3.2, 2), (99, 3)]
)
def test_the_nearest_of_sorted_values_is_found(modules: Modules, value: float, place: int) -> None:
    assert modules.call("charts/search.js", "nearest", [0, 1, 3, 10], value) == place


def test_nothing_is_nearest_among_no_values(modules: Modules) -> None:
    assert modules.call("charts/search.js", "nearest", [], 1) == -1


@pytest.mark.parametrize(
    ("value", "place"), [(39, -1), (40, 0), (44.9, 0), (45, 1), (50, 1), (50.1, -1)]
)
def test_a_bin_owns_its_left_edge_and_the_last_bin_both(
    modules: Modules, value: float, place: int
) -> None:
    assert modules.call("charts/search.js", "binOf", [40, 45, 50], value) == place


# --- thinning a long path ----------------------------------------------------------------------


def kept(modules: Modules, values: list[float], columns: int) -> list[int]:
    script = "({ decimate }, [values, columns]) => [...decimate(values, 0, columns)]"
    return modules.run("charts/decimate.js", script, [values, columns])


def test_a_short_path_is_kept_whole(modules: Modules) -> None:
    assert kept(modules, [3, 1, 2], 10) == [0, 1, 2]


def test_no_path_leaves_nothing(modules: Modules) -> None:
    assert kept(modules, [], 10) == []


def test_a_single_spike_among_a_hundred_thousand_points_is_kept(modules: Modules) -> None:
    script = """({ decimate }) => {
      const values = new Float64Array(100_000).fill(-1034);
      values[77_777] = -900;
      const kept = decimate(values, 0, 800);
      return [kept.length, kept.includes(77_777), kept[0], kept[kept.length - 1]];
    }"""
    length, has_spike, first, last = modules.run("charts/decimate.js", script)
    assert (has_spike, first, last) == (True, 0, 99_999)
    assert length <= 4 * 800


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=1, max_size=300), st.integers(1, 20))
def test_a_thinned_path_reaches_as_high_and_as_low_in_every_column(
    modules: Modules, values: list[int], columns: int
) -> None:
    indexes = kept(modules, values, columns)
    n = len(values)
    assert indexes == sorted(set(indexes))
    for column in range(columns if n > 4 * columns else 0):
        first, end = column * n // columns, (column + 1) * n // columns
        drawn = [values[i] for i in indexes if first <= i < end]
        whole = values[first:end]
        assert (min(drawn), max(drawn)) == (min(whole), max(whole))
        assert (drawn[0], drawn[-1]) == (whole[0], whole[-1])


# --- placing names -----------------------------------------------------------------------------

BOUNDS = {"left": 0, "right": 600, "top": 0, "bottom": 300}
HEIGHT = 20


def places(modules: Modules, labels: list[dict[str, float]], skyline: float) -> list[Any]:
    script = """({ placeLabels }, [labels, height, bounds, skyline]) =>
      placeLabels(labels, height, bounds, () => skyline)"""
    return modules.run("charts/labels.js", script, [labels, HEIGHT, BOUNDS, skyline])


def test_a_lone_name_stands_in_the_middle_over_its_peak(modules: Modules) -> None:
    assert places(modules, [{"x": 300, "width": 100}], 120) == [{"left": 250, "foot": 120}]


def test_a_name_near_the_side_stays_inside(modules: Modules) -> None:
    assert places(modules, [{"x": 590, "width": 100}], 120) == [{"left": 500, "foot": 120}]


def test_names_of_one_place_are_stacked_while_there_is_room_above(modules: Modules) -> None:
    placed = places(modules, [{"x": 300, "width": 100}] * 2, 120)
    assert placed == [{"left": 250, "foot": 120}, {"left": 250, "foot": 100}]


def test_names_of_one_place_step_aside_when_there_is_no_room_above(modules: Modules) -> None:
    first, second = places(modules, [{"x": 300, "width": 100}] * 2, 25)
    assert first["foot"] == second["foot"] == 25
    assert abs(first["left"] - second["left"]) >= 100


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({"x": st.floats(0, 600), "width": st.floats(60, 140)}),
        min_size=1,
        max_size=4,
    ),
    st.floats(-50, 290),
)
def test_no_name_covers_another(
    modules: Modules, labels: list[dict[str, float]], skyline: float
) -> None:
    boxes = [
        (place["left"], place["left"] + label["width"], place["foot"] - HEIGHT, place["foot"])
        for place, label in zip(places(modules, labels, skyline), labels, strict=True)
    ]
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            across = min(a[1], b[1]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[2], b[2])
            assert min(across, down) <= 1e-9  # pixels: nothing but rounding


# --- legend ------------------------------------------------------------------------------------


def test_a_legend_that_fits_stands_on_one_row(modules: Modules) -> None:
    layout = modules.call("charts/marks/legend.js", "layoutLegend", [30, 50], 400)
    assert (layout["rows"], layout["places"][0]) == (1, {"x": 0, "row": 0})


def test_a_long_legend_is_set_in_columns_within_its_room(modules: Modules) -> None:
    layout = modules.call("charts/marks/legend.js", "layoutLegend", [80] * 18, 300)
    columns = {place["x"] for place in layout["places"]}
    assert len(columns) == 2
    assert layout["rows"] == 9
    assert layout["width"] <= 300


# --- colours -----------------------------------------------------------------------------------


def mixed(modules: Modules, colours: list[str], responsibilities: list[float], row: int) -> str:
    script = """({ lightOf, mixedColour }, [colours, shares, row]) =>
      mixedColour(colours.map(lightOf), Float64Array.from(shares), row)"""
    return modules.run("charts/colour.js", script, [colours, responsibilities, row])


def test_a_point_of_one_component_has_its_colour(modules: Modules) -> None:
    colours = ["rgb(0, 114, 178)", "#d65f05"]
    shares = [1, 0, 0, 1]
    assert mixed(modules, colours, shares, 0) == "rgb(0, 114, 178)"
    assert mixed(modules, colours, shares, 1) == "rgb(214, 95, 5)"


def test_a_shared_point_mixes_light_and_not_code_values(modules: Modules) -> None:
    # Half the light of white is code 188 in sRGB; half the code value would be 128.
    assert mixed(modules, ["#000000", "#ffffff"], [0.5, 0.5], 0) == "rgb(188, 188, 188)"


# --- zooming into a path -----------------------------------------------------------------------


def window_start(modules: Modules, path: list[float]) -> int:
    return modules.call("charts/likelihood/window.js", "windowStart", path)


def decay(n: int, ratio: float, first_gain: float = 0.0) -> list[float]:
    """A path that closes the gap to -1034 by the same ratio every time, after a first leap."""
    return [-1034 - first_gain, *(-1034 - 0.2 * ratio**t for t in range(n))]


def test_a_steep_first_gain_is_left_below_the_axis(modules: Modules) -> None:
    assert window_start(modules, decay(35, 0.5, first_gain=500)) == 1


def test_a_path_that_rises_all_along_is_shown_whole(modules: Modules) -> None:
    assert window_start(modules, [float(t) for t in range(100)]) == 0


def test_a_late_rise_after_a_plateau_is_shown_whole(modules: Modules) -> None:
    assert window_start(modules, [-1100.0] * 50 + [-1034.0] * 50) == 0


def test_a_short_path_is_shown_whole(modules: Modules) -> None:
    assert window_start(modules, [-1500, -1034.2, -1034.1, -1034.05]) == 0


def test_a_path_that_settles_at_once_is_not_magnified_into_noise(modules: Modules) -> None:
    assert window_start(modules, [-1500.0] + [-1034 + 1e-12 * (t % 2) for t in range(60)]) == 0


def test_a_start_that_is_impossible_is_left_below_the_axis(modules: Modules) -> None:
    assert window_start(modules, [float("-inf"), *decay(35, 0.9)]) == 1


@pytest.mark.parametrize(
    ("start", "note"),
    [
        (0, ""),
        (1, "Zoomed in: the start lies below this axis."),
        (2, "Zoomed in: the start and iteration 1 lie below this axis."),
        (4, "Zoomed in: the start and iterations 1 to 3 lie below this axis."),
    ],
)
def test_what_is_left_out_is_said(modules: Modules, start: int, note: str) -> None:
    assert modules.call("charts/likelihood/window.js", "windowNote", start) == note


# --- how high the density axis reaches ---------------------------------------------------------


def reach(modules: Modules, bars: list[float], mixture: list[float] | None) -> dict[str, float]:
    curves = mixture and {"mixture": mixture}
    view = {"histogram": {"densities": bars}, "curves": curves}
    return modules.call("charts/density/reach.js", "densityTop", view)


def test_the_axis_holds_bars_and_curve(modules: Modules) -> None:
    assert reach(modules, [0.1, 0.2], [0.3])["top"] == 0.3
    assert reach(modules, [0.1, 0.2], None)["top"] == 0.2


def test_a_collapsing_component_does_not_flatten_the_data(modules: Modules) -> None:
    assert reach(modules, [0.1, 0.2], [0.1, 1e6]) == {"top": 0.5, "peak": 1e6}


def test_an_empty_histogram_still_has_an_axis(modules: Modules) -> None:
    assert reach(modules, [], None)["top"] == 1
