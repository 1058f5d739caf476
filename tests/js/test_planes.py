"""What the charts of several variables are told: outlines, directions, columns."""

from typing import Any

import pytest

from support.modules import Modules

MARGINALS = "state/planes/marginals.js"
OUTLINES = "state/planes/outlines.js"
DIRECTIONS = "state/planes/directions.js"
QUESTIONS = "state/planes/questions.js"


def test_outlines_are_cut_out_of_their_array_plane_by_plane(modules: Modules) -> None:
    # 2 planes, 3 components, 2 levels, 2 points: numbered in order.
    script = """({ outlinesOf }) => {
      const body = { params: { weights: [1, 1, 1] }, levels: [1, 2], outline_points: 2 };
      const cut = outlinesOf(Float64Array.from({ length: 48 }, (_, i) => i), body, 2);
      return [cut.length, cut[0].length, [...cut[0][0][0]], [...cut[1][2][1]]];
    }"""
    assert modules.run(OUTLINES, script) == [2, 3, [0, 1, 2, 3], [44, 45, 46, 47]]


def test_bars_and_curves_are_cut_out_of_their_arrays_column_by_column(modules: Modules) -> None:
    # columns 1 and 4 of 2 and 1 bars, 2 components, 2 places: numbered in order.
    script = """({ marginalsOf }) => {
      const count = (length) => Float64Array.from({ length }, (_, i) => i);
      const arrays = {
        marginal_bars: [2, 1],
        marginal_edges: count(5),
        marginal_densities: count(3),
        marginal_x: count(4),
        marginal_mixture: count(4),
        marginal_components: count(8),
      };
      const body = { columns: [1, 4], params: { weights: [0.5, 0.5] } };
      return marginalsOf({ body, arrays }).map(({ column, histogram, curves }) => [
        column,
        [...histogram.edges],
        [...histogram.densities],
        [...curves.x],
        curves.components.map((ys) => [...ys]),
      ]);
    }"""
    assert modules.run(MARGINALS, script) == [
        [1, [0, 1, 2], [0, 1], [0, 1], [[0, 1], [2, 3]]],
        [4, [3, 4], [2], [2, 3], [[4, 5], [6, 7]]],
    ]
    assert (
        modules.run(MARGINALS, "({ marginalsOf }) => marginalsOf({ body: {}, arrays: {} })") == []
    )


@pytest.mark.parametrize(
    ("directions", "named"),
    [
        ([9, 0, 1, 1], ["mostly short", "mostly wide"]),
        ([1, 0, 1, -1], ["mostly wide and short", "mostly wide"]),
    ],
)
def test_a_direction_is_named_after_the_columns_that_weigh_most(
    modules: Modules, directions: list[float], named: list[str]
) -> None:
    # short reaches from 0 to 1 and wide from 0 to 1.2, so that coefficients weigh differently.
    x = [0, 0, 1, 1.2]
    assert modules.call(DIRECTIONS, "directionNames", directions, x, ["short", "wide"]) == named


def state(d: int, planes: list[list[int]], columns: list[int] | None = None) -> dict[str, Any]:
    frame = {"body": {"fit": 7, "iteration": 3, "planes": planes}}
    return {
        "planes": {"columns": columns},
        "results": {"result": {"report": {"d": d}}, "frame": frame},
    }


def test_the_first_five_columns_are_drawn_until_others_are_chosen(modules: Modules) -> None:
    assert modules.call(QUESTIONS, "drawnColumns", state(8, [])) == [0, 1, 2, 3, 4]
    assert modules.call(QUESTIONS, "drawnColumns", state(3, [])) == [0, 1, 2]
    assert modules.call(QUESTIONS, "drawnColumns", state(8, [], [1, 7])) == [1, 7]


def test_outlines_are_asked_for_only_where_they_are_missing(modules: Modules) -> None:
    known = [[0, 1], [0, 2], [1, 2]]
    assert modules.call(QUESTIONS, "outlinesQuestion", state(3, known)) is None
    assert modules.call(QUESTIONS, "outlinesQuestion", state(2, [])) is None
    asked = modules.call(QUESTIONS, "outlinesQuestion", state(4, known, [0, 3]))
    assert asked == {"command": "frame", "body": {"fit": 7, "iteration": 3, "planes": [[0, 3]]}}
