"""The benchmarks measure what they say: everybody does the same, everywhere, and is drawn."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from playwright.sync_api import Browser

from bench import claims, iteration, limit, picture, rounds, sides, table, textbook, weight
from bench.problems import Problem, made
from build_tools import bench
from emkit.families.gaussian import GaussianParams

SMALL = Problem(500, 2, 3)


@pytest.fixture(scope="module", autouse=True)
def floor() -> None:
    """The floor, compiled."""
    bench.compile_floor()


def close(one: GaussianParams, weights: Any, means: Any, covariances: Any) -> bool:
    pairs = [(one.weights, weights), (one.means, means), (one.covariances, covariances)]
    return all(np.allclose(mine, theirs, rtol=1e-9, atol=1e-12) for mine, theirs in pairs)


def test_all_contenders_take_the_same_step() -> None:
    ours: Any = iteration.emkit(SMALL)()
    in_numpy: Any = iteration.emkit_in_numpy(SMALL)()
    _, book = textbook.iterate(made(SMALL).x, tuple(vars(made(SMALL)).values())[1:])
    assert close(ours, in_numpy.weights, in_numpy.means, in_numpy.covariances)
    assert close(ours, *book)
    peer: Any = iteration.sklearn(SMALL)()
    # It adds 1e-6 to the variances.
    assert close(ours, peer.weights_, peer.means_, peer.covariances_ - 1e-6 * np.eye(2))


def test_the_floor_reads_every_number() -> None:
    from bench import floor

    x, problem = made(Problem(512, 3, 2)).x, Problem(512, 3, 2)
    before = floor.prepare(problem)()
    x[100, 2] += 1.0
    assert floor.prepare(problem)() != before
    x[100, 2] -= 1.0


def test_one_iteration_of_everybody_is_timed() -> None:
    found = rounds.iterations(SMALL, [(sides.Native(), name) for name in rounds.ALL], turns=2)
    assert set(found) == {f"{name} natively" for name in rounds.ALL}
    assert all(seconds > 0.0 for seconds in found.values())


def test_the_way_to_the_limit_is_as_long_as_the_references_say() -> None:
    native = sides.Native()
    [run] = [one for one in _approaches(native) if one["run"] == "iris_K3_full"]
    steps = {name: run["e_steps"][f"{name} natively"] for name in limit.METHODS}
    assert steps["plain"] == steps["scikit-learn"] > steps["accelerated"] > 1


def _approaches(side: sides.Side) -> list[dict[str, Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "APPROACHES", ("iris_K3_full",))
        return rounds.approaches([side], turns=1)


@pytest.fixture
def tab(browser: Browser, tmp_path: Path) -> Iterator[sides.Tab]:
    """A tab without peers, which take long to load."""
    with sides.tab(browser, tmp_path / "tab", []) as opened:
        yield opened


def test_the_tab_measures_emkit_with_its_kernel(tab: sides.Tab) -> None:
    assert tab.ask({"about": "engine"}) == "kernel (C, SIMD)"
    entries: list[rounds.Entry] = [(tab, "emkit"), (tab, "textbook NumPy"), (tab, "floor")]
    found = rounds.iterations(SMALL, entries, turns=1)
    assert all(seconds > 0.0 for seconds in found.values())


# --- what is made of the numbers ---------------------------------------------------------------


@pytest.fixture
def results() -> dict[str, Any]:
    """Round numbers."""
    tab = {"emkit in the tab": 0.01, "scikit-learn in the tab": 0.2, "floor in the tab": 0.006}
    seconds = {**tab, "emkit natively": 0.005, "scikit-learn natively": 0.07}
    part = {"problem": rounds.LARGE.as_dict(), "seconds": seconds}
    visits = {
        "minimal page, first visit": 4.0,
        "emkit, first visit": 2.0,
        "emkit, second visit": 1.0,
    }
    return {
        "large": part,
        "wide": part,
        "limit": [{"run": "a run", "e_steps": tab, "seconds": tab}],
        "growth": {"n": [part, {**part, "problem": rounds.WIDE.as_dict()}]},
        "startup": visits,
        "weight": {"emkit's page": 90_000, "emkit's engine": 6, "Pyodide, NumPy and micropip": 10},
    }


def test_a_claim_is_judged_by_the_measured_ratio(results: dict[str, Any]) -> None:
    judged = claims.judge(results)
    assert [one["measured"] for one in judged] == [
        7.0,
        20.0,
        1.667,
        7.0,
        14.0,
        0.5,
        0.25,
        0.6,
        90.0,
    ]
    assert [one["what"] for one in judged if not one["holds"]] == [claims.CLAIMS[0].what]


def test_the_table_tells_what_was_missed(results: dict[str, Any]) -> None:
    text = "\n".join(table.lines({**results, "claims": claims.judge(results)}))
    [missed] = [line for line in text.splitlines() if "missed" in line]
    assert missed.split()[-4:] == [">=", "8.0", "7.00", "missed"]
    assert "emkit natively" in text


def test_the_weights_of_page_and_engine_are_those_of_the_build(dist: Path) -> None:
    found = weight.measure(dist)
    assert 0 < found["emkit's page"] < found["emkit's engine"]


def test_the_drawing_is_svg_and_names_everybody(results: dict[str, Any]) -> None:
    root = ElementTree.fromstring(picture.drawn(results))
    texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert set(results["large"]["seconds"]) <= set(texts)
