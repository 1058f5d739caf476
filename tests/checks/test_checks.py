"""The linters and type checkers find nothing. Each says itself where to look."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_tools import environment, node_tools, npm_packages, pages, places

TOOLS = node_tools.PINS
PYTHON_TOOLS = environment.SCRIPTS


def finds_nothing(command: Sequence[str | Path]) -> None:
    """Fail with the tool's own words when it finds something."""
    done = subprocess.run(
        command,
        cwd=places.ROOT,
        env=npm_packages.paths() | {"NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(done.stdout)  # pytest shows it when the test fails
    if done.returncode:
        pytest.fail("there is something to mend: the tool's words are below", pytrace=False)


def in_site(*kinds: str) -> list[str]:
    """Patterns for all files of these kinds in site/."""
    return [f"site/**/*.{kind}" for kind in kinds]


def test_ruff_finds_nothing_to_mend_in_the_python_code() -> None:
    finds_nothing([PYTHON_TOOLS / "ruff", "check"])


def test_the_python_code_is_laid_out_as_ruff_would() -> None:
    finds_nothing([PYTHON_TOOLS / "ruff", "format", "--check", "--diff"])


def test_the_types_in_the_python_code_agree() -> None:
    finds_nothing([PYTHON_TOOLS / "basedpyright"])


def test_the_types_on_the_page_agree() -> None:
    finds_nothing([*node_tools.program("tsc"), "--project", TOOLS / "tsconfig.page.json"])


def test_the_types_in_the_workers_agree() -> None:
    finds_nothing([*node_tools.program("tsc"), "--project", TOOLS / "tsconfig.worker.json"])


def test_eslint_finds_nothing_to_mend_in_the_javascript() -> None:
    config = TOOLS / "eslint.config.js"
    finds_nothing([*node_tools.program("eslint"), "--config", config, "site"])


def test_scripts_and_styles_are_laid_out_as_prettier_would() -> None:
    config = TOOLS / "prettier.json"
    files = [*in_site("js", "css"), "tests/tools"]
    finds_nothing([*node_tools.program("prettier"), "--check", "--config", config, *files])


def test_the_html_is_valid(tmp_path: Path) -> None:
    config = TOOLS / "htmlvalidate.json"
    page = tmp_path / "index.html"
    page.write_text(pages.joined(places.SITE / "index.html"), encoding="utf-8")
    finds_nothing([*node_tools.program("html-validate"), "--config", config, page])
