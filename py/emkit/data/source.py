"""Where a text comes from: pasted, or a file that is read block by block."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from emkit.errors import DataError

# Bytes at a time: a twentieth of a second of work.
BLOCK = 1 << 18

# How files begin that are no text, and what they are.
MAGIC = {
    b"PK\x03\x04": "a spreadsheet of Excel or LibreOffice, or a zip archive",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet of Excel",
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "a compressed file",
    b"PAR1": "a Parquet file",
    b"SQLite": "a database",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}

UTF8_MARK = codecs.BOM_UTF8
UTF16_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Source(Protocol):
    """A text in blocks of bytes in which every ASCII character is itself."""

    @property
    def size(self) -> int:
        """The size of all of it, in the unit in which ``blocks`` tells how far it is."""
        ...

    @property
    def encoding(self) -> str:
        """What it is written in, as far as its first bytes tell."""
        ...

    def blocks(self) -> Iterator[tuple[bytes, int]]:
        """The blocks in order, each with how much was read up to its end."""
        ...


@dataclass(frozen=True)
class TextSource:
    """A text that is here already."""

    text: str
    encoding: str = "utf-8"

    @property
    def size(self) -> int:
        """The number of its characters."""
        return len(self.text)

    def blocks(self) -> Iterator[tuple[bytes, int]]:
        """UTF-8, never all of it at once."""
        begin = 1 if self.text.startswith("\ufeff") else 0
        for first in range(begin, len(self.text), BLOCK):
            some = self.text[first : first + BLOCK]
            yield some.encode("utf-8", "replace"), min(first + BLOCK, len(self.text))


class FileSource:
    """A file, which is never held as a whole.

    Raises:
        DataError: it cannot be read, or is not text.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        try:
            self.size = self.path.stat().st_size
            with self.path.open("rb") as file:
                head = file.read(4096)
        except OSError as error:
            raise DataError(
                f"{path} cannot be read: {error.strerror or error}.", remedy="Check the name."
            ) from error
        self.encoding = _encoding_of(head)

    def blocks(self) -> Iterator[tuple[bytes, int]]:
        """The bytes as they are, UTF-16 as UTF-8, without a byte order mark."""
        wide = self.encoding.startswith("utf-16")
        decoder = codecs.getincrementaldecoder(self.encoding)("replace") if wide else None
        with self.path.open("rb") as file:
            done = 0
            while block := file.read(BLOCK):
                first, done = done == 0, done + len(block)
                if decoder:
                    block = decoder.decode(block).encode("utf-8", "replace")
                yield block.removeprefix(UTF8_MARK) if first else block, done


def _encoding_of(head: bytes) -> str:
    for magic, what in MAGIC.items():
        if head.startswith(magic):
            raise _not_text(f"The file is {what}, not text.")
    for mark, encoding in UTF16_MARKS.items():
        if head.startswith(mark):
            return encoding
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):  # every other byte is zero
        if 2 * head[first::2].count(0) > len(head[first::2]) > 0:
            return encoding
    if 0 in head:
        raise _not_text("The file holds bytes that no text has.")
    return "utf-8"


def _not_text(message: str) -> DataError:
    return DataError(
        message, remedy="In the program that made it, save the table as CSV, and open that."
    )
