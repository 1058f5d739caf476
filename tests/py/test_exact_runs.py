"""EM from stated starts, against the same runs at 50 digits (tests/references/)."""

from __future__ import annotations

import csv
import json
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.covariance import structure
from emkit.data.binned import Binned
from emkit.data.datasets import faithful
from references import exact_em
from references.exact_em import mpf

pytestmark = pytest.mark.usefixtures("each_engine")

REFERENCES = Path(__file__).resolve().parents[1] / "references"
EXACT = json.loads((REFERENCES / "exact-runs.json").read_text(encoding="utf-8"))
RUNS = {run["id"]: run for run in EXACT["runs"]}

# The issue asks for 1e-9; what is left is rounding in sums of 272 terms, 3e-13 when written.
CLOSE = 1e-11

every_run = pytest.mark.parametrize("name", list(RUNS))


def rows(run: dict[str, Any]) -> Any:
    """The data of a run."""
    if run["data"] == "faithful":
        return faithful()[:, [["eruptions", "waiting"].index(one) for one in run["columns"]]]
    with (REFERENCES / "iris.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    return np.array([[float(row[column]) for column in run["columns"]] for row in table])


def numbers(nested: Any) -> Any:
    """Text with 25 digits as doubles."""
    return np.array(nested, dtype=np.float64)


def start_of(run: dict[str, Any]) -> dict[str, Any]:
    """The start as emkit takes it."""
    return {key: numbers(value) for key, value in run["start"].items()}


def fitted(run: dict[str, Any], **options: Any) -> Any:
    """emkit's run from the same start."""
    return emkit.fit(
        rows(run), components=len(run["start"]["weights"]), covariance=run["covariance"],
        start=start_of(run), **options,
    )  # fmt: skip


def assert_same_params(found: Any, exact: dict[str, Any], covariance: str, close: float) -> None:
    """Weights, means and covariances agree, relatively and absolutely, to ``close``."""
    kept = structure(covariance).from_full(numbers(exact["covariances"]))
    np.testing.assert_allclose(found.weights, numbers(exact["weights"]), rtol=close, atol=close)
    np.testing.assert_allclose(found.means, numbers(exact["means"]), rtol=close, atol=close)
    np.testing.assert_allclose(found.covariances, kept, rtol=close, atol=close)


@every_run
def test_every_iteration_agrees_with_50_digits(name: str) -> None:
    run = RUNS[name]
    found = fitted(run, tol=0, max_iter=100)
    assert list(run["log_likelihoods"]) == ["0", "1", "2", "3", "5", "10", "20", "50", "100"]
    for iteration, exact in run["log_likelihoods"].items():
        assert found.steps[int(iteration)].log_likelihood == pytest.approx(
            float(exact), rel=1e-14, abs=CLOSE
        )
    for iteration, exact in run["params"].items():
        # A parameter moves freely where the likelihood is flat: rounding of the log-likelihood
        # becomes the root of that in the worst direction, though never did so much as this.
        assert_same_params(found.steps[int(iteration)].params, exact, run["covariance"], 1e-9)


@every_run
def test_the_limit_and_its_criteria_agree_with_50_digits(name: str) -> None:
    run = RUNS[name]
    limit = run["limit"]
    found = fitted(run, tol=0, max_iter=limit["iterations"])
    assert found.log_likelihood == pytest.approx(float(limit["log_likelihood"]), abs=CLOSE)
    assert found.model.n_free == limit["n_free"]
    assert found.aic == pytest.approx(float(limit["aic"]), abs=2 * CLOSE)
    assert found.bic == pytest.approx(float(limit["bic"]), abs=2 * CLOSE)
    assert_same_params(found.params, limit, run["covariance"], 1e-6)


def test_observation_weights_agree_with_50_digits() -> None:
    run = EXACT["weighted"]
    start = start_of(run)
    found = emkit.fit(
        faithful()[:, 1], start=start, sample_weight=run["weights"], tol=0,
        max_iter=run["limit"]["iterations"],
    )  # fmt: skip
    for iteration, exact in run["log_likelihoods"].items():
        assert found.steps[int(iteration)].log_likelihood == pytest.approx(float(exact), abs=CLOSE)
    assert found.log_likelihood == pytest.approx(float(run["limit"]["log_likelihood"]), abs=CLOSE)
    assert_same_params(found.params, run["limit"], "full", 1e-7)


def test_counts_in_bins_agree_with_50_digits() -> None:
    run = EXACT["binned"]
    edges = [-np.inf, *run["edges"][1:-1], np.inf]
    found = emkit.fit(
        Binned(edges, run["counts"]), start=start_of(run), tol=0,
        max_iter=run["limit"]["iterations"],
    )  # fmt: skip
    for iteration, exact in run["log_likelihoods"].items():
        assert found.steps[int(iteration)].log_likelihood == pytest.approx(float(exact), abs=CLOSE)
    assert found.log_likelihood == pytest.approx(float(run["limit"]["log_likelihood"]), abs=CLOSE)
    assert_same_params(found.params, run["limit"], "full", 1e-6)


@pytest.mark.parametrize("name", ["waiting_K2_unequal", "faithful2d_K3_tied", "iris_K2_full"])
def test_the_file_holds_what_an_exact_computation_gives(name: str) -> None:
    run = RUNS[name]
    start = exact_em.Params(
        [mpf(one) for one in run["start"]["weights"]],
        [[mpf(one) for one in mean] for mean in run["start"]["means"]],
        [[[mpf(one) for one in row] for row in matrix] for matrix in run["start"]["covariances"]],
    )
    data = [[mpf(repr(float(value))) for value in row] for row in rows(run)]
    steps = exact_em.of_rows(data, [mpf(1)] * len(data), run["covariance"])
    for iteration, (params, value) in enumerate(islice(exact_em.iterate(start, *steps), 3)):
        assert abs(value - mpf(run["log_likelihoods"][str(iteration)])) < mpf("1e-20")
        if str(iteration) in run["params"]:
            kept = run["params"][str(iteration)]["means"]
            for mean, exact in zip(params.means, kept, strict=True):
                assert all(abs(m - mpf(e)) < mpf("1e-21") for m, e in zip(mean, exact, strict=True))
