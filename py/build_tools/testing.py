"""The tests, with everything they need set up first."""

import os
import subprocess
from pathlib import Path

from . import browsers, dist, environment, node_tools, places, webkit

# The tests that build dist/ anew have it to themselves; then two files of tests run at a time.
ALONE = ["tests/build"]
TOGETHER = [
    *("--ignore=tests/build", "--numprocesses=2"),
    *("--dist=loadfile", "--no-loadscope-reorder"),  # in the order of tests/conftest.py
]


def run(arguments: list[str]) -> int:
    """Set up, build, and run all tests, or pytest with these arguments; the value is pytest's."""
    python = environment.ensure("test")
    node_tools.ensure()
    browsers.ensure()
    webkit.ensure()
    dist.build()
    rounds = [arguments] if arguments else [ALONE, TOGETHER]
    return max([pytest(python, arguments) for arguments in rounds])  # a list: none is left out


def pytest(python: Path, arguments: list[str]) -> int:
    """Run pytest with these arguments; the value is its exit code."""
    command = [python, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=places.ROOT, env=surroundings(), check=False).returncode


def surroundings() -> dict[str, str]:
    """The environment without what would change how Python or pytest behave."""
    unwanted = ("PYTHONPATH", "PYTHONHOME", "PYTEST_ADDOPTS", "PYTHONWARNINGS")
    return {name: value for name, value in os.environ.items() if name not in unwanted}
