"""How long the page's thread is kept by one task: in its own time, which a busy machine does not
lengthen as it does the time on the clock."""

import json
from collections.abc import Callable

from playwright.sync_api import Page

TASK = "RunTask"
THREAD_OF_A_PAGE = "CrRendererMain"


def longest_task(page: Page, act: Callable[[], object]) -> float:
    """Do something on the page; the longest task meanwhile, in milliseconds. Chromium only."""
    browser = page.context.browser
    assert browser is not None
    browser.start_tracing(page=page, categories=["disabled-by-default-devtools.timeline"])
    try:
        act()
    finally:
        events = json.loads(browser.stop_tracing())["traceEvents"]
    pages = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == THREAD_OF_A_PAGE
    }
    tasks = [event for event in events if event["name"] == TASK and "tdur" in event]
    assert tasks, "the trace holds no tasks"
    return max(event["tdur"] for event in tasks if (event["pid"], event["tid"]) in pages) / 1000
