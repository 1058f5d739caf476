"""The page's many sources become a few files, and where they cannot the page works all the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools import dist as building
from build_tools import (
    editions,
    environment,
    esbuild,
    examples,
    joining,
    npm_packages,
    places,
    runtime,
    scripts,
    wheel,
)
from build_tools.report import BuildError
from support.hosting import host
from support.lab import Lab

PAGE = """  <link rel="stylesheet" href="styles/a.css">
  <link rel="stylesheet" href="styles/b.css" media="print">
  <script src="js/app/classic.js"></script>
  <!-- modules of: js/main.js -->
  <script type="module" src="js/main.js"></script>
"""
SOURCES = {
    "styles/a.css": "p {\n  color: red;\n}\n",
    "styles/b.css": "p {\n  color: blue;\n}\n",
    "js/main.js": 'import { soon } from "./app/soon.js";\nsoon();\nimport("./app/late.js");\n',
    "js/app/soon.js": "/** Said at once. */\nexport const soon = () => new URL(import.meta.url);\n",
    "js/app/late.js": 'import { soon } from "./soon.js";\nsoon("late");\n',
    "js/app/classic.js": "/** Of the old kind. */\nvar greeting =   'hello';\n",
    "js/engine/worker.js": 'import { soon } from "../app/soon.js";\nsoon("worker");\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small page's sources."""
    for name, text in SOURCES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def without_esbuild(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that does not come by it."""
    esbuild.program.cache_clear()
    monkeypatch.setattr(esbuild, "FOLDER", tmp_path / "nothing")
    monkeypatch.setattr(npm_packages, "at_hand", lambda: iter([[sys.executable, "-c", "exit(1)"]]))
    yield
    esbuild.program.cache_clear()


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


# --- joined ------------------------------------------------------------------------------------


def test_a_page_is_one_style_one_script_and_what_comes_later(folder: Path) -> None:
    page = joining.joined(PAGE, folder)
    late, shared = sorted(
        name for name in names_in(folder) if re.fullmatch(r"js/engine/(late|chunk)-\w+\.js", name)
    )[::-1]
    expected = ["js/app/classic.js", "js/engine/main.js", "js/engine/worker.js", "styles/page.css"]
    assert names_in(folder) == sorted([*expected, late, shared])
    assert page == (
        '  <link rel="stylesheet" href="styles/page.css">\n'
        '  <script src="js/app/classic.js"></script>\n'
        f'  <link rel="modulepreload" href="{shared}">\n'
        '  <link rel="modulepreload" href="js/engine/main.js">\n'
        '  <script type="module" src="js/engine/main.js"></script>\n'
    )


def test_styles_keep_their_order_and_their_media(folder: Path) -> None:
    joining.joined(PAGE, folder)
    text = (folder / "styles" / "page.css").read_text(encoding="utf-8").strip()
    assert text == "p{color:red}@media print{p{color:#00f}}"


def test_comments_do_not_travel(folder: Path) -> None:
    joining.joined(PAGE, folder)
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.js")]
    assert not any("/*" in text for text in texts)


def test_a_source_that_cannot_be_joined_is_an_error_with_its_place(folder: Path) -> None:
    (folder / "js" / "main.js").write_text('import "./gone.js";\n', encoding="utf-8")
    with pytest.raises(BuildError, match=r"gone\.js(.|\n)*js/main\.js:1:7"):
        joining.joined(PAGE, folder)


def test_a_module_that_asks_where_it_is_lies_as_deep_as_what_is_joined() -> None:
    deep = len(Path(scripts.PLACE).parts)
    asking = [path for path in (places.SITE / "js").rglob("*.js") if asks_its_place(path)]
    assert {len(path.relative_to(places.SITE).parent.parts) for path in asking} == {deep}


def asks_its_place(path: Path) -> bool:
    return "import.meta.url" in path.read_text(encoding="utf-8")


def test_the_page_starts_with_one_style_and_few_scripts(dist: Path) -> None:
    page = (dist / "index.html").read_text(encoding="utf-8")
    assert page.count('rel="stylesheet"') == 1
    assert page.count('rel="modulepreload"') < 8


# --- not joined --------------------------------------------------------------------------------


@pytest.mark.usefixtures("without_esbuild")
def test_without_esbuild_a_page_keeps_its_many_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = joining.joined(PAGE, folder)
    assert names_in(folder) == sorted(SOURCES)
    assert page.count('rel="stylesheet"') == 2
    assert '<link rel="modulepreload" href="js/app/soon.js">' in page
    assert "esbuild cannot be had here" in capsys.readouterr().err


@pytest.mark.usefixtures("without_esbuild")
def test_the_lab_runs_from_its_many_files_too(page: Page, tmp_path: Path) -> None:
    package = wheel.pack()
    made = tmp_path / "dist"
    building.assemble(made, runtime.FOLDER, package, examples.make(package))
    editions.settle(made)
    assert (editions.home(made) / "js" / "state" / "reduce.js").is_file()
    with host(made) as hosted:
        lab = Lab(page).open(hosted.url)
        lab.calculate()
        expect(lab.ending).to_contain_text("Converged")


# --- how it is come by -------------------------------------------------------------------------


def test_an_npm_that_fails_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess:
        asked.append(command[0])
        return subprocess.CompletedProcess(command, int(command[0] == "old"))

    monkeypatch.setattr(npm_packages.subprocess, "run", run)
    npm_packages.install(esbuild.PINS, tmp_path / "made", iter([["old"], ["new"], ["newer"]]))
    assert asked == ["old", "new"]


def test_what_is_installed_is_not_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installs = []
    monkeypatch.setattr(npm_packages, "install", lambda *_: installs.append(1))
    (tmp_path / "made").mkdir()
    for _ in range(2):
        npm_packages.ensure(esbuild.PINS, tmp_path / "made", iter([]))
    assert installs == [1]


def test_a_machine_without_npm_gets_one_from_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(places, "VENV", places.ROOT / "no such folder")
    monkeypatch.setattr(npm_packages.shutil, "which", lambda _: None)
    monkeypatch.setattr(environment, "ensure", asked.append)
    [client] = npm_packages.at_hand()
    assert asked == ["npm"]
    assert str(client[0]).startswith(str(places.VENV))
