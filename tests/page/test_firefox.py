"""Of the data panel and the lesson, what is likeliest to differ in Firefox.

The main job, offline and embeds run in both engines where they are tested.
"""

import pytest
from playwright.sync_api import expect

import emkit
from emkit.bridge.guide_numbers import TEN, TEN_START
from support.lab import Lab
from support.lesson import Lesson

pytestmark = pytest.mark.firefox

GERMAN = "Länge;Breite;Art\n1,5;2,25;grün\n3,75;4,5;rot\n5,25;;grün\n7,5;8,25;rot\n6;2,5;rot\n"


def test_the_place_of_a_missing_cell_is_shown_and_its_row_left_out(bench: Lab) -> None:
    bench.type_data(GERMAN)
    expect(bench.alert).to_contain_text("A value is missing in 1 row, on line 4.")
    bench.show_place_button.click()
    selected = bench.data.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert selected == "5,25;;grün"
    bench.page.get_by_label("Leave out rows that lack a value").check()
    expect(bench.feedback).to_contain_text("To be fitted: Länge, Breite, 4 rows.")
    bench.type_number("Components", "1")
    bench.calculate()
    assert bench.figure("Rows") == 4


def test_columns_of_an_opened_file_are_chosen(bench: Lab) -> None:
    content = GERMAN.replace("5,25;;", "5,25;1;").encode("utf-16")
    bench.open_file({"name": "alt.csv", "mimeType": "text/csv", "buffer": content})
    expect(bench.feedback).to_contain_text("To be fitted: Länge, Breite, all 5 rows.")
    bench.page.get_by_role("checkbox", name="Breite", exact=True).click()
    expect(bench.feedback).to_contain_text("To be fitted: Länge, all 5 rows.")
    bench.page.get_by_role("button", name="Close the file").click()


def test_keys_step_through_a_run_and_the_work_is_exact(bench: Lab) -> None:
    fit = emkit.fit(TEN, start=TEN_START)
    lesson = Lesson(bench)
    lesson.load("by-hand", run=True)
    lesson.reset.click()
    lesson.shows(0)
    lesson.page.keyboard.press("ArrowRight")
    lesson.shows(1)
    lesson.page.keyboard.press("ArrowRight")
    lesson.shows(2)
    lesson.open_work()
    lesson.page.get_by_role("checkbox", name="All digits").check()
    expect(lesson.page.locator("#work-e-title")).to_contain_text("E-step of iteration 2")
    mean = fit.steps[2].params.means[0, 0]
    assert lesson.value("new.mean.1") == pytest.approx(mean, rel=1e-12)
    lesson.page.get_by_role("checkbox", name="All digits").uncheck()
