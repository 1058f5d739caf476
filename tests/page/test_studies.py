"""A person chooses how many components there are, with evidence, and looks at the choice."""

import re

import pytest
from playwright.sync_api import expect

from support.lab import Lab
from support.rooms import Study, unfolded

BOTH_COLUMNS = "Old Faithful: length of an eruption and wait for the next (272 by 2)"


@pytest.fixture
def study(bench: Lab) -> Study:
    """The room, with both columns of Old Faithful on the bench."""
    choose_both_columns(bench)
    return Study(bench.page)


def choose_both_columns(bench: Lab) -> None:
    """Old Faithful as a table."""
    bench.sample.select_option(BOTH_COLUMNS)
    expect(bench.feedback).to_contain_text("To be fitted: eruptions, waiting")


def test_bic_chooses_three_tied_components_and_a_press_shows_them(bench: Lab, study: Study) -> None:
    study.compare("4", "full", "tied")
    expect(study.standing).to_contain_text("BIC prefers 3 tied")
    assert study.row("3 components, tied")[:1] == ["2314.2957 best"]
    assert study.row("3 components, tied")[4:] == ["-1126.3159", "11"]
    study.fit("3 components, tied").click()
    expect(bench.ending).to_contain_text("This is the fit with 3 tied from the table below.")
    assert abs(bench.figure("Log-likelihood") - -1126.315928) < 1e-6
    assert bench.figure("Free parameters") == 11


def test_a_comparison_that_is_stopped_keeps_its_rows(study: Study) -> None:
    study.up_to.fill("16")
    study.tick("full", "tied", "diag", "spherical")
    study.compare_button.click()
    expect(study.standing).to_contain_text(re.compile(r"^([3-9]|\d\d) of 64 fits done"))
    study.stop_button.click()
    expect(study.standing).to_contain_text(re.compile(r"Stopped after \d+ of 64 fits\."))
    rows = study.rows()
    assert 3 <= rows < 64
    study.fit("2 components, full").click()
    expect(study.page.locator("#ending")).to_contain_text("This is the fit with 2 full")


def test_cross_validation_marks_its_best_too(bench: Lab) -> None:
    study = Study(bench.page)
    study.room.get_by_role("checkbox", name="with").check()
    study.room.get_by_role("spinbutton", name="Folds").fill("3")
    study.compare("2", "full")
    expect(study.standing).to_contain_text("cross-validation prefers 2 full")
    assert "best" in study.row("2 components, full")[3]
    study.room.get_by_role("checkbox", name="with").uncheck()


def test_what_cannot_be_compared_is_said_beside_it(study: Study) -> None:
    study.up_to.fill("99")
    study.compare_button.click()
    expect(study.fault).to_contain_text("number of components is 99")
    expect(study.up_to).to_have_attribute("aria-invalid", "true")
    study.up_to.fill("2")
    study.tick()
    study.compare_button.click()
    expect(study.fault).to_contain_text("No covariance structure was chosen. Tick at least one.")


def test_one_component_more_is_tested_by_simulation(bench: Lab) -> None:
    study = Study(bench.page)
    study.room.get_by_role("spinbutton", name="Test").fill("1")
    study.room.get_by_role("spinbutton", name="Simulated samples").fill("9")
    study.test_button.click()
    expect(study.verdict).to_contain_text("the statistic, twice the gain in log-likelihood")
    expect(study.verdict).to_contain_text("122.574")
    expect(study.verdict).to_contain_text("0 of the 9 simulated samples gain as much, so p = 0.1")
    expect(study.verdict).to_contain_text("With so few samples p cannot be smaller")


def test_a_test_that_is_stopped_tells_the_p_value_so_far(bench: Lab) -> None:
    study = Study(bench.page)
    study.room.get_by_role("spinbutton", name="Simulated samples").fill("5000")
    study.test_button.click()
    expect(study.verdict).to_contain_text("so far")
    study.stop_test_button.click()
    expect(study.verdict).to_contain_text(re.compile(r"of the [\d,]+ of 5,000 simulated samples"))
    expect(study.verdict).to_contain_text("It was stopped before its end.")


def test_kmeans_is_set_beside_the_fit(bench: Lab) -> None:
    room = unfolded(bench.page, "Beside EM")
    room.get_by_role("button", name="Group the rows").click()
    standing = bench.page.locator("#beside-standing")
    expect(standing).to_contain_text("k-means finds 2 groups, of 172 and 100 rows.")
    expect(standing).to_contain_text("on 271 of 272 rows; the adjusted Rand index is 0.985")
    cells = room.get_by_role("table", name="Rows in each component").get_by_role("cell")
    assert [cell for cell in cells.all_inner_texts() if cell] == ["0", "99", "172", "1"]
    room.get_by_text("1 row on which they differ").click()
    listed = room.get_by_role("table", name="Rows on which they differ").locator("tbody tr")
    assert len(listed.all()) == 1
    expect(room.locator("figure canvas")).to_have_count(2)


def test_hierarchical_clustering_has_a_linkage(bench: Lab) -> None:
    room = unfolded(bench.page, "Beside EM")
    room.get_by_role("combobox", name="Method").select_option("hierarchical clustering")
    room.get_by_role("combobox", name="Linkage").select_option("single")
    room.get_by_role("spinbutton", name="Groups").fill("3")
    room.get_by_role("button", name="Group the rows").click()
    standing = bench.page.locator("#beside-standing")
    expect(standing).to_contain_text("Hierarchical clustering (single) finds 3 groups")
    room.get_by_role("combobox", name="Method").select_option("k-means")
    room.get_by_role("spinbutton", name="Groups").fill("")
    choose_both_columns(bench)
    expect(standing).to_contain_text("The data or the fit have changed since.")


def test_folding_a_room_loses_nothing(study: Study) -> None:
    study.compare("2", "tied")
    heading = study.room.get_by_role("heading", name="How many components?")
    heading.click()
    expect(study.table).to_be_hidden()
    heading.click()
    assert study.rows() == 2
    expect(study.up_to).to_have_value("2")
