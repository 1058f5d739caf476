"""Charts of models: criteria of a comparison, shares of rows, goodness of fit."""

import pytest
from playwright.sync_api import Page, expect

from support.accessibility import violations
from support.chart_views import NAN, bars_view, criteria_view, fit_view
from support.charts import ChartPage
from support.modules import Modules


@pytest.fixture
def criteria(page: Page, site_url: str) -> ChartPage:
    """Criteria by number of components."""
    return ChartPage(page, site_url, "criteria-chart.js", "mountCriteriaChart")


@pytest.fixture
def bars(page: Page, site_url: str) -> ChartPage:
    """Rows as stacked bars."""
    return ChartPage(page, site_url, "bars-chart.js", "mountBarsChart")


@pytest.fixture
def fit(page: Page, site_url: str) -> ChartPage:
    """Shares beside probabilities."""
    return ChartPage(page, site_url, "fit-chart.js", "mountFitChart")


# --- criteria ----------------------------------------------------------------------------------


def test_the_best_model_is_read_out_first(criteria: ChartPage) -> None:
    criteria.update(criteria_view())
    expect(criteria.readout).to_have_text("2 components, tied: BIC 99.000 (the best)")
    expect(criteria.canvas).to_have_attribute("aria-label", "BIC is best for 2 tied.")


def test_the_model_on_the_page_is_read_out_when_it_was_compared(criteria: ChartPage) -> None:
    criteria.update(criteria_view(chosen={"components": 1, "covariance": "full"}))
    expect(criteria.readout).to_have_text("1 component, full: BIC 120.000 (21.00 from the best)")
    criteria.update(criteria_view(chosen={"components": 7, "covariance": "full"}))
    expect(criteria.readout).to_contain_text("the best")


def test_another_criterion_has_its_own_best(criteria: ChartPage) -> None:
    criteria.update(criteria_view())
    before = criteria.picture()
    criteria.page.get_by_role("combobox", name="Criterion").select_option(
        "Cross-validated log-likelihood"
    )
    assert criteria.picture() != before
    expect(criteria.readout).to_contain_text("2 components, full:")
    criteria.update(criteria_view())
    expect(criteria.readout).to_contain_text("Cross-validated")


def test_arrows_follow_a_structure_and_compare_the_structures(criteria: ChartPage) -> None:
    criteria.update(criteria_view())
    assert criteria.press("ArrowLeft").startswith("2 components, tied:")
    assert criteria.press("ArrowLeft").startswith("1 component, tied:")
    assert criteria.press("ArrowUp").startswith("1 component, full:")
    assert criteria.press("ArrowRight", "ArrowRight").startswith("3 components, full:")
    assert criteria.press("ArrowUp").startswith("3 components, full:")


def test_a_click_picks_a_model(criteria: ChartPage) -> None:
    criteria.update(criteria_view())
    box = criteria.canvas.bounding_box()
    assert box
    criteria.page.mouse.click(box["x"] + 55, box["y"] + 30)
    assert criteria.told() == [{"pick": {"components": 1, "covariance": "full"}}]


def test_a_comparison_that_has_just_begun_is_drawn(criteria: ChartPage) -> None:
    errors: list[str] = []
    criteria.page.on("pageerror", lambda error: errors.append(str(error)))
    view = criteria_view()
    view["criteria"] = [
        {**view["criteria"][0], "values": {"full": [NAN] * 3, "tied": [NAN] * 3}, "best": None}
    ]
    criteria.update(view)
    expect(criteria.readout).to_have_text("Nothing known yet")
    view["criteria"][0]["values"] = {"full": [120.0, NAN, NAN]}
    criteria.update({**view, "criteria": [dict(view["criteria"][0])]})
    expect(criteria.readout).to_have_text("1 component, full: BIC 120.000")
    assert errors == []


def test_values_far_off_are_left_out_of_the_axis_and_it_says_so(criteria: ChartPage) -> None:
    view = criteria_view()
    view["criteria"][0]["values"] = {"full": [9000.0, 100.0, 104.0], "tied": [118.0, 99.0, 101.0]}
    criteria.update(view)
    expect(criteria.note).to_have_text("Zoomed in: some values lie above this axis.")


def test_the_numbers_behind_the_criteria_leave_out_what_is_not_known(criteria: ChartPage) -> None:
    criteria.update(criteria_view())
    criteria.numbers.click()
    row = criteria.page.get_by_role("table", name="BIC").get_by_role("row").last
    expect(row.get_by_role("cell")).to_have_text(["104", ""])


# --- shares of rows ----------------------------------------------------------------------------


def test_a_bar_says_the_shares_of_its_row(bars: ChartPage) -> None:
    values = [54.0 + i for i in range(10)]
    bars.update(bars_view(values=values, valueName="waiting", rowNumbers=list(range(11, 21))))
    said = bars.press("Home")
    assert said.startswith("row 11 (waiting = 54), Component 1 0.731, Component 2 0.269")


