"""The page with Python running in it, booted once for a module of tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from support import copies
from support.hearing import Heard
from support.hosting import HostedFolder
from support.lab import Lab

PATIENCE = 30_000


@pytest.fixture(scope="module")
def booted(browser: Browser, browser_name: str, lab: HostedFolder) -> Iterator[Lab]:
    """A page that every test of a module uses in turn."""
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    context = browser.new_context(locale="en-US", **(options if browser_name == "chromium" else {}))
    context.set_default_timeout(PATIENCE)
    copies.keep_none(context)
    heard = Heard()
    heard.listen_to(context)
    page = context.new_page()
    opened = Lab(page, heard).open(lab.url)
    opened.calculate()
    yield opened
    context.close()


@pytest.fixture
def bench(booted: Lab) -> Lab:
    """The page as it opens, whatever the test before did to it."""
    booted.start_over()
    return booted
