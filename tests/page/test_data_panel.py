"""A person's own table: pasted, opened, dropped, chosen from, and kept over a reload."""

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.lab import OLD_FAITHFUL, Lab
from support.tasks import longest_task

GERMAN = (
    "Länge;Breite;Art\n1,5;2,25;grün\n3,75;4,5;rot\n5,25;;grün\n7,5;8,25;rot\n"
    "2,25;3;grün\n4,5;1,25;rot\n6;2,5;rot\n"
)

CHOICE = "To be fitted"
KEPT_COMPONENTS = """(components) => {
  const { model } = JSON.parse(sessionStorage.getItem(`emkit-input ${location.pathname}`)) ?? {};
  return model?.components === components;
}"""


def column(lab: Lab, name: str) -> None:
    """Tick or untick a column."""
    lab.page.get_by_role("checkbox", name=name, exact=True).click()


def test_decimal_commas_and_a_missing_cell_of_an_own_table(bench: Lab) -> None:
    bench.type_data(GERMAN)
    expect(bench.alert).to_contain_text("A value is missing in 1 row, on line 4.")
    bench.show_place_button.click()
    selected = bench.data.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert selected == "5,25;;grün"
    bench.page.get_by_label("Leave out rows that lack a value").check()
    expect(bench.feedback).to_contain_text("decimal commas")
    expect(bench.feedback).to_contain_text("To be fitted: Länge, Breite, 6 rows.")
    expect(bench.feedback).to_contain_text("1 row lacked a value and was left out.")
    expect(bench.alert).to_be_empty()
    bench.type_number("Components", "1")
    bench.calculate()
    assert bench.figure("Rows") == 6


def test_the_first_rows_of_a_table_are_shown_as_they_are_written(bench: Lab) -> None:
    bench.type_data(GERMAN)
    preview = bench.page.get_by_role("table", name="First rows of 7 rows")
    expect(preview.get_by_role("columnheader")).to_have_text(["Länge", "Breite", "Art"])
    expect(preview.get_by_role("row").nth(1).get_by_role("cell")).to_have_text(
        ["1,5", "2,25", "grün"]
    )


def test_columns_weights_and_labels_are_chosen_each_for_one_thing(bench: Lab) -> None:
    bench.type_data("a,b,n,kind\n1,2,1,x\n3,5,2,y\n4,1,1,x\n6,2,1,y\n9,4,3,x\n")
    expect(bench.feedback).to_contain_text("To be fitted: a, b, n, all 5 rows.")
    bench.page.get_by_label("Weight column").select_option("n")
    expect(bench.feedback).to_contain_text("To be fitted: a, b, all 5 rows, weighted.")
    column(bench, "b")
    expect(bench.feedback).to_contain_text("To be fitted: a, all 5 rows, weighted.")
    column(bench, "n")
    expect(bench.feedback).to_contain_text("To be fitted: a, n, all 5 rows.")
    expect(bench.page.get_by_label("Weight column")).to_have_value("")
    bench.page.get_by_role("button", name="All columns of numbers").click()
    expect(bench.feedback).to_contain_text("To be fitted: a, b, n, all 5 rows.")


def test_ten_numbers_show_nothing_of_tables(bench: Lab) -> None:
    bench.type_data("1 2 3 4 5 6 7 8 9 10")
    expect(bench.feedback).to_contain_text("10 numbers")
    expect(bench.page.get_by_text("Columns to fit")).to_be_hidden()
    expect(bench.page.get_by_label("Read as")).to_be_hidden()


def test_rows_of_numbers_are_read_as_a_person_says(bench: Lab) -> None:
    bench.type_data("1 2\n3 5\n4 4\n6 1\n7 3")
    expect(bench.feedback).to_contain_text("10 numbers")
    bench.page.get_by_label("Read as").select_option("a table of rows and columns")
    expect(bench.feedback).to_contain_text("A table of 5 rows and 2 columns")
    expect(bench.feedback).to_contain_text("To be fitted: x1, x2, all 5 rows.")
    bench.page.get_by_label("Read as").select_option("what it looks like")
    expect(bench.feedback).to_contain_text("10 numbers")


def test_principal_components_stand_for_columns(bench: Lab) -> None:
    bench.sample.select_option("Handwritten digits: 8 by 8 pixels (1,797 by 64)")
    expect(bench.feedback).to_contain_text("10 principal components (73.8 % of all variance)")
    bench.type_number("Principal components", "3")
    expect(bench.feedback).to_contain_text("3 principal components")
    bench.type_number("Principal components", "")
    expect(bench.alert).to_contain_text(re.compile(r"\d\d columns are chosen, and at most 32"))


