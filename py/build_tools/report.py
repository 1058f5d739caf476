"""What is said while working, on stderr (stdout is for answers), and how it ends badly."""

import sys
import time


class BuildError(Exception):
    """Something that stops the work: a sentence saying what, and one saying what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}\n{self.remedy}".rstrip()


def say(text: str) -> None:
    """One line for the person waiting."""
    print(text, file=sys.stderr, flush=True)


class Meter:
    """How much has come: a moving line on a terminal, a line now and then elsewhere."""

    def __init__(self, label: str, total: int) -> None:
        self.label = label
        self.total = total
        self.on_terminal = sys.stderr.isatty()
        self.pause = 0.1 if self.on_terminal else 10.0
        self.told_at = time.monotonic()

    def show(self, done: int) -> None:
        """Tell how many bytes have come, unless something was told a moment ago."""
        now = time.monotonic()
        if now - self.told_at < self.pause:
            return
        self.told_at = now
        if self.on_terminal:
            print(f"\r{self._line(done)}\033[K", end="", file=sys.stderr, flush=True)
        else:
            say(self._line(done))

    def close(self) -> None:
        """Clear the moving line."""
        if self.on_terminal:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def _line(self, done: int) -> str:
        return f"{self.label}: {done / 1e6:.1f} of {self.total / 1e6:.1f} MB"
