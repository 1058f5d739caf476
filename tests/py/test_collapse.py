"""What a caller can choose to happen when a component collapses."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.errors import OptionError
from emkit.trace import Status

# Component 2 starts narrow upon one of the points.
X = [1.0, 1.1, 1.2, 1.3, 1.4, 3.0, 4.6, 4.8, 5.0, 5.2, 5.4]
START = {"means": [1.2, 3, 5], "standard_deviations": [0.2, 0.01, 0.3]}


def test_a_run_stops_at_a_collapse_by_default_and_names_the_component() -> None:
    found = emkit.fit(X, 3, start=START)
    assert found.status is Status.COLLAPSED
    assert "component 2 collapsed onto one point, x = 3" in found.message


def test_a_dropped_component_leaves_a_smaller_mixture_that_converges() -> None:
    found = emkit.fit(X, 3, start=START, on_collapse="drop")
    assert found.status is Status.CONVERGED
    assert found.model.components == len(found.params.weights) == 2
    assert found.model.n_free == 5
    assert found.params.weights.sum() == pytest.approx(1.0)
    assert "it was dropped, and the run went on with 2 components" in found.notices[0]


def test_a_regularised_run_keeps_all_components_and_says_what_was_added() -> None:
    found = emkit.fit(X, 3, start=START, on_collapse="regularise")
    assert found.status is Status.CONVERGED
    assert len(found.params.weights) == 3
    narrowest = found.params.standard_deviations.min()
    assert narrowest == pytest.approx(0.01 * np.std(X), rel=1e-6)
    assert "was added to every variance" in found.notices[0]


@pytest.mark.parametrize("choice", ["drop", "regularise"])
def test_the_trace_of_a_rescued_run_is_numbered_through(choice: str) -> None:
    found = emkit.fit(X, 3, start=START, on_collapse=choice)
    assert [step.iteration for step in found.steps] == list(range(len(found.steps)))
    assert all(step.status is Status.RUNNING for step in found.steps[:-1])
    spent = [step.e_steps for step in found.steps]
    assert spent == sorted(spent)
    for before, after in zip(found.steps, found.steps[1:], strict=False):
        assert after.gain == after.log_likelihood - before.log_likelihood


def test_the_iteration_limit_counts_all_parts_of_a_rescued_run() -> None:
    free = emkit.fit(X, 3, start=START, on_collapse="drop")
    at = next(i for i, step in enumerate(free.steps) if len(step.params.weights) == 2)
    found = emkit.fit(X, 3, start=START, on_collapse="drop", max_iter=at)
    assert found.iterations == at
    assert found.status is Status.ITERATION_LIMIT


def test_a_collapse_can_happen_more_than_once() -> None:
    start = {"means": [1.2, 3, 5, 5.4], "standard_deviations": [0.2, 0.01, 0.3, 0.001]}
    found = emkit.fit(X, 4, start=start, on_collapse="drop")
    assert len(found.notices) == 2
    assert len(found.params.weights) == 2


def test_equal_weights_stay_equal_when_one_is_dropped() -> None:
    found = emkit.fit(X, 3, start=START, on_collapse="drop", equal_weights=True)
    assert found.params.weights.tolist() == [0.5, 0.5]


def test_an_unknown_choice_gets_the_nearest_name() -> None:
    with pytest.raises(OptionError, match="Did you mean 'regularise'"):
        emkit.fit(X, 3, start=START, on_collapse="regularize")
