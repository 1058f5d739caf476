"""Copies that a browser keeps of the page, to work without a network."""

from playwright.sync_api import BrowserContext

FORGET = "delete Navigator.prototype.serviceWorker"


def keep_none(context: BrowserContext) -> None:
    """Let pages find no service workers: keeping a copy costs time and proves nothing here."""
    context.add_init_script(FORGET)
