"""The rest of the standard library, and of NumPy, comes when an import misses it."""

import hashlib
import importlib
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from emkit.bridge.library import LEFT_OUT, NUMPY_LEFT_OUT, complete_library, complete_numpy

CORE = {
    f"{LEFT_OUT}.py": "NAMES = ['spare_part', 'spare_room.inner']\n",
    "spare_room/__init__.py": "",
}
ALL = {**CORE, "spare_part.py": "SIZE = 3\n", "spare_room/inner.py": "SIZE = 4\n"}


class Server:
    """What has the whole library, and counts how often it is asked."""

    def __init__(self, content: bytes | None) -> None:
        self.content = content
        self.asked = 0

    def __call__(self) -> SimpleNamespace | None:
        self.asked += 1
        return self.content and SimpleNamespace(to_bytes=lambda: self.content)


def zipped(path: Path, files: dict[str, str]) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path.read_bytes()


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """All of the library."""
    return zipped(tmp_path / "whole", ALL)


@pytest.fixture(autouse=True)
def core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library with parts left out, first on Python's path."""
    archive = tmp_path / "library.zip"
    zipped(archive, CORE)
    monkeypatch.setattr(sys, "path", [str(archive), *sys.path])
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    yield archive
    for name in [LEFT_OUT, NUMPY_LEFT_OUT, "spare_part", "spare_room", "spare_room.inner"]:
        sys.modules.pop(name, None)


@pytest.mark.parametrize("name", ["spare_part", "spare_room.inner"])
def test_a_module_that_was_left_out_is_fetched_with_all_the_others(name: str, whole: bytes) -> None:
    server = Server(whole)
    complete_library(server, hashlib.sha256(whole).hexdigest())
    assert importlib.import_module(name).SIZE in {3, 4}
    assert importlib.import_module("spare_part").SIZE == 3
    assert server.asked == 1


def test_what_is_no_part_of_the_library_is_not_asked_for(whole: bytes) -> None:
    server = Server(whole)
    complete_library(server, hashlib.sha256(whole).hexdigest())
    with pytest.raises(ModuleNotFoundError, match="No module named 'of_nobody'"):
        importlib.import_module("of_nobody")
    assert server.asked == 0


def test_without_a_network_the_import_fails_in_words_and_works_later(whole: bytes) -> None:
    server = Server(None)
    complete_library(server, hashlib.sha256(whole).hexdigest())
    with pytest.raises(
        ModuleNotFoundError, match=r"'spare_part' of Python's .* Check that you are"
    ):
        importlib.import_module("spare_part")
    server.content = whole
    assert importlib.import_module("spare_part").SIZE == 3


def test_a_library_that_arrives_damaged_is_not_used(whole: bytes, core: Path) -> None:
    before = core.read_bytes()
    complete_library(Server(whole), hashlib.sha256(b"another").hexdigest())
    with pytest.raises(ModuleNotFoundError, match="could not be fetched"):
        importlib.import_module("spare_part")
    assert core.read_bytes() == before


def test_where_nothing_was_left_out_nothing_is_looked_for(core: Path) -> None:
    zipped(core, {"spare_part.py": ""})
    importlib.invalidate_caches()
    finders = [*sys.meta_path]
    complete_library(Server(None), "")
    assert sys.meta_path == finders


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages in which a part of one is left out."""
    folder = tmp_path / "site"
    (folder / "spare_room").mkdir(parents=True)
    (folder / "spare_room" / "__init__.py").touch()
    (folder / f"{NUMPY_LEFT_OUT}.py").write_text("NAMES = ['spare_room.inner']\n")
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    return folder


def test_what_numpy_was_shipped_without_is_laid_out_beside_it(tmp_path: Path, site: Path) -> None:
    rest = zipped(tmp_path / "rest", {"spare_room/inner.py": "SIZE = 5\n"})
    server = Server(rest)
    complete_numpy(server, hashlib.sha256(rest).hexdigest())
    assert server.asked == 0
    assert importlib.import_module("spare_room.inner").SIZE == 5
    assert (site / "spare_room" / "inner.py").is_file()
    assert server.asked == 1


def test_a_rest_of_numpy_that_arrives_damaged_is_not_laid_out(tmp_path: Path, site: Path) -> None:
    rest = zipped(tmp_path / "rest", {"spare_room/inner.py": "SIZE = 5\n"})
    complete_numpy(Server(rest), hashlib.sha256(b"another").hexdigest())
    with pytest.raises(ModuleNotFoundError, match="of NumPy could not be fetched"):
        importlib.import_module("spare_room.inner")
    assert not (site / "spare_room" / "inner.py").exists()
