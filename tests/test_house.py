"""The plan of the code holds: imports point down, rooms stay apart, files stay short.

A new module fails here until it is given its place below; that is the moment to think where it
belongs.
"""

import graphlib
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from build_tools import places
from support.imports import js_imports, python_imports, python_module

PY = places.PYTHON_SOURCES
JS = places.SITE / "js"

# A module imports lower floors, and on its own floor only what is named before it.
FLOORS = {
    "ground": ["version", "words", "work", "errors", "numerics", "normal", "chi_square"],
    "contract": [
        "moments",
        "kernel",
        "kernel.library",
        "kernel.threads",
        "kernel.mixture",
        "kernel.self_test",
        "kernel.choice",
        "covariance",
        "data",
        "data.sample_weights",
        "data.observations",
        "data.binned",
        "kmeans",
        "hierarchical",
        "export",
        "model",
        "trace",
        "stopping",
        "options",
        "data.scaling",
        "data.principal",
    ],
    "families": [
        "families",
        "families.distribution",
        "families.packing",
        "families.mixture",
        "families.gaussian",
        "families.binned",
        "families.score",
    ],
    "engine": ["engine", "squarem", "collapse"],
    "studies": [
        "starts.cells",
        "starts.spreads",
        "starts.given",
        "starts.shares",
        "starts.strategies",
        "starts.splits",
        "starts",
        "spurious",
        "maxima",
        "restarts",
        "problem",
        "fits",
        "uncertainty",
        "clusters",
        "matching",
        "agreement",
        "resampling",
        "selection",
        "selection.criteria",
        "selection.growing",
        "selection.cross_validation",
        "selection.likelihood_ratio",
        "selection.comparison",
        "data.commas",
        "data.culprits",
        "data.header",
        "data.number_cells",
        "data.parse",
        "data.datasets",
        "data.dialect",
        "data.cells",
        "data.column_summary",
        "data.table",
        "data.source",
        "data.lines",
        "data.regular",
        "data.reading",
        "data.layout",
        "data.labels",
        "data.choice",
        "data.suggestion",
        "data.opening",
        "data.generate",
        "catalogue",
        "spreadsheet",
        "script",
        "latex",
        "pictures",
        "pictures.bars",
        "pictures.curves",
        "pictures.ellipses",
        "pictures.field",
        "pictures.marginals",
        "pictures.planes",
        "pictures.uniformity",
        "worked",
    ],
    "doors": [
        "functional",
        "estimators.mishaps",
        "estimators.parameters",
        "estimators.inputs",
        "estimators.runs",
        "estimators.groups",
        "estimators.beginnings",
        "estimators.draws",
        "estimators.talk",
        "estimators.gaussian_mixture",
        "estimators",
        "",  # emkit itself: the public names
        "bridge.task",
        "bridge.shelf",
        "bridge.desk",
        "bridge.kept",
        "bridge.scenes",
        "bridge.framing",
        "bridge.reporting",
        "bridge.describing",
        "bridge.reading",
        "bridge.starting",
        "bridge.fitting",
        "bridge.drawing",
        "bridge.errors",
        "bridge.exporting",
        "bridge.scripting",
        "bridge.working",
        "bridge.studies",
        "bridge.besides",
        "bridge.pen",
        "bridge.mishap",
        "bridge.programs",
        "bridge.library",
        "bridge.waking",
        "bridge.commands",
        "bridge",
        "bridge.samples",
        "bridge.catalogue",
        "bridge.first_result",
        "bridge.guide_figure",
        "bridge.guide_numbers",
        "bridge.experiments",
        "cli",
        "cli.arguments",
        "cli.reading",
        "cli.progress",
        "cli.saved",
        "cli.show",
        "cli.commands",
        "__main__",
    ],
}
WINGS = ("families", "engine")  # side by side: neither imports the other
ORDER = [module for modules in FLOORS.values() for module in modules]
FLOOR_OF = {module: floor for floor, modules in FLOORS.items() for module in modules}

# What the modules of a room may import besides each other.
ROOMS = {
    "lib": set(),
    "state": {"lib"},
    "charts": {"lib"},
    "engine": {"lib"},
    "worker": {"lib", "engine"},
    "panels": {"lib", "state", "charts"},
    "app": {"lib", "state", "engine"},
    "mounting": {"lib", "state", "charts", "panels", "app"},
    "main": {"state", "app", "mounting"},
}
IMPURE = r"\b(document|window|fetch|localStorage|setTimeout|Date|Math\.random|postMessage)\b"


