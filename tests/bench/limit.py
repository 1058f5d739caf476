"""The way to within 1e-6 of the limit: plain EM, accelerated EM, scikit-learn.

All begin at the same parameters. emkit runs until an iteration whose log-likelihood lies at most
1e-6 nats below the exact limit (tests/references), found beforehand; then exactly so many
iterations are timed. scikit-learn makes as many E- and M-steps as plain EM, without its
regularisation.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

import emkit

CLOSE = 1e-6
METHODS = ("plain", "accelerated", "scikit-learn")

Run = dict[str, Any]  # x, covariance, start, limit: plain data


def seconds(method: str, run: Run) -> tuple[int, float]:
    """How many E-steps the way takes, and how long."""
    prepare = peer_run if method == "scikit-learn" else emkit_run
    e_steps, work = prepare(method, run)
    begun = time.perf_counter()
    work()
    return e_steps, time.perf_counter() - begun


def emkit_run(method: str, run: Run) -> tuple[int, Callable[[], object]]:
    """emkit's way."""
    x, start = np.array(run["x"]), beginning(run)

    def steps(most: int) -> Any:
        return emkit.iterate(
            x, len(start["weights"]), run["covariance"], start,
            tol=0, max_iter=most, accelerate=method == "accelerated",
        )  # fmt: skip

    iterations, e_steps = arrival(run["id"], method, lambda: steps(10_000), run["limit"])
    return e_steps, lambda: [None for _ in steps(iterations)]


_arrivals: dict[tuple[str, str], tuple[int, int]] = {}


def arrival(name: str, method: str, steps: Callable[[], Any], limit: float) -> tuple[int, int]:
    """At which iteration, after how many E-steps, a run is close to its limit."""
    if (name, method) not in _arrivals:
        step = next(step for step in steps() if step.log_likelihood >= limit - CLOSE)
        _arrivals[name, method] = (step.iteration, step.e_steps)
    return _arrivals[name, method]


def peer_run(_: str, run: Run) -> tuple[int, Callable[[], object]]:
    """scikit-learn's way."""
    from sklearn.mixture import GaussianMixture

    iterations, _ = emkit_run("plain", run)
    start = beginning(run)
    covariances = start["covariances"]
    if run["covariance"] == "tied" and covariances.ndim == 3:
        covariances = covariances[0]
    model = GaussianMixture(
        len(start["weights"]), covariance_type=run["covariance"], tol=0.0, reg_covar=0.0,
        max_iter=iterations, weights_init=start["weights"], means_init=start["means"],
        precisions_init=np.linalg.inv(covariances),
    )  # fmt: skip
    x = np.array(run["x"])

    def work() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it has not converged: tol is zero
            model.fit(x)

    return iterations, work


def beginning(run: Run) -> dict[str, np.ndarray]:
    """The start of a run, as emkit takes it."""
    return {name: np.array(values, dtype=float) for name, values in run["start"].items()}
