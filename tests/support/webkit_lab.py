"""The page in WebKit as a person uses it: `support.lab` in Selenium's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Keys, WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from support.lab import REFERENCE_START

PATIENCE = 180.0  # seconds; on a busy machine its engine takes a minute to boot
PAUSE = 0.1  # seconds between two looks
VISIBLE_AND_NAMED = """
const [kind, name] = arguments;
const named = (one) => one.ariaLabel ?? one.labels?.[0]?.innerText ?? one.innerText;
const shown = (one) => one.checkVisibility() && named(one).trim() === name;
return [...document.querySelectorAll(kind)].find(shown) ?? null;
"""
SEEN_CELLS = """
const seen = (row) => [...row.querySelectorAll("td")].filter((one) => one.checkVisibility());
const rows = [...document.querySelectorAll(`${arguments[0]} tbody tr`)];
return rows.map((row) => seen(row).map((one) => one.innerText.trim()));
"""


class WebKitLab:
    """The open page and what a person does on it."""

    def __init__(self, driver: WebKitGTK) -> None:
        self.driver = driver

    def open(self, url: str) -> WebKitLab:
        """Go to the page and wait until Python runs in it."""
        self.driver.get(url)
        return self.wait_until_ready()

    def open_in_new_tab(self, url: str) -> WebKitLab:
        """The same in a tab that has just been made."""
        self.driver.switch_to.new_window("tab")
        return self.open(url)

    def until(self, condition: Callable[[], Any], wish: str) -> Any:
        """What a condition says once it says anything."""
        wait = WebDriverWait(self.driver, PATIENCE, PAUSE)
        try:
            return wait.until(lambda _: condition())
        except TimeoutException:
            said = self.driver.execute_script("return document.body.innerText")
            raise AssertionError(f"It never came that {wish}. The page says:\n{said}") from None

    def wait_until_ready(self) -> WebKitLab:
        """Wait until the engine waits for questions."""
        self.until(lambda: self.css("html[data-engine=ready]"), "the engine was ready")
        return self

    def css(self, selector: str) -> list[WebElement]:
        """What a selector finds."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def named(self, kind: str, name: str) -> WebElement:
        """What is to be seen of a kind, by the name that WebKit itself tells assistive tools."""

        def look() -> WebElement | None:
            return self.driver.execute_script(VISIBLE_AND_NAMED, kind, name)

        found = self.until(look, f"there was the {kind} {name}")
        assert found.accessible_name == name
        return found

    def text(self, selector: str) -> str:
        """What is to be read in an element."""
        return self.css(selector)[0].text

    def type_number(self, name: str, value: str) -> None:
        """Replace what is in a field, key by key."""
        field = self.named("input", name)
        field.send_keys(Keys.CONTROL + "a")
        field.send_keys(Keys.DELETE + value)

    def type_start(self, start: Mapping[str, Sequence[str]] = REFERENCE_START) -> None:
        """Fill the start table."""
        for name, values in start.items():
            for component, value in enumerate(values, 1):
                self.type_number(f"{name} {component}", value)

    def type_limits(self, iterations: str, tolerance: str) -> None:
        """Say when to stop."""
        self.type_number("Iterations", iterations)
        self.type_number("Tolerance", tolerance)

    def calculate(self) -> None:
        """Press the button and wait until the run has ended."""
        self.named("button", "Calculate EM").click()
        self.until(lambda: self.css("#calculate[aria-disabled=false]"), "the run ended")
        self.wait_until_ready()

    def figure(self, name: str) -> float:
        """A figure of the results, with all its digits."""
        place = f"//dl/div[starts-with(normalize-space(), '{name}')]//data"
        value = self.driver.find_element(By.XPATH, place).get_attribute("value")
        assert value is not None
        return float(value)

    def rows(self, table: str) -> list[list[str]]:
        """The cells of a table's body, row by row, as far as they are to be seen."""
        return self.driver.execute_script(SEEN_CELLS, table)
