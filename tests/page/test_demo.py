"""The course page under demo/, as a teacher would copy it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from support import copies
from support.course import NOTE, Embedded
from support.hearing import Heard
from support.hosting import HostedFolder

NAMES = ("faithful", "by-hand", "sandboxed")


@pytest.fixture(scope="module")
def labs(browser: Browser, lab: HostedFolder) -> Iterator[dict[str, Embedded]]:
    """The three labs of the page, each ready."""
    context = browser.new_context(locale="en-US")
    copies.keep_none(context)
    context.add_init_script(NOTE)
    heard = Heard()
    heard.listen_to(context)
    page = context.new_page()
    page.goto(f"{lab.url}demo/")
    found = {name: Embedded(page, name) for name in NAMES}
    for name, one in found.items():
        page.locator(f"#{name} iframe").scroll_into_view_if_needed()
        one.tells("em-ready")
    yield found
    assert heard.errors == []
    assert heard.off_origin(lab.origin) == []
    context.close()


def test_a_lab_waits_for_who_reads_the_page(labs: dict[str, Embedded]) -> None:
    faithful = labs["faithful"]
    assert faithful.told("em-result") == []
    faithful.frame.get_by_role("button", name="Calculate EM").click()
    [result] = faithful.tells("em-result")
    assert result["data"] == {"n": 272, "d": 1, "columns": ["waiting"]}
    assert result["fit"]["log_likelihood"] == pytest.approx(-1034.0, abs=0.01)


def test_a_lab_runs_the_exercise_by_itself(labs: dict[str, Embedded]) -> None:
    [result] = labs["by-hand"].tells("em-result")
    assert result["fit"]["iterations"] == 5
    assert result["fit"]["means"] == pytest.approx([1.2, 5.0], abs=0.05)
    assert len(result["trace"]) == 6


def test_a_lab_in_a_sandbox_computes_like_the_others(labs: dict[str, Embedded]) -> None:
    boxed = labs["sandboxed"]
    assert boxed.answers("em-result", "run()")["data"]["n"] == 6


def test_the_page_stays_a_page_to_read(labs: dict[str, Embedded]) -> None:
    page = labs["faithful"].page
    expect(page.get_by_role("heading", level=1)).to_have_text("Mixtures, week 4")
    for name in NAMES:
        frame = page.locator(f"#{name} iframe")
        assert frame.get_attribute("title")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
