"""The page's own modules, called in a blank page."""

from typing import Any

from playwright.sync_api import Page

BLANK = "<!doctype html><html lang='en'><title>Blank</title><body></body></html>"


class Modules:
    """Calls what the modules below `site/js` export."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def call(self, module: str, name: str, *args: Any) -> Any:
        """The result of an exported function."""
        return self.run(module, f"({{ {name} }}, args) => {name}(...args)", list(args))

    def run(self, module: str, script: str, argument: Any = None) -> Any:
        """The result of a script that is given the module and an argument."""
        return self.page.evaluate(
            f"async ([url, argument]) => ({script})(await import(url), argument)",
            [f"{self.url}js/{module}", argument],
        )


def go_blank(page: Page, url: str, body: str = BLANK) -> None:
    """Open a page of the site at `url` that holds nothing but `body`."""
    page.route(f"{url}blank", lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(f"{url}blank")
