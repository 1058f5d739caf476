"""When runs end, and what they say."""

from __future__ import annotations

import math

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.stopping import Stopping, aitken
from emkit.trace import Status

WAITING = faithful()[:, 1]
SLOW = {"weights": [1 / 3] * 3, "means": [50, 60, 80], "standard_deviations": [5, 5, 5]}
SLOW_LIMIT = -1031.634708719920


def test_a_gain_below_the_tolerance_per_observation_converges() -> None:
    rule = Stopping(n=100, tol=1e-3)
    assert rule.judge(5, -10.0, gain=0.09)[0] is Status.CONVERGED
    assert rule.judge(5, -10.0, gain=0.11)[0] is Status.RUNNING


def test_where_runs_may_fall_a_loss_has_to_be_small_too() -> None:
    rule = Stopping(n=100, tol=1e-3, climbs=False)
    assert rule.judge(5, -10.0, gain=-0.5)[0] is Status.RUNNING
    status, message = rule.judge(5, -10.0, gain=-0.05)
    assert status is Status.CONVERGED
    assert "the last one lost 0.0005 in log-likelihood per observation" in message


@pytest.mark.parametrize("gain", [0.0, 1e-14, -1e-14])
def test_a_gain_of_nothing_but_rounding_is_told_of_in_words(gain: float) -> None:
    _, message = Stopping(n=100, tol=1e-6).judge(7, -100.0, gain)
    assert message == (
        "Converged after 7 iterations: the last one gained nothing that can be measured, less "
        "than the tolerance 1e-6."
    )


def test_the_limit_is_explained_by_the_rule_that_was_not_met() -> None:
    by_gain = Stopping(n=100, tol=1e-6, max_iter=5).at_limit(5, 0.3)
    by_distance = Stopping(n=100, max_iter=5, within=1e-9).at_limit(5, 0.3, 0.02)
    unknown = Stopping(n=100, max_iter=5, within=1e-9).at_limit(5, 0.3, math.inf)
    begun = Stopping(n=100, max_iter=5).at_limit(5, math.nan)
    assert by_gain is not None
    assert by_distance is not None
    assert unknown is not None
    assert begun is not None
    assert "still gained 0.003 in log-likelihood per observation (tolerance 1e-6)" in by_gain[1]
    assert "an estimated 0.02 is left to gain in log-likelihood (1e-9 was" in by_distance[1]
    assert "too much to estimate is left to gain" in unknown[1]
    assert "before converging. Allow" in begun[1]


@pytest.mark.parametrize(
    ("gain", "last"),
    [
        (0.3, ": the last one gained 0.003 in log-likelihood per observation."),
        (0.0, ": the last one gained nothing that can be measured."),
        (math.nan, "."),
    ],
)
def test_nobody_is_told_to_go_on_who_asked_for_so_many_iterations(gain: float, last: str) -> None:
    ended = Stopping(n=100, max_iter=5, tol=0.0).at_limit(5, gain)
    assert ended is not None
    assert (
        ended[1]
        == f"Reached the limit of 5 iterations, the only end where the tolerance is 0{last}"
    )


@pytest.mark.parametrize("accelerate", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_a_regularised_run_does_not_converge_while_it_falls(seed: int, accelerate: bool) -> None:
    # A ridge widens variances past the most likely ones: runs rise above their end, then fall.
    rng = np.random.default_rng(seed)
    x = np.concatenate([rng.normal(0, 1, 30), rng.normal(4, 0.3, 30)])
    start = {"means": [-1, 3.5, 4], "standard_deviations": [1, 0.5, 0.3]}
    found = emkit.fit(
        x, 3, start=start, reg_covar=0.01, max_iter=1000, tol=1e-7, accelerate=accelerate
    )
    assert min(step.gain for step in found.steps[1:]) < -1e-7 * 60
    if found.converged:
        assert abs(found.last.gain) < 1e-7 * 60


def test_a_tolerance_of_zero_never_converges() -> None:
    assert Stopping(n=100, tol=0.0).judge(5, -10.0, gain=0.0)[0] is Status.RUNNING


def test_the_start_has_no_gain_and_so_never_converges() -> None:
    assert Stopping(n=100).judge(0, -10.0, gain=math.nan)[0] is Status.RUNNING


def test_within_takes_the_place_of_the_tolerance() -> None:
    rule = Stopping(n=100, tol=1.0, within=1e-6)
    assert rule.judge(5, -10.0, gain=0.01, remaining=1e-3)[0] is Status.RUNNING
    status, message = rule.judge(5, -10.0, gain=0.01, remaining=1e-7)
    assert status is Status.CONVERGED
    assert "an estimated 1e-7 is left to gain" in message


def test_a_gain_that_is_all_rounding_counts_as_nothing_left() -> None:
    rule = Stopping(n=100, within=1e-6)
    assert rule.judge(5, -1e6, gain=-1e-10, remaining=math.nan)[0] is Status.CONVERGED


def test_a_log_likelihood_that_is_no_number_fails() -> None:
    assert Stopping(n=100).judge(0, math.nan, gain=math.nan)[0] is Status.FAILED


@pytest.mark.parametrize("rate", [0.1, 0.9, 0.999])
def test_aitken_is_exact_for_gains_that_shrink_by_one_rate(rate: float) -> None:
    left = 2.0 * rate**3 / (1.0 - rate)
    assert aitken(2.0 * rate**2, 2.0 * rate, 2.0) == pytest.approx(left, rel=1e-9)


def test_aitken_waits_while_the_rate_still_grows() -> None:
    assert aitken(0.5, 1.0, 1.5) == 0.5  # the rate fell
    assert math.isinf(aitken(0.5, 1.0, 4.0))
    assert math.isnan(aitken(0.5, 1.0, math.nan))


@pytest.mark.parametrize("within", [1e-2, 1e-4, 1e-6])
def test_converged_within_a_distance_means_that_distance_from_the_limit(within: float) -> None:
    # The 50-digit limit of a run that plain EM crawls along: each gain is 0.997 of the last.
    found = emkit.fit(WAITING, 3, start=SLOW, within=within, max_iter=10_000)
    assert found.converged
    assert 0.0 < SLOW_LIMIT - found.log_likelihood < 1.5 * within


def test_the_usual_tolerance_stops_this_run_far_short() -> None:
    found = emkit.fit(WAITING, 3, start=SLOW, max_iter=10_000)
    assert found.converged
    assert SLOW_LIMIT - found.log_likelihood > 2e-3
