"""One build at a time in one work tree."""

import contextlib
from collections.abc import Iterator

from . import places
from .report import say

try:
    import fcntl
except ImportError:  # Windows, where two builds at once are the user's own affair
    fcntl = None


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other build runs, and keep others waiting."""
    places.CACHE.mkdir(parents=True, exist_ok=True)
    with (places.CACHE / "lock").open("w") as file:
        if fcntl:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Waiting for another build to end")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
