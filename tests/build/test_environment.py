"""The virtual environment: pinned throughout, made once, and plain words when it cannot be."""

import re
import subprocess
from pathlib import Path

import pytest

from build_tools import debian, environment, esbuild, node_tools, places
from build_tools.report import BuildError


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """An environment in an empty folder whose making and installing are only noted."""
    scripts = tmp_path / "venv" / "bin"
    monkeypatch.setattr(places, "VENV", tmp_path / "venv")
    monkeypatch.setattr(environment, "PYTHON", scripts / "python")
    installed: list[list[str]] = []

    def make(*_: object, **__: object) -> None:
        scripts.mkdir(parents=True, exist_ok=True)
        (scripts / "python").touch()

    monkeypatch.setattr(environment.venv, "create", make)
    monkeypatch.setattr(environment, "install", lambda pins, **_: installed.append(pins))
    return installed


@pytest.mark.parametrize("group", ["native", "compiler", "test"])
def test_every_requirement_is_pinned_to_one_version(group: str) -> None:
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", need) for need in environment.pinned(group))


def test_what_is_installed_for_the_tests_is_what_is_pinned() -> None:
    listed = subprocess.run(
        [*environment.PIP, "list", "--format=freeze"], capture_output=True, text=True, check=True
    )
    installed = {line.lower().replace("_", "-") for line in listed.stdout.split()}
    installed = {line for line in installed if line.split("==")[0] not in {"pip", "setuptools"}}
    dispensable = set(environment.pinned("compiler"))  # it cannot be had for every machine
    assert installed - dispensable == set(environment.pinned("test"))


def test_packages_are_installed_once(empty: list[list[str]]) -> None:
    environment.ensure("native")
    environment.ensure("native")
    assert empty == [environment.pinned("native")]


def test_other_pins_are_installed_anew(
    empty: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ensure("native")
    monkeypatch.setattr(environment, "pinned", lambda _: ["numpy==9.9.9"])
    environment.ensure("native")
    assert empty[1:] == [["numpy==9.9.9"]]


def test_an_environment_of_another_python_is_made_anew(
    empty: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ensure("native")
    monkeypatch.setattr(environment.platform, "python_version", lambda: "3.99.0")
    made: list[Path] = []
    monkeypatch.setattr(environment.venv, "create", lambda path, **_: made.append(path))
    environment.ensure("native")
    assert made == [places.VENV]
    assert len(empty) == 1


def test_a_system_without_ensurepip_gets_it_where_that_is_allowed(
    empty: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(environment, "has_pip_at_hand", lambda: False)
    monkeypatch.setattr(environment.debian, "install", lambda package: not asked.append(package))
    environment.ensure("native")
    assert asked == ["python3-venv"]
    assert len(empty) == 1


def test_elsewhere_it_is_told_what_to_install(
    empty: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "has_pip_at_hand", lambda: False)
    monkeypatch.setattr(environment.debian, "install", lambda _: False)
    with pytest.raises(BuildError) as raised:
        environment.ensure("native")
    assert "apt-get install python3-venv" in raised.value.remedy
    assert empty == []


@pytest.mark.parametrize("pins", [node_tools.PINS, esbuild.PINS], ids=["tests", "build"])
def test_an_npm_lock_file_pins_content_and_names_no_server(pins: Path) -> None:
    lock = (pins / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity": "sha512-') > 10


def test_the_system_is_changed_by_root_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("apt-get was called")

    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(debian.subprocess, "run", never)
    assert not debian.install("python3-venv")
