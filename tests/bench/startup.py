"""How long a visitor waits for Python: on our page, and on a minimal one with the same files.

Ours is of use when its engine is ready, the minimal one when its fit is done; each from an empty
cache and on a second visit, in a browser's profile of its own.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from support import stock_page
from support.hosting import host

READY = """() => new Promise((resolve) => {
  const root = document.documentElement;
  function look() {
    if (!["ready", "failed"].includes(root.dataset.engine)) return;
    resolve([root.dataset.engine, performance.now() / 1000]);
  }
  new MutationObserver(look).observe(root, { attributes: true });
  look();
})"""
KEPT = "Ready offline"
IDLE = 8_000  # milliseconds in which a page may prepare the next visit
PATIENCE = 300_000  # milliseconds, for machines that do much else


def measure(browser: Browser, dist: Path, folder: Path, turns: int) -> dict[str, float]:
    """The least seconds of each kind of visit."""
    best: dict[str, float] = {}
    with host(stock_page.assemble(folder)) as stock, host(dist) as ours:
        for _ in range(turns):
            for name, url in (("minimal page", stock.url), ("emkit", ours.url)):
                for visit, spent in zip(("first", "second"), visits(browser, url), strict=True):
                    kind = f"{name}, {visit} visit"
                    best[kind] = min(spent, best.get(kind, spent))
    return best


def visits(browser: Browser, url: str) -> tuple[float, float]:
    """The seconds of two visits with one profile."""
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(PATIENCE)
    try:
        first = visit(context, url)
        spent = waited(first)
        prepare(first)
        first.close()
        return spent, waited(visit(context, url))
    finally:
        context.close()


def visit(context: BrowserContext, url: str) -> Page:
    """The page as it begins to load."""
    page = context.new_page()
    page.goto(url, wait_until="commit")
    return page


def waited(page: Page) -> float:
    """The seconds from the page's first byte until Python is of use."""
    state, seconds = page.evaluate(READY)
    if state != "ready":
        raise RuntimeError(f"{page.url} did not start")
    return seconds


def prepare(page: Page) -> None:
    """Leave our page the time in which it keeps what the next visit needs."""
    if page.locator("#offline").count():
        page.get_by_text(KEPT).wait_for()
        page.wait_for_timeout(IDLE)
