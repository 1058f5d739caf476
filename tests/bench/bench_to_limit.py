"""The time to come within 1e-6 of the limit: plain EM, accelerated EM, scikit-learn.

    python3 build.py bench

All begin at the same parameters. Each runs until an iteration whose log-likelihood lies at most
1e-6 nats below the exact limit (tests/references), found beforehand; then exactly so many
iterations are timed, in turns. scikit-learn makes its own E- and M-steps, without its
regularisation.
"""

from __future__ import annotations

import csv
import json
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

import emkit

try:
    from sklearn.mixture import GaussianMixture
except ImportError:
    GaussianMixture = None

REFERENCES = Path(__file__).resolve().parents[1] / "references"
DATA = {
    "faithful": REFERENCES.parents[1] / "py" / "emkit" / "data" / "faithful.csv",
    "iris": REFERENCES / "iris.csv",
}
CASES = ("waiting_K3_unequal", "faithful2d_K3_tied", "faithful2d_K3_full", "iris_K3_full")
CLOSE = 1e-6
TURNS = 3


def main() -> None:
    """Print the table."""
    exact = json.loads((REFERENCES / "exact-runs.json").read_text(encoding="utf-8"))
    runs = {run["id"]: run for run in exact["runs"]}
    if GaussianMixture is None:
        print("scikit-learn is not installed in this environment: no ratios.")
    print(f"{'E-steps, ms':<22} {'plain':>17} {'accelerated':>17} {'sklearn':>17}")
    for name in CASES:
        print(row(runs[name]), flush=True)


def row(run: dict[str, Any]) -> str:
    """One line of the table."""
    x, start = observations(run), beginning(run)
    limit = float(run["limit"]["log_likelihood"])
    contenders = [emkit_run(x, run, start, limit, accelerate) for accelerate in (False, True)]
    if GaussianMixture is not None:
        contenders.append(sklearn_run(x, run, start, contenders[0][0]))
    times = [min(one) for one in zip(*(turn(contenders) for _ in range(TURNS)), strict=True)]
    cells = [
        f"{e_steps:>7,} {1e3 * seconds:>9.1f}"
        for (e_steps, _), seconds in zip(contenders, times, strict=True)
    ]
    return f"{run['id']:<22} " + " ".join(cells)


def turn(contenders: list[tuple[int, Callable[[], object]]]) -> list[float]:
    """The time that each takes, one after another."""
    times = []
    for _, work in contenders:
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return times


def emkit_run(
    x: np.ndarray, run: dict[str, Any], start: dict[str, Any], limit: float, accelerate: bool
) -> tuple[int, Callable[[], object]]:
    """The E-steps it takes, and the work of so many iterations."""

    def steps(most: int) -> Any:
        return emkit.iterate(
            x,
            len(start["weights"]),
            run["covariance"],
            start,
            tol=0,
            max_iter=most,
            accelerate=accelerate,
        )

    arrived = next(step for step in steps(10_000) if step.log_likelihood >= limit - CLOSE)

    def work() -> None:
        for _ in steps(arrived.iteration):
            pass

    return arrived.e_steps, work


def sklearn_run(
    x: np.ndarray, run: dict[str, Any], start: dict[str, Any], iterations: int
) -> tuple[int, Callable[[], object]]:
    """As many plain iterations as plain EM needs, in scikit-learn."""
    covariances = start["covariances"]
    if run["covariance"] == "tied" and covariances.ndim == 3:
        covariances = covariances[0]
    model = GaussianMixture(
        len(start["weights"]),
        covariance_type=run["covariance"],
        tol=0.0,
        reg_covar=0.0,
        max_iter=iterations,
        weights_init=start["weights"],
        means_init=start["means"],
        precisions_init=np.linalg.inv(covariances),
    )

    def work() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.fit(x)

    return iterations, work


def observations(run: dict[str, Any]) -> np.ndarray:
    """(n, d) the data of a run."""
    with DATA[run["data"]].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(one[name]) for name in run["columns"]] for one in rows])


def beginning(run: dict[str, Any]) -> dict[str, Any]:
    """The start of a run, as emkit takes it."""
    return {name: np.array(values, dtype=float) for name, values in run["start"].items()}


if __name__ == "__main__":
    main()
