"""The app's icons as pixels, drawn anew when icons/emkit.svg changes.

PYTHONPATH=py:tests .venv/bin/python -m support.icons    (after `python3 build.py test`)
"""

from playwright.sync_api import sync_playwright

from build_tools import browsers, places

SIZES = (192, 512)


def draw() -> None:
    """Draw the icon in each size, the way a browser shows it."""
    icons = places.SITE / "icons"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browsers.choices()["chromium"])
        for size in SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.goto((icons / "emkit.svg").as_uri())
            page.screenshot(path=icons / f"emkit-{size}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    draw()
