"""A person reads the result of any model, looks at other runs, sorts rows, and takes it away."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

import emkit
from support.agreeing import nearly_equal
from support.at_desk import IRIS, SPECIES
from support.lab import Lab


@pytest.fixture(scope="module")
def iris(booted: Lab) -> Lab:
    """The page with Iris fitted by three full components, searched for from six starts."""
    booted.sample.select_option("iris")
    expect(booted.feedback).to_contain_text("150 rows")
    booted.page.get_by_role("combobox", name="Start", exact=True).select_option("kmeans++")
    booted.type_number("Restarts", "6")
    booted.type_limits("2000", tolerance="1e-13")
    expect(booted.field("Components")).to_have_value("3")
    booted.calculate()
    expect(booted.results).to_contain_text("Converged after")
    return booted


@pytest.fixture
def best(iris: Lab) -> Lab:
    """The same, showing the best run and its last iteration, rows in their own order."""
    room = iris.page.locator("#runs-room")
    if room.get_attribute("open") is None:
        room.locator("> summary").click()
    table = iris.page.get_by_role("table", name="Runs", exact=True)
    first = table.locator("tbody tr").first
    if first.get_attribute("aria-current") is None:
        first.get_by_role("button").click()
        expect(first).to_have_attribute("aria-current", "true")
    iris.field("Find row").fill("")
    return iris


def saved(lab: Lab, button: str) -> tuple[str, str]:
    """The name and the text of a file that a button gives."""
    with lab.page.expect_download() as started:
        lab.page.get_by_role("button", name=button, exact=True).click()
    return started.value.suggested_filename, Path(started.value.path()).read_text(encoding="utf-8")


def copied(lab: Lab, button: str, sentence: str) -> str:
    """What a button puts on the clipboard."""
    lab.page.get_by_role("button", name=button, exact=True).click()
    expect(lab.page.get_by_text(sentence)).to_be_visible()
    return lab.page.evaluate("navigator.clipboard.readText()")


def rows_shown(lab: Lab) -> list[list[str]]:
    """The cells of the rows of responsibilities that are in view."""
    rows = lab.responsibilities.locator("tbody tr[data-row]")
    return [row.locator("th, td").all_inner_texts() for row in rows.all()]


def test_the_known_maximum_of_iris_is_found(best: Lab) -> None:
    assert best.figure("Log-likelihood") == pytest.approx(-180.185477, abs=1e-6)
    assert best.figure("Free parameters") == 44
    assert best.figure("BIC") == pytest.approx(
        44 * 5.010635294096256 - 2 * best.figure("Log-likelihood"), abs=1e-9
    )
    assert best.figure("ICL") > best.figure("BIC")
    assert best.figure("Rows") == 150


def test_every_component_has_a_row_for_each_column(best: Lab) -> None:
    names = best.parameters.get_by_role("rowheader").evaluate_all(
        "heads => heads.map((head) => head.getAttribute('aria-label'))"
    )
    assert len(names) == 12
    assert names[5] == "Component 2, sepal_width"
    best.page.locator("#matrices > summary").click()
    first = best.page.get_by_role("table", name="Component 1", exact=True)
    assert first.get_by_role("row").count() == 5
    expect(first.get_by_role("cell").first).to_have_text("1")
    best.page.get_by_role("combobox", name="Show", exact=True).select_option("covariances")
    expect(first.get_by_role("cell").first).not_to_have_text("1")
    best.page.locator("#matrices > summary").click()


def test_the_download_equals_what_the_package_computes(best: Lab) -> None:
    name, text = saved(best, "Download JSON")
    result = json.loads(text)
    assert name == "emkit-result.json"
    assert result["schema"] == "emkit-result/1"
    assert result["data"] == {"n": 150, "d": 4, "columns": list(emkit.sample("iris").columns)}
    start = {key: result["trace"][0][key] for key in ("weights", "means", "covariances")}
    limits = {"tol": 1e-13, "max_iter": 2000}
    native = emkit.fit(emkit.sample("iris"), 3, start=start, **limits).to_dict()
    assert result["fit"]["log_likelihood"] == pytest.approx(-180.185477, abs=1e-6)
    nearly_equal(result["responsibilities"], native["responsibilities"])
    nearly_equal(result["trace"], native["trace"])
    for part in ("weights", "means", "covariances", "iterations", "status", "aic", "bic"):
        nearly_equal(result["fit"][part], native["fit"][part])


def test_the_copied_program_makes_the_downloaded_result(best: Lab) -> None:
    _, text = saved(best, "Download JSON")
    code = copied(best, "Copy Python code", "The Python code is on the clipboard.")
    assert 'emkit.sample("iris")' in code
    names: dict[str, Any] = {}
    exec(code, names)
    nearly_equal(names["fit"].to_dict(), json.loads(text))


def test_the_copied_link_states_the_input(best: Lab) -> None:
    link = copied(best, "Copy link", "The link to this input is on the clipboard.")
    address, _, fragment = link.partition("#")
    assert address == best.page.url.partition("#")[0]
    stated = dict(part.split("=") for part in fragment.split("&"))
    assert stated.items() >= {"sample": "iris", "components": "3", "label": "species"}.items()
    assert stated["columns"].split(",")[0] == "sepal_length"


def test_runs_are_listed_and_another_can_be_looked_at(best: Lab) -> None:
    table = best.page.get_by_role("table", name="Runs", exact=True)
    rows = table.locator("tbody tr")
    assert rows.count() == 6
    expect(best.page.locator("#runs-standing")).to_contain_text("6 starts, 4 of them carried on")
    expect(rows.first).to_contain_text(re.compile(r"maximum 1, found \d times?"))
    other = rows.nth(5)
    shown = other.locator("td").nth(1).inner_text()
    name = other.get_by_role("button").inner_text()
    other.get_by_role("button").click()
    expect(other).to_have_attribute("aria-current", "true")
    expect(best.ending).to_contain_text(f"This is {name.lower()} of the search.")
    assert best.figure("Log-likelihood") == pytest.approx(float(shown), rel=1e-9)
    assert best.figure("Log-likelihood") < -180.18


def test_rows_are_sorted_by_a_heading_and_back(best: Lab) -> None:
    heads = best.responsibilities.get_by_role("columnheader")
    component = heads.filter(has=best.page.get_by_role("button", name="Component 2", exact=True))
    component.get_by_role("button").click()
    expect(component).to_have_attribute("aria-sort", "descending")
    expect(best.responsibilities.locator("tbody tr[data-row] th").first).not_to_have_text("1")
    shares = [float(row[7]) for row in rows_shown(best)]
    assert shares == sorted(shares, reverse=True)
    component.get_by_role("button").click()
    expect(component).to_have_attribute("aria-sort", "ascending")
    expect(best.responsibilities.locator("tbody tr[data-row] td").nth(6)).not_to_have_text("1.0000")
    best.responsibilities.get_by_role("button", name="Row", exact=True).click()
    expect(best.responsibilities.locator("tbody tr[data-row] th").first).to_have_text("1")


def test_the_least_sure_rows_come_first_when_asked_for(best: Lab) -> None:
    best.responsibilities.get_by_role("button", name="How sure").click()
    first = best.responsibilities.locator("tbody tr[data-row]").first
    expect(first.locator("th")).not_to_have_text("1")
    sure = [float(row[-1]) for row in rows_shown(best)]
    assert sure == sorted(sure)
    assert sure[0] < 0.7
    best.responsibilities.get_by_role("button", name="Row", exact=True).click()
    expect(first.locator("th")).to_have_text("1")


def test_a_row_is_found_by_its_number(best: Lab) -> None:
    best.field("Find row").fill("137")
    row = best.responsibilities.locator('tr[aria-current="true"]')
    expect(row.locator("th")).to_have_text("137")
    expect(row).to_be_in_viewport()
    cells = row.locator("td").all_inner_texts()
    assert [float(cell) for cell in cells[:4]] == IRIS[136].tolist()
    assert cells[4] == SPECIES[136]
    best.field("Find row").fill("151")
    expect(best.page.locator("#rows-note")).to_have_text("There is no row 151 here.")


def test_components_are_set_beside_the_species(best: Lab) -> None:
    region = best.page.get_by_role("region", name="Agreement with species")
    expect(region).to_contain_text("Adjusted Rand index 0.9039")
    expect(region).to_contain_text("145 of 150 rows (96.7 %)")
    table = region.get_by_role("table")
    counts = [
        [int(cell) for cell in row.locator("td").all_inner_texts()]
        for row in table.locator("tbody tr").all()
    ]
    assert sorted(map(max, counts)) == [45, 50, 50]
    assert sum(map(sum, counts)) == 150


@pytest.mark.parametrize(("what", "rows"), [("parameters", 3), ("responsibilities", 150)])
def test_tables_are_given_as_csv(best: Lab, what: str, rows: int) -> None:
    best.page.get_by_role("combobox", name="What the CSV holds").select_option(what)
    name, text = saved(best, "Download CSV")
    assert name == f"emkit-{what}.csv"
    lines = list(csv.DictReader(io.StringIO(text)))
    assert len(lines) == rows
    if what == "responsibilities":
        assert [line["species"] for line in lines] == SPECIES
        assert all(
            sum(float(line[f"responsibility {j}"]) for j in (1, 2, 3)) == pytest.approx(1.0)
            for line in lines
        )


def test_the_trace_is_given_as_csv(best: Lab) -> None:
    best.page.get_by_role("combobox", name="What the CSV holds").select_option("trace")
    _, text = saved(best, "Download CSV")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert len(lines) == best.figure("Iterations") + 1
    assert float(lines[-1]["log-likelihood"]) == best.figure("Log-likelihood")


def test_the_parameter_table_is_copied_for_latex(best: Lab) -> None:
    text = copied(best, "Copy as LaTeX", "The LaTeX table is on the clipboard.")
    assert text.count(r"\\") == 13
    assert r"sepal\_length" in text


def test_the_main_chart_is_given_as_a_picture(best: Lab) -> None:
    with best.page.expect_download() as started:
        best.page.get_by_role("button", name="Download PNG", exact=True).click()
    assert started.value.suggested_filename.endswith(".png")
    assert Path(started.value.path()).read_bytes().startswith(b"\x89PNG")


def test_standard_errors_are_computed_when_asked_for(best: Lab) -> None:
    best.page.get_by_role("button", name="Standard errors").click()
    expect(best.page.get_by_text("± is the standard error")).to_be_visible()
    cell = best.parameters.get_by_role("row", name="Component 1, sepal_length")
    expect(cell).to_contain_text("±")
    native = emkit.standard_errors(emkit.fit(IRIS, 3, tol=1e-13, max_iter=2000, start=None))
    setosa = native.params.means[:, 0].argmin()  # whose sepals are the shortest
    shown = float(cell.locator("small").nth(3).inner_text().removeprefix("± "))
    rows = best.parameters.locator("tbody tr").all()
    means = [float(rows[4 * j].locator("td span").nth(3).inner_text()) for j in range(3)]
    if means[0] == min(means):
        assert shown == pytest.approx(native.means[setosa, 0], rel=6e-3)  # of three digits


def test_the_table_shows_the_iteration_that_is_chosen(best: Lab) -> None:
    head = best.parameters.get_by_role("columnheader").nth(5)
    slider = best.page.get_by_role("slider", name="Iteration")
    slider.fill("1")
    expect(head).to_contain_text("iteration 1")
    slider.fill(str(int(best.figure("Iterations"))))
    expect(head).to_contain_text("final")
