"""Which engine computes E-steps: the compiled kernel where there is one, else NumPy."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from emkit.errors import OptionError, check_name
from emkit.kernel import library, threads
from emkit.kernel.self_test import is_sound

ENGINES = ("kernel", "numpy")

_chosen: ContextVar[str | None] = ContextVar("engine", default=None)


def engine_name() -> str:
    """Which engine computes E-steps: "NumPy", or "kernel (C, SIMD)" and its threads.

    The compiled kernel is used where it can be loaded, and NumPy elsewhere, to the same numbers
    but for rounding. The environment variable ``EMKIT_ENGINE`` chooses: ``numpy``, or ``kernel``,
    which is an error where it cannot be had. ``EMKIT_THREADS`` says how many threads may work.

    Raises:
        OptionError: what the environment asks for cannot be had.

    >>> with using("numpy"):
    ...     engine_name()
    'NumPy'
    """
    if kernel() is None:
        return "NumPy"
    workers = threads.count()
    return "kernel (C, SIMD)" + (f", {workers} threads" if workers > 1 else "")


@contextmanager
def using(engine: str) -> Iterator[None]:
    """Within this context that engine computes: "kernel" or "numpy"."""
    token = _chosen.set(check_name(engine, ENGINES, "engine"))
    try:
        yield
    finally:
        _chosen.reset(token)


def kernel() -> ctypes.CDLL | None:
    """The compiled kernel where it is to be used.

    Raises:
        OptionError: it was asked for and cannot be had.
    """
    asked = _chosen.get() or os.environ.get("EMKIT_ENGINE")
    if asked and check_name(asked, ENGINES, "engine") == "numpy":
        return None
    found = loaded()
    if asked and found is None:
        raise OptionError(
            "The compiled kernel cannot be loaded on this machine.",
            where={"field": "EMKIT_ENGINE"},
            remedy="Use the engine numpy, or compile the kernel with python3 build.py.",
        )
    return found


@cache
def loaded() -> ctypes.CDLL | None:
    """The compiled kernel, if there is one that computes."""
    path = library.find()
    if path is None:
        return None
    try:
        found = library.load(path)
    except OSError:  # of another machine, of another version, or damaged
        return None
    return found if is_sound(found) else None
