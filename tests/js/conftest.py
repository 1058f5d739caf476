"""The page's modules in a blank page, to be called as they are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from build_tools import places
from support.hosting import host
from support.modules import Modules, go_blank


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """site/ as it is, being served."""
    with host(places.SITE) as hosted:
        yield hosted.url


@pytest.fixture(scope="module")
def modules(browser: Browser, site_url: str) -> Iterator[Modules]:
    """The modules in a page that the tests of a file share: for what keeps no state."""
    page = browser.new_page()
    go_blank(page, site_url)
    yield Modules(page, site_url)
    page.close()
