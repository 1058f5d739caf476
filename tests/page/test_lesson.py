"""A student steps through EM, sees every number of an iteration, and does the experiments."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import CDPSession, Page, expect

import emkit
from emkit.bridge.guide_numbers import TEN, TEN_START
from emkit.worked import expectation, maximisation
from support.accessibility import violations
from support.hosting import HostedFolder
from support.lab import Lab
from support.lesson import BY_NAME, NOTE_CAPTIONS, Lesson, native


@pytest.fixture(scope="module")
def lesson(booted: Lab) -> Lesson:
    """The page, booted once."""
    return Lesson(booted)


@pytest.fixture
def still(lesson: Lesson) -> Any:
    """The same without motion, for tests that are not about it."""
    lesson.page.emulate_media(reduced_motion="reduce")
    yield lesson
    lesson.page.emulate_media(reduced_motion="no-preference")


# --- the player --------------------------------------------------------------------------------


def test_step_runs_what_has_not_been_run_and_shows_its_first_iteration(still: Lesson) -> None:
    still.load("by-hand")
    expect(still.caption).to_contain_text("The input has changed")
    still.step.click()
    still.shows(1, last=5)
    still.step.click()
    still.shows(2)
    still.reset.click()
    still.shows(0)


def test_every_number_on_the_page_is_that_of_the_iteration_on_show(still: Lesson) -> None:
    fit = native(BY_NAME["by-hand"])
    still.load("by-hand", run=True)
    for iteration in (0, 2, 1):
        still.slider.fill(str(iteration))
        still.shows(iteration)
        mean = fit.steps[iteration].params.means[0, 0]
        expect(still.parameters.get_by_role("row", name="Component 1")).to_contain_text(
            f"{mean:.6g}"
        )


def test_arrows_step_and_space_plays_and_pauses(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.reset.click()
    still.shows(0)
    still.page.keyboard.press("ArrowRight")
    still.shows(1)
    still.page.keyboard.press("ArrowRight")
    still.shows(2)
    still.page.keyboard.press("ArrowLeft")
    still.shows(1)
    still.results.focus()
    still.page.keyboard.press(" ")
    expect(still.pause).to_be_visible()
    still.page.keyboard.press(" ")
    expect(still.play).to_be_visible()


def test_keys_typed_into_a_field_are_for_the_field(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.shows(5)
    still.field("Mean 1").press("ArrowLeft")
    still.data.press(" ")
    still.data.press("Backspace")
    expect(still.play).to_be_visible()
    still.shows(5)


def test_play_goes_from_the_start_to_the_end_and_stops_there(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.shows(5)
    still.speed.select_option("20 a second")
    still.page.evaluate(NOTE_CAPTIONS)
    still.play.click()
    still.shows(5)
    expect(still.play).to_be_visible()
    _, *seen_after = captions(still.page)
    seen = [re.match(r"After iteration (\d+)", one) for one in seen_after]
    assert [int(one[1]) for one in seen if one] == [1, 2, 3, 4, 5]


def captions(page: Page) -> list[str]:
    return page.evaluate("window.captions")


def test_the_two_halves_of_a_step_are_seen_one_after_the_other(lesson: Lesson) -> None:
    lesson.load("by-hand", run=True)
    lesson.reset.click()
    lesson.shows(0)
    lesson.speed.select_option("1 a second")
    lesson.page.evaluate(NOTE_CAPTIONS)
    lesson.step.click()
    lesson.shows(1)
    halves = [re.match(r"([EM])-step of iteration (\d+)", one) for one in captions(lesson.page)]
    assert [one[0][:6] + one[2] for one in halves if one] == ["E-step1", "M-step1"]


def test_without_motion_there_are_no_halves(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.reset.click()
    still.shows(0)
    still.page.evaluate(NOTE_CAPTIONS)
    still.step.click()
    still.shows(1)
    assert [one for one in captions(still.page) if "-step of" in one] == []


# --- drag to start ----------------------------------------------------------------------------


def test_a_start_curve_is_dragged_by_mouse_and_the_table_follows(still: Lesson) -> None:
    still.load("good-start", run=True)
    still.reset.click()
    still.shows(0)
    handle = still.page.get_by_role("slider", name="Drag mean 1")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    still.page.mouse.move(x, y)
    still.page.mouse.down()
    still.page.mouse.move(x + 60, y, steps=4)
    dragged = float(still.field("Mean 1").input_value())
    assert 56 < dragged < 70
    still.page.mouse.up()
    still.shows(0)
    expect(still.results).to_have_attribute("data-stale", "false")
    still.slider.fill("1")
    still.shows(1)
    assert still.parameter(1, 2) == pytest.approx(dragged, rel=1e-5)


def test_a_start_curve_is_dragged_by_keyboard_and_keeps_the_focus(still: Lesson) -> None:
    still.load("good-start", run=True)
    still.reset.click()
    still.shows(0)
    edge = still.page.get_by_role("slider", name="Drag standard deviation 2")
    edge.focus()
    edge.press("Shift+ArrowRight")
    expect(still.results).to_have_attribute("data-stale", "true")
    assert float(still.field("Standard deviation 2").input_value()) > 5
    expect(still.results).to_have_attribute("data-stale", "false")
    still.shows(0)
    expect(edge).to_be_focused()


def test_the_handles_follow_the_table(still: Lesson) -> None:
    still.load("good-start", run=True)
    still.reset.click()
    still.shows(0)
    still.type_number("Mean 2", "75")
    handle = still.page.get_by_role("slider", name="Drag mean 2")
    expect(handle).to_have_attribute("aria-valuenow", "75")


# --- a long run --------------------------------------------------------------------------------

SCRUB = """async () => {
  const slider = document.getElementById("iteration");
  const wish = (iteration) => {
    slider.value = String(iteration);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (let at = 0; at <= 5000; at += 25) {
    wish(at);
    await new Promise(requestAnimationFrame);
  }
}"""

# What showing one iteration of 5,000 may cost the page's thread, in milliseconds of its own time,
# so that thirty can be shown in a second, and other work on the machine does not count.
COST = 33.3
WISHES = 201


@pytest.fixture(scope="module")
def long_run(lesson: Lesson) -> Lesson:
    """A run of 5,000 iterations."""
    fragment = replace(BY_NAME["slow"], tol=0.0).fragment
    lesson.page.evaluate("fragment => { location.hash = fragment }", f"{fragment}&run=1")
    expect(lesson.caption).to_contain_text("After iteration 5,000 of 5,000")
    return lesson


def test_five_thousand_iterations_scrub_without_a_stutter(long_run: Lesson) -> None:
    session = long_run.page.context.new_cdp_session(long_run.page)
    long_run.page.evaluate(SCRUB)  # what is drawn for the first time takes longer
    long_run.shows(5000)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = spent(session)
    long_run.page.evaluate(SCRUB)
    long_run.shows(5000)
    assert 1000 * (spent(session) - before) / WISHES < COST
    session.detach()


def spent(session: CDPSession) -> float:
    """Seconds that the page's thread has worked."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def test_memory_does_not_grow_with_what_was_drawn(long_run: Lesson) -> None:
    session = long_run.page.context.new_cdp_session(long_run.page)
    long_run.page.evaluate(SCRUB)
    long_run.shows(5000)
    before = heap(session)
    for _ in range(4):
        long_run.page.evaluate(SCRUB)
        long_run.shows(5000)
    # 800 frames of 400 rows and as many points of curves would be over 40 MB
    assert heap(session) - before < 5e6
    session.detach()


def heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    return session.send("Runtime.getHeapUsage")["usedSize"]


# --- the work shown ----------------------------------------------------------------------------


def test_the_work_of_three_iterations_is_exact_to_all_digits(still: Lesson) -> None:
    fit = emkit.fit(TEN, start=TEN_START)  # held against 40 digits in tests/build and tests/py
    still.load("by-hand", run=True)
    still.page.get_by_role("checkbox", name="All digits").check()
    still.open_work()
    still.row.fill("3")
    for iteration in (1, 2, 3):
        still.slider.fill(str(iteration))
        expect(still.page.locator("#work-e-title")).to_contain_text(
            f"E-step of iteration {iteration} for row 3: x = 1.2"
        )
        before = fit.steps[iteration - 1].params
        shares = expectation(fit.model, before, fit.data.x[2:3])
        moved = maximisation(fit.model, before, fit.data)
        for j in (0, 1):
            assert still.value(f"density.{j + 1}") == pytest.approx(shares.densities[0, j])
            exact = {
                f"old.mean.{j + 1}": before.means[j, 0],
                f"weighted.{j + 1}": shares.weighted[0, j],
                f"share.{j + 1}": shares.responsibilities[0, j],
                f"count.{j + 1}": moved.counts[j],
                f"new.mean.{j + 1}": moved.params.means[j, 0],
                f"new.variance.{j + 1}": moved.params.covariances[j, 0, 0],
                f"new.sd.{j + 1}": moved.params.standard_deviations[j],
            }
            # the browser's exp may differ from this machine's in the last digit
            for name, value in exact.items():
                assert still.value(name) == pytest.approx(value, rel=1e-12), name
    still.page.get_by_role("checkbox", name="All digits").uncheck()


def test_the_whole_e_step_is_the_table_that_one_fills_in_by_hand(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.open_work()
    still.slider.fill("1")
    still.page.get_by_role("button", name="Show the whole E-step").click()
    table = still.page.get_by_role("table", name="The whole E-step of iteration 1")
    expect(table).to_be_visible()
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert heads == ["Row", "x", "Density 1", "Density 2", "Weighted 1", "Weighted 2", "Sum",
                     "r1", "r2"]  # fmt: skip
    fit = emkit.fit(TEN, start=TEN_START)
    shares = expectation(fit.model, fit.steps[0].params, fit.data.x)
    rows = table.locator("tbody tr").all()
    shown = np.array([[float(cell) for cell in row.inner_text().split()] for row in rows])
    exact = np.column_stack(
        [np.arange(1, 11), fit.data.x, shares.densities, shares.weighted, shares.sums,
         shares.responsibilities]
    )  # fmt: skip
    assert shown == pytest.approx(exact, rel=1e-5)  # six digits are shown
    rows[5].click()
    expect(still.page.locator("#work-e-title")).to_contain_text("for row 6: x = 4.6")
    still.page.get_by_role("button", name="Hide the whole E-step").click()


def test_old_new_and_change_stand_side_by_side(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.open_work()
    still.slider.fill("1")
    row = still.page.get_by_role("table", name="What iteration 1 changed").get_by_role(
        "row", name="Mean 2"
    )
    expect(row.get_by_role("cell")).to_have_text(["3", "4.28891", "+1.28891"])


def test_a_number_is_traced_to_where_else_it_stands(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.open_work()
    still.slider.fill("1")
    expect(still.quantity("share.1")).to_be_visible()
    still.quantity("share.1").hover()
    traced = still.page.locator("#work [data-traced]")
    assert set(traced.all_text_contents()) == {still.quantity("share.1").text_content()}
    assert traced.count() >= 2
    handle = still.page.get_by_role("group", name="Trace a number")
    expect(handle).to_contain_text("responsibility of component 1")
    handle.focus()
    handle.press("ArrowRight")
    expect(still.page.locator("#work-spoken")).to_contain_text(": ")


def test_the_start_has_no_work_and_says_so(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.open_work()
    still.slider.fill("0")
    expect(still.page.locator("#work-note")).to_contain_text("This is the start.")


# --- the experiments ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(BY_NAME))
def test_an_experiment_s_link_runs_and_ends_as_it_does_natively(still: Lesson, name: str) -> None:
    fit = native(BY_NAME[name])
    still.load(name, run=True)
    assert still.figure("Iterations") == fit.iterations
    assert abs(still.figure("Log-likelihood") - fit.log_likelihood) < 1e-8
    expect(still.ending).to_have_attribute("data-status", fit.status.code)


def test_an_experiment_asks_its_question_before_it_is_run(still: Lesson) -> None:
    still.load("good-start", run=True)
    still.page.locator("#guide-mistakes a", has_text="Two equal means").click()
    expect(still.experiments).to_contain_text("Which of the two groups will each of them find?")
    expect(still.field("Mean 2")).to_have_value("70")
    expect(still.caption).to_contain_text("The input has changed")
    expect(still.page.get_by_text("What to notice")).to_be_hidden()
    still.calculate()
    still.page.get_by_text("What to notice").click()
    expect(still.page.get_by_text("Neither. Every value is shared")).to_be_visible()


def test_a_damaged_link_is_explained_and_runs_nothing(still: Lesson) -> None:
    still.load("by-hand", run=True)
    still.page.evaluate("location.hash = 'sample=nowhere&means=%E0%A4%A&colour=red&run=1'")
    complaints = still.page.locator("#link-complaints")
    expect(complaints).to_contain_text("The part “means” of the link is damaged")
    expect(complaints).to_contain_text("“colour”, which means nothing here")
    expect(complaints).to_contain_text("“nowhere”, which this page does not have")
    expect(still.calculate_button).to_be_enabled()
    assert still.heard.errors == []


def test_a_link_that_the_page_is_opened_with_runs_at_once(page: Page, lab: HostedFolder) -> None:
    opened = Lesson(Lab(page))
    page.goto(f"{lab.url}#{BY_NAME['too-few'].fragment}&run=1")
    opened.wait_until_ready()
    opened.shows(5, last=5)
    assert opened.figure("Iterations") == 5


def test_an_edit_takes_the_link_out_of_the_address(still: Lesson) -> None:
    still.load("by-hand")
    assert "sample=ten-numbers" in still.page.url
    still.type_number("Mean 1", "2.5")
    assert "#" not in still.page.url


# --- on paper and to axe -----------------------------------------------------------------------


def test_the_page_prints_as_a_handout(still: Lesson) -> None:
    still.load("by-hand", run=True)
    assert len(still.page.pdf(format="A4")) > 50_000


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_lesson(still: Lesson, theme: Any) -> None:
    still.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    still.load("by-hand", run=True)
    still.open_work()
    still.slider.fill("1")
    expect(still.quantity("share.1")).to_be_visible()
    assert violations(still.page, only_colours=theme == "dark") == []
    still.page.emulate_media(color_scheme="light")
