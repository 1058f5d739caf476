"""The page on small and large screens, light and dark, with and without a mouse."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.accessibility import violations
from support.lab import Lab

# What the tests call a focused element: a summary goes by the name of its details.
NAME = "element => element.id || element.ariaLabel || element.parentElement.id"

# In the light, in the dark, and in the reader's own colours.
COLOURS = [("light", "none"), ("dark", "none"), ("light", "active")]

SET_OPEN = "isOpen => document.querySelectorAll('details').forEach((one) => (one.open = isOpen))"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# More than there are places for the focus, even with all unfolded.
MOST_STOPS = 500

# What has the focus: how thick its outline is, and whether some of it can be seen.
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body || one.matches(".skip")) return null; // once round
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const [across, down] = [(left + right) / 2, (top + bottom) / 2];
  const spots = [[across, down], [across, top + 3], [across, bottom - 3], [left + 3, down]];
  const isSeen = ([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (one.contains(there) || there.contains(one) && there !== document.body
      && there.localName !== "html" && there.localName !== "main" && there.localName !== "form");
  };
  return {
    name: one.id || one.className || one.textContent,
    outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
    isInSight: spots.some(isSeen),
  };
}"""

# Charts that come into view take their height a frame later.
AT_REST = """async () => {
  const root = document.documentElement;
  for (let height = 0, still = 0; still < 10; still += 1) {
    if (height !== root.scrollHeight) still = 0;
    height = root.scrollHeight;
    await new Promise(requestAnimationFrame);
  }
}"""

WIDTHS = [320, 360, 768, 1000, 1440, 1600]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_width_scrolls_sideways(bench: Lab, width: int) -> None:
    bench.page.set_viewport_size({"width": width, "height": 800})
    overflow = bench.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
    expect(bench.calculate_button).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["result", "mistake", "collapse"])
def test_axe_finds_nothing(bench: Lab, theme: str, state: str) -> None:
    bench.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    if state == "mistake":
        bench.type_data("1, 2, abc")
        expect(bench.alert).to_contain_text("abc")
    elif state == "collapse":
        bench.type_start({"Mean": ("43", "80"), "Standard deviation": ("0.01", "5")})
        bench.calculate()
    assert violations(bench.page, only_colours=theme == "dark") == []


@pytest.fixture
def unfolded(bench: Lab) -> Iterator[Lab]:
    """The page with all that is folded open."""
    bench.page.evaluate(SET_OPEN, True)
    yield bench
    bench.page.evaluate(SET_OPEN, False)
    bench.page.emulate_media(color_scheme="light", forced_colors="none")
    bench.page.set_viewport_size({"width": 1280, "height": 720})


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(("theme", "forced"), COLOURS)
def test_axe_finds_nothing_in_all_that_can_be_unfolded(
    unfolded: Lab, theme: Any, forced: Any, width: int
) -> None:
    page = unfolded.page
    page.emulate_media(color_scheme=theme, forced_colors=forced, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    expect(page.locator("#guide-e-step math[display]").first).to_be_visible()
    in_other_colours = (theme, forced) != COLOURS[0]  # which change nothing else
    assert violations(page, only_colours=in_other_colours) == []
    assert page.evaluate(OVERFLOW) <= 0


def test_what_the_keyboard_comes_to_is_seen_to_have_the_focus(unfolded: Lab) -> None:
    page = unfolded.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate(AT_REST)
    page.get_by_role("link", name="Skip to the results").focus()
    seen = 0
    for _ in range(MOST_STOPS):
        if page.evaluate("document.activeElement.id") == "program-code":
            page.keyboard.press("Escape")  # Tab indents there, and says so
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            break
        assert found["outline"] >= 2, found["name"]
        assert found["isInSight"], found["name"]
        seen += 1
    assert 150 < seen < MOST_STOPS


def test_everything_can_be_reached_and_run_by_keyboard(bench: Lab) -> None:
    bench.data.focus()
    names = []
    for _ in range(30):
        bench.page.keyboard.press("Tab")
        focused = bench.page.locator(":focus")
        names.append(focused.evaluate(NAME))
        if names[-1] == "calculate":
            break
    assert names == [
        "open-file",
        "generator",
        "control-components",
        "control-covariance",
        "control-equal_weights",
        "control-start",
        "control-seed",
        "control-restarts",
        "suggest",
        "Weight 1",
        "Mean 1",
        "Standard deviation 1",
        "Weight 2",
        "Mean 2",
        "Standard deviation 2",
        "control-max_iter",
        "control-tol",
        "more-options",
        "calculate",
    ]
    bench.page.keyboard.press("Enter")
    expect(bench.status).to_contain_text("Converged")


def test_the_chosen_theme_holds_over_a_reload(page: Page, lab_url: str) -> None:
    page.goto(lab_url)
    theme = page.get_by_role("button", name="Theme")
    theme.click()
    theme.click()
    expect(theme).to_have_text("Theme: dark")
    page.reload()
    expect(theme).to_have_text("Theme: dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_room_that_was_opened_is_open_after_a_reload(page: Page, lab_url: str) -> None:
    page.goto(lab_url)
    room = page.locator("#study-room")
    room.locator("> summary").click()
    page.reload()
    expect(room).to_have_attribute("open", "")
    expect(page.locator("#runs-room")).not_to_have_attribute("open", "")
    room.locator("> summary").click()
    page.reload()
    expect(room).not_to_have_attribute("open", "")
