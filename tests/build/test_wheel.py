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
from build_tools import environment, homes, places, wheel
from build_tools.report import BuildError

LIBRARY = b"\x7fa library"
HOME = homes.home("toy_1_0_abacus.toy_2_0_abacus", "libemkit.toy", "abacus")

USE_IT = """
import importlib.metadata, emkit
print(importlib.metadata.version("emkit"))
print(emkit.__file__)
print(emkit.fit([1.0, 1.1, 1.3, 4.9, 5.0, 5.2], components=2).status.name.lower())
print(emkit.engine_name())
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


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """A project whose kernel was compiled for a home."""
    project = copied_project(tmp_path)
    (project / "py" / "emkit" / "kernel").mkdir(exist_ok=True)
    (project / "py" / "emkit" / "kernel" / "libemkit.toy").write_bytes(LIBRARY)
    return project


def test_a_wheel_for_a_home_of_the_kernel_brings_its_library_and_says_where_it_runs(
    compiled: Path,
) -> None:
    packed = wheel.best(HOME, compiled)
    assert packed.name == f"emkit-{packed.version}-py3-none-{HOME.tag}.whl"
    archive = zipfile.ZipFile(io.BytesIO(packed.content))
    assert archive.read("emkit/kernel/libemkit.toy") == LIBRARY
    assert archive.read(f"emkit-{packed.version}.dist-info/WHEEL").decode().splitlines()[2:] == [
        "Root-Is-Purelib: false",
        "Tag: py3-none-toy_1_0_abacus",
        "Tag: py3-none-toy_2_0_abacus",
    ]


def test_the_wheel_that_runs_anywhere_holds_no_library(compiled: Path) -> None:
    assert wheel.pack(compiled) == wheel.pack()


@pytest.mark.parametrize("home", [homes.home("other", "libemkit.other", "abacus"), None])
def test_where_the_kernel_was_not_compiled_the_wheel_is_the_one_that_runs_anywhere(
    compiled: Path, home: homes.Home | None
) -> None:
    assert wheel.best(home, compiled) == wheel.pack()


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


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """The interpreter of a fresh environment."""
    venv.create(tmp_path / "venv", symlinks=os.name != "nt")
    return tmp_path / "venv" / environment.PYTHON.relative_to(places.VENV)


def pip(python: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """What pip does for an environment without a network."""
    offline = ["--no-index", "--no-deps", "--disable-pip-version-check"]
    command = [*environment.PIP, "--python", python, "install", *offline, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_pip_takes_the_wheel_for_this_machine_in_a_fresh_environment_without_a_network(
    tmp_path: Path, python: Path
) -> None:
    wheel.keep_all(tmp_path / "wheels")
    best = wheel.best(homes.this_machine())
    done = pip(python, "--find-links", tmp_path / "wheels", "emkit")
    assert f"Processing {tmp_path / 'wheels' / best.name}" in done.stdout
    # The fresh environment has no NumPy of its own; it borrows that of .venv.
    borrowing = os.environ | {"PYTHONPATH": str(Path(numpy.__file__).parents[1])}
    shown = subprocess.run(
        [python, "-c", USE_IT], env=borrowing, capture_output=True, text=True, check=True
    )
    version, place, status, engine = shown.stdout.splitlines()
    assert (version, status) == (emkit.__version__, "converged")
    assert Path(place).is_relative_to(tmp_path)
    assert engine.split(",")[0] == ("NumPy" if best == wheel.pack() else "kernel (C")


def test_pip_takes_the_wheel_that_runs_anywhere(tmp_path: Path, python: Path) -> None:
    packed = wheel.pack()
    (tmp_path / packed.name).write_bytes(packed.content)
    assert pip(python, tmp_path / packed.name).returncode == 0


def test_pip_refuses_the_wheel_for_pyodide_here(tmp_path: Path, python: Path) -> None:
    packed = wheel.pack(platform=homes.PYODIDE.tag)
    (tmp_path / packed.name).write_bytes(packed.content)
    assert "is not a supported wheel on this platform" in pip(python, tmp_path / packed.name).stderr


def test_wheels_of_before_are_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "emkit-0.0.1-py3-none-any.whl").write_bytes(b"of long ago")
    assert set(wheel.keep_all(tmp_path)) == set(tmp_path.iterdir())
    assert (tmp_path / wheel.pack().name).read_bytes() == wheel.pack().content
