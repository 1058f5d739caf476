"""The tests, with everything they need set up first."""

import subprocess

from . import dist, environment, places


def run(arguments: list[str]) -> int:
    """Set up, build, and run pytest with these arguments; the value is pytest's exit code."""
    dist.build()
    python = environment.ensure("test")
    command = [python, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=places.ROOT, check=False).returncode
