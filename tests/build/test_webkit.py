"""WebKit is installed where that can be done; elsewhere it is said what is missing."""

import pytest

from build_tools import webkit


@pytest.fixture
def present(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The programs that a machine has."""
    programs: set[str] = set()
    monkeypatch.setattr(webkit.shutil, "which", lambda name: name if name in programs else None)
    return programs


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packages that are installed, which is only noted."""
    packages: list[str] = []
    monkeypatch.setattr(webkit.debian, "install", lambda *names: packages.extend(names))
    return packages


def test_what_is_missing_is_installed_and_nothing_else(
    present: set[str], installed: list[str]
) -> None:
    present.add("Xvfb")
    webkit.ensure()
    assert installed == ["webkit2gtk-driver"]


def test_nothing_is_installed_where_all_is_there(present: set[str], installed: list[str]) -> None:
    present.update({"Xvfb", "WebKitWebDriver"})
    webkit.ensure()
    assert installed == []
    assert webkit.complaint() == ""


def test_the_complaint_says_what_to_install(present: set[str]) -> None:
    assert present == set()
    assert webkit.complaint() == (
        "There is no WebKitWebDriver and no Xvfb here. "
        "On Debian: apt-get install webkit2gtk-driver xvfb"
    )
