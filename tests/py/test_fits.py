"""A fit that is broken off answers with the best it has."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.restarts import Progress
from emkit.selection.comparison import comparing
from emkit.trace import Fit, Status
from emkit.work import Stopped, mapped, outcome

X = faithful()


def stopped(work: Generator[Any, None, Any], when: Callable[[Any], bool]) -> Fit[Any]:
    """What the work returns when it is stopped where ``when`` says so of its progress."""
    told = next(work)
    while not when(told):
        told = next(work)
    with pytest.raises(StopIteration) as end:
        work.throw(Stopped())
    return end.value.value


def test_a_single_run_keeps_its_trace() -> None:
    work = emkit.fitting(X, 2, start="quantiles", tol=0)
    fit = stopped(work, lambda told: told.iteration == 4)
    whole = emkit.fit(X, 2, start="quantiles", tol=0, max_iter=4)
    assert fit.status is Status.STOPPED
    assert fit.log_likelihood == whole.log_likelihood
    assert len(fit.steps) == 5


def test_a_run_that_had_ended_anyway_keeps_its_ending() -> None:
    whole = emkit.fit(X, 2, start="quantiles")
    work = emkit.fitting(X, 2, start="quantiles")
    fit = stopped(work, lambda told: told.iteration == whole.iterations)
    assert fit.status is Status.CONVERGED


def test_a_search_answers_with_the_best_of_what_it_tried() -> None:
    work = emkit.fitting(X, 3)
    fit = stopped(work, lambda told: told.run == 5 and told.iteration == 3)
    assert fit.status is Status.STOPPED
    assert len(fit.runs) == 5
    assert fit.runs[-1].steps[-1].iteration == 3
    assert fit.log_likelihood == max(run.log_likelihood for run in fit.runs if run.is_sound)
    assert "after 5 of 12 starts" in fit.message


def test_a_search_that_carries_on_answers_with_how_far_it_came() -> None:
    def far_on(told: Progress) -> bool:
        return told.phase == "carrying on" and told.run == 3

    fit = stopped(emkit.fitting(X, 3), far_on)
    assert sum(run.carried for run in fit.runs) == 2
    assert "2 of which had been carried on" in fit.message
    assert fit.to_dict()["fit"]["status"] == "stopped"


def test_a_component_dropped_before_the_stop_stays_dropped() -> None:
    start = {"means": [5.0, 1.0], "standard_deviations": [1e-3, 1.0]}
    work = emkit.fitting([1.0, 1.1, 1.2, 0.9, 1.05, 5.0], 2, start=start, on_collapse="drop", tol=0)
    fit = stopped(work, lambda told: told.iteration == 5)
    assert fit.model.components == 1
    assert "was dropped" in fit.notices[0]


def test_before_the_first_step_there_is_nothing_to_answer() -> None:
    work = emkit.fitting(X, 3)
    with pytest.raises(Stopped):
        work.throw(Stopped())


def test_work_that_knows_no_stopping_ends_as_it_would_alone() -> None:
    def counting() -> Generator[int, None, str]:
        yield from range(10)
        return "all"

    work = mapped(counting(), str)
    next(work)
    with pytest.raises(Stopped):
        work.throw(Stopped())


def test_a_comparison_is_not_answered_with_half_a_row() -> None:
    rows = []
    work = comparing(X[:, 1], [1, 2], so_far=lambda table: rows.append(len(table.rows)))
    told = next(work)
    while "2 components" not in told.phase:
        told = next(work)
    with pytest.raises(Stopped):
        work.throw(Stopped())
    assert rows == [1]


def test_nothing_changes_for_who_does_not_stop() -> None:
    found = outcome(emkit.fitting(X, 3, seed=5))
    same = emkit.fit(X, 3, seed=5)
    assert found.log_likelihood == same.log_likelihood
    assert np.array_equal(found.params.means, same.params.means)


def test_a_fit_that_has_no_fewer_parameters_than_rows_is_told_of() -> None:
    few = "the fit says little beyond these rows."
    told = emkit.fit(X[:11], 2, start="quantiles", max_iter=1)
    assert f"There are 11 free parameters for 11 rows: {few}" in told.notices
    untold = emkit.fit(X[:12], 2, start="quantiles", max_iter=1)
    assert not any(few in notice for notice in untold.notices)


def test_rows_that_count_more_than_once_carry_more_parameters() -> None:
    fit = emkit.fit(X[:11], 2, start="quantiles", max_iter=1, sample_weight=[2] * 11)
    assert not any("beyond these rows" in notice for notice in fit.notices)
