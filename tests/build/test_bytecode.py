"""What is compiled for the browser leaves out what nobody reads there, and nothing else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import runtime, slimming
from build_tools.manifest import CORE, LIBRARY

COMPLETED = "${ARRAY_FUNCTION_LIKE}"  # filled in by NumPy itself, at an import


@pytest.fixture
def shipped(edition: Path) -> dict[str, bytes]:
    """All modules of packages and library, by path."""
    folder = edition / "runtime"
    archives = [*folder.glob("numpy-*.whl"), *folder.glob("emkit-*.whl"), folder / CORE]
    return {
        name: content
        for archive in archives
        for name, content in slimming.entries(archive.read_bytes()).items()
    }


def pinned(archive: str, module: str) -> str:
    """The source of a module in a file as it was pinned."""
    [path] = runtime.FOLDER.glob(archive)
    return slimming.entries(path.read_bytes())[module].decode()


def first_lines(source: str) -> Iterator[bytes]:
    """Where the docstrings of functions begin."""
    for node in ast.walk(ast.parse(source)):
        text = (isinstance(node, ast.FunctionDef) and ast.get_docstring(node)) or ""
        line = text.partition("\n")[0]
        if len(line) > 30 and COMPLETED not in text:  # so long that it is nowhere else
            yield line.encode()


@pytest.mark.parametrize(
    ("archive", "module"),
    [
        ("numpy-*.whl", "numpy/_core/numeric.py"),
        ("numpy-*.whl", "numpy/lib/_index_tricks_impl.py"),
        (LIBRARY, "shutil.py"),
        (LIBRARY, "asyncio/base_events.py"),
    ],
)
def test_numpy_and_the_library_come_without_docstrings(
    shipped: dict[str, bytes], archive: str, module: str
) -> None:
    lines = [*first_lines(pinned(archive, module))]
    assert len(lines) >= 5
    assert not [line for line in lines if line in shipped[f"{module}c"]]


def test_numpy_comes_without_the_texts_for_what_is_written_in_c(shipped: dict[str, bytes]) -> None:
    assert len(shipped["numpy/_core/_add_newdocs.pyc"]) < 500


def test_emkit_keeps_its_docstrings(shipped: dict[str, bytes]) -> None:
    source = Path("py/emkit/numerics.py").read_text(encoding="utf-8")
    lines = [*first_lines(source)]
    assert len(lines) >= 3
    compiled = shipped[slimming.cached("emkit/numerics.py")]
    assert not [line for line in lines if line not in compiled]
