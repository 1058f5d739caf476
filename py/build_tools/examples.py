"""What the page shows before Python is there: computed by emkit itself, natively, and kept.

Each document is what `python -m emkit.bridge.<module>` prints, asked with these words. It is
computed in NumPy, to be the same whether or not this machine could compile the kernel.
"""

import hashlib
import json
import os
import subprocess
from pathlib import Path

from . import environment, guide, places
from .files import write_whole
from .report import BuildError, say
from .wheel import Wheel

DOCUMENTS = {
    "first-result.json": ["emkit.bridge.first_result"],
    "samples.json": ["emkit.bridge.samples"],
    guide.EXPERIMENTS: ["emkit.bridge.experiments"],
    guide.NUMBERS: ["emkit.bridge.guide_numbers"],
    "samples/digits.csv": ["emkit.bridge.samples", "digits"],
    "catalogue.json": ["emkit.bridge.catalogue"],
}
FOLDER = places.CACHE / "examples"
SURROUNDINGS = {"EMKIT_ENGINE": "numpy", "PYTHONUTF8": "1"}


def make(package: Wheel) -> dict[str, bytes]:
    """The documents by file name, computed anew only when emkit or its NumPy changed."""
    python = environment.ensure("native")
    folder = FOLDER / fingerprint(package)
    return {
        name: kept(folder / name) or computed(python, words, folder / name)
        for name, words in DOCUMENTS.items()
    }


def fingerprint(package: Wheel) -> str:
    """What the documents depend on: emkit's files and the pinned NumPy."""
    pins = "\n".join(environment.pinned("native"))
    return hashlib.sha256(package.content + pins.encode()).hexdigest()[:16]


def kept(path: Path) -> bytes | None:
    """The document as it was computed before, if it was."""
    return path.read_bytes() if path.is_file() else None


def computed(python: Path, words: list[str], path: Path) -> bytes:
    """The document as the module prints it now, kept for the next time."""
    module = words[0]
    say(f"Computing {path.name}")
    done = subprocess.run(
        [python, "-m", *words],
        env=os.environ | SURROUNDINGS | {"PYTHONPATH": str(places.PYTHON_SOURCES)},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise BuildError(f"python -m {module} failed, so there is no {path.name}:\n{said}")
    if path.suffix == ".json":
        check_json(done.stdout, module)
    write_whole(path, done.stdout)
    return done.stdout


def check_json(text: bytes, module: str) -> None:
    """Refuse what the page could not read."""
    try:
        json.loads(text, parse_constant=not_json)
    except ValueError as error:
        raise BuildError(f"python -m {module} did not print JSON: {error}.") from error


def not_json(constant: str) -> None:
    """NaN and Infinity, which Python writes and a browser refuses."""
    raise ValueError(f"{constant} is not JSON")