def emkit_modules() -> dict[str, Path]:
    """Every module of emkit by its name without `emkit.`"""
    return {inner(python_module(path, PY)): path for path in places.PACKAGE.rglob("*.py")}


def inner(module: str) -> str:
    """The module's name within emkit."""
    return module.removeprefix("emkit").removeprefix(".")


def imports_of_emkit(path: Path) -> set[str]:
    """Which modules of emkit a module imports."""
    names = {name for name in python_imports(path, PY) if name.split(".")[0] == "emkit"}
    return {inner(name) for name in names}


def may_import(module: str, other: str) -> bool:
    """Whether the plan allows it; what has no place yet is another test's matter."""
    if not {module, other} <= FLOOR_OF.keys():
        return True
    apart = {FLOOR_OF[module], FLOOR_OF[other]} == set(WINGS)
    return ORDER.index(other) < ORDER.index(module) and not apart


def room_of(path: Path) -> str:
    """The room of a JavaScript module."""
    parts = path.relative_to(JS).with_suffix("").parts
    return "worker" if parts[:2] == ("engine", "worker") else parts[0]


def js_modules() -> list[Path]:
    """Every module of the page and its worker."""
    return sorted(JS.rglob("*.js"))


def imported_files(path: Path) -> set[Path]:
    """The files that a JavaScript module imports."""
    return {(path.parent / name).resolve() for name in js_imports(path)}


def exports_values(path: Path) -> bool:
    """Whether a JavaScript module is more than type definitions."""
    return bool(re.search(r"^export (?!\{\})", path.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_module_of_emkit_has_exactly_one_place_in_the_plan() -> None:
    assert Counter(ORDER) == Counter(emkit_modules().keys())


@pytest.mark.parametrize("module", sorted(emkit_modules()))
def test_a_module_of_emkit_imports_only_what_lies_below_it(module: str) -> None:
    imported = imports_of_emkit(emkit_modules()[module])
    assert [other for other in sorted(imported) if not may_import(module, other)] == []


def test_emkit_needs_nothing_but_numpy() -> None:
    paths = emkit_modules().values()
    imported = {name.split(".")[0] for path in paths for name in python_imports(path, PY)}
    assert imported - sys.stdlib_module_names == {"emkit", "numpy"}


def test_the_build_tools_need_nothing_but_python() -> None:
    imported = {*python_imports(places.ROOT / "build.py", places.ROOT)}
    for path in (PY / "build_tools").glob("*.py"):
        imported |= {*python_imports(path, PY)}
    packages = {name.split(".")[0] for name in imported}
    assert packages - sys.stdlib_module_names == {"build_tools"}


@pytest.mark.parametrize("path", js_modules(), ids=lambda path: str(path.relative_to(JS)))
def test_a_module_of_the_page_imports_only_rooms_it_may(path: Path) -> None:
    allowed = ROOMS[room_of(path)] | {room_of(path)}
    assert [other for other in imported_files(path) if room_of(other) not in allowed] == []


def test_imports_between_javascript_files_are_relative_and_name_the_file() -> None:
    imported = {name for path in js_modules() for name in js_imports(path)}
    assert [name for name in imported if not re.fullmatch(r"\.\.?/.*\.js", name)] == []


def test_javascript_modules_import_each_other_in_no_circle() -> None:
    graph = {path: imported_files(path) for path in js_modules()}
    graphlib.TopologicalSorter(graph).prepare()  # raises CycleError, naming the circle


def test_every_javascript_module_is_reached_from_the_page_or_the_worker() -> None:
    waiting = [JS / "main.js", JS / "engine" / "worker.js"]
    reached = set(waiting)
    while waiting:
        found = imported_files(waiting.pop()) - reached
        reached |= found
        waiting += found
    assert [path for path in js_modules() if exports_values(path) and path not in reached] == []


@pytest.mark.parametrize(
    "path", sorted((JS / "state").rglob("*.js")), ids=lambda path: str(path.relative_to(JS))
)
def test_the_heart_of_the_page_touches_nothing_outside_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
    assert re.findall(IMPURE, code) == []


def test_no_source_file_is_longer_than_400_lines() -> None:
    folders = (PY, places.SITE, places.ROOT / "tests")
    paths = [path for folder in folders for path in folder.rglob("*.*")]
    sources = [path for path in paths if path.suffix in {".py", ".js", ".css"}]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    assert {path: length for path, length in lengths.items() if length > 400} == {}
