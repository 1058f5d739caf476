"""The runtime is fetched once, from the first source that has it, and never used unchecked."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from build_tools import runtime
from build_tools.pins import RUNTIME_FILES, PinnedFile
from build_tools.report import BuildError
from build_tools.sources import Unreachable

ENGINE = b"the engine, " * 100
LIBRARY = b"the library, " * 100


def pin(name: str, content: bytes) -> PinnedFile:
    return PinnedFile(name, len(content), hashlib.sha256(content).hexdigest())


WANTED = (pin("engine.wasm", ENGINE), pin("library.whl", LIBRARY))
RIGHT = {"engine.wasm": ENGINE, "library.whl": LIBRARY}


class Shelf:
    """A source that has what it is given, and notes what it is asked for."""

    def __init__(self, name: str, contents: dict[str, bytes]) -> None:
        self.name = name
        self.contents = contents
        self.asked_for: list[str] = []

    def fetch(self, wanted: Iterable[PinnedFile]) -> Iterator[tuple[PinnedFile, bytes]]:
        for file in wanted:
            self.asked_for.append(file.name)
            if file.name not in self.contents:
                raise Unreachable("the shelf is bare")
            yield file, self.contents[file.name]


def contents_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_missing_is_fetched(tmp_path: Path) -> None:
    runtime.fetch([Shelf("near", RIGHT)], tmp_path, WANTED)
    assert contents_of(tmp_path) == RIGHT


def test_what_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    runtime.fetch([Shelf("near", RIGHT)], tmp_path, WANTED)
    later = Shelf("near", RIGHT)
    runtime.fetch([later], tmp_path, WANTED)
    assert later.asked_for == []


def test_a_source_is_asked_only_for_what_those_before_it_did_not_give(tmp_path: Path) -> None:
    near = Shelf("near", {"engine.wasm": ENGINE})
    far = Shelf("far", RIGHT)
    runtime.fetch([near, far], tmp_path, WANTED)
    assert near.asked_for == ["engine.wasm", "library.whl"]
    assert far.asked_for == ["library.whl"]
    assert contents_of(tmp_path) == RIGHT


def test_a_second_source_is_left_alone_when_the_first_has_everything(tmp_path: Path) -> None:
    far = Shelf("far", RIGHT)
    runtime.fetch([Shelf("near", RIGHT), far], tmp_path, WANTED)
    assert far.asked_for == []


def test_a_file_that_differs_is_refused_and_never_kept(tmp_path: Path) -> None:
    forged = {**RIGHT, "engine.wasm": ENGINE.replace(b"the", b"teh")}
    with pytest.raises(BuildError, match=r"engine\.wasm is not the pinned file"):
        runtime.fetch([Shelf("near", forged)], tmp_path, WANTED)
    assert "engine.wasm" not in contents_of(tmp_path)


def test_a_file_that_was_refused_is_asked_of_the_next_source(tmp_path: Path) -> None:
    forged = Shelf("near", {**RIGHT, "engine.wasm": b"<html>Please log in</html>"})
    runtime.fetch([forged, Shelf("far", RIGHT)], tmp_path, WANTED)
    assert contents_of(tmp_path) == RIGHT


@pytest.mark.parametrize(
    "spoilt", [ENGINE[:-1], ENGINE.replace(b"the", b"teh"), b""], ids=["cut", "changed", "empty"]
)
def test_a_kept_file_that_is_not_right_is_fetched_again(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "engine.wasm").write_bytes(spoilt)
    (tmp_path / "library.whl").write_bytes(LIBRARY)
    source = Shelf("near", RIGHT)
    runtime.fetch([source], tmp_path, WANTED)
    assert source.asked_for == ["engine.wasm"]
    assert contents_of(tmp_path) == RIGHT


def test_a_file_put_there_by_hand_is_used(tmp_path: Path) -> None:
    (tmp_path / "engine.wasm").write_bytes(ENGINE)
    (tmp_path / "library.whl").write_bytes(LIBRARY)
    assert runtime.fetch([], tmp_path, WANTED) == tmp_path


def test_when_no_source_answers_the_message_says_what_is_missing_why_and_what_to_do(
    tmp_path: Path,
) -> None:
    with pytest.raises(BuildError) as raised:
        runtime.fetch([Shelf("near", {}), Shelf("far", {})], tmp_path, WANTED)
    text = str(raised.value)
    for part in ("engine.wasm", "near: the shelf is bare", "far: the shelf is bare", str(tmp_path)):
        assert part in text
    assert raised.value.remedy.startswith("Connect to a network")


def test_every_runtime_file_is_pinned_by_size_and_a_whole_hash() -> None:
    assert len(RUNTIME_FILES) == 7
    assert all(file.size > 0 and len(bytes.fromhex(file.sha256)) == 32 for file in RUNTIME_FILES)
