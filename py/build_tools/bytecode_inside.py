"""Run inside Pyodide while dist/ is made, see bytecode.py: imports, then compiles.

A compiled module carries the path that its source will have in the browser, and the hash of its
source instead of a date: so the same sources make the same bytes, and none is checked at a start.
NumPy and the library leave their docstrings out, a quarter of what every visitor would wait for.
"""

import ast
import importlib
import json
import marshal
import pkgutil
import re
import sys
import zipfile
from importlib import util
from pathlib import Path

SHARED = Path("/shared")
PACKAGES = SHARED / "packages"
COMPILED = SHARED / "compiled"
SITE_PACKAGES = "/lib/python{}.{}/site-packages".format(*sys.version_info)
LIBRARY = next(path for path in sys.path if path.endswith(".zip"))

ONLY_DOCUMENTS = re.compile(r"numpy/_core/_add_newdocs\w*\.py")  # what is written in C
KEPT = re.compile(r"emkit/|_pyodide/_core_docs")  # a person's help; what Pyodide makes methods of
COMPLETED = "${ARRAY_FUNCTION_LIKE}"  # NumPy fills these docstrings in, and numpy.ma counts on it
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef

UNCHECKED = (1).to_bytes(4, "little")  # by a hash that nobody looks at (PEP 552)


def import_all(package: str) -> None:
    """Import a package and every module in it."""
    found = importlib.import_module(package)
    for module in pkgutil.iter_modules(found.__path__, f"{package}."):
        importlib.import_module(module.name)


def imported_from(folder: str, kind: str = ".py") -> list[str]:
    """The paths below a folder, or in a zip, of the modules that have been imported from there."""
    origins = [getattr(module, "__file__", None) or "" for module in [*sys.modules.values()]]
    ours = {origin for origin in origins if origin.startswith(f"{folder}/")}
    return sorted(origin[len(folder) + 1 :] for origin in ours if origin.endswith(kind))


def shortened(source: bytes, name: str) -> ast.Module:
    """The statements of a module without what only people read."""
    tree = ast.parse(b"" if ONLY_DOCUMENTS.match(name) else source)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and is_documented_in_vain(node):
            node.body[:1] = [] if node.body[1:] else [ast.copy_location(ast.Pass(), node.body[0])]
    return tree


def is_documented_in_vain(node: DOCUMENTED) -> bool:
    """Whether a docstring can go: a dataclass without one would write one at every start."""
    is_decorated = isinstance(node, ast.ClassDef) and bool(node.decorator_list)
    text = ast.get_docstring(node, clean=False)
    return text is not None and COMPLETED not in text and not is_decorated


def write_compiled(source: bytes, name: str, folder: str, target: Path) -> None:
    """Compile one module that will lie in a folder."""
    content = source if KEPT.match(name) else shortened(source, name)
    code = compile(content, f"{folder}/{name}", "exec", dont_inherit=True)
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
        write_compiled(library.read(name), name, LIBRARY, COMPILED / "library" / name)
(COMPILED / "linked.json").write_text(json.dumps(imported_from(str(PACKAGES), ".so")))
for name in imported_from(str(PACKAGES)):
    source = (PACKAGES / name).read_bytes()
    write_compiled(source, name, SITE_PACKAGES, COMPILED / "site" / name)
