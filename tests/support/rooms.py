"""The rooms below the bench, as a person uses them: choosing K, beside EM, Python."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


class Study:
    """How many components?"""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.room = unfolded(page, "How many components?")
        self.compare_button = self.room.get_by_role("button", name="Compare")
        self.stop_button = self.room.get_by_role("button", name="Stop comparing")
        self.table = self.room.get_by_role("table", name="Fits compared")
        self.standing = page.locator("#study-standing")
        self.fault = page.locator("#study-fault")
        self.up_to = self.room.get_by_role("spinbutton", name="From 1 up to")
        self.test_button = self.room.get_by_role("button", name="Test", exact=True)
        self.stop_test_button = self.room.get_by_role("button", name="Stop testing")
        self.verdict = page.locator("#ratio-standing")

    def tick(self, *structures: str) -> None:
        """Tick these structures and no others."""
        for box in self.room.locator("#study-structures input").all():
            box.set_checked(box.get_attribute("value") in structures)

    def compare(self, up_to: str, *structures: str) -> None:
        """Compare 1 to so many components and wait for the verdict."""
        self.up_to.fill(up_to)
        self.tick(*structures)
        self.compare_button.click()
        expect(self.standing).to_contain_text("prefers")

    def row(self, name: str) -> list[str]:
        """The cells of a row after its name."""
        button = self.page.get_by_role("button", name=name)
        found = self.table.get_by_role("row").filter(has=button)
        return found.get_by_role("cell").all_inner_texts()

    def fit(self, name: str) -> Locator:
        """The button that shows a fit: "3 components, tied"."""
        return self.table.get_by_role("button", name=name)

    def rows(self) -> int:
        """How many fits there are in the table."""
        return self.table.locator("tbody tr").count()


class Program:
    """The Python room."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.room = unfolded(page, "Python")
        self.code = self.room.get_by_role("textbox", name="Program")
        self.run_button = self.room.get_by_role("button", name="Run program")
        self.stop_button = self.room.get_by_role("button", name="Stop the program")
        self.back_button = self.room.get_by_role("button", name=re.compile("^Back to the page"))
        self.line_button = self.room.get_by_role("button", name="Show line")
        self.log = self.room.get_by_role("log")
        self.standing = page.locator("#program-standing")
        self.wrong = page.locator("#program-wrong")
        self.traceback = page.locator("#program-detail")

    def start(self, code: str) -> None:
        """Write a program and run it."""
        self.code.fill(code)
        self.run_button.click()

    def run(self, code: str) -> None:
        """Run a program and wait until it has ended."""
        self.start(code)
        expect(self.standing).to_contain_text("has ended")


def unfolded(page: Page, name: str) -> Locator:
    """A room, unfolded."""
    heading = page.locator("summary").get_by_role("heading", name=name, exact=True)
    room = page.locator("details.room").filter(has=heading)
    if room.get_attribute("open") is None:
        heading.click()
    return room
