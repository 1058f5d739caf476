"""Where dist/ is, folders served on free ports, and the browsers that look at them."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from build_tools import browsers, editions, places
from support import copies
from support.hearing import Heard
from support.hosting import HostedFolder, host

collect_ignore = ["support/stock_page/fit.py"]  # a program for a browser, not a module

PATIENCE = 30_000  # milliseconds; the engine alone may take ten seconds on two busy cores


# It takes minutes, and whoever ends last should not wait for it alone.
LONGEST = "test_package_in_browser.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the files that take long before those that fill the gaps."""
    items.sort(key=lambda item: (item.path.name != LONGEST, item.path.parent.name != "page"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what drives a browser in Chromium, or where it is marked so in Firefox, too or only."""
    if "browser_name" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker
        engines = browsers.ENGINES if marked("both_engines") else browsers.ENGINES[:1]
        engines = ("firefox",) if marked("firefox") else engines
        metafunc.parametrize("browser_name", engines, scope="session")


# --- folders -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def dist() -> Path:
    """dist/, as build.py left it."""
    if not (places.DIST / "index.html").is_file():
        pytest.fail("There is no dist/ yet. Run the tests with: python3 build.py test")
    return places.DIST


@pytest.fixture(scope="session")
def edition(dist: Path) -> Path:
    """The folder in dist/ that holds what belongs to this build alone."""
    return editions.home(dist)


@pytest.fixture(scope="session")
def lab(dist: Path) -> Iterator[HostedFolder]:
    """dist/ being served faultlessly; shared, so do not add faults."""
    with host(dist) as hosted:
        yield hosted


@pytest.fixture(scope="session")
def lab_url(lab: HostedFolder) -> str:
    """The address of the page."""
    return lab.url


@pytest.fixture
def serve_folder() -> Iterator[Callable[..., HostedFolder]]:
    """`serve_folder(folder, prefix="/", headers={}, faults={"runtime/x.whl": faults.MISSING})`."""
    with contextlib.ExitStack() as served:
        yield lambda *args, **kwargs: served.enter_context(host(*args, **kwargs))


# --- browsers ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_name: str) -> Iterator[Browser]:
    """One browser for all tests in this engine."""
    options = browsers.choices().get(browser_name)
    if options is None:
        pytest.fail("No browser was set up yet. Run the tests with: python3 build.py test")
    browser = getattr(playwright, browser_name).launch(**options)
    yield browser
    browser.close()


@pytest.fixture
def context_options() -> dict[str, Any]:
    """Options of the browser context; override it, or parametrize it, to change the device."""
    return {}


@pytest.fixture
def heard() -> Heard:
    """What `page` and its workers said and asked for."""
    return Heard()


@pytest.fixture
def context(
    browser: Browser, context_options: dict[str, Any], heard: Heard
) -> Iterator[BrowserContext]:
    """A fresh profile: no cache, no storage; and no copies are kept, see `test_offline.py`."""
    # The locale is given because a bare machine's own may be one that Intl refuses.
    context = browser.new_context(**{"locale": "en-US", **context_options})
    context.set_default_timeout(PATIENCE)
    copies.keep_none(context)
    heard.listen_to(context)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page, not yet anywhere."""
    return context.new_page()
