"""A browser for the tests is sought from the least effort to the most."""

import json
from pathlib import Path

import pytest

from build_tools import browsers
from build_tools.browsers import Options
from build_tools.report import BuildError

SYSTEM = "/usr/bin/chromium"


class Machine:
    """A machine as the search sees it: what starts, what can be had, and what was tried."""

    def __init__(self) -> None:
        self.starts: list[Options] = []
        self.on_path: list[Options] = []
        self.after_download: list[Options] = []
        self.after_install: list[Options] = []
        self.efforts: list[str] = []

    def launches(self, _: str, options: Options) -> bool:
        return options in self.starts

    def downloaded(self, _: str) -> bool:
        self.efforts.append("download")
        self.starts += self.after_download
        return bool(self.after_download)

    def on_system(self, _: str) -> list[Options]:
        self.efforts.append("look")
        return self.on_path

    def install(self, _: str) -> bool:
        self.efforts.append("install")
        self.starts += self.after_install
        self.on_path += self.after_install
        return bool(self.after_install)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    machine = Machine()
    for name in ("launches", "downloaded", "on_system"):
        monkeypatch.setattr(browsers, name, getattr(machine, name))
    monkeypatch.setattr(browsers.debian, "install", machine.install)
    monkeypatch.setattr(browsers, "CHOICES", tmp_path / "browsers.json")
    return machine


def test_playwrights_own_browser_is_used_when_it_is_there(machine: Machine) -> None:
    machine.starts = [{}]
    assert browsers.find("chromium") == {}
    assert machine.efforts == []


def test_else_it_is_downloaded(machine: Machine) -> None:
    machine.after_download = [{}]
    assert browsers.find("chromium") == {}
    assert machine.efforts == ["download"]


def test_else_the_systems_own_is_used(machine: Machine) -> None:
    machine.on_path = machine.starts = [{"executable_path": SYSTEM}]
    assert browsers.find("chromium") == {"executable_path": SYSTEM}
    assert machine.efforts == ["download", "look"]


def test_else_the_systems_package_is_installed(machine: Machine) -> None:
    machine.after_install = [{"executable_path": SYSTEM}]
    assert browsers.find("chromium") == {"executable_path": SYSTEM}
    assert machine.efforts == ["download", "look", "install", "look"]


def test_a_browser_that_does_not_start_is_passed_over(machine: Machine) -> None:
    broken = {"executable_path": "/usr/bin/chromium-browser"}
    machine.on_path = [broken, {"executable_path": SYSTEM}]
    machine.starts = [{"executable_path": SYSTEM}]
    assert browsers.find("chromium") == {"executable_path": SYSTEM}


def test_when_there_is_none_it_says_what_to_install(machine: Machine) -> None:
    with pytest.raises(BuildError) as raised:
        browsers.find("firefox")
    assert raised.value.message == "There is no Firefox here that Playwright can drive."
    assert "apt-get install firefox-esr" in raised.value.remedy
    assert machine.efforts == ["download", "look", "install"]


def test_what_was_found_is_remembered_while_it_exists(machine: Machine, tmp_path: Path) -> None:
    program = tmp_path / "chrome"
    program.touch()
    machine.on_path = machine.starts = [{"executable_path": str(program)}]
    browsers.ensure()
    efforts = len(machine.efforts)
    browsers.ensure()
    assert len(machine.efforts) == efforts
    program.unlink()
    assert browsers.choices() == {}


def test_playwrights_own_is_remembered_until_another_playwright_is_pinned(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.starts = [{}]
    browsers.ensure()
    assert browsers.choices() == {"chromium": {}, "firefox": {}}
    monkeypatch.setattr(browsers, "playwright_version", lambda: "playwright==9.9.9")
    assert browsers.choices() == {}


def test_debians_firefox_is_driven_by_the_protocol_it_speaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(browsers.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert next(iter(browsers.on_system("firefox"))) == {
        "executable_path": "/usr/bin/firefox-esr",
        "channel": "moz-firefox",
    }


def test_the_choices_are_kept_as_launch_options(machine: Machine, tmp_path: Path) -> None:
    program = tmp_path / "chrome"
    program.touch()
    machine.on_path = machine.starts = [{"executable_path": str(program)}]
    browsers.ensure()
    kept = json.loads(browsers.CHOICES.read_text())["engines"]
    assert kept == {name: {"executable_path": str(program)} for name in browsers.ENGINES}
