"""The wheel is a wheel: the same bytes every time, and pip takes it."""

import base64
import csv
import hashlib
import io
import os
import shutil
import subprocess
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import numpy
import pytest

import emkit
from build_tools import environment, places, wheel
from build_tools.report import BuildError

USE_IT = """
import importlib.metadata, emkit
print(importlib.metadata.version("emkit"))
print(emkit.__file__)
print(emkit.fit([1.0, 1.1, 1.3, 4.9, 5.0, 5.2], components=2).status.name.lower())
"""


@pytest.fixture
def archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(wheel.pack().content))


def copied_project(folder: Path) -> Path:
    """The sources of the wheel in another place, touched now."""
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copyfile(places.ROOT / name, folder / name)
    shutil.copytree(places.PACKAGE, folder / "py" / "emkit", copy_function=shutil.copyfile)
    return folder


def test_the_same_sources_make_the_same_bytes_anywhere_and_any_day(tmp_path: Path) -> None:
    project = copied_project(tmp_path)
    (project / "py" / "emkit" / "__pycache__").mkdir(exist_ok=True)
    (project / "py" / "emkit" / "__pycache__" / "left-over.pyc").write_bytes(b"compiled")
    assert wheel.pack(project) == wheel.pack()


def test_a_changed_source_makes_other_bytes(tmp_path: Path) -> None:
    project = copied_project(tmp_path)
    with (project / "py" / "emkit" / "engine.py").open("a") as file:
        file.write("# changed\n")
    assert wheel.pack(project) != wheel.pack()


def test_its_name_says_package_version_and_that_it_runs_anywhere() -> None:
    packed = wheel.pack()
    assert packed.version == emkit.__version__
    assert packed.name == f"emkit-{emkit.__version__}-py3-none-any.whl"


def test_it_holds_the_package_and_its_papers_and_nothing_else(archive: zipfile.ZipFile) -> None:
    folders = {name.split("/")[0] for name in archive.namelist()}
    assert folders == {"emkit", f"emkit-{emkit.__version__}.dist-info"}
    packed = {name for name in archive.namelist() if name.startswith("emkit/")}
    paths = [path for path in places.PACKAGE.rglob("*.*") if path.suffix in {".py", ".csv", ".txt"}]
    assert packed == {path.relative_to(places.PYTHON_SOURCES).as_posix() for path in paths}


def test_its_record_lists_every_file_with_its_hash_and_size(archive: zipfile.ZipFile) -> None:
    info = f"emkit-{emkit.__version__}.dist-info"
    rows = list(csv.reader(archive.read(f"{info}/RECORD").decode().splitlines()))
    assert [path for path, _, _ in rows] == archive.namelist()
    for path, digest, size in rows[:-1]:
        content = archive.read(path)
        sha = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        assert (digest, size) == (f"sha256={sha}", str(len(content)))
    assert rows[-1] == [f"{info}/RECORD", "", ""]


def test_its_metadata_ask_for_numpy_alone(archive: zipfile.ZipFile) -> None:
    text = archive.read(f"emkit-{emkit.__version__}.dist-info/METADATA").decode()
    metadata = Parser().parsestr(text)
    assert metadata["Name"] == "emkit"
    assert metadata["Version"] == emkit.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert [need.partition(">")[0] for need in metadata.get_all("Requires-Dist")] == ["numpy"]


def test_a_package_without_a_version_is_not_packed(tmp_path: Path) -> None:
    project = copied_project(tmp_path)
    (project / "py" / "emkit" / "version.py").write_text("version = 1\n")
    with pytest.raises(BuildError, match="__version__"):
        wheel.pack(project)


def test_pip_installs_it_in_a_fresh_environment_without_a_network(tmp_path: Path) -> None:
    packed = wheel.pack()
    (tmp_path / packed.name).write_bytes(packed.content)
    venv.create(tmp_path / "venv", symlinks=os.name != "nt")
    python = tmp_path / "venv" / environment.PYTHON.relative_to(places.VENV)
    install = [
        *environment.PIP,
        "--python",
        python,
        "install",
        "--no-index",
        "--no-deps",
        "--quiet",
    ]
    subprocess.run([*install, tmp_path / packed.name], check=True)
    # The fresh environment has no NumPy of its own; it borrows that of .venv.
    borrowing = os.environ | {"PYTHONPATH": str(Path(numpy.__file__).parents[1])}
    shown = subprocess.run(
        [python, "-c", USE_IT], env=borrowing, capture_output=True, text=True, check=True
    )
    version, place, status = shown.stdout.splitlines()
    assert (version, status) == (emkit.__version__, "converged")
    assert Path(place).is_relative_to(tmp_path)
