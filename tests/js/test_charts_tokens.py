"""The design tokens: two sets of the same names, legible in both."""

import re

import pytest

from build_tools import places

CSS = (places.SITE / "styles" / "tokens.css").read_text(encoding="utf-8")
NAMES_AND_VALUES = re.compile(r"(--[\w-]+|color-scheme): ([^;]+);")
BLOCKS = {
    selector.split("\n")[-1].strip(): dict(NAMES_AND_VALUES.findall(body))
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", CSS)
}
ASKED_BY_SYSTEM = BLOCKS[':root:not([data-theme="light"])']
SETS = {"light": BLOCKS['[data-theme="light"]'], "dark": BLOCKS['[data-theme="dark"]']}
GROUNDS = ["--paper", "--panel"]
COMPONENTS = [f"--component-{j}" for j in range(1, 9)]
TEXTS = [
    "--ink",
    "--ink-soft",
    "--ink-faint",
    "--accent",
    "--accent-strong",
    "--danger",
    "--warn",
    *(f"{name}-ink" for name in COMPONENTS),
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    codes = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in codes]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: str, other: str) -> float:
    """The ratio of contrast as WCAG 2 defines it."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_dark_is_the_same_whether_the_system_or_the_reader_asks_for_it() -> None:
    assert SETS["dark"] == ASKED_BY_SYSTEM


def test_light_and_dark_name_the_same_tokens() -> None:
    assert SETS["light"].keys() == SETS["dark"].keys()


def test_forced_colours_replace_every_colour() -> None:
    assert BLOCKS[":root:root"].keys() == SETS["light"].keys() - {"color-scheme"}


@pytest.mark.parametrize("theme", SETS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", TEXTS)
def test_text_stands_out_by_four_and_a_half_to_one(theme: str, ground: str, name: str) -> None:
    assert contrast(SETS[theme][name], SETS[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", SETS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", [*COMPONENTS, "--line-strong"])
def test_lines_stand_out_by_three_to_one(theme: str, ground: str, name: str) -> None:
    assert contrast(SETS[theme][name], SETS[theme][ground]) >= 3


@pytest.mark.parametrize("theme", SETS)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("--accent-ink", "--accent"),
        ("--danger", "--danger-soft"),
        ("--warn", "--warn-soft"),
        ("--accent", "--accent-soft"),
        ("--ink", "--field"),
    ],
)
def test_text_stands_out_on_its_own_ground(theme: str, text: str, ground: str) -> None:
    assert contrast(SETS[theme][text], SETS[theme][ground]) >= 4.5


def test_every_component_has_a_dash_of_its_own() -> None:
    dashes = re.findall(r"--component-\d-dash: ([^;]+);", CSS)
    assert len(dashes) == len(set(dashes)) == 8
