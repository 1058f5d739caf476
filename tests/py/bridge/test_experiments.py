"""What the text of each experiment says happens is what happens."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.bridge.experiments import EXPERIMENTS, Experiment, experiments
from emkit.data.datasets import sample

BY_NAME = {one.name: one for one in EXPERIMENTS}


def numbers(one: Experiment) -> Any:
    """The first column of the sample, which the page chooses too."""
    text = sample(one.sample).text
    if one.sample in ("faithful-waiting", "ten-numbers"):
        words = text.replace(",", " ").split()
        return np.array([float(word) for word in words if word[0].isdigit()])
    return np.array([float(line.split(",")[0]) for line in text.splitlines()[1:]])


def run(name: str, **changes: Any) -> Any:
    """The fit that an experiment leads to."""
    accelerate = changes.pop("accelerate", False)
    one = replace(BY_NAME[name], **changes)
    start = {"weights": one.weights, "means": one.means, "standard_deviations": one.sds}
    options = {"max_iter": one.iterations, "tol": one.tol, "accelerate": accelerate}
    return emkit.fit(numbers(one), components=one.components, start=start, **options)


def means(fit: Any) -> Any:
    return fit.params.means.ravel()


def test_a_good_start_arrives_within_ten_iterations() -> None:
    fit = run("good-start")
    assert fit.converged
    assert fit.iterations < 10
    gains = [step.gain for step in fit.steps[1:]]
    assert gains[0] > 0.95 * sum(gains), "the first iteration does most of the work"
    assert fit.log_likelihood - fit.steps[3].log_likelihood < 0.05
    assert fit.params.weights[0] == pytest.approx(1 / 3, abs=0.05)


def test_the_example_by_hand_ends_at_the_averages_of_both_groups() -> None:
    fit = run("by-hand")
    assert fit.iterations == 5
    assert means(fit) == pytest.approx([1.2, 5.0], abs=1e-6)
    share = fit.model.responsibilities(fit.steps[0].params, fit.data)[2]
    assert share[0] > share[1]


def test_equal_means_stay_equal_for_ever() -> None:
    fit = run("equal-means", tol=0, iterations=500)
    assert all(np.ptp(step.params.means) < 1e-9 for step in fit.steps)
    assert np.ptp(fit.params.standard_deviations) < 1e-9
    assert fit.responsibilities() == pytest.approx(np.tile([0.3, 0.7], (272, 1)))
    assert run("equal-means").converged
    beside = run("equal-means", means=(69, 71), tol=1e-9, iterations=1000)
    assert beside.log_likelihood > fit.log_likelihood + 50, "the way leads up beside the saddle"


def test_a_needle_collapses_onto_its_value() -> None:
    fit = run("tiny-spread")
    assert fit.status.code == "collapsed"
    assert means(fit)[0] == pytest.approx(4.6)
    spreads = [step.params.standard_deviations[0] for step in fit.steps]
    assert all(after < before for before, after in pairwise(spreads))
    wider = run("tiny-spread", sds=(1, 1))
    assert wider.converged
    assert sorted(means(wider)) == pytest.approx([1.2, 5.0], abs=1e-3)


def test_five_iterations_leave_a_poor_start_where_it_was() -> None:
    fit = run("too-few")
    assert fit.status.code == "iteration_limit"
    assert np.ptp(means(fit)) < 3
    longer = run("too-few", iterations=100)
    assert longer.converged
    assert np.ptp(means(longer)) > 25
    climb = [step.log_likelihood for step in longer.steps]
    assert climb[12] - climb[1] < 2 < 40 < climb[20] - climb[12]


def test_two_starts_on_the_galaxies_end_on_two_peaks() -> None:
    low, high = run("local-maxima"), run("local-maxima", means=(10, 20, 33))
    assert low.converged
    assert high.converged
    assert low.iterations <= 15
    assert low.log_likelihood == pytest.approx(-209.83, abs=0.005)
    assert high.log_likelihood == pytest.approx(-203.48, abs=0.005)


def test_groups_that_overlap_leave_most_values_unsure() -> None:
    largest = run("overlap").responsibilities().max(axis=1)
    assert (largest > 0.9).mean() == pytest.approx(1 / 6, abs=0.03)
    assert (largest < 0.75).mean() == pytest.approx(1 / 2, abs=0.05)


def test_a_wrong_weight_is_counted_anew_at_once() -> None:
    fit = run("weights")
    assert fit.steps[1].params.weights[0] < 0.45
    assert fit.params.weights == pytest.approx([0.36, 0.64], abs=0.005)


def test_the_slow_case_needs_thousands_of_iterations() -> None:
    fit = run("slow")
    assert fit.converged
    assert 2_500 < fit.iterations < 2_900
    assert fit.steps[20].gain < 0.005
    assert fit.steps[20].params.means[0, 0] == pytest.approx(99, abs=0.5)
    assert means(fit)[0] == pytest.approx(101.6, abs=0.05)
    fast = run("slow", accelerate=True)
    assert fast.last.e_steps < 120
    assert fast.log_likelihood == pytest.approx(fit.log_likelihood, abs=1e-4)


def test_a_third_curve_fits_better_and_is_not_worth_it() -> None:
    three = run("how-many")
    two = run("good-start", tol=1e-9, iterations=1000)
    assert three.converged
    assert three.log_likelihood > two.log_likelihood
    assert three.bic > two.bic + 5


def test_a_skewed_group_takes_two_curves() -> None:
    two = run("not-normal")
    one = run("not-normal", components=1, weights=(1,), means=(3,), sds=(2,))
    assert two.bic < one.bic - 100
    bulk, tail = two.params.standard_deviations
    assert bulk < tail / 3
    assert two.params.weights[0] > 0.9


def test_every_experiment_has_a_test_and_all_that_the_page_shows() -> None:
    assert len(EXPERIMENTS) == len(BY_NAME) == 11
    for shown in experiments():
        assert all(shown.values())
        assert "?" in shown["question"]
