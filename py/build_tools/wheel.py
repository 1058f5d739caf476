"""py/emkit as a wheel: the same sources make the same bytes, on any day and in any folder.

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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import places
from .report import BuildError

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
MODE = 0o100644 << 16  # a plain file, readable by all
LEFT_OUT = {"__pycache__"}
WHEEL = "Wheel-Version: 1.0\nGenerator: emkit build.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True)
class Wheel:
    """A wheel in memory."""

    name: str
    version: str
    content: bytes


def pack(root: Path = places.ROOT) -> Wheel:
    """The wheel of the package in `root`."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = read_version(root / "py" / project["name"] / "version.py")
    stem = f"{project['name']}-{version}"
    entries = package_files(root / "py", project["name"])
    entries[f"{stem}.dist-info/licenses/LICENSE"] = (root / "LICENSE").read_bytes()
    entries[f"{stem}.dist-info/METADATA"] = metadata(project, version).encode()
    entries[f"{stem}.dist-info/WHEEL"] = WHEEL.encode()
    record = f"{stem}.dist-info/RECORD"
    entries[record] = record_of(entries, record).encode()
    return Wheel(f"{stem}-py3-none-any.whl", version, zipped(entries))


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
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(kept)}


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
