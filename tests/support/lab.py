"""The page as a person uses it: by the names of what is on it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from support.hearing import Heard

OLD_FAITHFUL = "Old Faithful: minutes between eruptions (272)"
# Milliseconds that Python may take to start on a machine that has much else to do.
SLOWEST_START = 90_000

TEN_NUMBERS = "Ten numbers to check by hand"

REFERENCE_START: Mapping[str, Sequence[str]] = {
    "Weight": ("0.5", "0.5"),
    "Mean": ("55", "80"),
    "Standard deviation": ("5", "5"),
}

# The log-likelihood of Old Faithful after so many iterations from the reference start, exact to all
# digits shown (tests/references).
AFTER = {
    1: -1034.178639519802,
    2: -1034.054128518694,
    5: -1034.005853500269,
    10: -1034.001811789234,
    100: -1034.001749831608,
}


class Lab:
    """The open page and what a person does on it."""

    def __init__(self, page: Page, heard: Heard | None = None) -> None:
        self.page = page
        self.heard = heard or Heard()
        self.data = page.get_by_role("textbox", name="Data", exact=True)
        self.sample = page.get_by_role("combobox", name="Sample data")
        self.calculate_button = page.get_by_role("button", name="Calculate EM")
        self.stop_button = page.get_by_role("button", name="Stop", exact=True)
        self.retry_button = page.get_by_role("button", name="Retry")
        self.show_place_button = page.get_by_role("button", name="Show the place")
        self.suggest_button = page.get_by_role("button", name="Fill from the data")
        self.alert = page.get_by_role("alert")
        self.status = page.get_by_role("status")
        self.results = page.get_by_role("region", name="Results")
        self.parameters = page.get_by_role("table", name="Parameters", exact=True)
        self.responsibilities = page.get_by_role("table", name="Responsibilities")
        self.feedback = page.locator("#data-feedback")
        self.ending = page.locator("#ending")

    def open(self, url: str) -> Lab:
        """Go to the page and wait until Python runs in it."""
        self.page.goto(url)
        return self.wait_until_ready()

    def wait_until_ready(self) -> Lab:
        """Wait until the engine waits for questions."""
        engine = self.page.locator("html")
        expect(engine).to_have_attribute("data-engine", "ready", timeout=SLOWEST_START)
        return self

    def field(self, name: str) -> Locator:
        """A field for a number, by its name."""
        return self.page.get_by_role("spinbutton", name=name, exact=True)

    def type_number(self, name: str, value: str) -> None:
        """Replace what is in a field, key by key: `fill` appends in Firefox's number fields."""
        field = self.field(name)
        field.press("ControlOrMeta+A")
        field.press("Delete")
        field.press_sequentially(value)

    def choose_sample(self, title: str) -> None:
        """Choose a sample and wait until its numbers were read."""
        self.sample.select_option(title)
        expect(self.feedback).to_contain_text("numbers")

    def open_file(self, file: Path | FilePayload) -> None:
        """Open a file as the dialogue of "Open a file" does."""
        self.page.locator("#file").set_input_files(file)

    def type_data(self, text: str) -> None:
        """Replace what is in the Data box."""
        self.data.fill(text)

    def type_start(self, start: Mapping[str, Sequence[str]] = REFERENCE_START) -> None:
        """Fill the start table."""
        for name, values in start.items():
            for component, value in enumerate(values, 1):
                self.type_number(f"{name} {component}", value)

    def type_limits(self, iterations: str = "100", tolerance: str = "1e-6") -> None:
        """Say when to stop."""
        self.type_number("Iterations", iterations)
        self.type_number("Tolerance", tolerance)

    def calculate(self) -> None:
        """Press the button and wait until the run has ended."""
        self.calculate_button.click()
        expect(self.calculate_button).to_be_enabled()
        self.wait_until_ready()

    def start_over(self) -> None:
        """The page as it opens, without loading it anew."""
        self.choose_sample(TEN_NUMBERS)  # so that the choice of Old Faithful is one
        self.type_number("Components", "2")
        self.type_limits()
        self.choose_sample(OLD_FAITHFUL)
        expect(self.field("Mean 1")).to_have_value("58")
        self.calculate()

    def paste_data(self, text: str) -> None:
        """Put a text on the clipboard and paste it over what is in the Data box."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.data.focus()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("ControlOrMeta+V")

    def figure(self, name: str) -> float:
        """A figure of the results, with all its digits."""
        item = self.results.locator("dl > div").filter(has_text=re.compile(f"^{name}"))
        value = item.locator("data").get_attribute("value")
        assert value is not None
        return float(value)

    def parameter(self, component: int, column: int) -> float:
        """A cell of the parameter table as shown; columns: start and final of each in turn."""
        row = self.parameters.get_by_role("row", name=f"Component {component}")
        return float(row.get_by_role("cell").nth(column).inner_text())
