"""Blocks of bytes cut where lines end, so that each can be read by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emkit.errors import DataError

# A quotation mark that has not been closed for so many bytes was not meant as one.
LONGEST_QUOTE = 1 << 22

# No table has a longer line, in bytes.
LONGEST_LINE = 1 << 24


@dataclass(frozen=True)
class Lines:
    """Some whole lines, each ending with a line feed.

    Attributes:
        text: their bytes.
        first: the number of the first, from 1.
        done: how far the source is at their end.
    """

    text: bytes
    first: int
    done: int

    def after(self, count: int) -> Lines:
        """The same without the first ``count`` lines."""
        begin = 0
        for _ in range(count):
            begin = self.text.index(b"\n", begin) + 1
        return Lines(self.text[begin:], self.first + count, self.done)


def whole_lines(blocks: Iterator[tuple[bytes, int]]) -> Iterator[Lines]:
    """The blocks cut at line ends outside of quotes, their line ends made line feeds.

    Raises:
        DataError: a line is too long to be one of a table.

    >>> [lines.text for lines in whole_lines(iter([(b"1,2\\r\\n3,", 7), (b'4\\n"5\\n', 12)]))]
    [b'1,2\\n', b'3,4\\n', b'"5\\n']
    """
    rest, first, done = b"", 1, 0
    only_returns: bool | None = None
    for block, done in _ended(blocks):
        if only_returns is None and (b"\n" in block or b"\r" in block[:-1]):
            only_returns = b"\n" not in block  # as old Macs ended lines
        text = rest + (block.replace(b"\r", b"\n") if only_returns else block)
        end = _end_of_lines(text)
        if end:
            lines = Lines(_with_line_feeds(text[:end]), first, done)
            first += lines.text.count(b"\n")
            yield lines
        rest = text[end:]
        if len(rest) > LONGEST_LINE:
            raise DataError(
                f"Line {first:,} is longer than {LONGEST_LINE:,} characters, so the text is no "
                "table.",
                where={"line": first},
                remedy="Give one row a line.",
            )
    if rest:
        yield Lines(_with_line_feeds(rest), first, done)


def _ended(blocks: Iterator[tuple[bytes, int]]) -> Iterator[tuple[bytes, int]]:
    """The same blocks, the last line ended as the others are."""
    last = None
    for block in blocks:
        if last is not None:
            yield last
        last = block
    if last is not None:
        text, done = last
        yield (text if text.endswith((b"\n", b"\r")) else text + b"\n"), done


def _with_line_feeds(text: bytes) -> bytes:
    if b"\r" not in text:
        return text
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _end_of_lines(text: bytes) -> int:
    """Behind the last line end before which every quotation mark has its partner."""
    last = end = text.rfind(b"\n") + 1
    while end and text.count(b'"', 0, end) % 2:
        end = text.rfind(b"\n", 0, text.rfind(b'"', 0, end)) + 1
    return end or (last if len(text) > LONGEST_QUOTE else 0)
