"""Runs pytest in the browser, and accounts for what it did."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NoReturn

import pytest

from emkit import engine_name

# pytest's parts that need file descriptors or threads.
WITHOUT = ("faulthandler", "threadexception")


class Account:
    """A plugin that notes how every test ended."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed: list[str] = []
        self.skipped: defaultdict[str, list[str]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note one phase of one test."""
        if report.failed:
            self.failed.append(report.nodeid)
        elif report.skipped:
            self.skipped[_reason(report)].append(report.nodeid)
        elif report.when == "call":
            self.passed += 1

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a module that cannot be collected here."""
        if report.failed:
            self.failed.append(report.nodeid)
        elif report.skipped:
            self.skipped[_reason(report)].append(report.nodeid)


def run_tests(words: Iterable[str]) -> str:
    """Run pytest with these words; the value is the account as JSON text."""
    subprocess.Popen = _no_processes  # type: ignore[assignment, misc]
    threading.Thread.start = _no_threads  # type: ignore[method-assign]
    account, began = Account(), time.monotonic()
    options = [f"-pno:{name}" for name in WITHOUT]
    code = pytest.main(["--capture=sys", *options, *words], plugins=[account])
    return json.dumps(
        {
            "code": int(code),
            "python": sys.version.split()[0],
            "engine": engine_name(),
            "seconds": time.monotonic() - began,
            "passed": account.passed,
            "failed": account.failed,
            "skipped": account.skipped,
        }
    )


def _reason(report: Any) -> str:
    """Why a test was skipped."""
    long = report.longrepr
    return str(long[2] if isinstance(long, tuple) else long).removeprefix("Skipped: ")


def _no_processes(*_: object, **__: object) -> NoReturn:
    pytest.skip("a browser starts no processes")


def _no_threads(*_: object, **__: object) -> NoReturn:
    pytest.skip("this Python has no threads")
