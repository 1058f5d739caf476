"""emkit's kernel, compiled where it is at home: beside its source, kept by what it is made of.

Zig brings a C compiler for every home in one Python package. Where that package cannot be had, or
does not work, the build goes on: emkit computes the same in NumPy.
"""

import hashlib
import os
import subprocess
from pathlib import Path

from . import environment, homes, places
from .files import write_whole
from .homes import Home
from .report import BuildError, say

FOLDER = places.CACHE / "kernel"
SOURCE = places.PACKAGE / "kernel" / "kernel.c"
COMPILER = "compiler"  # the dependency group


class NotCompiled(Exception):
    """Why there is no library."""


def build(source: Path = SOURCE) -> None:
    """Put the libraries for Pyodide and for this machine beside the source, or none at all."""
    made: dict[str, bytes] = {}
    here = homes.this_machine()
    if here is None:
        say("The kernel was never tried on a machine like this, so emkit computes in NumPy here")
    try:
        for home in filter(None, (homes.PYODIDE, here)):
            made |= compiled(home, source)
    except NotCompiled as error:
        say(f"No kernel, so emkit computes in NumPy alone: {error}")
        made = {}
    settle(made, source.parent)


def settle(made: dict[str, bytes], folder: Path) -> None:
    """Leave these libraries in the folder and no older ones."""
    for path in set(libraries_in(folder)) - {folder / name for name in made}:
        path.unlink()
    for name, content in made.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            write_whole(path, content)


def libraries_in(folder: Path) -> list[Path]:
    """What was compiled into a folder."""
    return [path for path in folder.glob("libemkit*") if path.is_file()]


def compiled(home: Home, source: Path) -> dict[str, bytes]:
    """The libraries of a home by name, compiled anew only when something about them changed."""
    made = {}
    for name, words in home.libraries.items():
        kept = FOLDER / fingerprint(source, words) / name
        if not kept.is_file():
            say(f"Compiling {name}")
            compile_to(kept, source, words)
        made[name] = kept.read_bytes()
    return made


def fingerprint(source: Path, words: tuple[str, ...]) -> str:
    """What a library depends on: its source, the compiler and what the compiler is told."""
    facts = "\n".join([*words, *environment.pinned(COMPILER)])
    return hashlib.sha256(source.read_bytes() + facts.encode()).hexdigest()[:16]


def compile_to(library: Path, source: Path, words: tuple[str, ...]) -> None:
    """Have the compiler make a library of the source."""
    library.parent.mkdir(parents=True, exist_ok=True)
    draft = library.with_suffix(".draft")
    # Named as it is from where it lies, the source makes the same bytes in any folder.
    command = [compiler(), "-m", "ziglang", "cc", *words, source.name, "-o", draft]
    done = subprocess.run(
        command,
        cwd=source.parent,
        env=os.environ | caches(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NotCompiled(f"the compiler refused {source.name}:\n{done.stderr.strip()}")
    draft.replace(library)


def compiler() -> Path:
    """The Python that has the compiler."""
    try:
        return environment.ensure(COMPILER, quietly=True)
    except BuildError as error:
        [pin] = environment.pinned(COMPILER)
        raise NotCompiled(f"{pin} could not be installed.") from error


def caches() -> dict[str, str]:
    """Where the compiler keeps what it may need again."""
    return dict.fromkeys(("ZIG_GLOBAL_CACHE_DIR", "ZIG_LOCAL_CACHE_DIR"), str(FOLDER / "zig"))
