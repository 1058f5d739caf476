"""The page on small and large screens, light and dark, with and without a mouse."""

import json

import pytest
from playwright.sync_api import Page, expect

from support.lab import Lab

# What the tests call a focused element: a summary goes by the name of its details.
NAME = "element => element.id || element.ariaLabel || element.parentElement.id"

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
@pytest.mark.parametrize("state", ["result", "mistake", "collapse", "all open"])
def test_axe_finds_nothing(bench: Lab, axe_script: str, theme: str, state: str) -> None:
    bench.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    if state == "mistake":
        bench.type_data("1, 2, abc")
        expect(bench.alert).to_contain_text("abc")
    elif state == "collapse":
        bench.type_start({"Mean": ("43", "80"), "Standard deviation": ("0.01", "5")})
        bench.calculate()
    elif state == "all open":
        for summary in bench.page.locator("summary").all():
            if summary.is_visible():
                summary.click()
    assert violations(bench.page, axe_script) == []
    if state == "all open":
        for summary in bench.page.locator("summary").all():
            if summary.is_visible():
                summary.click()


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


def violations(page: Page, axe_script: str) -> list[str]:
    """What axe-core finds, a line each."""
    page.evaluate(f"() => {{ {axe_script} }}")
    found = page.evaluate("axe.run()")["violations"]
    return [json.dumps([one["id"], [node["html"][:120] for node in one["nodes"]]]) for one in found]
