"""The loop: its pace, its ends, its gains."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

import emkit
from emkit import engine
from emkit.data.datasets import faithful
from emkit.model import Expectation, Flaw, Model
from emkit.trace import Status

WAITING = faithful()[:, 1]
START = {"weights": [0.5, 0.5], "means": [55, 80], "standard_deviations": [5, 5]}


@dataclass(frozen=True)
class Halving(Model[float, None]):
    """A model of nothing: the log-likelihood is -x, and every iteration halves x."""

    lowest: float = 0.0
    calls: Any = None

    n_free = 1

    def e_step(self, params: float, data: None) -> Expectation:  # noqa: ARG002
        if self.calls is not None:
            self.calls.append(params)
        return Expectation(-params, params)

    def m_step(self, expectation: Expectation) -> float:
        return expectation.statistics / 2.0

    def check(self, params: float) -> Flaw | None:
        return Flaw(0, "component 1 is too low.", "Aim higher.") if params < self.lowest else None

    def pack(self, params: float) -> Any:
        return np.array([params])

    def unpack(self, vector: Any) -> float:
        return float(vector[0])

    def sample(self, params: float, n: int, rng: Any) -> Any:
        raise NotImplementedError


def run(model: Model[float, None], start: float = 8.0, **options: Any) -> list[Any]:
    return list(engine.iterate(model, None, start, n=10.0, **options))


def test_steps_are_the_start_and_each_iteration_after_it() -> None:
    steps = run(Halving(), tol=0.0, max_iter=3)
    assert [step.iteration for step in steps] == [0, 1, 2, 3]
    assert [step.params for step in steps] == [8.0, 4.0, 2.0, 1.0]
    assert [step.log_likelihood for step in steps] == [-8.0, -4.0, -2.0, -1.0]
    assert [step.gain for step in steps[1:]] == [4.0, 2.0, 1.0]
    assert math.isnan(steps[0].gain)
    assert [step.e_steps for step in steps] == [1, 2, 3, 4]


def test_a_gain_per_observation_below_the_tolerance_ends_a_run() -> None:
    last = run(Halving(), tol=0.15)[-1]
    assert (last.status, last.iteration, last.gain) == (Status.CONVERGED, 3, 1.0)
    assert last.message == (
        "Converged after 3 iterations: the last one gained 0.1 in log-likelihood per "
        "observation, less than the tolerance 0.15."
    )


def test_the_limit_ends_a_run_and_says_what_was_still_gained() -> None:
    last = run(Halving(), tol=1e-6, max_iter=1)[-1]
    assert last.status is Status.ITERATION_LIMIT
    assert last.message == (
        "Reached the limit of 1 iteration before converging: the last one still gained 0.4 in "
        "log-likelihood per observation (tolerance 1e-6). Allow more iterations to go on."
    )


def test_a_flaw_ends_a_run_at_the_last_sound_step() -> None:
    steps = run(Halving(lowest=3.0), tol=0.0)
    assert [step.params for step in steps] == [8.0, 4.0]
    assert steps[-1].status is Status.COLLAPSED
    assert steps[-1].message == "Stopped after 1 iteration: component 1 is too low. Aim higher."


def test_a_log_likelihood_that_is_no_number_fails() -> None:
    [only] = run(Halving(), start=math.inf)
    assert only.status is Status.FAILED
    assert only.message.startswith("Stopped after 0 iterations: an observation lies so far")


def test_nothing_is_computed_before_it_is_asked_for() -> None:
    calls: list[float] = []
    steps = engine.iterate(Halving(calls=calls), None, 8.0, n=1.0)
    assert calls == []
    next(steps)
    next(steps)
    assert calls == [8.0, 4.0]


def test_every_end_is_a_sentence() -> None:
    for status in Status:
        assert status.value.endswith(".")
        assert status.code == status.code.lower()


def test_equal_components_stay_at_the_saddle_as_was_foretold() -> None:
    start = {"weights": [0.3, 0.7], "means": [70, 70], "standard_deviations": [10, 10]}
    found = emkit.fit(WAITING, start=start)
    assert found.status is Status.CONVERGED
    assert found.params.means[0] == found.params.means[1]
    assert found.notices[0].startswith("Components 1 and 2 start with equal means")


def test_the_known_path_of_old_faithful() -> None:
    found = emkit.fit(WAITING, start=START, tol=0, max_iter=100)
    path = {1: -1034.178639519802, 2: -1034.054128518694, 5: -1034.005853500269,
            10: -1034.001811789234, 100: -1034.001749831608}  # fmt: skip
    for iteration, exact in path.items():
        assert found.steps[iteration].log_likelihood == pytest.approx(exact, abs=1e-9)


def test_ten_numbers_come_out_as_by_hand() -> None:
    x = [1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4]
    found = emkit.fit(x, start={"means": [1, 5], "standard_deviations": [1, 1]}, tol=1e-12)
    # each group is so far from the other that its share is 1 to the last digit
    np.testing.assert_allclose(found.params.means.ravel(), [1.2, 5.0], rtol=1e-14)
    np.testing.assert_allclose(found.params.standard_deviations**2, [0.02, 0.08], rtol=1e-13)
    np.testing.assert_allclose(found.params.weights, [0.5, 0.5], rtol=1e-14)
