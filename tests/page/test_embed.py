"""Several labs in frames of a course page on another origin, one of them without any rights."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.hosting import HostedFolder

PATIENCE = 90_000
NOTE = """
window.told = [];
for (const name of ["em-ready", "em-step", "em-result", "em-error"]) {
  addEventListener(name, ({ target, detail }) => told.push([target.id, name, detail]));
}
"""
HOST = """<!doctype html><html lang="en"><head>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src {lab}; frame-src {lab}; connect-src {lab}">
<title>A course</title><script type="module" src="{lab}/embed.js"></script></head><body>
<em-lab id="free" data="1,2,10,11" components="2" run></em-lab>
<em-lab id="boxed" data="1,2,10,11" components="2" run sandbox></em-lab></body></html>"""
HOSTILE: list[Any] = [
    None, 1, "run", [], {}, {"target": "emkit"}, {"target": "emkit", "type": "eval"},
    {"target": "emkit", "type": "__proto__"}, {"target": "emkit", "type": ["run"]},
    {"target": "emkit", "type": "set"}, {"target": "emkit", "type": "set", "detail": "x"},
    {"target": "emkit", "type": "set", "detail": {"onload": "alert(1)"}},
    {"target": "emkit", "type": "set", "detail": {"data": {"a": 1}}},
    {"target": "emkit", "type": "set", "detail": {"constructor": "1"}},
]  # fmt: skip


@pytest.fixture
def course(
    page: Page, serve_folder: Callable[..., HostedFolder], dist: Path, tmp_path: Path
) -> Page:
    """The course page, with two labs that have run."""
    lab = serve_folder(dist)
    text = HOST.replace("{lab}", lab.origin)
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    page.add_init_script(NOTE)
    page.goto(serve_folder(tmp_path).url)
    for name in ("free", "boxed"):
        waits_for(page, name, "em-result")
    return page


def told(page: Page, name: str, kind: str) -> list[Any]:
    """What a lab told of one kind."""
    return [detail for one, what, detail in page.evaluate("told") if (one, what) == (name, kind)]


def waits_for(page: Page, name: str, kind: str, times: int = 1) -> Any:
    """The detail of an event once it has come so often."""
    for _ in range(PATIENCE // 100):
        if len(found := told(page, name, kind)) >= times:
            return found[-1]
        page.wait_for_timeout(100)  # the event itself cannot be awaited under the page's policy
    raise AssertionError(f"{name} did not tell {kind}; told: {page.evaluate('told')}")


@pytest.mark.both_engines
def test_labs_run_report_and_obey_under_a_strict_policy_and_in_a_sandbox(course: Page) -> None:
    for name in ("free", "boxed"):
        result = told(course, name, "em-result")[-1]
        assert result["schema"] == "emkit-result/1"
        assert result["data"]["n"] == 4
        frame = course.locator(f"#{name} iframe")
        frame.scroll_into_view_if_needed()  # what is out of sight is not laid out
        expect(frame).not_to_have_js_property("offsetHeight", 640)  # it takes that of its content
        course.evaluate(f"document.querySelector('#{name}').set({{ data: [1, 2, 3, 20, 21] }})")
        lab = course.frame_locator(f"#{name} iframe")
        expect(lab.get_by_role("textbox", name="Data", exact=True)).to_have_value("1\n2\n3\n20\n21")
        expect(lab.get_by_role("heading", name="Look closer")).to_be_hidden()
        course.evaluate(f"document.querySelector('#{name}').run()")
        assert waits_for(course, name, "em-result", 2)["data"]["n"] == 5
    course.evaluate(
        "(all) => all.forEach((one) => "
        "document.querySelector('#boxed iframe').contentWindow.postMessage(one, '*'))",
        HOSTILE,
    )
    waits_for(course, "boxed", "em-error", len(HOSTILE))
