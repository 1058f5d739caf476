"""The benchmarks: every program in tests/bench/."""

import os
import subprocess

from . import environment, places
from .report import say

FOLDER = places.ROOT / "tests" / "bench"


def run() -> int:
    """Run each benchmark; the value is an exit code."""
    programs = sorted(FOLDER.glob("*.py"))
    if not programs:
        say("There are no benchmarks yet: tests/bench/ holds none.")
        return 0
    python = environment.ensure("test")
    paths = os.environ | {"PYTHONPATH": str(places.PYTHON_SOURCES)}
    codes = [
        subprocess.run([python, program], env=paths, check=False).returncode for program in programs
    ]
    return max(codes)
