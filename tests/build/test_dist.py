"""dist/ is whole, truthful about itself, and at home under any address."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from build_tools import dist as building
from build_tools import environment, homes, places, runtime, wheel
from build_tools.manifest import BOOT_FILES
from build_tools.pins import RUNTIME_FILES
from build_tools.report import BuildError
from support.addresses import addresses_in

OUR_TEXT = {".html", ".css", ".js", ".json", ".webmanifest", ".svg"}


@pytest.fixture
def manifest(edition: Path) -> dict[str, Any]:
    return json.loads((edition / "runtime" / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """dist/ in another place, so that a trial build does not disturb the real one."""
    monkeypatch.setattr(places, "DIST", tmp_path / "dist")
    monkeypatch.setattr(places, "CACHE", tmp_path / "cache")
    return tmp_path / "dist"


def files_in(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


# --- what is in it -----------------------------------------------------------------------------


def test_the_manifest_tells_the_truth_about_every_file(edition: Path, manifest: dict) -> None:
    present = {path.name for path in (edition / "runtime").iterdir()}
    assert present == {*manifest["files"], "manifest.json"}
    for name, facts in manifest["files"].items():
        content = (edition / "runtime" / name).read_bytes()
        assert facts["bytes"] == len(content)
        assert facts["sha256"] == hashlib.sha256(content).hexdigest()


def test_the_manifest_lists_what_the_engine_starts_with(manifest: dict) -> None:
    *boot, numpy, emkit = manifest["start"]
    assert tuple(boot) == BOOT_FILES
    assert numpy.startswith("numpy-")
    assert emkit == wheel.best(homes.PYODIDE).name
    library, rest, *wheels = manifest["on_demand"]
    assert [library, rest] == ["python_stdlib.zip", "numpy-rest.zip"]
    assert {name.split("-")[0] for name in wheels} == {"micropip", "packaging"}


def test_the_manifest_says_the_types_a_host_sends(manifest: dict) -> None:
    assert {name: facts["mime"] for name, facts in manifest["files"].items()} == {
        "pyodide.mjs": "text/javascript",
        "pyodide.asm.mjs": "text/javascript",
        "pyodide.asm.wasm": "application/wasm",
        "python_stdlib.zip": "application/zip",
        "python_stdlib_core.zip": "application/zip",
        "numpy-rest.zip": "application/zip",
        "pyodide-lock.json": "application/json",
        **{name: "application/octet-stream" for name in manifest["files"] if name.endswith(".whl")},
    }


def test_the_runtime_is_the_pinned_one_but_for_what_numpy_is_rid_of(manifest: dict) -> None:
    pinned = [file for file in RUNTIME_FILES if not file.name.startswith("numpy-")]
    hashes = {file.name: file.sha256 for file in pinned}
    assert hashes.items() <= {name: f["sha256"] for name, f in manifest["files"].items()}.items()


def test_the_lock_file_names_only_the_wheels_that_are_there(edition: Path, manifest: dict) -> None:
    lock = json.loads((edition / "runtime" / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert set(lock["packages"]) == {"emkit", "micropip", "numpy", "packaging"}
    for name, package in lock["packages"].items():
        assert package["name"] == name
        assert package["sha256"] == manifest["files"][package["file_name"]]["sha256"]
        assert set(package["depends"]) <= set(lock["packages"])


def test_browser_and_native_python_compute_with_the_same_numpy() -> None:
    in_browser = next(file.name for file in RUNTIME_FILES if file.name.startswith("numpy-"))
    assert environment.pinned("native") == [f"numpy=={in_browser.split('-')[1]}"]


def test_what_is_neither_filled_in_nor_joined_is_copied_as_it_is(dist: Path, edition: Path) -> None:
    page = {
        name: content
        for name, content in files_in(places.SITE).items()
        if not name.endswith((".html", "sw.js")) and not name.startswith(("js/", "styles/"))
    }
    assert page.items() <= (files_in(dist) | files_in(edition)).items()


@pytest.mark.parametrize("name", ["first-result.json", "samples.json"])
def test_the_documents_computed_by_emkit_can_be_read_by_a_browser(edition: Path, name: str) -> None:
    def refuse(constant: str) -> None:
        pytest.fail(f"{constant} is not JSON")

    assert json.loads((edition / name).read_text(encoding="utf-8"), parse_constant=refuse)


# --- under any address -------------------------------------------------------------------------


def test_everything_it_loads_lies_beside_it(dist: Path) -> None:
    ours = [path for path in dist.rglob("*") if path.suffix in OUR_TEXT]
    ours = [path for path in ours if path.parent.name != "runtime"]
    wrong = {
        (path.relative_to(dist).as_posix(), address)
        for path in ours
        for address in addresses_in(path)
        if not is_beside(address)
    }
    assert wrong == set()


def is_beside(address: str) -> bool:
    """Whether an address works under any path: relative, or needing no server."""
    return address.startswith(("data:", "#")) or not (address.startswith("/") or "://" in address)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", '<link href="https://fonts.example/a.css" rel="stylesheet">'),
        ("a.html", '<img src="/logo.png" alt="">'),
        ("a.html", '<a href="/guide/">The guide</a>'),
        ("a.css", "@import '//cdn.example/a.css';"),
        ("a.css", "b { background: url(https://cdn.example/a.png) }"),
        ("a.js", 'import { a } from "https://cdn.example/a.js";'),
        ("a.js", "fetch(`/samples.json`);"),
        ("a.webmanifest", '{"start_url": "/"}'),
    ],
)
def test_an_address_that_ties_it_to_a_host_is_noticed(
    tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content)
    assert not all(is_beside(address) for address in addresses_in(tmp_path / name))


# --- how it is made ----------------------------------------------------------------------------


def test_a_second_build_fetches_nothing_and_makes_the_same(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_way(*_: object) -> None:
        raise AssertionError("a second build needs no network")

    monkeypatch.setattr(runtime, "take", no_way)
    monkeypatch.setattr(environment, "install", no_way)
    building.build()
    first = files_in(elsewhere)
    building.build()
    assert files_in(elsewhere) == first


def test_a_build_leaves_nothing_of_the_one_before(elsewhere: Path) -> None:
    building.build()
    (elsewhere / "icons" / "removed-since.svg").write_text("")
    building.build()
    assert not (elsewhere / "icons" / "removed-since.svg").exists()


def test_a_build_that_fails_leaves_the_old_one_in_place(
    elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    building.build()
    before = files_in(elsewhere)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(building, "manifest_of", fail)
    with pytest.raises(OSError, match="disk full"):
        building.build()
    assert files_in(elsewhere) == before
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["lock"]


def test_a_change_anywhere_changes_the_build_identity(tmp_path: Path) -> None:
    identities = set()
    for number, text in enumerate(["<p>one", "<p>two"]):
        site = tmp_path / f"site-{number}"
        site.mkdir()
        (site / "index.html").write_text(text)
        folder = tmp_path / f"dist-{number}"
        building.assemble(folder, runtime.FOLDER, wheel.pack(), {}, site)
        identities.add(json.loads((folder / "runtime" / "manifest.json").read_text())["build"])
    assert len(identities) == 2


def test_without_a_page_there_is_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"no index\.html"):
        building.assemble(tmp_path / "dist", runtime.FOLDER, wheel.pack(), {}, tmp_path)
