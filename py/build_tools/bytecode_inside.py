"""Run inside Pyodide while dist/ is made, see bytecode.py: imports, then compiles.

A compiled module carries the path that its source will have in the browser, and the hash of its
source instead of a date: so the same sources make the same bytes, and none is checked at a start.
"""

import importlib
import marshal
import pkgutil
import sys
import zipfile
from importlib import util
from pathlib import Path

SHARED = Path("/shared")
PACKAGES = SHARED / "packages"
COMPILED = SHARED / "compiled"
SITE_PACKAGES = "/lib/python{}.{}/site-packages".format(*sys.version_info)
LIBRARY = next(path for path in sys.path if path.endswith(".zip"))

UNCHECKED = (1).to_bytes(4, "little")  # by a hash that nobody looks at (PEP 552)


def import_all(package: str) -> None:
    """Import a package and every module in it."""
    found = importlib.import_module(package)
    for module in pkgutil.iter_modules(found.__path__, f"{package}."):
        importlib.import_module(module.name)


def imported_from(folder: str) -> list[str]:
    """The paths below a folder, or in a zip, of the sources that have been imported from there."""
    origins = [getattr(module, "__file__", None) or "" for module in [*sys.modules.values()]]
    ours = {origin for origin in origins if origin.startswith(f"{folder}/")}
    return sorted(origin[len(folder) + 1 :] for origin in ours if origin.endswith(".py"))


def write_compiled(source: bytes, path: str, target: Path) -> None:
    """Compile one module that will lie at a path."""
    code = compile(source, path, "exec", dont_inherit=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    header = util.MAGIC_NUMBER + UNCHECKED + util.source_hash(source)
    target.write_bytes(header + marshal.dumps(code))


sys.dont_write_bytecode = True
sys.path.append(str(PACKAGES))
import_all("emkit.bridge")
importlib.import_module("emkit.bridge.first_result").first_result()  # what functions import
importlib.import_module("numpy").random.default_rng()
with zipfile.ZipFile(LIBRARY) as library:
    for name in imported_from(LIBRARY):
        write_compiled(library.read(name), f"{LIBRARY}/{name}", COMPILED / "library" / name)
for name in imported_from(str(PACKAGES)):
    source = (PACKAGES / name).read_bytes()
    write_compiled(source, f"{SITE_PACKAGES}/{name}", COMPILED / "site" / name)
