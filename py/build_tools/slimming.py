"""What a start downloads, made of the pinned files without what it never needs.

NumPy's wheel loses what only compilers, type checkers and packagers read, and what emkit never
imports, which lies in a zip beside it for the program that does. The standard library is shipped
twice: what emkit and NumPy import of it, compiled, for the start; all of it, as it was pinned, for
the program that imports something else. Modules of a start are bytecode where it could be made; all
is sources, and NumPy in one piece, where not.
"""

import hashlib
import io
import re
import zipfile
from pathlib import Path

from . import bytecode, places, wheel
from .bytecode import Bytecode
from .files import write_whole
from .manifest import CORE, LIBRARY, NUMPY_REST

FOLDER = places.CACHE / "slimmed"
LEFT_OUT = "emkit_left_out.py"  # a module in the core: the names of those that are not
NUMPY_LEFT_OUT = "numpy_left_out.py"  # the same for NumPy's wheel

NEVER_IMPORTED = re.compile(
    r"\.(pyi|pxd|pyx|h|c|a|pc|in|md|rst|build|template|typed|ini|cfg)$|"
    r"^numpy/(f2py|_pyinstaller|conftest|_configtool)|/tests?/"
)
TAG = "cpython-314"


def slimmed(fetched: Path, package: wheel.Wheel) -> dict[str, bytes]:
    """The files that stand in for pinned ones or come beside them, by name."""
    numpy = next(fetched.glob("numpy-*.whl"))
    kept = {path: data for path, data in entries(numpy.read_bytes()).items() if is_needed(path)}
    ours = entries(package.content)
    compiled = bytecode.make(kept | ours, fetched)
    library = (fetched / LIBRARY).read_bytes()
    if compiled is None:
        return {numpy.name: packed(kept), package.name: package.content, CORE: library}
    rest = {path: data for path, data in kept.items() if is_seldom_imported(path, compiled)}
    kept = {path: data for path, data in kept.items() if path not in rest}
    kept[NUMPY_LEFT_OUT] = listing({module_name(path) for path in rest})
    return {
        numpy.name: packed(replaced(kept, compiled)),
        NUMPY_REST: zipped_once(rest),
        package.name: packed(accompanied(ours, compiled)),
        CORE: core(entries(library), compiled),
    }


def is_needed(path: str) -> bool:
    """Whether a file of NumPy's wheel serves a program; the licences always come along."""
    return ".dist-info/" in path or not NEVER_IMPORTED.search(path)


def is_seldom_imported(path: str, compiled: Bytecode) -> bool:
    """Whether a module of NumPy is one that emkit does without."""
    is_imported = path in compiled.site or path in compiled.linked
    return path.endswith((".py", ".so")) and not is_imported


def replaced(files: dict[str, bytes], compiled: Bytecode) -> dict[str, bytes]:
    """Bytecode in the place of sources."""
    return {
        (f"{path}c" if path in compiled.site else path): compiled.site.get(path, data)
        for path, data in files.items()
    }


def accompanied(files: dict[str, bytes], compiled: Bytecode) -> dict[str, bytes]:
    """Bytecode beside sources, where Python looks for it: a traceback shows emkit's lines."""
    beside = {cached(path): compiled.site[path] for path in files if path in compiled.site}
    return files | beside


def cached(path: str) -> str:
    """Where the bytecode of a source lies."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/__pycache__/{name.removesuffix('.py')}.{TAG}.pyc"


def core(library: dict[str, bytes], compiled: Bytecode) -> bytes:
    """The standard library that a start needs, and a list of what it lacks."""
    kept = {f"{path}c": data for path, data in compiled.library.items()}
    kept |= {path: data for path, data in library.items() if path.startswith("_sysconfigdata")}
    names = {module_name(path) for path in library if path.endswith(".py")}
    missing = names - {module_name(path) for path in compiled.library}
    kept[LEFT_OUT] = listing(missing)
    return zipped_once(dict(sorted(kept.items())))


def listing(names: set[str]) -> bytes:
    """A module that names those which are left out."""
    return f"NAMES = {sorted(names)}\n".encode()


def module_name(path: str) -> str:
    """The module that a source, or a library, at a path is."""
    stem = re.sub(r"\.py$|\.[^/]*\.so$", "", path)
    return stem.removesuffix("/__init__").replace("/", ".")


def packed(files: dict[str, bytes]) -> bytes:
    """A wheel of these files, its RECORD made anew."""
    record = next(path for path in files if path.endswith(".dist-info/RECORD"))
    others = {path: data for path, data in sorted(files.items()) if path != record}
    return zipped_once(others | {record: wheel.record_of(others, record).encode()})


def zipped_once(files: dict[str, bytes]) -> bytes:
    """A zip of these files, kept for the next time: to pack NumPy small takes a second."""
    digest = hashlib.sha256()
    for path, data in files.items():
        digest.update(f"{path}\0{len(data)}\0".encode() + data)
    place = FOLDER / f"{digest.hexdigest()[:16]}.zip"
    if not place.is_file():
        write_whole(place, wheel.zipped(files))
    return place.read_bytes()


def entries(archive: bytes) -> dict[str, bytes]:
    """The files in a zip, by path."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {one: opened.read(one) for one in opened.namelist() if not one.endswith("/")}
