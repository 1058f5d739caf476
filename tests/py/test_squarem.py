"""Accelerated EM: the same limits, sooner, and never downhill."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import emkit
from emkit import squarem
from emkit.data.datasets import faithful
from emkit.trace import Status
from laws import EPS
from support.mixtures import STRUCTURES, sampled

WAITING = faithful()[:, 1]
SLOW = {"weights": [1 / 3] * 3, "means": [50, 60, 80], "standard_deviations": [5, 5, 5]}
SLOW_LIMIT = -1031.634708719920


def e_steps_until(close: float, accelerate: bool) -> int:
    """E-steps until the slow run is that close to its limit."""
    steps = emkit.iterate(WAITING, 3, start=SLOW, tol=0, max_iter=9999, accelerate=accelerate)
    return next(step.e_steps for step in steps if SLOW_LIMIT - step.log_likelihood < close)


def test_the_slow_case_needs_a_twentieth_of_the_e_steps_of_plain_em() -> None:
    plain, accelerated = e_steps_until(1e-6, False), e_steps_until(1e-6, True)
    assert plain == 2690
    assert accelerated <= plain / 20  # 48 when written


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_the_likelihood_never_falls_when_accelerated(covariance: str) -> None:
    case = sampled(covariance, 3, 2)
    steps = list(squarem.iterate(case.model, case.data, case.start, n=case.n, tol=0, max_iter=60))
    for step in steps[1:]:
        assert step.gain >= -64 * EPS * abs(step.log_likelihood) - case.rounding(step.params)


@pytest.mark.parametrize("seed", range(5))
def test_an_accelerated_iteration_gains_at_least_what_a_plain_one_does(seed: int) -> None:
    case = sampled("full", 3, 1, n=120, seed=seed)
    steps = list(squarem.iterate(case.model, case.data, case.start, n=case.n, tol=0, max_iter=60))
    for before, after in pairwise(steps):
        plain = case.model.e_step(case.step(before.params), case.data).log_likelihood
        assert after.log_likelihood >= plain - case.rounding(after.params)


class Counting:
    """A model that counts its E-steps."""

    def __init__(self, model: Any) -> None:
        self.model, self.count = model, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.model, name)

    def e_step(self, params: Any, data: Any) -> Any:
        self.count += 1
        return self.model.e_step(params, data)


def test_a_step_states_the_e_steps_that_were_really_spent() -> None:
    case = sampled("full")
    model: Any = Counting(case.model)
    before = 0
    for step in squarem.iterate(model, case.data, case.start, n=case.n, tol=0, max_iter=20):
        assert step.e_steps == model.count
        assert step.e_steps - before <= 3  # one iteration costs three at most
        before = step.e_steps


def test_the_first_step_is_the_start_and_costs_one_e_step() -> None:
    first = next(iter(emkit.iterate(WAITING, 3, start=SLOW, accelerate=True)))
    assert (first.iteration, first.e_steps) == (0, 1)
    assert first.params.means.ravel().tolist() == [50, 60, 80]


def test_a_collapse_is_seen_when_accelerated_too() -> None:
    x = [1.0, 1.0, 1.0, 1.0, 5.0, 6.0, 7.0, 8.0]
    start = {"means": [1, 6], "standard_deviations": [0.5, 1]}
    found = emkit.fit(x, start=start, accelerate=True)
    assert found.status is Status.COLLAPSED
    assert "component 1 collapsed onto one point, x = 1" in found.message


def test_the_iteration_limit_holds_when_accelerated() -> None:
    found = emkit.fit(WAITING, 3, start=SLOW, accelerate=True, max_iter=3)
    assert (found.iterations, found.status) == (3, Status.ITERATION_LIMIT)


def test_what_is_left_to_gain_is_estimated_honestly() -> None:
    steps = emkit.iterate(WAITING, 3, start=SLOW, tol=0, max_iter=17, accelerate=True)
    left = [(SLOW_LIMIT - step.log_likelihood, step.remaining) for step in steps]
    # Near the limit the estimate is above the truth, by less than a factor of a thousand.
    for truth, estimate in left[-3:]:
        assert truth < estimate
    assert left[-1][1] < 1e-2


def test_extrapolation_ends_at_a_fixed_point_of_plain_em() -> None:
    found = emkit.fit(WAITING, 3, start=SLOW, accelerate=True, within=1e-10, max_iter=1000)
    (_, again) = list(emkit.iterate(WAITING, 3, start=found.params.to_dict(), max_iter=1, tol=0))
    # a likelihood within 1e-10 of its top, along the flattest direction (standard error 8)
    np.testing.assert_allclose(again.params.means, found.params.means, atol=1e-5)
