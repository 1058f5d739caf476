"""A computation that can be done in slices, so that a worker stays able to listen."""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from emkit.errors import EmError
from emkit.numerics import Floats
from emkit.work import Stopped


@dataclass(frozen=True, eq=False)
class Reply:
    """What a command answers: plain data, and bulk numbers apart from it."""

    body: dict[str, Any]
    arrays: dict[str, Floats] = field(default_factory=dict)


Work = Generator[dict[str, Any], None, Reply]  # yields progress, is closed to be stopped


class Task:
    """One command under way.

    The work is a generator. Each ``next`` is a short piece of it, and what it yields is its
    progress. Asked to stop, it gets ``Stopped`` thrown in at its next piece, and may still
    answer with what it has.
    """

    def __init__(self, work: Iterator[dict[str, Any]]) -> None:
        self._work: Any = work
        self._progress: dict[str, Any] | None = None
        self._reply: Reply | None = None
        self._error: EmError | None = None
        self._stopping = False

    def advance(self, seconds: float) -> bool:
        """Work for about that long; True when there is nothing left to do."""
        until = time.perf_counter() + seconds
        try:
            while True:
                if self._stopping:
                    self._progress = self._work.throw(Stopped())
                else:
                    self._progress = next(self._work)
                if time.perf_counter() >= until:
                    return False
        except StopIteration as end:
            self._reply = end.value
        except EmError as error:
            self._error = error
        except Stopped:
            self._error = EmError("Stopped on request.")
        return True

    def stop(self) -> None:
        """Ask the work to end; the next ``advance`` finishes it."""
        self._stopping = True

    def progress_json(self) -> str | None:
        """How far the work is, as JSON text."""
        return None if self._progress is None else to_json(self._progress)

    def reply_json(self) -> str:
        """The answer of a finished task, as JSON text."""
        if self._error is not None:
            return to_json({"ok": False, "error": self._error.to_dict()})
        assert self._reply is not None
        return to_json({"ok": True, "body": self._reply.body})

    def arrays(self) -> dict[str, Floats]:
        """The bulk numbers of the answer, in the one form that JavaScript can take."""
        found = {} if self._reply is None else self._reply.arrays
        return {name: np.ascontiguousarray(one, np.float64) for name, one in found.items()}


def to_json(value: Any) -> str:
    """Strict JSON: a NaN or infinity in it is a bug, not an answer."""
    return json.dumps(value, allow_nan=False, separators=(",", ":"))
