"""Contours: lines of equal height, held against functions whose lines are known."""

import math
from collections import Counter
from collections.abc import Callable

import pytest

from support.modules import Modules

SIDE = [-1 + i / 20 for i in range(41)]
LEVEL = 0.2613  # its circle meets no corner of the grid
RADIUS = math.sqrt(LEVEL)


def contour(
    modules: Modules, f: Callable[[float, float], float], level: float, side: list[float] = SIDE
) -> list[tuple[float, float, float, float]]:
    """The pieces of the line, each as x, y of both ends."""
    values = [f(x, y) for y in side for x in side]
    script = "({ contour }, [x, values, level]) => [...contour({ x, y: x, values }, level)]"
    flat = modules.run("charts/contours.js", script, [side, values, level])
    return [tuple(flat[i : i + 4]) for i in range(0, len(flat), 4)]  # pyright: ignore


def ends(pieces: list[tuple[float, float, float, float]]) -> list[tuple[float, float]]:
    return [end for x1, y1, x2, y2 in pieces for end in ((x1, y1), (x2, y2))]


def test_the_line_on_a_slope_is_straight_and_exact(modules: Modules) -> None:
    pieces = contour(modules, lambda x, y: x + 2 * y, 0.3)
    assert pieces
    for x, y in ends(pieces):
        assert x + 2 * y == pytest.approx(0.3, abs=1e-12)  # rounding


def test_the_line_on_a_bowl_is_a_closed_circle(modules: Modules) -> None:
    pieces = contour(modules, lambda x, y: x * x + y * y, LEVEL)
    for x, y in ends(pieces):
        # Between two grid lines h apart a parabola leaves its chord by at most h^2/4.
        assert math.hypot(x, y) == pytest.approx(RADIUS, abs=0.05**2)
    meetings = Counter((round(x, 9), round(y, 9)) for x, y in ends(pieces))
    assert set(meetings.values()) == {2}


def test_the_circle_is_as_long_as_a_circle(modules: Modules) -> None:
    pieces = contour(modules, lambda x, y: x * x + y * y, LEVEL)
    length = sum(math.hypot(x2 - x1, y2 - y1) for x1, y1, x2, y2 in pieces)
    assert length == pytest.approx(2 * math.pi * RADIUS, rel=0.005)  # chords cut corners


@pytest.mark.parametrize("sign", [1, -1])
def test_a_saddle_is_cut_so_that_its_middle_lies_on_the_right_side(
    modules: Modules, sign: int
) -> None:
    # A cell whose middle is 0: seen from above the level, or from below it.
    pieces = contour(modules, lambda x, y: x * y, -0.5 * sign, [-1.0, 1.0])
    assert len(pieces) == 2
    for x1, y1, x2, y2 in pieces:
        middle = (x1 + x2) / 2 * (y1 + y2) / 2
        assert middle * sign < 0  # the pieces cut off corners of the other sign


@pytest.mark.parametrize("level", [-0.1, 2.1])
def test_there_is_no_line_above_the_top_or_below_the_bottom(modules: Modules, level: float) -> None:
    assert contour(modules, lambda x, y: x * x + y * y, level) == []


def test_levels_halve_from_the_peak_down(modules: Modules) -> None:
    assert modules.call("charts/contours.js", "halvings", [0.5, 8, 0], 3) == [4, 2, 1]
    assert modules.call("charts/contours.js", "halvings", [0, 0], 3) == []
