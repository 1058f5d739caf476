"""esbuild, which joins and shortens scripts and styles.

The page's sources run as they are; joined they are a third of the bytes and a tenth of the
requests. Where esbuild cannot be had, a build does without.
"""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from . import npm_packages, places
from .files import scratch_folder
from .report import BuildError, say

PINS = Path(__file__).with_name("npm")
FOLDER = places.CACHE / "esbuild"
BROWSERS = "chrome112,firefox112,safari16.4"  # the oldest that run the page


@cache
def program() -> Path | None:
    """The program, or None where this machine does not come by it."""
    try:
        modules = npm_packages.ensure(PINS, FOLDER)
        return next(path for path in candidates(modules) if path.is_file())
    except (BuildError, OSError, StopIteration):
        say("esbuild cannot be had here: the page keeps its many small files, and loads slower.")
        return None


def candidates(modules: Path) -> list[Path]:
    """Where the one package that fits this machine may keep the program."""
    return [*modules.glob("@esbuild/*/bin/esbuild"), *modules.glob("@esbuild/*/esbuild.exe")]


def run(esbuild: Path, folder: Path, *words: str) -> dict[str, Any]:
    """Let esbuild make smaller files out of files in a folder; the value tells what it made."""
    with scratch_folder(folder.parent) as scratch:
        told = scratch / "told.json"
        command = [
            esbuild, *words, "--minify", "--charset=utf8", "--legal-comments=none",
            f"--target={BROWSERS}", f"--metafile={told}", "--log-level=warning",
        ]  # fmt: skip
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        if done.returncode or done.stderr:
            raise BuildError(f"esbuild complains:\n{done.stderr.decode(errors='replace').strip()}")
        return json.loads(told.read_text(encoding="utf-8"))["outputs"]
