"""What the tests have from npm: type checker, linters and accessibility rules.

tests/tools/ pins them, package by package, in its lock file; .venv's own Node runs them.
"""

from pathlib import Path

from . import environment, npm_packages, places

PINS = places.ROOT / "tests" / "tools"
FOLDER = places.CACHE / "node"
MODULES = FOLDER / "node_modules"


def ensure() -> Path:
    """The folder of installed modules, as the lock file has them."""
    environment.ensure("test")
    return npm_packages.ensure(PINS, FOLDER)


def program(name: str) -> list[str | Path]:
    """The command that runs an installed program."""
    return [npm_packages.node(), (MODULES / ".bin" / name).resolve()]
