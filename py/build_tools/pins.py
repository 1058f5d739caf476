"""The runtime files, pinned: their names, sizes and hashes are in pins.json."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from .files import sha256_of

PINS = json.loads(Path(__file__).with_name("pins.json").read_text(encoding="utf-8"))
PYODIDE_VERSION: str = PINS["pyodide"]


class Refused(Exception):
    """Content that differs from what was pinned."""


@dataclass(frozen=True)
class PinnedFile:
    """A file that is used only with exactly this content."""

    name: str
    size: int
    sha256: str

    def is_at(self, path: Path) -> bool:
        """Whether the file at `path` is there, whole and right."""
        return (
            path.is_file() and path.stat().st_size == self.size and sha256_of(path) == self.sha256
        )

    def check(self, content: bytes) -> None:
        """Refuse content that is not this file's."""
        found = hashlib.sha256(content).hexdigest()
        if found != self.sha256:
            raise Refused(
                f"{self.name} is not the pinned file (its SHA-256 begins with {found[:16]}, "
                f"expected {self.sha256[:16]}) and was not used"
            )


RUNTIME_FILES = tuple(PinnedFile(name, **facts) for name, facts in PINS["files"].items())
