"""What the page must know of dist/runtime/: which files, how large, with which hashes.

Pyodide resolves happily when a package is missing, so the page counts and checks files itself,
against manifest.json; and it gets a lock file that names only the packages that are here.
"""

from pathlib import Path

from .files import sha256_of, sha256_of_all
from .mime import mime_of
from .pins import PINS, PYODIDE_VERSION

MANIFEST_NAME = "manifest.json"
LOCK_NAME = "pyodide-lock.json"
LIBRARY = "python_stdlib.zip"  # all of the standard library
NUMPY_REST = "numpy-rest.zip"  # what a start can do without
CORE = "python_stdlib_core.zip"  # what a start needs of it
BOOT_FILES = ("pyodide.asm.wasm", CORE, LOCK_NAME)  # before Python runs
START_PACKAGES = ("numpy", "emkit")  # before the first answer
ON_DEMAND_PACKAGES = ("micropip", "packaging")
DEPENDS = {"emkit": ["numpy"]}


def manifest_of(dist: Path) -> dict[str, object]:
    """The content of manifest.json for an assembled dist/ that lacks only that."""
    runtime = dist / "runtime"
    paths = sorted(path for path in runtime.iterdir() if path.name != MANIFEST_NAME)
    wheels = wheels_in(runtime)
    return {
        "build": build_id(dist),
        "pyodide": PYODIDE_VERSION,
        "files": {
            path.name: {
                "bytes": path.stat().st_size,
                "sha256": sha256_of(path),
                "mime": mime_of(path.name),
            }
            for path in paths
        },
        "start": [*BOOT_FILES, *(wheels[name].name for name in START_PACKAGES)],
        "on_demand": [
            LIBRARY,
            *(path.name for path in paths if path.name == NUMPY_REST),
            *(wheels[name].name for name in ON_DEMAND_PACKAGES),
        ],
    }


def build_id(dist: Path) -> str:
    """Sixteen digits that change when anything in dist/ does, the manifest aside."""
    paths = [path for path in dist.rglob("*") if path.is_file() and path.name != MANIFEST_NAME]
    return sha256_of_all(paths, dist)[:16]


def lock_of(runtime: Path) -> dict[str, object]:
    """The content of pyodide-lock.json: Pyodide's own format, only the wheels in this folder."""
    packages = {name: locked(name, path) for name, path in wheels_in(runtime).items()}
    return {"info": PINS["info"], "packages": packages}


def locked(name: str, wheel: Path) -> dict[str, object]:
    """One package of the lock file."""
    return {
        "name": name,
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": sha256_of(wheel),
        "package_type": "package",
        "imports": [name],
        "depends": DEPENDS.get(name, []),
        "unvendored_tests": False,
    }


def wheels_in(folder: Path) -> dict[str, Path]:
    """The wheels in a folder, by the name of the package."""
    return {path.name.partition("-")[0]: path for path in sorted(folder.glob("*.whl"))}