BAD_TABLES = {
    "a ragged row": ("a,b\n1,2\n3\n4,5", "Line 3 has 1 cell, and the table has 2 columns"),
    "one row": ("a,b\n1,2\n", "The table has only one row"),
    "a missing value": ("a,b\n1,2\nNA,3\n4,5", "A value is missing in 1 row, on line 3"),
    "a word": ("a,b\n1,2\n3,2\n4,x\n5,6\n6,7", "Line 4, column b: “x” is not a number"),
    "a name twice": ("a,a\n1,2\n3,4", "Several columns are named “a”"),
}


@pytest.mark.parametrize("name", BAD_TABLES)
def test_a_table_that_cannot_be_fitted_is_explained(bench: Lab, name: str) -> None:
    text, sentence = BAD_TABLES[name]
    bench.type_data(text)
    if name == "a word":
        expect(bench.feedback).to_contain_text("To be fitted: a")
        column(bench, "b")
    expect(bench.alert).to_contain_text(sentence)
    assert bench.alert.locator("p").count() == 2, "a sentence and a remedy"
    bench.calculate()
    expect(bench.alert).to_contain_text(sentence)
    expect(bench.data).to_have_value(text)


BAD_CHOICES = {
    "a text column": ("kind", "Column kind holds words such as “x”, not numbers"),
    "a constant column": ("same", "All values of same are equal to 5"),
    "an empty column": ("gaps", "All cells of column gaps are missing"),
}


@pytest.mark.parametrize("name", BAD_CHOICES)
def test_a_column_that_cannot_be_fitted_is_explained(bench: Lab, name: str) -> None:
    chosen, sentence = BAD_CHOICES[name]
    bench.type_data("a,kind,same,gaps\n1,x,5,\n3,y,5,\n4,x,5,\n9,x,5,\n")
    expect(bench.feedback).to_contain_text("To be fitted: a, all 4 rows.")
    column(bench, chosen)
    expect(bench.alert).to_contain_text(sentence)
    bench.show_place_button.click()
    expect(bench.page.get_by_role("group", name="Columns to fit")).to_be_focused()
    column(bench, chosen)
    expect(bench.alert).to_be_empty()


def test_no_column_and_33_columns_are_explained(bench: Lab) -> None:
    names = ",".join(f"v{j}" for j in range(33))
    rows = "\n".join(",".join(str((i * j) % 37) for j in range(1, 34)) for i in range(1, 41))
    bench.type_data(f"{names}\n{rows}")
    expect(bench.feedback).to_contain_text("10 principal components")
    bench.page.get_by_role("button", name="None", exact=True).click()
    expect(bench.alert).to_contain_text("No column is chosen.")
    bench.page.get_by_role("button", name="All columns of numbers").click()
    bench.type_number("Principal components", "")
    expect(bench.alert).to_contain_text("33 columns are chosen, and at most 32 can be fitted")


