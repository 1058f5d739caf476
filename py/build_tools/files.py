"""Files that are either whole or absent."""

import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sha256_of_all(paths: list[Path], below: Path) -> str:
    """One SHA-256 for the names and contents of many files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(below).as_posix()}\0{sha256_of(path)}\n".encode())
    return digest.hexdigest()


def is_stamped(stamp: Path, text: str) -> bool:
    """Whether the stamp file says exactly this."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == text


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever reads it sees the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(path.parent) as folder:
        (folder / "file").write_bytes(content)
        (folder / "file").replace(path)


@contextlib.contextmanager
def scratch_folder(beside: Path) -> Iterator[Path]:
    """A folder on the same disk as `beside`, gone at the end."""
    beside.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".scratch-", dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap_folder(new: Path, place: Path, attic: Path) -> None:
    """Put a folder in its place; what was there ends in the attic."""
    if place.exists():
        place.replace(attic / "before")
    new.replace(place)
