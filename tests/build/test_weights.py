"""What a first visit weighs is listed, and a build that weighs too much is none."""

import json
import random
from pathlib import Path

import pytest

from build_tools import budget, esbuild, runtime, weights
from build_tools.pins import RUNTIME_FILES
from build_tools.report import BuildError
from build_tools.weights import ENGINE, LATER, PAGE

EDITION = "edition-0123456789abcdef"
PAGE_TEXT = f'<link rel="stylesheet" href="{EDITION}/styles/page.css">\n'


def noise(size: int) -> bytes:
    """Bytes that nothing makes shorter."""
    return random.Random(size).randbytes(size)


@pytest.fixture(autouse=True)
def sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where sizes are kept in these tests."""
    monkeypatch.setattr(weights, "SIZES", tmp_path / "sizes.json")
    return tmp_path / "sizes.json"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A small dist/ whose files are as large as their names say, beside a published engine."""
    contents = {
        "index.html": PAGE_TEXT.encode(),
        "icons/icon.png": noise(30),
        f"{EDITION}/styles/page.css": noise(100),
        f"{EDITION}/first-result.json": b" " * 10_000,
        f"{EDITION}/js/engine/late.js": noise(40),
        f"{EDITION}/js/engine/worker.js": noise(50),
        f"{EDITION}/runtime/python.wasm": noise(60),
        f"{EDITION}/runtime/extra.whl": noise(70),
        f"{EDITION}/runtime/manifest.json": json.dumps({"on_demand": ["extra.whl"]}).encode(),
    }
    for name, content in contents.items():
        (tmp_path / "dist" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "dist" / name).write_bytes(content)
    for file in RUNTIME_FILES:
        (tmp_path / file.name).write_bytes(noise(1000))
    return tmp_path / "dist"


def test_every_file_counts_for_the_part_of_a_visit_that_needs_it(made: Path) -> None:
    parts = weights.weigh(made, made.parent).parts
    assert set(parts[PAGE]) == {"html", "css", "json"}
    assert set(parts[ENGINE]) == {"js", "wasm", "json"}
    assert (parts[ENGINE]["js"], parts[ENGINE]["wasm"]) == (50, 60)
    assert parts[LATER] == {"js": 40, "whl": 70, "png": 30}


def test_a_file_weighs_what_gzip_makes_of_it_or_what_it_is(made: Path) -> None:
    page = weights.weigh(made, made.parent).parts[PAGE]
    assert page["json"] < 100
    assert page["css"] == 100


def test_the_size_of_a_large_file_is_found_once(
    made: Path, sizes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wasm = made / EDITION / "runtime" / "python.wasm"
    wasm.write_bytes(b" " * (weights.LARGE + 1))
    first = weights.weigh(made, made.parent)
    assert len(json.loads(sizes.read_text())) == 1
    measured = []
    monkeypatch.setattr(weights, "on_the_wire", lambda path: measured.append(path) or 1)
    assert weights.weigh(made, made.parent).parts[ENGINE]["wasm"] == first.parts[ENGINE]["wasm"]
    assert wasm not in measured


def test_too_heavy_a_page_ends_the_build_in_a_sentence(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "PAGE_LIMIT", 100)
    with pytest.raises(BuildError, match=r"The page weighs 0\.\d KB before the engine") as raised:
        budget.hold(made, made.parent, is_binding=True)
    assert "budget.py" in raised.value.remedy


def test_too_heavy_an_engine_does_too(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "ENGINE_LIMIT", 0.01)
    with pytest.raises(BuildError, match=r"The engine weighs \d\.\d% of the published one"):
        budget.hold(made, made.parent, is_binding=True)


def test_without_esbuild_the_budget_only_warns(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(budget, "PAGE_LIMIT", 100)
    budget.hold(made, made.parent, is_binding=False)
    said = capsys.readouterr().err
    assert "page before the engine: 0." in said
    assert "The page weighs" in said


def test_the_lab_is_within_its_budget(dist: Path) -> None:
    assert esbuild.program() is not None
    assert budget.excesses(weights.weigh(dist, runtime.FOLDER)) == []
