"""The rest of Python's standard library, fetched when a program imports from it.

A page starts with what emkit and NumPy import of the library. Everything else comes at the first
import that misses it, all at once, and takes the place of the part that was there.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

LEFT_OUT = "emkit_left_out"  # a module beside the part: the names of what it lacks


def complete_library(fetch: Callable[[], Any], sha256: str) -> None:
    """Have the whole library fetched when an import misses a module of it.

    Args:
        fetch: gives its zip, as an object with ``to_bytes()``, or None where it cannot be had.
        sha256: what the zip's hash must be.
    """
    try:
        names = frozenset(importlib.import_module(LEFT_OUT).NAMES)
    except ModuleNotFoundError:  # nothing was left out
        return
    sys.meta_path.append(Rest(names, lambda: _checked(fetch(), sha256)))


class Rest:
    """Finds modules of the standard library by completing that first."""

    def __init__(self, names: frozenset[str], fetch: Callable[[], bytes | None]) -> None:
        self.names = names
        self.fetch = fetch

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the module is; None where it is not of the library.

        Raises:
            ModuleNotFoundError: it is, but the library could not be fetched.
        """
        if name not in self.names:
            return None
        content = self.fetch()
        if content is None:
            raise ModuleNotFoundError(
                f"The module {name!r} of Python's standard library could not be fetched. "
                "Check that you are online, then run the program again.",
                name=name,
            )
        sys.meta_path.remove(self)
        _archive().write_bytes(content)
        importlib.invalidate_caches()
        return PathFinder.find_spec(name, path, target)


def _checked(content: Any, sha256: str) -> bytes | None:
    """The content, if it came and is what it should be."""
    data = content and content.to_bytes()
    return data if data and hashlib.sha256(data).hexdigest() == sha256 else None


def _archive() -> Path:
    """The zip that the library is imported from."""
    return Path(next(path for path in sys.path if path.endswith(".zip")))
