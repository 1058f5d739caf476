"""Python compiled for the browser: bytecode of what a start imports.

Pyodide's own Python would compile every module from its source whenever a tab opens, which takes
longer than all the rest of a start. So the same Python compiles them when dist/ is made: Pyodide
runs in Node, imports all of emkit, and leaves the bytecode of what that took. Where there is no
Node, a build ships sources alone: everything works, and starts slower.
"""

import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import environment, npm_packages, places
from .files import scratch_folder
from .manifest import lock_of
from .report import BuildError, say

FOLDER = places.CACHE / "bytecode"
PROGRAMS = [Path(__file__).with_name(name) for name in ("bytecode.mjs", "bytecode_inside.py")]
SITE = "site"  # what lies in site-packages
LINKED = "linked.json"
KERNEL = "emkit/kernel/libemkit"  # compiled anew more often than imports change
LIBRARY = "library"  # of the standard library, what emkit and NumPy import


@dataclass(frozen=True)
class Bytecode:
    """Compiled modules: by its source's path, the content of the file that replaces it."""

    site: dict[str, bytes]
    library: dict[str, bytes]
    linked: frozenset[str]  # the libraries in site-packages that were imported


def make(packages: dict[str, bytes], fetched: Path) -> Bytecode | None:
    """The bytecode for the files of site-packages and of the library they import."""
    packages = {path: data for path, data in packages.items() if not path.startswith(KERNEL)}
    folder = FOLDER / fingerprint(packages, fetched)
    if not folder.is_dir():
        try:
            compute(packages, fetched, folder)
        except BuildError as error:
            say(f"No bytecode is shipped, so that Python starts slower: {error}")
            return None
    linked = frozenset(json.loads((folder / LINKED).read_text(encoding="utf-8")))
    return Bytecode(contents(folder / SITE), contents(folder / LIBRARY), linked)


def fingerprint(packages: dict[str, bytes], fetched: Path) -> str:
    """What the bytecode depends on: the sources, their Python and the programs here."""
    digest = hashlib.sha256((fetched / "python_stdlib.zip").read_bytes())
    for path in PROGRAMS:
        digest.update(path.read_bytes())
    for name, content in sorted(packages.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def compute(packages: dict[str, bytes], fetched: Path, folder: Path) -> None:
    """Have Pyodide compile, in a folder that it shares with Node."""
    node = node_at_hand()
    say("Compiling Python's modules for the browser")
    with scratch_folder(places.CACHE) as shared:
        for name, content in packages.items():
            path = shared / "packages" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (shared / "lock.json").write_text(json.dumps(lock_of(fetched)), encoding="utf-8")
        done = subprocess.run(
            [node, PROGRAMS[0], fetched.resolve(), shared],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise BuildError(done.stderr.decode(errors="replace").strip()[-2000:])
        folder.parent.mkdir(exist_ok=True)
        (shared / "compiled").replace(folder)


def node_at_hand() -> Path:
    """The Node of .venv, else that of the machine, else one is put into .venv."""
    if npm_packages.node().exists():
        return npm_packages.node()
    if theirs := shutil.which("node"):
        return Path(theirs)
    environment.ensure("npm", quietly=True)
    return npm_packages.node()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
