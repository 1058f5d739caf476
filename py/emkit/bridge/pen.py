"""Where a program's printed text goes: to the page, line by line, however fast it comes."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

# A page is told at most so often in so many seconds; what comes faster waits and goes together.
TIMES, SECONDS = 40, 0.25

# A page is handed no longer text at once: nobody reads more, and it would have to be laid out.
LONGEST = 50_000


class Pen(io.TextIOBase):
    """A text stream that hands on whole lines.

    Python in a browser runs on the one thread there is, so nothing can hand text on later, while
    a program computes: what is printed goes at once, unless there was a flood of it just before.

    >>> said = []
    >>> print("one", 2, file=Pen(said.append))
    >>> said
    ['one 2\\n']
    """

    def __init__(
        self, hand_on: Callable[[str], object], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._hand_on = hand_on
        self._clock = clock
        self._waiting: list[str] = []
        self._since, self._told = clock(), 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, text: str) -> int:
        """Keep ``text``; hand on all there is at the end of a line."""
        self._waiting.append(text)
        if "\n" in text and self._may_tell():
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Hand on what waits, whether or not its line has ended."""
        text, self._waiting = "".join(self._waiting), []
        if text:
            self._told += 1
            self._hand_on(_cut(text))

    def _may_tell(self) -> bool:
        now = self._clock()
        if now - self._since >= SECONDS:
            self._since, self._told = now, 0
        return self._told < TIMES


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}\n[… {len(text) - LONGEST:,} more characters …]\n"
