"""Editions: what one build consists of lies in a folder that is named for its content.

    dist/index.html, sw.js, embed.js, ...     the few addresses that outlast a build
    dist/edition-0123456789abcdef/            its styles, scripts, samples and runtime

A tab asks for everything by the name of the edition that it opened with, so it can never mix two
builds: not when a host publishes another, not out of a browser's or a proxy's cache.
"""

import json
import re
from pathlib import Path

from .files import sha256_of
from .manifest import MANIFEST_NAME
from .report import BuildError

LASTING = {"index.html", "sw.js", "embed.js", "manifest.webmanifest", "icons", "demo"}
WORKER = "sw.js"
UNFILLED = 'const SHIPMENT = { edition: "", files: {} };'
ADDRESS = re.compile(r'(?P<name>\b(?:href|src)=")(?P<first>[\w.-]+)(?=/)')


def settle(dist: Path) -> None:
    """Move all that belongs to this build into its edition, and tell the page where that is."""
    build = json.loads((dist / "runtime" / MANIFEST_NAME).read_text(encoding="utf-8"))["build"]
    passing = {path.name for path in dist.iterdir()} - LASTING
    edition = dist / f"edition-{build}"
    edition.mkdir()
    for name in passing:
        (dist / name).rename(edition / name)
    page = dist / "index.html"
    text = pointed(page.read_text(encoding="utf-8"), passing, edition.name)
    page.write_text(text, encoding="utf-8")
    fill_worker(dist, build)


def pointed(page: str, passing: set[str], edition: str) -> str:
    """The page with the addresses of what moved."""

    def address(found: re.Match[str]) -> str:
        moved = found["first"] in passing
        return f"{found['name']}{edition}/{found['first']}" if moved else found[0]

    return ADDRESS.sub(address, page)


def fill_worker(dist: Path, build: str) -> None:
    """Tell the service worker, which is itself never kept, what it is to keep."""
    worker = dist / WORKER
    text = worker.read_text(encoding="utf-8")
    if UNFILLED not in text:
        raise BuildError(f"{WORKER} has no line that says: {UNFILLED}")
    shipment = {"edition": build, "files": hashes_below(dist)}
    filled = f"const SHIPMENT = {json.dumps(shipment, indent=1)};"
    worker.write_text(text.replace(UNFILLED, filled), encoding="utf-8")


def hashes_below(dist: Path) -> dict[str, str]:
    """The SHA-256 of every file to keep, by its path."""
    paths = sorted(path for path in dist.rglob("*") if path.is_file() and path.name != WORKER)
    return {path.relative_to(dist).as_posix(): sha256_of(path) for path in paths}


def home(dist: Path) -> Path:
    """The folder of the edition in a finished dist/."""
    return next(dist.glob("edition-*"))
