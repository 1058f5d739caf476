"""Threads for calls of C, during which Python's lock is free."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable

from emkit.errors import OptionError


def count() -> int:
    """How many threads may work: ``EMKIT_THREADS``, else the processors this process may use."""
    asked = os.environ.get("EMKIT_THREADS")
    if asked:
        if not asked.isdecimal() or int(asked) < 1:
            raise OptionError(
                f"EMKIT_THREADS is {asked!r}, which is no number of threads.",
                where={"field": "EMKIT_THREADS"},
                remedy="Give a whole number from 1 up, or leave it unset.",
            )
        return int(asked)
    if sys.platform == "emscripten":  # a browser tab has one thread for Python
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(works: list[Callable[[int], None]], parts: int) -> None:
    """Do parts 0 to ``parts - 1``, each once, by several workers that take them in turn.

    Args:
        works: what each worker does with a part; the first works in the caller's own thread.
        parts: how many there are.
    """
    waiting = deque(range(parts))

    def run(work: Callable[[int], None]) -> None:
        while True:
            try:
                part = waiting.popleft()
            except IndexError:
                return
            work(part)

    helpers = [threading.Thread(target=run, args=(work,), daemon=True) for work in works[1:parts]]
    for helper in helpers:
        helper.start()
    run(works[0])
    for helper in helpers:
        helper.join()
