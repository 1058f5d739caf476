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
        self._room, self._left_out = LONGEST, 0
        self._since, self._told = clock(), 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, text: str) -> int:
        """Keep ``text``, if there is room for it; hand on all there is at the end of a line."""
        kept = text[: self._room]
        if kept:
            self._waiting.append(kept)
        self._room -= len(kept)
        self._left_out += len(text) - len(kept)
        if "\n" in text and self._may_tell():
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Hand on what waits, whether or not its line has ended."""
        text = "".join(self._waiting)
        if self._left_out:
            text += f"\n[… {self._left_out:,} more characters …]\n"
        self._waiting, self._room, self._left_out = [], LONGEST, 0
        if text:
            self._told += 1
            self._hand_on(text)

    def _may_tell(self) -> bool:
        now = self._clock()
        if now - self._since >= SECONDS:
            self._since, self._told = now, 0
        return self._told < TIMES
