"""The lesson on the page as a person uses it: player, work shown, experiments."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, expect

import emkit
from emkit.bridge.experiments import EXPERIMENTS, Experiment
from emkit.data.datasets import sample
from support.lab import Lab

BY_NAME = {one.name: one for one in EXPERIMENTS}

# Notes every caption of the player, however short it is shown.
NOTE_CAPTIONS = """() => {
  const caption = document.getElementById("player-caption");
  window.captions = [caption.textContent];
  window.captionWatch?.disconnect();
  window.captionWatch = new MutationObserver(() => window.captions.push(caption.textContent));
  window.captionWatch.observe(caption, { childList: true, characterData: true, subtree: true });
}"""


# A link that is followed twice is followed again.
FOLLOW = """fragment => {
  history.replaceState(null, "", "#");
  location.hash = fragment;
}"""


class Lesson(Lab):
    """The player, the work shown and the experiments."""

    def __init__(self, lab: Lab) -> None:
        super().__init__(lab.page, lab.heard)
        page = lab.page
        self.step = page.get_by_role("button", name="Step", exact=True)
        self.play = page.get_by_role("button", name="Play", exact=True)
        self.pause = page.get_by_role("button", name="Pause", exact=True)
        self.back = page.get_by_role("button", name="Step back")
        self.reset = page.get_by_role("button", name="Reset")
        self.slider = page.get_by_role("slider", name="Iteration")
        self.speed = page.get_by_role("combobox", name="Speed")
        self.caption = page.locator("#player-caption")
        self.row = page.get_by_role("spinbutton", name="Row", exact=True)
        self.work = page.locator("#work")
        self.experiments = page.locator("#experiments")

    def load(self, name: str, run: bool = False) -> None:
        """Follow the link of an experiment."""
        fragment = BY_NAME[name].fragment + ("&run=1" if run else "")
        self.page.evaluate(FOLLOW, fragment)
        expect(self.page.locator("#experiment-title")).to_have_text(BY_NAME[name].title)
        expect(self.calculate_button).to_have_attribute("aria-disabled", "false")
        self.wait_until_ready()

    def shows(self, iteration: int, last: int | None = None) -> None:
        """Wait until an iteration is shown, and at rest."""
        expect(self.slider).to_have_js_property("valueAsNumber", iteration)
        words = "The start" if iteration == 0 else f"After iteration {iteration:,} of"
        if last is not None and iteration > 0:
            words += f" {last:,}"
        expect(self.caption).to_contain_text(words)

    def open_work(self) -> None:
        """Unfold the room with the work."""
        if not self.work.is_visible():
            self.page.get_by_text("Work shown", exact=True).click()

    def quantity(self, name: str) -> Locator:
        """A number of the work by what it is."""
        return self.work.locator(f"math [data-quantity='{name}']").first

    def value(self, name: str) -> float:
        """The same as a number."""
        text = self.quantity(name).text_content() or ""
        mantissa, _, power = text.partition("·10")
        return float(f"{mantissa}e{power}".removesuffix("e").replace("−", "-"))  # noqa: RUF001


def native(one: Experiment) -> Any:
    """The same fit without a browser."""
    text = sample(one.sample).text
    if "\n" in text and "," in text.split("\n")[0]:
        x = [float(line.split(",")[0]) for line in text.splitlines()[1:]]
    else:
        x = [float(word) for word in re.findall(r"(?<![\w.])[\d.]+", text)]
    start = {"weights": one.weights, "means": one.means, "standard_deviations": one.sds}
    return emkit.fit(x, one.components, start=start, max_iter=one.iterations, tol=one.tol)
