"""What a first visit weighs: bytes over the wire, by what they are for and by kind of file.

A file weighs what gzip makes of it, as hosts do, or what it is where that is less.
"""

import json
import re
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import editions, places
from .files import sha256_of, write_whole
from .manifest import MANIFEST_NAME
from .pins import RUNTIME_FILES

PAGE, ENGINE, LATER = "page before the engine", "engine", "later, or never"
FETCHED_AT_ONCE = {"first-result.json", "samples.json", "experiments.json"}  # by the page's scripts
WORKER = "js/engine/worker"
ADDRESS = re.compile(
    r'<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]* (?:src|href)="([^"]+)"'
)
LARGE = 1 << 18  # bytes of a file whose size on the wire takes a while to find
SIZES = places.CACHE / "wire-sizes.json"


@dataclass(frozen=True)
class Weights:
    """What the parts of a visit weigh, and what the published engine does."""

    parts: dict[str, Counter[str]]  # bytes by part and by kind of file
    stock: int

    def total(self, part: str) -> int:
        """The bytes of a part."""
        return self.parts[part].total()

    @property
    def lines(self) -> list[str]:
        """The listing."""
        share = f", {self.total(ENGINE) / self.stock:.0%} of the published one"
        return [
            f"  {part}: {kilobytes(self.total(part))} KB{share if part == ENGINE else ''}"
            f" ({', '.join(f'{kind} {kilobytes(size)}' for kind, size in kinds.most_common())})"
            for part, kinds in self.parts.items()
        ]


def weigh(dist: Path, published: Path) -> Weights:
    """What all files of a finished dist/ weigh."""
    edition = editions.home(dist)
    part_of = sorting(dist, edition)
    sizes = Sizes()
    parts: dict[str, Counter[str]] = {part: Counter() for part in (PAGE, ENGINE, LATER)}
    for path in sorted(dist.rglob("*.*")):
        if path.is_file():
            parts[part_of(path)][path.suffix[1:]] += sizes.of(path)
    stock = sum(sizes.of(published / file.name) for file in RUNTIME_FILES)
    sizes.keep()
    return Weights(parts, stock)


def sorting(dist: Path, edition: Path) -> Callable[[Path], str]:
    """What tells the part of a visit that a file belongs to."""
    runtime = edition / "runtime"
    on_demand = json.loads((runtime / MANIFEST_NAME).read_text(encoding="utf-8"))["on_demand"]
    page = dist / "index.html"
    named = {dist / name for name in ADDRESS.findall(page.read_text(encoding="utf-8"))}
    at_once = {page, *named, *(edition / name for name in FETCHED_AT_ONCE)}

    def part_of(path: Path) -> str:
        is_worker = path.relative_to(dist).as_posix().startswith(f"{edition.name}/{WORKER}")
        if is_worker or (path.parent == runtime and path.name not in on_demand):
            return ENGINE
        return PAGE if path in at_once else LATER

    return part_of


class Sizes:
    """The sizes of files on the wire; what takes long to find is kept for the next build."""

    def __init__(self) -> None:
        self.known: dict[str, int] = json.loads(SIZES.read_text()) if SIZES.is_file() else {}
        self.asked: dict[str, int] = {}

    def of(self, path: Path) -> int:
        """The size of one file."""
        if path.stat().st_size < LARGE:
            return on_the_wire(path)
        name = sha256_of(path)
        self.asked[name] = self.known.get(name) or on_the_wire(path)
        return self.asked[name]

    def keep(self) -> None:
        """Keep what was asked for and nothing else."""
        if self.asked != self.known:
            write_whole(SIZES, json.dumps(self.asked).encode())


def on_the_wire(path: Path) -> int:
    """The bytes of a file as a host sends it."""
    content = path.read_bytes()
    return min(len(content), len(zlib.compress(content)))


def kilobytes(size: int) -> str:
    """Thousands of bytes, with a tenth where that says something."""
    return f"{size / 1000:.1f}" if size < 10_000 else f"{size / 1000:,.0f}"
