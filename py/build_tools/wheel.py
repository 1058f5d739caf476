"""py/emkit as wheels: the same sources make the same bytes, on any day and in any folder.

One wheel runs anywhere, in NumPy alone. One for each home of the kernel brings that along.

The format is PEP 427's: a zip of the package and a `.dist-info` folder whose RECORD lists the hash
and size of every other file.
"""

import base64
import csv
import hashlib
import io
import re
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import homes, places
from .files import write_whole
from .homes import Home
from .report import BuildError

FOLDER = places.CACHE / "wheels"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
MODE = 0o100644 << 16  # a plain file, readable by all
LEFT_OUT = {"__pycache__"}
KERNEL = "kernel"  # the folder of sources that are compiled, and of what they are compiled to
ANYWHERE = "any"


@dataclass(frozen=True)
class Wheel:
    """A wheel in memory."""

    name: str
    version: str
    content: bytes


def best(home: Home | None, root: Path = places.ROOT) -> Wheel:
    """The wheel for a home if the kernel was compiled for it, else the one that runs anywhere."""
    return (home and for_home(home, root)) or pack(root)


def for_home(home: Home, root: Path = places.ROOT) -> Wheel | None:
    """The wheel for a home of the kernel; None where the kernel was not compiled for it."""
    paths = [root / "py" / "emkit" / KERNEL / name for name in home.libraries]
    if not all(path.is_file() for path in paths):
        return None
    return pack(root, home.tag, {path.name: path.read_bytes() for path in paths})


def pack(
    root: Path = places.ROOT, platform: str = ANYWHERE, libraries: Mapping[str, bytes] | None = None
) -> Wheel:
    """The wheel of the package in `root`, with libraries of the kernel or without."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = read_version(root / "py" / project["name"] / "version.py")
    stem = f"{project['name']}-{version}"
    entries = package_files(root / "py", project["name"])
    for name, content in (libraries or {}).items():
        entries[f"{project['name']}/{KERNEL}/{name}"] = content
    entries[f"{stem}.dist-info/licenses/LICENSE"] = (root / "LICENSE").read_bytes()
    entries[f"{stem}.dist-info/METADATA"] = metadata(project, version).encode()
    entries[f"{stem}.dist-info/WHEEL"] = tags(platform).encode()
    record = f"{stem}.dist-info/RECORD"
    entries[record] = record_of(entries, record).encode()
    return Wheel(f"{stem}-py3-none-{platform}.whl", version, zipped(entries))


def keep_all(folder: Path = FOLDER) -> list[Path]:
    """Leave the wheels in a folder where pip finds them: for anywhere, this machine, Pyodide."""
    made = [pack(), *(best(home) for home in (homes.this_machine(), homes.PYODIDE))]
    for one in made:
        write_whole(folder / one.name, one.content)
    for path in set(folder.glob("*.whl")) - {folder / one.name for one in made}:
        path.unlink()
    return sorted({folder / one.name for one in made})


def read_version(path: Path) -> str:
    """The version stated in the package, read without importing it."""
    found = re.search(r'^__version__ = "([^"]+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise BuildError(f'{path} has no line of the form __version__ = "1.2.3".')
    return found[1]


def package_files(folder: Path, package: str) -> dict[str, bytes]:
    """Every file of the package by its path in the wheel, in a fixed order."""
    paths = [path for path in (folder / package).rglob("*") if path.is_file()]
    kept = [path for path in paths if not LEFT_OUT & set(path.parts)]
    kept = [path for path in kept if path.parent.name != KERNEL or path.suffix == ".py"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(kept)}


def tags(platform: str) -> str:
    """The WHEEL file: where the package runs."""
    lines = ["Wheel-Version: 1.0", "Generator: emkit build.py"]
    lines += [f"Root-Is-Purelib: {str(platform == ANYWHERE).lower()}"]
    lines += [f"Tag: py3-none-{one}" for one in platform.split(".")]
    return "".join(f"{line}\n" for line in lines)


def metadata(project: dict[str, Any], version: str) -> str:
    """The METADATA file: core metadata 2.4, as in pyproject.toml."""
    fields = [
        ("Metadata-Version", "2.4"),
        ("Name", project["name"]),
        ("Version", version),
        ("Summary", project["description"]),
        ("License-Expression", project["license"]),
        ("License-File", "LICENSE"),
        ("Requires-Python", project["requires-python"]),
        *(("Requires-Dist", requirement) for requirement in project["dependencies"]),
    ]
    return "".join(f"{name}: {value}\n" for name, value in fields)


def record_of(entries: dict[str, bytes], record: str) -> str:
    """The RECORD file: path, hash and size of each entry, and itself with neither."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    for path, content in entries.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        writer.writerow([path, f"sha256={digest}", len(content)])
    writer.writerow([record, "", ""])
    return lines.getvalue()


def zipped(entries: dict[str, bytes]) -> bytes:
    """A zip whose bytes depend on nothing but the entries."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path, data in entries.items():
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.external_attr = MODE
            entry.create_system = 3  # Unix, also when packed on Windows
            # Packed small, since every visitor downloads it and hosts send wheels as they are.
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return content.getvalue()
