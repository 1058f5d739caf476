"""Searches among many starts: what they reach, keep, count and set aside."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import emkit
from emkit import restarts
from emkit.data.datasets import faithful
from emkit.errors import OptionError
from emkit.trace import Status

REFERENCES = Path(__file__).resolve().parents[1] / "references"
every_seed = pytest.mark.parametrize("seed", range(20))

# Limits from the 50-digit runs in references/exact-runs.json.
OLD_FAITHFUL_TIED = -1126.31592782340
OLD_FAITHFUL_FULL = -1119.21397059375
IRIS_FULL = -180.185477131303
CLOSE = 1e-6


def iris() -> Any:
    """(150, 4) Anderson's measurements."""
    with (REFERENCES / "iris.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return np.array([row[:4] for row in rows], dtype=np.float64)


@every_seed
def test_old_faithful_with_three_tied_components_reaches_its_limit(seed: int) -> None:
    # scikit-learn's defaults end at -1140.547, worse than its own two components.
    found = emkit.fit(faithful(), components=3, covariance="tied", seed=seed)
    assert found.log_likelihood == pytest.approx(OLD_FAITHFUL_TIED, abs=CLOSE)
    assert found.converged


@every_seed
def test_old_faithful_with_three_full_components_reaches_its_limit(seed: int) -> None:
    found = emkit.fit(faithful(), components=3, covariance="full", seed=seed)
    assert found.log_likelihood == pytest.approx(OLD_FAITHFUL_FULL, abs=CLOSE)
    assert found.converged


@every_seed
def test_iris_with_three_full_components_reaches_its_limit(seed: int) -> None:
    found = emkit.fit(iris(), components=3, covariance="full", seed=seed)
    assert found.log_likelihood == pytest.approx(IRIS_FULL, abs=CLOSE)
    assert found.converged


def test_the_higher_maximum_of_old_faithful_is_set_aside_and_said_to_be() -> None:
    # 35 of the short eruptions within four seconds of 1:50: a fifth of the spread of the others.
    searches = [emkit.fit(faithful(), 3, seed=seed) for seed in range(5)]
    aside = [one for found in searches for one in found.maxima if one.spurious]
    assert aside
    for maximum in aside:
        assert maximum.log_likelihood == pytest.approx(-1114.439873, abs=1e-5)
        assert [doubt.kind for doubt in maximum.doubts] == ["narrow"]
    notices = [notice for found in searches for notice in found.notices]
    assert any("was set aside as spurious: component 1 is narrow" in one for one in notices)


def test_a_real_narrow_cluster_is_not_set_aside() -> None:
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(0, 10, 300), rng.normal(3, 0.1, 300)])
    found = emkit.fit(x, 2)
    assert found.params.standard_deviations.min() == pytest.approx(0.1, rel=0.2)
    assert not found.maxima[0].spurious
    assert [doubt.kind for doubt in found.maxima[0].doubts] == ["narrow"]


def test_a_component_on_a_few_near_points_is_set_aside() -> None:
    rng = np.random.default_rng(1)
    x = np.concatenate([rng.normal(size=200), [0.5, 0.50001, 0.50002]])
    start = {"means": [0, 0.5], "standard_deviations": [1, 1e-5], "weights": [0.985, 0.015]}
    found = emkit.fit(x, 2, start=start, restarts=12)
    top = found.maxima[0]
    assert top.spurious
    assert top.strategies == {"given": 1}
    assert top.log_likelihood > found.log_likelihood
    assert found.params.standard_deviations.min() > 0.1


def test_where_everything_is_doubtful_the_best_is_returned_all_the_same() -> None:
    found = emkit.fit([1.0, 1.2, 1.4, 4.8, 5.0, 5.2], 2)
    assert found.maxima[0].doubts
    assert not found.maxima[0].spurious
    np.testing.assert_allclose(found.params.means.ravel(), [1.2, 5.0], atol=1e-6)


def test_every_trace_is_kept_and_the_best_one_is_the_fits_own() -> None:
    found = emkit.fit(faithful()[:, 1], 3, restarts=7)
    assert len(found.runs) == 7
    assert [run.strategy for run in found.runs][:3] == ["quantiles", "kmeans++", "random_points"]
    assert found.steps in [run.steps for run in found.runs]
    for run in found.runs:
        numbers = [step.iteration for step in run.steps]
        assert numbers == list(range(len(run.steps)))
        assert all(step.status is Status.RUNNING for step in run.steps[:-1])
        spent = [step.e_steps for step in run.steps]
        assert spent == sorted(spent)


