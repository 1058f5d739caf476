"""The pairs chart: every two columns, a row seen in all of them, columns to choose."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.accessibility import violations
from support.charts import DRAWN, TYPED, ChartPage
from support.modules import Modules

VIEW = "charts/pairs/view.js"


def pairs_view(columns: list[int], d: int = 6, n: int = 40) -> dict[str, Any]:
    """Columns that rise, each shifted."""
    return {
        "values": [float((i * (j + 3)) % n + j) for i in range(n) for j in range(d)],
        "d": d,
        "choices": [{"name": f"column {j + 1}", "column": j} for j in range(d)],
        "k": 1,
        "responsibilities": [1.0] * n,
        "components": [{"name": "Component 1"}],
        "planes": [],
        "chosen": columns,
        "summary": "Pairs of columns.",
    }


@pytest.fixture
def chart(page: Page, site_url: str) -> ChartPage:
    """The chart with the first three of six columns."""
    chart = ChartPage(page, site_url, "pairs-chart.js", "mountPairsChart")
    show(chart, pairs_view([0, 1, 2]))
    return chart


def show(chart: ChartPage, view: dict[str, Any]) -> None:
    chart.page.evaluate(
        f"""async (view) => {{
          {TYPED}
          chart.update({{ ...typed(view), columns: view.chosen }});
          await {DRAWN};
          await {DRAWN};
        }}""",
        view,
    )


def test_the_planes_lie_below_the_diagonal(modules: Modules) -> None:
    planes = modules.call(VIEW, "lowerPlanes", [0, 2, 5])
    assert [(p["across"], p["up"], p["row"], p["column"]) for p in planes] == [
        (0, 2, 1, 0),
        (0, 5, 2, 0),
        (2, 5, 2, 1),
    ]


@pytest.mark.parametrize(
    ("columns", "column", "after"),
    [
        ([0, 3], 1, [0, 1, 3]),
        ([0, 1, 3], 1, [0, 3]),
        ([0, 3], 3, [0, 3]),  # fewer than two
        ([0, 1, 2, 3, 4], 5, [0, 1, 2, 3, 4]),  # more than five
    ],
)
def test_a_choice_keeps_two_to_five_columns_in_order(
    modules: Modules, columns: list[int], column: int, after: list[int]
) -> None:
    assert modules.call(VIEW, "toggled", columns, column) == after


def test_other_columns_are_drawn_and_asked_for(chart: ChartPage) -> None:
    before = chart.picture()
    chart.page.get_by_role("checkbox", name="column 5").check()
    assert chart.told() == [{"columns": [0, 1, 2, 4]}]
    assert chart.picture() != before


def test_no_more_than_five_columns_can_be_ticked(chart: ChartPage) -> None:
    show(chart, pairs_view([0, 1, 2, 3, 4]))
    expect(chart.page.get_by_role("checkbox", name="column 6")).to_be_disabled()
    show(chart, pairs_view([0, 1]))
    expect(chart.page.get_by_role("checkbox", name="column 1")).to_be_disabled()


def marginal(column: int) -> dict[str, Any]:
    """Three bars, and one component over them."""
    heights = [0.01, 0.03, 0.01]
    return {
        "column": column,
        "histogram": {"edges": [0.0, 20, 40, 60], "densities": heights},
        "curves": {"x": [0.0, 30, 60], "mixture": heights, "components": [heights]},
    }


def test_the_bars_of_each_column_stand_on_the_diagonal(chart: ChartPage) -> None:
    before = chart.picture()
    show(chart, {**pairs_view([0, 1, 2]), "marginals": [marginal(0), marginal(1), marginal(4)]})
    assert chart.picture() != before
    chart.numbers.click()
    bars = chart.page.get_by_role("table", name="Histogram of")
    expect(bars).to_have_count(2)  # the third column's are not known, the fifth is not shown
    expect(bars.first.get_by_role("row").nth(2)).to_have_text("20400.03")


def test_bars_that_would_be_too_low_leave_the_names_alone(chart: ChartPage) -> None:
    chart.page.set_viewport_size({"width": 360, "height": 800})
    narrow = pairs_view([0, 1, 2, 3, 4])
    for choice in narrow["choices"]:
        choice["name"] = "a name of many lines"
    show(chart, narrow)
    before = chart.picture()
    show(chart, {**narrow, "marginals": [marginal(0)]})
    assert chart.picture() == before


def test_a_row_is_read_with_all_the_columns_shown(chart: ChartPage) -> None:
    assert chart.press("Home") == (
        "row 1, column 1 0.00, column 2 1.00, column 3 2.00, Component 1 1.000"
    )


def test_a_row_is_marked_in_every_chart_and_picked(chart: ChartPage) -> None:
    idle = chart.picture()
    chart.press("End")
    assert chart.picture() != idle
    chart.press("Enter")
    assert chart.told() == [{"pick": 39}]


def test_more_columns_make_no_chart_wider_than_the_page(chart: ChartPage) -> None:
    chart.page.set_viewport_size({"width": 360, "height": 800})
    show(chart, pairs_view([0, 1, 2, 3, 4]))
    assert chart.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_axe_finds_no_violation(chart: ChartPage) -> None:
    chart.numbers.click()
    assert violations(chart.page) == []