def test_bars_stand_in_the_order_that_is_given(bars: ChartPage) -> None:
    bars.update(bars_view(n=3, order=[2, 0, 1]))
    assert bars.press("Home").startswith("row 3,")
    bars.press("Enter")
    assert bars.told() == [{"pick": 2}]
    assert bars.press("ArrowRight").startswith("row 1,")


def test_the_row_chosen_on_the_page_is_framed_and_read(bars: ChartPage) -> None:
    bars.update(bars_view())
    before = bars.picture()
    bars.update(bars_view(shown=4))
    assert bars.picture() != before
    expect(bars.readout).to_contain_text("row 5")


def test_components_that_were_dropped_keep_the_others_names(bars: ChartPage) -> None:
    bars.update(bars_view(components={"plain": [0, 2]}))
    assert "Component 3" in bars.press("Home")


def test_a_hundred_thousand_rows_share_bars_and_are_all_read(bars: ChartPage) -> None:
    bars.page.evaluate(
        """() => {
          const n = 100_000;
          const share = (_, i) => (i % 2 ? 0.25 : 0.75);
          const responsibilities = Float64Array.from({ length: 2 * n }, share);
          chart.update({ components: [0, 1], responsibilities, summary: "Many rows." });
        }"""
    )
    bars.drawn()
    assert bars.press("End").startswith("row 100000,")
    bars.press("Home", "ArrowUp")  # to the next bar that can be seen
    assert int(bars.handle.get_attribute("aria-valuenow") or "") > 50


@pytest.mark.parametrize(("n", "room", "count"), [(3, 100, 3), (7, 3, 3), (1000, 64, 64)])
def test_shared_bars_are_the_means_of_their_rows(
    modules: Modules, n: int, room: int, count: int
) -> None:
    script = """({ binRows }, [n, room]) => {
      const responsibilities = Float64Array.from({ length: 2 * n }, (_, i) => {
        const share = (i >> 1) / n;
        return i % 2 ? 1 - share : share;
      });
      const scene = { n, k: 2, responsibilities, rowAt: (place) => place };
      const bins = binRows(scene, room);
      const members = Array.from({ length: n }, (_, place) => bins.of(place));
      const starts = Array.from({ length: bins.count }, (_, bin) => bins.from(bin));
      return [[...bins.tops[0]], [...bins.tops[1]], members, starts];
    }"""
    first, total, members, starts = modules.run("charts/bars/bins.js", script, [n, room])
    assert len(first) == count
    assert total == pytest.approx([1.0] * count)
    for bin_, start in enumerate(starts):
        rows = [place for place, own in enumerate(members) if own == bin_]
        assert rows[0] == start
        assert first[bin_] == pytest.approx(sum(row / n for row in rows) / len(rows))


# --- goodness of fit ---------------------------------------------------------------------------


def test_points_outside_the_band_are_counted(fit: ChartPage) -> None:
    fit.update(fit_view())
    expect(fit.readout).to_have_text("None of 40 points lie outside the 95 % band.")
    fit.update(fit_view(lift=0.3))
    expect(fit.readout).to_have_text("32 of 40 points lie outside the 95 % band.")


def test_a_point_says_what_is_expected_and_what_is_seen(fit: ChartPage) -> None:
    fit.update(fit_view(lift=0.3))
    said = fit.press("Home")
    assert said.startswith("expected 0.01250, seen 0.3125 (outside the 95 % band,")


def test_without_a_band_the_diagonal_is_the_measure(fit: ChartPage) -> None:
    fit.update(fit_view(lower=None, upper=None))
    expect(fit.readout).to_have_text("Points near the dashed diagonal are as the fit expects.")
    assert fit.press("Home") == "expected 0.01250, seen 0.01250"


def test_each_component_can_have_a_line_of_its_own(fit: ChartPage) -> None:
    fit.update(fit_view())
    before = fit.picture()
    view = fit_view()
    fit.update({**view, "parts": [{"component": 1, "y": [v**2 for v in view["x"]]}]})
    assert fit.picture() != before


@pytest.mark.parametrize(
    ("module", "mount", "view"),
    [
        ("criteria-chart.js", "mountCriteriaChart", criteria_view()),
        ("bars-chart.js", "mountBarsChart", bars_view(shown=2)),
        ("fit-chart.js", "mountFitChart", fit_view()),
    ],
    ids=["criteria", "bars", "fit"],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(
    page: Page, site_url: str, module: str, mount: str, view: dict, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # pyright: ignore
    chart = ChartPage(page, site_url, module, mount)
    chart.update(view)
    chart.numbers.click()
    chart.press("End")
    assert violations(page) == []
