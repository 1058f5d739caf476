"""A bar on the terminal while long work goes on."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator
from typing import Any, TextIO, TypeVar

from emkit.restarts import Progress

T = TypeVar("T")

# Short work shows no bar, and a bar is not drawn faster than can be seen, in seconds.
PATIENCE = 0.4
BETWEEN = 0.1
WIDTH = 24


def watched(work: Generator[Progress, None, T], stream: TextIO | None = None) -> T:
    """What the work returns; meanwhile its progress, where ``stream`` (stderr) is a terminal."""
    out: TextIO = sys.stderr if stream is None else stream
    drawn, due = False, time.monotonic() + PATIENCE
    try:
        while True:
            progress = next(work)
            if out.isatty() and time.monotonic() >= due:
                out.write(f"\r{bar(progress)}\x1b[K")
                out.flush()
                drawn, due = True, time.monotonic() + BETWEEN
    except StopIteration as end:
        return end.value
    finally:
        if drawn:
            out.write("\r\x1b[K")
            out.flush()


def bar(progress: Any) -> str:
    """One line that says how far the work is.

    >>> bar(Progress("short runs", 3, 12, 7, -100.0))
    '[######..................] short runs: 3 of 12, iteration 7'
    """
    done = min(WIDTH, WIDTH * progress.run // progress.runs)
    return (
        f"[{'#' * done}{'.' * (WIDTH - done)}] {progress.phase}: {progress.run} of "
        f"{progress.runs}, iteration {progress.iteration}"
    )
