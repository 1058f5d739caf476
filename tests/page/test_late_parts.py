"""What comes late is there when it is wanted, or the page says that it is not and what to do."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools import editions
from support import faults
from support.hosting import HostedFolder
from support.lab import Lab
from support.rooms import unfolded

WASM = "runtime/pyodide.asm.wasm"


@pytest.fixture
def late(dist: Path) -> str:
    """The script with what a page can do without as it opens."""
    edition = editions.home(dist)
    [script] = (edition / "js" / "engine").glob("late-*.js")
    return script.relative_to(edition).as_posix()


@pytest.fixture
def hosted(serve_folder: Callable[..., HostedFolder], dist: Path) -> HostedFolder:
    """The page, whose engine never comes."""
    return serve_folder(dist, faults={WASM: faults.STALLED})


def write_program(page: Page) -> None:
    """Type into the Python room, which the page hears."""
    unfolded(page, "Python").get_by_role("textbox", name="Program").fill("x = 1")
    expect(page.get_by_role("button", name=re.compile("^Back to the page"))).to_be_visible()


def test_what_is_folded_comes_unasked_once_there_is_an_answer(
    page: Page, hosted: HostedFolder, late: str
) -> None:
    page.goto(hosted.url)
    expect(Lab(page).ending).to_contain_text("Converged")
    expect(page.locator("#work-room [inert]")).to_have_count(0)
    assert hosted.asked_for.index("first-result.json") < hosted.asked_for.index(late)
    write_program(page)


@pytest.mark.both_engines
def test_a_late_part_that_is_missing_is_told_where_somebody_wants_it(
    page: Page, hosted: HostedFolder, late: str
) -> None:
    hosted.faults[late] = faults.MISSING
    page.goto(hosted.url)
    lab = Lab(page)
    expect(lab.ending).to_contain_text("Converged")
    expect(lab.alert).to_be_empty()  # nobody has asked for it yet
    unfolded(page, "Python")
    expect(lab.alert).to_contain_text("A part of this page did not load: what was folded.")
    expect(lab.alert).to_contain_text("press Retry")
    expect(page.locator("[inert] #program-code, [inert]#program-code")).to_have_count(1)
    lab.retry_button.click()
    expect(lab.alert).to_contain_text("reload the page: what you typed is kept")


def test_a_late_part_that_comes_at_the_second_try_works_at_once(
    page: Page, hosted: HostedFolder, late: str
) -> None:
    hosted.faults[late] = faults.MISSING
    page.goto(hosted.url)
    unfolded(page, "Python")
    lab = Lab(page)
    expect(lab.alert).to_contain_text("press Retry")
    hosted.faults.pop(late)
    lab.retry_button.click()
    expect(lab.alert).to_be_empty()
    write_program(page)
