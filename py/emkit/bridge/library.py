"""The rest of Python's standard library and of NumPy, fetched when a program imports from it.

A page starts with what emkit imports of both. Everything else comes at the first import that
misses it, all at once: of the library in the place of the part that was there, of NumPy beside it.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

# Modules beside the parts: the names of what they lack.
LEFT_OUT = "emkit_left_out"
NUMPY_LEFT_OUT = "numpy_left_out"


def complete_library(fetch: Callable[[], Any], sha256: str) -> None:
    """Have the whole library fetched when an import misses a module of it.

    Args:
        fetch: gives its zip, as an object with ``to_bytes()``, or None where it cannot be had.
        sha256: what the zip's hash must be.
    """
    _complete(LEFT_OUT, Rest("Python's standard library", _checked(fetch, sha256), _replace))


def complete_numpy(fetch: Callable[[], Any], sha256: str) -> None:
    """Have the rest of NumPy fetched when an import misses a module of it; see above."""
    _complete(NUMPY_LEFT_OUT, Rest("NumPy", _checked(fetch, sha256), _unpack))


def _complete(left_out: str, rest: Rest) -> None:
    """Look for what was left out, if anything was, after all else has been looked through."""
    try:
        listing = importlib.import_module(left_out)
    except ModuleNotFoundError:
        return
    rest.names = frozenset(listing.NAMES)
    sys.meta_path.append(rest)


class Rest:
    """Finds modules by completing what they belong to first.

    Attributes:
        whole: what that is, in words.
        fetch: gives a zip of the rest, or None where it cannot be had.
        place: puts that where Python looks.
        names: of the modules that the rest has.
    """

    names: frozenset[str] = frozenset()

    def __init__(
        self, whole: str, fetch: Callable[[], bytes | None], place: Callable[[bytes], None]
    ) -> None:
        self.whole = whole
        self.fetch = fetch
        self.place = place

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the module is; None where it is none of the rest.

        Raises:
            ModuleNotFoundError: it is, but the rest could not be fetched.
        """
        if name not in self.names:
            return None
        content = self.fetch()
        if content is None:
            raise ModuleNotFoundError(
                f"The module {name!r} of {self.whole} could not be fetched. "
                "Check that you are online, then run the program again.",
                name=name,
            )
        sys.meta_path.remove(self)
        self.place(content)
        importlib.invalidate_caches()
        return PathFinder.find_spec(name, path, target)


def _checked(fetch: Callable[[], Any], sha256: str) -> Callable[[], bytes | None]:
    """The content, if it comes and is what it should be."""

    def checked() -> bytes | None:
        content = fetch()
        data = content and content.to_bytes()
        return data if data and hashlib.sha256(data).hexdigest() == sha256 else None

    return checked


def _replace(content: bytes) -> None:
    """Put the library in the place of the zip that it has been imported from."""
    Path(next(path for path in sys.path if path.endswith(".zip"))).write_bytes(content)


def _unpack(content: bytes) -> None:
    """Lay the rest of NumPy out in the folder where its list is."""
    folder = Path(sys.modules[NUMPY_LEFT_OUT].__file__ or "").parent
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
