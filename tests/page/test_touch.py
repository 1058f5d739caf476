"""A person with a phone and nothing but fingers: all that a mouse does, and room to do it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from support import copies
from support.hearing import Heard
from support.hosting import HostedFolder
from support.lab import Lab
from support.lesson import Lesson
from support.touch import Hand, spot_in

PHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}

# What WCAG 2.2 AAA and the makers of phones ask of a target, in CSS pixels; links within a
# sentence, which are as high as its lines, are left out as there.
FINGER = 44
SMALL_TARGETS = """size => {
  const isInline = (one) => one.matches("p a, li a, dd a, figcaption a") &&
    getComputedStyle(one).display === "inline";
  const targets = document.querySelectorAll(
    "a, button, input, select, textarea, summary, [role=slider], label.check");
  return [...targets].filter((one) => one.checkVisibility() && !isInline(one)).map((one) => {
    const { width, height } = (one.closest("label.check") ?? one).getBoundingClientRect();
    const press = getComputedStyle(one, "::before");
    const grown = one.matches(".chart-grip") ? parseFloat(press.width) : 0;
    const name = one.id || one.className || one.textContent;
    return [name, Math.max(width, grown), Math.max(height, grown)];
  }).filter(([, width, height]) => width > 1 && (width < size - 0.5 || height < size - 0.5));
}"""

SET_OPEN = "isOpen => document.querySelectorAll('details').forEach((one) => (one.open = isOpen))"


@pytest.fixture(scope="module")
def phone(browser: Browser, lab: HostedFolder) -> Iterator[Lesson]:
    """The page on a phone, booted once."""
    context = browser.new_context(locale="en-US", reduced_motion="reduce", **PHONE)
    context.set_default_timeout(30_000)
    copies.keep_none(context)
    heard = Heard()
    heard.listen_to(context)
    opened = Lab(context.new_page(), heard).open(lab.url)
    yield Lesson(opened)
    context.close()


@pytest.fixture
def hand(phone: Lesson) -> Hand:
    """Its owner's."""
    return Hand(phone.page)


def start_of(phone: Lesson, name: str) -> None:
    """The start of an experiment, with its handles."""
    phone.load(name, run=True)
    phone.reset.tap()
    phone.shows(0)


def density(phone: Lesson) -> Locator:
    """What is touched of the first chart."""
    return phone.page.locator("#density-chart .chart-handle")


def readout(phone: Lesson) -> Locator:
    """What is read there."""
    return phone.page.locator("#density-chart .chart-readout")


def test_a_start_curve_is_dragged_by_a_finger(phone: Lesson, hand: Hand) -> None:
    start_of(phone, "good-start")
    mean = phone.field("Mean 1")
    before = mean.input_value()
    x, y = spot_in(phone.page.get_by_role("slider", name="Drag mean 1"))
    hand.hold([(x, y), (x + 30, y)])
    expect(mean).not_to_have_value(before)  # the table follows while the finger is down
    hand.lift()
    phone.shows(0)
    expect(phone.results).to_have_attribute("data-stale", "false")
    dragged = float(mean.input_value())
    assert 56 < dragged < 75
    assert phone.parameter(1, 1) == pytest.approx(dragged, rel=1e-5)


def test_a_start_centre_is_dragged_by_a_finger_both_ways(phone: Lesson, hand: Hand) -> None:
    phone.sample.select_option("faithful")
    expect(phone.feedback).to_contain_text("rows")
    phone.reset.tap()  # which runs it first
    phone.shows(0)
    centre = phone.page.get_by_role("spinbutton", name=re.compile("^Mean 1"))
    before = [float(field.input_value()) for field in centre.all()]
    x, y = spot_in(phone.page.get_by_role("slider", name="Drag mean 1"))
    hand.drag([(x, y), (x + 20, y - 25)])
    after = [float(field.input_value()) for field in centre.all()]
    assert len(after) == 2
    assert all(new > old for old, new in zip(before, after, strict=True))


def test_a_tap_reads_a_chart_until_another_place_is_tapped(phone: Lesson, hand: Hand) -> None:
    phone.load("good-start", run=True)
    hand.tap(spot_in(density(phone), 0.5, 0.5))
    expect(readout(phone)).to_contain_text("waiting")
    hand.tap(spot_in(phone.caption))
    expect(readout(phone)).to_contain_text("to read values")


def test_a_finger_along_a_chart_reads_it_and_one_upright_scrolls_the_page(
    phone: Lesson, hand: Hand
) -> None:
    phone.load("good-start", run=True)
    hand.tap(spot_in(phone.caption))
    x, y = spot_in(density(phone), 0.3, 0.5)
    before = phone.page.evaluate("scrollY")
    hand.drag([(x, y), (x, y - 120)])
    phone.page.wait_for_function("before => scrollY > before + 40", arg=before)
    expect(readout(phone)).to_contain_text("to read values")
    x, y = spot_in(density(phone), 0.3, 0.5)
    hand.drag([(x, y), (x + 90, y)])
    expect(readout(phone)).to_contain_text("waiting")


def test_two_fingers_zoom_a_chart_and_one_moves_it(phone: Lesson, hand: Hand) -> None:
    phone.load("good-start", run=True)
    handle = density(phone)
    scale = phone.page.evaluate("visualViewport.scale")
    x, y = spot_in(handle)
    hand.drag([(x - 30, y), (x - 90, y)], [(x + 30, y), (x + 90, y)])
    expect(handle).to_have_attribute("data-zoom", "across")
    hand.tap((x, y))
    before = readout(phone).inner_text()
    hand.drag([(x - 60, y), (x + 60, y)])
    hand.tap((x, y))
    expect(readout(phone)).not_to_have_text(before)
    assert phone.page.evaluate("visualViewport.scale") == scale
    phone.page.locator("#density-chart").get_by_role("button", name="Whole").tap()
    expect(handle).to_have_attribute("data-zoom", "whole")


def test_the_slider_of_iterations_goes_where_the_finger_goes(phone: Lesson, hand: Hand) -> None:
    phone.load("by-hand", run=True)
    phone.shows(5)
    hand.tap(spot_in(phone.slider, 0.42))
    phone.shows(2)


def test_a_step_is_said_in_few_words_and_a_place_on_the_slider_is_not(
    phone: Lesson, hand: Hand
) -> None:
    said = phone.page.locator("#player-said")
    start_of(phone, "by-hand")
    expect(said).to_have_text("The start.")
    phone.step.tap()
    expect(said).to_have_text(re.compile(r"^Iteration 1 of 5, log-likelihood .[\d.]+\.$"))
    hand.tap(spot_in(phone.slider, 0.6))
    phone.shows(3)
    expect(said).to_contain_text("Iteration 1")
    phone.back.tap()
    expect(said).to_contain_text("Iteration 2")


def test_a_number_of_the_work_is_traced_by_a_tap(phone: Lesson, hand: Hand) -> None:
    phone.load("by-hand", run=True)
    phone.open_work()
    hand.tap(spot_in(phone.quantity("share.1")))
    handle = phone.page.get_by_role("group", name="Trace a number")
    expect(handle).to_contain_text("responsibility of component 1")


def test_every_target_is_as_large_as_a_finger(phone: Lesson) -> None:
    start_of(phone, "good-start")
    phone.page.evaluate(SET_OPEN, True)
    assert phone.page.evaluate(SMALL_TARGETS, FINGER) == []
    phone.page.evaluate(SET_OPEN, False)
