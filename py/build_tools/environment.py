"""The virtual environment in .venv/, with the packages pinned in pyproject.toml."""

import hashlib
import importlib.util
import os
import platform
import subprocess
import sys
import tomllib
import venv
from collections.abc import Sequence
from pathlib import Path

from . import debian, places
from .files import is_stamped
from .report import BuildError, say

SCRIPTS = places.VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
PIP = (PYTHON, "-m", "pip")


def ensure(group: str, *, quietly: bool = False) -> Path:
    """The environment's interpreter, with the packages of a dependency group installed.

    Quietly, pip says nothing when it fails: whoever asks can do without.
    """
    create()
    pins = pinned(group)
    stamp = places.VENV / f".installed-{group}"
    fingerprint = hashlib.sha256("\n".join(pins).encode()).hexdigest()
    if not is_stamped(stamp, fingerprint):
        say(f"Installing the pinned packages for '{group}' into .venv")
        install(pins, quietly=quietly)
        stamp.write_text(fingerprint, encoding="utf-8")
    return PYTHON


def create() -> None:
    """Make .venv, anew when it is incomplete or was made by another Python."""
    stamp = places.VENV / ".made-by"
    maker = f"{sys.base_prefix} {platform.python_version()}"
    if PYTHON.exists() and is_stamped(stamp, maker):
        return
    say(f"Making .venv with Python {platform.python_version()}")
    if not has_pip_at_hand() and not debian.install("python3-venv"):
        raise BuildError(
            "This Python comes without ensurepip, so no virtual environment can be made.",
            "Some systems ship it apart. On Debian or Ubuntu: apt-get install python3-venv",
        )
    try:
        venv.create(places.VENV, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise BuildError(
            f"Python's venv module could not make the virtual environment {places.VENV}: {error}"
        ) from error
    stamp.write_text(maker, encoding="utf-8")


def has_pip_at_hand() -> bool:
    """Whether Python holds the pip that a new environment gets."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def install(requirements: Sequence[str], *, quietly: bool = False) -> None:
    """Install packages with the environment's own pip."""
    command = [
        *PIP, "install", "--disable-pip-version-check", "--no-input", "-qq",
        "--progress-bar=off", *requirements,
    ]  # fmt: skip
    words = subprocess.DEVNULL if quietly else sys.stderr
    done = subprocess.run(command, stdout=words, stderr=words, check=False)
    if done.returncode:
        raise BuildError(
            "pip could not install the pinned packages; its own words are above.",
            "Check that this machine reaches its package index, then try again.",
        )


def pinned(group: str, project_file: Path = places.PROJECT_FILE) -> list[str]:
    """The requirements of a dependency group, with those of the groups it includes."""
    groups = tomllib.loads(project_file.read_text(encoding="utf-8"))["dependency-groups"]
    requirements = []
    for entry in groups[group]:
        included = isinstance(entry, dict)
        requirements += pinned(entry["include-group"], project_file) if included else [entry]
    return requirements
