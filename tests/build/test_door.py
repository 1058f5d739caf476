"""build.py understands what it is told, and fails in sentences."""

import runpy
import subprocess
import sys

import pytest

from build_tools import bench, places, testing


def build_py(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, places.ROOT / "build.py", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_help_names_every_command() -> None:
    text = build_py("--help").stdout
    assert all(command in text for command in ("serve", "test", "bench", "--no-browser"))


@pytest.mark.parametrize("words", [["sevre"], ["serve", "--prot", "1"], ["serve", "--port", "x"]])
def test_a_mistaken_command_is_an_error(words: list[str]) -> None:
    done = build_py(*words)
    assert done.returncode == 2
    assert "error: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_is_answered_in_sentences_with_exit_code_1() -> None:
    done = build_py("serve", "--port", "70000", "--no-browser")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-2:] == [
        "Port 70000 cannot be used: ports go from 0 to 65535.",
        "Choose another with --port, or leave --port out and a free one is found.",
    ]


def test_words_after_test_go_to_pytest_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(testing, "run", lambda words: given.extend(words) or 5)
    door = runpy.run_path(str(places.ROOT / "build.py"))
    words = ["tests/py", "-k", "wheel or dist", "--maxfail=1", "-x", "tests/build"]
    assert door["main"](["test", *words]) == 5
    assert given == words


def test_the_surroundings_do_not_change_how_the_tests_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--maxfail=1")
    monkeypatch.setenv("PYTHONWARNINGS", "ignore")
    assert not {"PYTEST_ADDOPTS", "PYTHONWARNINGS"} & testing.surroundings().keys()


@pytest.mark.parametrize("words", [[], ["--short"]])
def test_bench_is_told_whether_to_be_short(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(bench, "run", lambda words: given.extend(words) or 3)
    door = runpy.run_path(str(places.ROOT / "build.py"))
    assert door["main"](["bench", *words]) == 3
    assert given == words
