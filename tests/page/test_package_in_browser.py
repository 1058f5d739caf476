"""The package's own tests pass in the browser's Python as they do natively."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from support.hearing import Heard
from support.hosting import HostedFolder
from support.in_browser import packing

WORKER = Path(packing.__file__).with_name("worker.js")

RUN = """
(words) => new Promise((resolve) => {
  const worker = new Worker("worker.js", { type: "module" });
  const lines = [];
  worker.onerror = (event) => resolve({ error: event.message, lines });
  worker.onmessage = ({ data }) => {
    if ("line" in data) lines.push(data.line);
    else resolve({ ...data, lines });
  };
  worker.postMessage(words);
})
"""

BLANK = "<!doctype html><link rel=icon href=data:,><title>Tests</title>"

# Why tests may be skipped there; what is skipped for another reason is a test to mend.
LACKING = {
    "a browser starts no processes",
    "this Python has no threads",
    "could not import 'sklearn': No module named 'sklearn'",
    "could not import 'scipy': No module named 'scipy'",
}


@pytest.fixture
def bundle(
    edition: Path, tmp_path: Path, serve_folder: Callable[..., HostedFolder]
) -> HostedFolder:
    """The runtime of dist/, the worker and the tests, being served from one folder."""
    shutil.copytree(edition / "runtime", tmp_path / "runtime")
    shutil.copy2(WORKER, tmp_path)
    packing.pack(tmp_path / "tests.zip")
    (tmp_path / "index.html").write_text(BLANK, encoding="utf-8")
    return serve_folder(tmp_path)


def test_the_tests_of_the_package_pass_in_the_browser(
    page: Page, bundle: HostedFolder, heard: Heard, capsys: pytest.CaptureFixture[str]
) -> None:
    page.goto(bundle.url)
    said: dict[str, Any] = page.evaluate(RUN, ["-q", "tests/py", "py/emkit"])
    print(*said["lines"], sep="\n")  # pytest shows it when the test fails
    assert "error" not in said
    account = said["account"]
    with capsys.disabled():
        print(f"\n{summary(account)}")
    assert account["failed"] == []
    assert account["code"] == 0
    assert account["passed"] > 1_000  # an empty run would be no proof
    assert account["engine"].startswith("kernel")  # and, where it matters, NumPy in its turn
    assert set(account["skipped"]) <= LACKING
    assert heard.off_origin(bundle.origin) == []


def summary(account: dict[str, Any]) -> str:
    """How many tests passed, and how many were skipped for which reason."""
    reasons = [f"{len(names)} skipped ({why})" for why, names in account["skipped"].items()]
    ran = f"{account['passed']} passed in {account['seconds']:.0f} s of Python {account['python']}"
    return f"In the browser {', '.join([ran, *reasons])}."
