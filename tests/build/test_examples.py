"""What the page shows first is computed once for each state of emkit, and is always JSON."""

import json
import sys
from pathlib import Path

import pytest

from build_tools import environment, examples, places
from build_tools.report import BuildError
from build_tools.wheel import Wheel

PACKAGE = Wheel("toy-1.0-py3-none-any.whl", "1.0", b"the package")


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package `toy` that prints what the file holds, in place of emkit."""
    (tmp_path / "toy.py").write_text("print(open('{}').read())".format(tmp_path / "printed"))
    monkeypatch.setattr(
        examples, "DOCUMENTS", {"toy.json": ["toy"], "texts/toy.csv": ["toy", "as", "csv"]}
    )
    monkeypatch.setattr(examples, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(places, "PYTHON_SOURCES", tmp_path)
    monkeypatch.setattr(environment, "ensure", lambda _: Path(sys.executable))
    return tmp_path / "printed"


def test_a_document_is_what_the_module_prints(printed: Path) -> None:
    printed.write_text('{"fit": 1.5}')
    assert json.loads(examples.make(PACKAGE)["toy.json"]) == {"fit": 1.5}


def test_a_text_that_is_no_json_is_taken_as_it_is(printed: Path) -> None:
    printed.write_text("1")
    assert examples.make(PACKAGE)["texts/toy.csv"] == b"1\n"


def test_it_is_computed_again_only_for_another_package(printed: Path) -> None:
    printed.write_text("1")
    examples.make(PACKAGE)
    printed.write_text("2")
    assert json.loads(examples.make(PACKAGE)["toy.json"]) == 1
    changed = Wheel(PACKAGE.name, PACKAGE.version, b"the package, changed")
    assert json.loads(examples.make(changed)["toy.json"]) == 2


@pytest.mark.parametrize("text", ['{"mean": NaN}', "[Infinity]", "Done.", ""])
def test_what_a_browser_could_not_read_is_refused(printed: Path, text: str) -> None:
    printed.write_text(text)
    with pytest.raises(BuildError, match="did not print JSON"):
        examples.make(PACKAGE)
    assert not (examples.FOLDER / "toy.json").exists()


def test_a_module_that_fails_is_quoted(printed: Path) -> None:
    printed.unlink(missing_ok=True)
    with pytest.raises(BuildError, match="FileNotFoundError"):
        examples.make(PACKAGE)
