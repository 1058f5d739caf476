"""Everything that is measured in one run: who, on which problems, in which order."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import limit
from bench.problems import Problem
from bench.sides import Side
from build_tools.report import say

REFERENCES = Path(__file__).resolve().parents[1] / "references"
DATA = {
    "faithful": REFERENCES.parents[1] / "py" / "emkit" / "data" / "faithful.csv",
    "iris": REFERENCES / "iris.csv",
}
APPROACHES = ("waiting_K3_unequal", "faithful2d_K3_tied", "faithful2d_K3_full", "iris_K3_full")

LARGE, WIDE = Problem(1_000_000, 1, 2), Problem(100_000, 10, 5)
ALL = ("emkit", "emkit in NumPy", "scikit-learn", "textbook NumPy", "floor")
OF_NPM = ("expectation-maximization", "gaussian-mixture-model")
GROWING = ("emkit", "scikit-learn")

# Whoever takes longer than this for an iteration is asked twice only.
SLOW = 2.0
AT_LEAST = 0.05


@dataclass(frozen=True)
class Series:
    """What grows, and the problems it grows through."""

    what: str
    problems: tuple[Problem, ...]


GROWTH = (
    Series("n", tuple(Problem(10**power, 1, 2) for power in range(3, 8))),
    Series("d", tuple(Problem(100_000, d, 2) for d in (1, 2, 4, 8, 16, 32))),
    Series("k", tuple(Problem(100_000, 2, k) for k in (1, 2, 4, 8, 16))),
)
MOST_FOR_PEERS_IN_A_TAB = 1_000_000  # rows; its memory ends at 4 GB

Entry = tuple[Side, str]


def key(side: Side, contender: str) -> str:
    """Under which name a time is kept."""
    return f"{contender} {side.name}"


def iterations(problem: Problem, entries: Sequence[Entry], turns: int) -> dict[str, float]:
    """The least seconds of an iteration of each, who take turns."""
    best: dict[str, float] = {}
    for turn in range(turns):
        for side, contender in entries:
            name = key(side, contender)
            if turn > 1 and best[name] > SLOW:
                continue
            question = {"problem": problem.as_dict(), "contender": contender}
            spent = side.ask({"about": "iteration", "at_least": AT_LEAST, **question})
            best[name] = min(spent, best.get(name, spent))
    return best


def growth(series: Series, sides: Iterable[Side], turns: int) -> list[dict[str, Any]]:
    """The same along a series, for emkit and scikit-learn."""
    found = []
    for problem in series.problems:
        say(f"  {problem}")
        entries = [
            (side, contender)
            for side in sides
            for contender in GROWING
            if contender == "emkit"
            or side.name == "natively"
            or problem.n <= MOST_FOR_PEERS_IN_A_TAB
        ]
        found.append({"problem": problem.as_dict(), "seconds": iterations(problem, entries, turns)})
    return found


def approaches(sides: Sequence[Side], turns: int) -> list[dict[str, Any]]:
    """E-steps and seconds to within 1e-6 of the limit."""
    exact = json.loads((REFERENCES / "exact-runs.json").read_text(encoding="utf-8"))
    runs = {run["id"]: run for run in exact["runs"]}
    return [approach(question_of(runs[name]), sides, turns) for name in APPROACHES]


def approach(run: dict[str, Any], sides: Sequence[Side], turns: int) -> dict[str, Any]:
    """One of them."""
    say(f"  {run['id']}")
    e_steps: dict[str, int] = {}
    best: dict[str, float] = {}
    for _ in range(turns):
        for side in sides:
            for method in limit.METHODS:
                question = {"about": "limit", "contender": method, "run": run}
                name = key(side, method)
                e_steps[name], spent = side.ask(question)
                best[name] = min(spent, best.get(name, spent))
    return {"run": run["id"], "e_steps": e_steps, "seconds": best}


def question_of(run: dict[str, Any]) -> limit.Run:
    """A run of the references as plain numbers."""
    with DATA[run["data"]].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        "id": run["id"],
        "x": [[float(one[name]) for name in run["columns"]] for one in rows],
        "covariance": run["covariance"],
        "start": {name: plain(values) for name, values in run["start"].items()},
        "limit": float(run["limit"]["log_likelihood"]),
    }


def plain(values: Any) -> Any:
    """Numbers that the references keep as text."""
    return [plain(one) for one in values] if isinstance(values, list) else float(values)
