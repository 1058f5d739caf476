"""A minimal page with Python, NumPy and one fit, from the same files: what start-up is measured
against."""

import json
import shutil
from pathlib import Path

from build_tools import runtime
from build_tools.manifest import LOCK_NAME, lock_of
from build_tools.places import PACKAGE

HERE = Path(__file__).parent


def assemble(folder: Path) -> Path:
    """The page in a new folder, with the runtime as it was fetched."""
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("*.py[c]", "__*"))
    shutil.copytree(runtime.FOLDER, folder / "runtime")
    shutil.copy2(PACKAGE / "data" / "faithful.csv", folder)
    lock = json.dumps(lock_of(folder / "runtime"))
    (folder / "runtime" / LOCK_NAME).write_text(lock, encoding="utf-8")
    return folder