def test_maxima_are_counted_by_the_starts_that_found_them() -> None:
    found = emkit.fit(faithful(), 3, restarts=20)
    carried = [run for run in found.runs if run.carried]
    assert sum(one.found for one in found.maxima) == len(carried) == 7
    levels = [one.log_likelihood for one in found.maxima]
    assert levels == sorted(levels, reverse=True)
    for one in found.maxima:
        assert found.runs[one.run].log_likelihood == one.log_likelihood


def test_the_message_counts_the_iterations_of_the_whole_trace() -> None:
    found = emkit.fit(faithful()[:, 1])
    assert f"Converged after {found.iterations} iterations" in found.message


def test_the_same_seed_gives_the_same_search() -> None:
    one, other = (emkit.fit(faithful(), 3, seed=5) for _ in range(2))
    assert one.to_json() == other.to_json()


def test_given_parameters_are_run_once_unless_restarts_are_asked_for() -> None:
    start = {"means": [55, 80], "standard_deviations": [5, 5]}
    once = emkit.fit(faithful()[:, 1], start=start)
    assert (once.runs, once.options["restarts"]) == ((), 1)
    several = emkit.fit(faithful()[:, 1], start=start, restarts=4)
    assert several.runs[0].strategy == "given"
    assert len(several.runs) == 4


def test_what_was_changed_in_a_given_start_is_said_in_a_search_too() -> None:
    start = {"weights": [1, 3], "means": [55, 80], "standard_deviations": [5, 5]}
    found = emkit.fit(faithful()[:, 1], start=start, restarts=3)
    assert found.notices[0] == "The weights summed to 4, so each was divided by that."


def test_one_strategy_can_be_repeated() -> None:
    found = emkit.fit(faithful()[:, 1], start="random_points", restarts=3)
    assert {run.strategy for run in found.runs} == {"random_points"}


def test_quantiles_are_not_repeated() -> None:
    with pytest.raises(OptionError, match="always the same"):
        emkit.fit(faithful()[:, 1], start="quantiles", restarts=2)


def test_if_every_run_collapses_the_fit_says_so() -> None:
    x = [0.0] * 10 + [1.0] * 10
    found = emkit.fit(x, 2)
    assert found.status is Status.COLLAPSED
    assert any("collapsed and were set aside" in one for one in found.notices)


def test_progress_comes_in_small_pieces_and_ends_with_the_fit() -> None:
    work, phases = emkit.fitting(faithful()[:, 1], restarts=3), []
    while True:
        try:
            phases.append(next(work).phase)
        except StopIteration as end:
            found = end.value
            break
    assert found.converged
    assert set(phases) == {"short runs", "carrying on"}


def test_many_rows_are_scouted_by_a_sample_and_fitted_by_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("emkit.problem.SCOUTED", 100)
    found = emkit.fit(faithful()[:, 1])
    assert found.log_likelihood == pytest.approx(-1034.0017498316, abs=1e-7)
    assert found.steps[0].iteration == 0
    assert any("saw 100 of the 272 rows, drawn at random" in notice for notice in found.notices)
    # the trace is one of all rows from its first step on
    for step in found.steps:
        again = found.model.e_step(step.params, found.data).log_likelihood
        assert step.log_likelihood == pytest.approx(again, abs=1e-9)


def test_given_parameters_begin_on_all_rows_however_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("emkit.problem.SCOUTED", 100)
    start = {"weights": [0.5, 0.5], "means": [55, 80], "standard_deviations": [5, 5]}
    found = emkit.fit(faithful()[:, 1], start=start, restarts=3)
    assert found.runs[0].steps[0].params.to_dict() == start


def test_if_all_scouts_collapse_the_best_start_is_tried_on_all_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("emkit.problem.SCOUTED", 1000)
    rng = np.random.default_rng(1)
    found = emkit.fit(np.concatenate([np.zeros(3000), rng.normal(10, 1, 3000)]), 2, restarts=4)
    scouts = [run for run in found.runs if run.data is not found.data]
    assert len(scouts) == 3
    assert not any(run.is_sound for run in scouts)
    again = found.model.e_step(found.params, found.data).log_likelihood
    assert found.log_likelihood == pytest.approx(again)


def test_scouts_without_enough_distinct_rows_are_not_sent() -> None:
    x = np.zeros(100_000)
    x[:9] = [1, 2, 3, 5, 6, 7, 8, 9, 10]
    found = emkit.fit(x, 5, restarts=2)
    assert found.status.value
    assert not any("drawn at random" in notice for notice in found.notices)


LIMITS: list[dict[str, Any]] = [{"max_iter": 5}, {"max_iter": 50}, {"tol": 1e-2}]
LIMITS += [{"tol": 1e-6, "max_iter": 100}, {"tol": 0.0, "max_iter": 40, "accelerate": True}]


