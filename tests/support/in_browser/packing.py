"""The zip that the worker unpacks: the package, its tests, and pytest from this environment."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from build_tools import places

# What the tests import and what that needs, all of it written in Python alone.
PYTEST = ("pytest", "pluggy", "iniconfig", "packaging", "pygments")
TOOLS = (*PYTEST, "hypothesis", "attrs", "sortedcontainers", "mpmath")

# tests/conftest.py is left behind, because it drives browsers.
FOLDERS = ("py/emkit", "py/build_tools", "tests/py", "tests/references", "tests/support")
FILES = ("pyproject.toml", "tests/laws.py")


def pack(target: Path) -> Path:
    """Write the zip."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in (*sources(), *tools()):
            archive.write(path, name)
    return target


def sources() -> Iterator[tuple[str, Path]]:
    """The package and its tests, where they are in the project."""
    paths = [places.ROOT / name for name in FILES]
    for folder in FOLDERS:
        paths += (path for path in (places.ROOT / folder).rglob("*") if path.is_file())
    for path in paths:
        if "__pycache__" not in path.parts:
            yield path.relative_to(places.ROOT).as_posix(), path


def tools() -> Iterator[tuple[str, Path]]:
    """The modules of the test tools, as they are installed here."""
    for name in TOOLS:
        for file in metadata.files(name) or ():
            if file.suffix == ".py" and file.parts[0] != "..":
                yield f"tools/{file.as_posix()}", Path(str(file.locate()))
