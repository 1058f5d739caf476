"""A student fits the classic example and reads every number of the answer."""

import pytest
from playwright.sync_api import expect

from support.hosting import HostedFolder
from support.lab import AFTER, TEN_NUMBERS, Lab

pytestmark = pytest.mark.both_engines

HUNDREDTH_MILLIONTH = 1e-8


def test_the_log_likelihood_after_each_iteration_is_the_exact_one(bench: Lab) -> None:
    bench.type_start()
    for iterations, exact in AFTER.items():
        bench.type_limits(str(iterations), tolerance="0")
        bench.calculate()
        assert bench.figure("Iterations") == iterations
        assert abs(bench.figure("Log-likelihood") - exact) < HUNDREDTH_MILLIONTH


def test_the_parameters_stand_beside_their_start(bench: Lab) -> None:
    bench.type_start()
    bench.type_limits("100", tolerance="1e-12")
    bench.calculate()
    rows = [[bench.parameter(row, column) for column in range(6)] for row in (1, 2)]
    assert rows[0] == [0.5, 0.360886, 55, 54.6149, 5, 5.87122]
    assert rows[1] == [0.5, 0.639114, 80, 80.0911, 5, 5.86773]
    expect(bench.ending).to_contain_text("Converged after")
    expect(bench.status).to_contain_text("Converged after")


def test_the_criteria_follow_from_the_log_likelihood(bench: Lab) -> None:
    log_likelihood = bench.figure("Log-likelihood")
    assert bench.figure("Free parameters") == 5
    assert bench.figure("AIC") == pytest.approx(10 - 2 * log_likelihood, abs=1e-9)
    assert bench.figure("BIC") == pytest.approx(5 * 5.605802066295998 - 2 * log_likelihood)


def test_responsibilities_of_every_value_sum_to_one(bench: Lab) -> None:
    bench.choose_sample(TEN_NUMBERS)
    bench.calculate()
    rows = bench.responsibilities.get_by_role("row").filter(has=bench.page.locator("td")).all()
    table = [[float(cell) for cell in row.inner_text().split()] for row in rows if row.inner_text()]
    assert [row[1] for row in table] == [1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4]
    assert all(row[2] + row[3] == pytest.approx(1.0, abs=1e-4) for row in table)


def test_all_digits_are_shown_on_demand(bench: Lab) -> None:
    final_mean = bench.parameters.get_by_role("row", name="Component 1").get_by_role("cell").nth(3)
    short = final_mean.inner_text()
    bench.page.get_by_role("checkbox", name="All digits").check()
    expect(final_mean).not_to_have_text(short)
    long = final_mean.inner_text()
    bench.page.get_by_role("checkbox", name="All digits").uncheck()
    assert len(long) > 14
    assert f"{float(long):.6g}" == short


def test_three_components_can_be_asked_for(bench: Lab) -> None:
    bench.type_number("Components", "3")
    expect(bench.field("Standard deviation 3")).not_to_have_value("")
    bench.calculate()
    assert bench.parameters.get_by_role("rowheader").all_inner_texts()[-1] == "Component 3"
    assert bench.figure("Free parameters") == 8
    assert bench.figure("Log-likelihood") > -1034.0018


def test_typed_start_values_come_back_with_the_row_they_stood_in(bench: Lab) -> None:
    bench.type_number("Mean 2", "77.25")
    bench.type_number("Components", "1")
    expect(bench.field("Mean 2")).to_have_count(0)
    bench.type_number("Components", "2")
    expect(bench.field("Mean 2")).to_have_value("77.25")


def test_the_foot_of_the_page_says_that_the_kernel_computed(bench: Lab) -> None:
    bench.calculate()
    expect(bench.page.locator("#versions")).to_contain_text("last fit: kernel (C, SIMD)")


def test_the_whole_job_says_nothing_in_the_console_and_asks_no_other_host(
    bench: Lab, lab: HostedFolder
) -> None:
    assert bench.heard.console == []
    assert bench.heard.errors == []
    assert bench.heard.off_origin(lab.origin) == []
    assert any(url.endswith(".whl") for url in bench.heard.requests)
