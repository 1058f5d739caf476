"""The tests, with everything they need set up first."""

import os
import subprocess

from . import browsers, dist, environment, node_tools, places


def run(arguments: list[str]) -> int:
    """Set up, build, and run pytest with these arguments; the value is pytest's exit code."""
    python = environment.ensure("test")
    node_tools.ensure()
    browsers.ensure()
    dist.build()
    command = [python, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=places.ROOT, env=surroundings(), check=False).returncode


def surroundings() -> dict[str, str]:
    """The environment without what would change how Python or pytest behave."""
    unwanted = ("PYTHONPATH", "PYTHONHOME", "PYTEST_ADDOPTS", "PYTHONWARNINGS")
    return {name: value for name, value in os.environ.items() if name not in unwanted}
