"""Keep links, so that every later version proves that it still opens them.

    python3 build.py && .venv/bin/python tests/references/keep_links.py "2026-11" "data=1,2,..."

The first argument says which version of the page made the links. Each is opened in a browser, and
what the page then states and finds is added to links.json; look at that before it is committed.
"""

import json
import sys

from playwright.sync_api import expect, sync_playwright

from build_tools import browsers, places
from support import copies, links
from support.hosting import host
from support.lab import TEN_NUMBERS, Lab

PATIENCE = 180_000


def keep(version: str, fragments: list[str]) -> None:
    """Add links to those that are kept."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright, host(places.DIST) as hosted:
        browser = playwright.chromium.launch(**browsers.choices()["chromium"])
        context = browser.new_context(locale="en-US")
        context.set_default_timeout(PATIENCE)
        copies.keep_none(context)
        lab = Lab(context.new_page()).open(hosted.url)
        known = [*links.kept(), *(entry(lab, version, fragment) for fragment in fragments)]
        browser.close()
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in known)
    links.KEPT.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def entry(lab: Lab, version: str, fragment: str) -> dict[str, object]:
    """A link with what it states and what comes of it."""
    lab.choose_sample(TEN_NUMBERS)
    links.follow(lab, fragment)
    lab.calculate()
    complaints = lab.page.locator("#link-complaints li").all_inner_texts()
    assert complaints == [], complaints
    return {
        "version": version,
        "link": fragment,
        "states": links.stated(lab),
        "finds": links.found(lab),
    }


if __name__ == "__main__":
    keep(sys.argv[1], sys.argv[2:])