@pytest.mark.parametrize("limits", LIMITS)
def test_stated_limits_rule_every_run_of_a_search(limits: dict[str, Any]) -> None:
    found = emkit.fit(faithful()[:, 1], 3, **limits)
    rule = {"tol": 1e-6, "max_iter": 100, "accelerate": False} | limits
    for run in found.runs:
        assert run.steps[-1].iteration <= rule["max_iter"]
        assert {step.accelerated for step in run.steps[1:]} == {rule["accelerate"]}
    assert {**rule, **found.options} == {**found.options, **rule}
    assert "within" not in found.options
    if found.converged:
        assert found.last.gain / 272 < rule["tol"]


def test_a_search_with_stated_limits_is_the_best_of_single_runs_with_them() -> None:
    limits: dict[str, Any] = {"tol": 1e-7, "max_iter": 200}
    found = emkit.fit(faithful()[:, 1], 3, **limits)
    start = found.steps[0].params.to_dict()
    alone = emkit.fit(faithful()[:, 1], 3, start=start, **limits)
    assert found.iterations == alone.iterations > restarts.SHORT
    # the start went through standard deviations, whose squares differ by rounding
    for one, other in zip(found.steps, alone.steps, strict=True):
        assert one.log_likelihood == pytest.approx(other.log_likelihood, abs=1e-9)


def test_a_search_without_limits_says_what_ruled_it_and_which_steps_were_accelerated() -> None:
    found = emkit.fit(faithful()[:, 1], 3)
    assert found.options == {
        "tol": 1e-6, "max_iter": 1000, "reg_covar": 0.0, "seed": 0, "restarts": 12,
        "start": "several", "accelerate": True, "within": 1e-8,
    }  # fmt: skip
    kinds = [step.accelerated for step in found.steps]
    assert not any(kinds[: restarts.SHORT + 1])
    assert all(kinds[restarts.SHORT + 1 :])
    trace = found.to_dict()["trace"]
    assert [line.get("accelerated", False) for line in trace] == kinds


def test_runs_that_end_at_the_limit_are_not_said_to_have_arrived() -> None:
    found = emkit.fit(faithful()[:, 1], 3, tol=1e-9, max_iter=40)
    assert found.status is Status.ITERATION_LIMIT
    assert any("had not arrived after 40 iterations" in notice for notice in found.notices)


def test_progress_never_counts_more_runs_than_there_are() -> None:
    # Old Faithful with four components: maxima set aside keep more runs than four going.
    seen = [(told.run, told.runs) for told in emkit.fitting(faithful(), 4)]
    assert max(run for run, _ in seen) > 4
    assert all(run <= runs for run, runs in seen)


@pytest.mark.parametrize(("offset", "scale"), [(0.0, 1e-4), (1e7, 1.0), (1e9, 1.0), (0.0, 1e12)])
@pytest.mark.parametrize("covariance", ["full", "tied", "diag"])
def test_a_search_finds_the_same_maximum_in_other_units_and_far_from_zero(
    covariance: str, offset: float, scale: float
) -> None:
    # scikit-learn's absolute reg_covar widens data scaled by 1e-4; at 1e9 its tied is -4.4e9.
    # Eighths, so that an offset changes no digit of the data.
    x = np.round(faithful() * 8.0) / 8.0
    here = emkit.fit(x, 2, covariance)
    there = emkit.fit(x * scale + offset, 2, covariance)
    expected = here.log_likelihood - x.size * np.log(scale)
    # At 1e9 a mean is known to 6e-8, which against spreads of 0.3 costs 272 (2e-7)^2 / 2.
    assert there.log_likelihood == pytest.approx(expected, abs=1e-6)
    sds = np.sqrt(np.einsum("kii->ki", there.params.full_covariances()))
    reference = np.sqrt(np.einsum("kii->ki", here.params.full_covariances()))
    np.testing.assert_allclose(sds / scale, reference, rtol=1e-4)


def test_a_hundred_thousand_points_are_not_left_nats_short() -> None:
    # At a million points scikit-learn's tolerance, being of the mean, stops it after two
    # iterations, 54 nats short. A search ends within 1e-8 however many points there are.
    rng = np.random.default_rng(3)
    x = np.concatenate([rng.normal(0, 1, 60_000), rng.normal(2, 1, 40_000)])
    found = emkit.fit(x, 2, restarts=4)
    further = emkit.fit(
        x, 2, start=found.params.to_dict(), accelerate=True, within=1e-7, max_iter=50
    )
    assert found.converged
    assert further.log_likelihood - found.log_likelihood < 1e-6


def test_the_constants_say_what_the_documentation_says() -> None:
    assert (restarts.SHORT, restarts.WITHIN, restarts.CARRIED) == (30, 1e-8, 4)
