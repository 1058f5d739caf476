"""One run of everything that is measured."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench import claims, machine, rounds, startup, weight
from bench.problems import Problem
from bench.rounds import ALL, GROWTH, LARGE, OF_NPM, WIDE, Series
from bench.sides import Native, Node, Side, Tab, node, tab
from build_tools import browsers, places
from build_tools.report import say


@dataclass(frozen=True)
class Extent:
    """How much is measured: the whole, or something short with the same shape."""

    large: Problem = LARGE
    wide: Problem = WIDE
    growth: tuple[Series, ...] = GROWTH
    turns: int = 5

    @classmethod
    def short(cls) -> Extent:
        """Small problems, each asked for once: whether it works, not how fast."""
        series = Series("n", (Problem(1_000), Problem(10_000)))
        return cls(Problem(10_000), Problem(1_000, 10, 5), (series,), turns=1)


@dataclass(frozen=True)
class Sides:
    """Where it is measured."""

    browser: Browser
    tab: Tab
    native: Native
    node: Node


@contextmanager
def sides(modules: Path, wheels: list[Path], scratch: Path) -> Iterator[Sides]:
    """All of them, ready to answer."""
    with ExitStack() as open_now:
        playwright = open_now.enter_context(sync_playwright())
        browser = playwright.chromium.launch(**browsers.choices()["chromium"])
        open_now.callback(browser.close)
        say("Loading Python, NumPy, SciPy and scikit-learn into a tab")
        in_tab = open_now.enter_context(tab(browser, scratch / "tab", wheels))
        in_node = open_now.enter_context(node(modules, scratch / "node"))
        yield Sides(browser, in_tab, Native(), in_node)


def measure(modules: Path, wheels: list[Path], extent: Extent) -> dict[str, Any]:
    """All results, the claims judged."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        with sides(modules, wheels, scratch) as places_to_ask:
            results = computed(places_to_ask, extent)
            results["machine"] = described(places_to_ask)
        say("Start-up")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**browsers.choices()["chromium"])
            turns = min(extent.turns, 3)
            results["startup"] = startup.measure(browser, places.DIST, scratch / "stock", turns)
            browser.close()
    results["weight"] = weight.measure(places.DIST)
    return {**results, "claims": claims.judge(results)}


def computed(where: Sides, extent: Extent) -> dict[str, Any]:
    """What concerns computing."""
    both: list[Side] = [where.tab, where.native]
    entries = [(side, contender) for side in both for contender in ALL]
    with_npm = [*entries, *((where.node, contender) for contender in OF_NPM)]
    results: dict[str, Any] = {}
    for name, problem, who in (("large", extent.large, with_npm), ("wide", extent.wide, entries)):
        say(f"One iteration, {problem}")
        seconds = rounds.iterations(problem, who, extent.turns)
        results[name] = {"problem": problem.as_dict(), "seconds": seconds}
    say("The way to the limit")
    results["limit"] = rounds.approaches(both, min(extent.turns, 3))
    say("Growth")
    turns = min(extent.turns, 3)
    results["growth"] = {one.what: rounds.growth(one, both, turns) for one in extent.growth}
    return results


def described(where: Sides) -> dict[str, object]:
    """The machine, the browser, and which engine emkit used on each side."""
    asked = {side.name: side.ask({"about": "engine"}) for side in (where.tab, where.native)}
    return machine.describe(f"Chromium {where.browser.version}", asked)
