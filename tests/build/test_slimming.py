"""What a start downloads: nothing that is never imported, and nothing that is needed is missing."""

import json
import zipfile
from pathlib import Path

import pytest

from build_tools import bytecode, environment, npm_packages, runtime, slimming, wheel
from build_tools.manifest import CORE, LIBRARY, NUMPY_REST
from build_tools.report import BuildError

UNCHECKED = b"\x01\x00\x00\x00"  # bytecode that is used without a look at its source (PEP 552)


def names_in(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


@pytest.fixture
def numpy(edition: Path) -> Path:
    """The wheel as it is shipped."""
    return next((edition / "runtime").glob("numpy-*.whl"))


def test_numpy_keeps_its_modules_and_licences(numpy: Path) -> None:
    rest = names_in(numpy.with_name(NUMPY_REST))
    pinned, kept = names_in(runtime.FOLDER / numpy.name), names_in(numpy) | rest
    modules = {slimming.module_name(name) for name in pinned if name.endswith(".py")}
    shipped = {slimming.module_name(name.removesuffix("c")) for name in kept if ".py" in name[-4:]}
    assert {name for name in modules - shipped if "f2py" not in name} == {
        "numpy._configtool",
        "numpy._pyinstaller",
        "numpy._pyinstaller.hook-numpy",
        "numpy.conftest",
    }
    assert {name for name in pinned if name.endswith(".so") or "licenses/" in name} <= kept
    assert not [name for name in kept if name.endswith((".pyi", ".h", ".pxd"))]


def test_what_of_numpy_comes_later_is_named(numpy: Path) -> None:
    said: dict[str, list[str]] = {}
    with zipfile.ZipFile(numpy) as archive:
        exec(archive.read(slimming.NUMPY_LEFT_OUT), said)
    rest = names_in(numpy.with_name(NUMPY_REST))
    assert {slimming.module_name(name) for name in rest} == {*said["NAMES"]}
    assert {"numpy.fft", "numpy.fft._pocketfft_umath", "numpy.polynomial.legendre"} < {
        *said["NAMES"]
    }
    assert not {"numpy.random._generator", "numpy.linalg", "numpy.ma.core"} & {*said["NAMES"]}
    assert not rest & names_in(numpy)


def test_the_wheel_records_what_is_in_it(numpy: Path) -> None:
    with zipfile.ZipFile(numpy) as archive:
        record = next(name for name in archive.namelist() if name.endswith("/RECORD"))
        lines = archive.read(record).decode().splitlines()
    assert {line.split(",")[0] for line in lines} == names_in(numpy)


def test_the_core_of_the_library_knows_what_it_lacks(edition: Path) -> None:
    folder = edition / "runtime"
    said: dict[str, list[str]] = {}
    with zipfile.ZipFile(folder / CORE) as archive:
        exec(archive.read(slimming.LEFT_OUT), said)
        compiled = [name for name in archive.namelist() if name.endswith(".pyc")]
        assert {archive.read(name)[4:8] for name in compiled} == {UNCHECKED}
    here = {slimming.module_name(name.removesuffix("c")) for name in compiled}
    whole = {
        slimming.module_name(name) for name in names_in(folder / LIBRARY) if name[-3:] == ".py"
    }
    assert here | set(said["NAMES"]) == whole
    assert not here & set(said["NAMES"])
    assert "sqlite3" in said["NAMES"]


def test_the_whole_library_is_fetched_on_demand(edition: Path) -> None:
    manifest = json.loads((edition / "runtime" / "manifest.json").read_text(encoding="utf-8"))
    assert CORE in manifest["start"]
    assert {LIBRARY, NUMPY_REST} <= {*manifest["on_demand"]}


def test_without_node_sources_are_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BuildError("there is no network.")

    monkeypatch.setattr(bytecode, "FOLDER", tmp_path)
    monkeypatch.setattr(npm_packages, "node", lambda: tmp_path / "node")
    monkeypatch.setattr(bytecode.shutil, "which", lambda _: None)
    monkeypatch.setattr(environment, "ensure", refuse)
    package = wheel.pack()
    made = slimming.slimmed(runtime.FOLDER, package)
    assert made[CORE] == (runtime.FOLDER / LIBRARY).read_bytes()
    assert made[package.name] == package.content
    numpy = next(content for name, content in made.items() if name.startswith("numpy-"))
    assert {"numpy/__init__.py", "numpy/fft/__init__.py"} < {*slimming.entries(numpy)}
    assert NUMPY_REST not in made
    assert "starts slower" in capsys.readouterr().err