BAD_FILES = {
    "an empty file": ("a.csv", b"", "The table has no rows"),
    "a spreadsheet": ("a.xlsx", b"PK\x03\x04rest", "a spreadsheet of Excel or LibreOffice"),
    "no text": ("a.csv", b"1,2\n\x00\x01\x02", "bytes that no text has"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_table_is_explained(bench: Lab, name: str) -> None:
    file, content, sentence = BAD_FILES[name]
    bench.open_file({"name": file, "mimeType": "text/csv", "buffer": content})
    expect(bench.alert).to_contain_text(sentence)
    assert bench.alert.locator("p").count() == 2, "a sentence and a remedy"
    bench.page.get_by_role("button", name="Close the file").click()


# A file of three gigabytes that takes a few megabytes: the same part a thousand times.
DROP_A_HUGE_FILE = """panel => {
  const part = new Blob(["0.123456789,0.987654321\\n".repeat(125000)]);
  const files = new DataTransfer();
  files.items.add(new File(Array(1000).fill(part), "huge.csv"));
  panel.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
}"""


def test_a_file_too_large_for_the_tab_is_refused_before_it_is_read(bench: Lab) -> None:
    bench.page.locator("#data-panel").evaluate(DROP_A_HUGE_FILE)
    expect(bench.alert).to_contain_text("MB of memory, and there is room for 2,000 MB")
    expect(bench.alert).to_contain_text("Keep fewer rows or fewer columns")


DROP = """(panel, text) => {
  const files = new DataTransfer();
  files.items.add(new File([text], "dropped.csv"));
  panel.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
}"""


def test_a_file_can_be_dropped_and_closed_again(bench: Lab) -> None:
    bench.type_data("1 2 3 4")
    expect(bench.feedback).to_contain_text("4 numbers")
    bench.page.locator("#data-panel").evaluate(DROP, GERMAN)
    expect(bench.page.locator("#file-name")).to_contain_text("dropped.csv")
    expect(bench.feedback).to_contain_text("missing")
    bench.page.get_by_role("button", name="Close the file").click()
    expect(bench.data).to_have_value("1 2 3 4")
    expect(bench.feedback).to_contain_text("4 numbers")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_an_old_encoding_keeps_its_letters(bench: Lab, encoding: str) -> None:
    content = GERMAN.replace("5,25;;", "5,25;1;").encode(encoding)
    bench.open_file({"name": "alt.csv", "mimeType": "text/csv", "buffer": content})
    expect(bench.feedback).to_contain_text("To be fitted: Länge, Breite, all 7 rows.")
    expect(bench.page.get_by_label("Label column")).to_have_value("Art")


@pytest.fixture(scope="module")
def million(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CSV file of a million rows: two groups, told apart by both columns."""
    path = tmp_path_factory.mktemp("million") / "million.csv"
    rng = random.Random(4)
    groups = [(0.0, 1.0) if rng.random() < 0.4 else (9.0, -2.0) for _ in range(10_000)]
    lines = [f"{rng.gauss(u, 1.5):.4f},{rng.gauss(v, 0.5):.4f}\n" for u, v in groups]
    path.write_text("u,v\n" + "".join(lines) * 100, encoding="utf-8")
    return path


LONGEST_TASK = 50  # milliseconds


def test_a_million_rows_are_read_without_freezing_the_page(bench: Lab, million: Path) -> None:
    def open_file() -> None:
        bench.open_file(million)
        expect(bench.feedback).to_contain_text("A table of 1,000,000 rows and 2 columns")
        expect(bench.feedback).to_contain_text("To be fitted: u, v, all 1,000,000 rows.")

    assert longest_task(bench.page, open_file) <= LONGEST_TASK
    bench.calculate()
    assert bench.figure("Rows") == 1_000_000


def test_a_tenth_of_them_is_fitted_and_drawn_without_freezing_it(
    bench: Lab, million: Path, tmp_path: Path
) -> None:
    tenth = tmp_path / "tenth.csv"
    lines = million.read_text(encoding="utf-8").splitlines(keepends=True)
    tenth.write_text("".join(lines[:100_001]), encoding="utf-8")
    bench.open_file(tenth)
    expect(bench.feedback).to_contain_text("all 100,000 rows")
    assert longest_task(bench.page, bench.calculate) <= LONGEST_TASK
    assert bench.figure("Rows") == 100_000


def test_a_file_stays_open_when_the_engine_ends(bench: Lab) -> None:
    content = GERMAN.replace("5,25;;", "5,25;1;").encode()
    bench.open_file({"name": "a.csv", "mimeType": "text/csv", "buffer": content})
    expect(bench.feedback).to_contain_text(CHOICE)
    bench.page.workers[0].evaluate("self.close()")
    bench.retry_button.click()
    bench.wait_until_ready()
    bench.type_number("Components", "1")
    bench.calculate()
    assert bench.figure("Rows") == 7


# --- a page that is loaded anew ----------------------------------------------------------------


def loaded_anew(lab: Lab) -> None:
    """Load the page again and wait until Python runs in it."""
    lab.page.reload()
    lab.wait_until_ready()


def test_the_input_survives_a_reload_until_it_is_forgotten(page: Page, lab_url: str) -> None:
    lab = Lab(page).open(lab_url)
    loaded_anew(lab)
    expect(lab.sample).to_have_value("faithful-waiting")
    expect(lab.ending).to_contain_text("Converged")
    lab.type_data(GERMAN)
    lab.page.get_by_label("Leave out rows that lack a value").check()
    expect(lab.feedback).to_contain_text("6 rows")
    lab.type_number("Components", "3")
    page.evaluate("location.hash = '#guide-e-step'")
    loaded_anew(lab)
    expect(lab.data).to_have_value(GERMAN)
    expect(lab.field("Components")).to_have_value("3")
    expect(lab.feedback).to_contain_text("To be fitted: Länge, Breite, 6 rows.")
    for components in ["4", "3"]:
        lab.type_number("Components", components)
        page.wait_for_function(KEPT_COMPONENTS, arg=components)
    lab.open_file({"name": "mine.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n3,4\n5,7"})
    expect(lab.feedback).to_contain_text("To be fitted: a, b")
    loaded_anew(lab)
    expect(page.get_by_text("“mine.csv” was open before")).to_be_visible()
    page.get_by_role("button", name="Forget it").click()
    expect(lab.data).to_have_value("")
    loaded_anew(lab)
    expect(lab.sample).to_have_value("faithful-waiting")


def test_an_own_text_comes_back_after_a_sample(bench: Lab) -> None:
    bench.type_data(GERMAN)
    bench.page.get_by_label("Leave out rows that lack a value").check()
    expect(bench.feedback).to_contain_text("6 rows")
    bench.choose_sample(OLD_FAITHFUL)
    bench.sample.select_option("Your own numbers")
    expect(bench.data).to_have_value(GERMAN)
    expect(bench.feedback).to_contain_text("To be fitted: Länge, Breite, 6 rows.")
