"""Fits of any dimension, structure and number of starts, as the page is told of them."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.bridge import kept, reporting
from emkit.bridge.shelf import MOST_FITS
from emkit.data.datasets import faithful
from support.at_desk import IRIS, MEASURED, ask, begun, desk_with, done, fit, iris, refused, stopped

WAITING = faithful()[:, 1]


def test_iris_is_fitted_with_three_full_components() -> None:
    body, arrays = fit(iris(), 3, start=None)
    assert body["log_likelihood"] == pytest.approx(-180.185477, abs=1e-6)
    assert (body["n"], body["d"], body["columns"]) == (150, 4, MEASURED)
    final = body["final"]
    assert np.shape(final["means"]) == np.shape(final["standard_deviations"]) == (3, 4)
    assert np.shape(final["covariances"]) == (3, 4, 4)
    assert arrays["x"].tolist() == IRIS.tolist()
    assert arrays["row_numbers"].tolist() == list(range(1, 151))
    assert arrays["responsibilities"].shape == (150, 3)
    assert body["rows"] == {"shown": 150, "all": True}


@pytest.mark.parametrize("covariance", ["full", "tied", "diag", "spherical"])
@pytest.mark.parametrize("d", [1, 2, 4])
@pytest.mark.parametrize("weights", ["free", "equal"])
def test_the_page_is_told_what_the_package_computes(covariance: str, d: int, weights: str) -> None:
    x = IRIS[:, :d]
    row_weights = np.linspace(0.5, 2.0, 150)
    desk = desk_with(x, MEASURED[:d], row_weights)
    body, arrays = fit(desk, 2, covariance, "kmeans++", weights, seed=4, tol=1e-6, max_iter=40)
    native = emkit.fit(x, 2, covariance, "kmeans++", sample_weight=row_weights, seed=4, tol=1e-6,
                       max_iter=40, equal_weights=weights == "equal")  # fmt: skip
    assert body["log_likelihood"] == native.log_likelihood
    assert (body["aic"], body["bic"]) == (native.aic, native.bic)
    assert body["message"] == native.message
    assert arrays["responsibilities"].tolist() == native.responsibilities().tolist()
    assert arrays["log_likelihoods"].tolist() == [s.log_likelihood for s in native.steps]
    assert arrays["trace_means"].tolist() == [s.params.means.tolist() for s in native.steps]
    assert arrays["row_weights"].tolist() == row_weights.tolist()
    assert body["model"] == {"components": 2, "covariance": covariance, "weights": weights}


def test_the_criteria_are_those_of_the_package() -> None:
    body, _ = fit(iris(), 3, start="kmeans++", seed=1)
    native = emkit.fit(IRIS, 3, start="kmeans++", seed=1)
    table = emkit.compare(IRIS, components=[3])
    assert body["n_free"] == native.model.n_free == table.rows[0].n_free == 44
    shares = native.responsibilities()
    undecided = -np.where(shares > 0, shares * np.log(np.maximum(shares, 1e-300)), 0).sum()
    # BIC + 2 entropy, sums of 450 terms in another order
    assert body["icl"] == pytest.approx(native.bic + 2 * undecided, rel=1e-12)
    assert body["e_steps"] == native.last.e_steps


def test_equal_weights_are_equal_and_not_counted() -> None:
    body, _ = fit(iris(), 3, start="kmeans++", weights="equal")
    assert body["final"]["weights"] == [1 / 3] * 3
    assert body["n_free"] == 42


def test_sixteen_components_are_fitted_and_seventeen_are_refused() -> None:
    desk = desk_with(np.random.default_rng(0).normal(size=400))
    body, arrays = fit(desk, 16, max_iter=3)
    assert len(body["final"]["means"]) == 16
    assert arrays["components"].shape[0] == 16
    model = {"components": 17}
    error = refused(desk, "fit", model=model, start="quantiles", options={})
    assert error["where"] == {"field": "components"}


def test_a_search_tells_of_every_run_and_every_maximum() -> None:
    body, _ = fit(desk_with(faithful()), 3, start=None, seed=0)
    native = emkit.fit(faithful(), 3)
    assert body["log_likelihood"] == native.log_likelihood
    assert len(body["runs"]) == len(native.runs) == 12
    assert [one["log_likelihood"] for one in body["maxima"]] == [
        one.log_likelihood for one in native.maxima
    ]
    assert [one["times"] for one in body["maxima"]] == [one.found for one in native.maxima]
    for j, maximum in enumerate(body["maxima"]):
        ended_there = [run for run in body["runs"] if run["maximum"] == j]
        assert len(ended_there) == maximum["times"]
        assert all(run["spurious"] == maximum["spurious"] for run in ended_there)
    chosen = body["runs"][body["chosen"]]
    assert chosen["log_likelihood"] == body["log_likelihood"]
    assert not chosen["spurious"]


def test_the_paths_of_all_runs_come_one_after_another() -> None:
    _, arrays = fit(desk_with(faithful()), 3, start=None, seed=0)
    native = emkit.fit(faithful(), 3)
    lengths = arrays["run_lengths"].astype(int)
    assert lengths.tolist() == [len(run.steps) for run in native.runs]
    paths = np.split(arrays["run_log_likelihoods"], np.cumsum(lengths)[:-1])
    for path, run in zip(paths, native.runs, strict=True):
        assert path.tolist() == [step.log_likelihood for step in run.steps]


def test_a_single_run_has_no_list() -> None:
    body, _ = fit(iris(), 2)
    assert (body["runs"], body["maxima"], body["chosen"]) == ([], [], None)


def test_another_run_of_a_search_is_a_fit_of_its_own() -> None:
    desk = desk_with(faithful())
    body, _ = fit(desk, 3, start=None)
    other = next(i for i in range(12) if i != body["chosen"])
    loaded, arrays = ask(desk, "load", fit=body["fit"], run=other)
    assert loaded["fit"] != body["fit"]
    assert loaded["chosen"] == other
    assert loaded["log_likelihood"] == body["runs"][other]["log_likelihood"]
    assert arrays["log_likelihoods"][-1] == loaded["log_likelihood"]
    assert loaded["maxima"] == body["maxima"]
    back, _ = ask(desk, "load", fit=loaded["fit"], run=body["chosen"])
    assert back["log_likelihood"] == body["log_likelihood"]


def test_a_run_that_saw_a_sample_of_the_rows_is_begun_on_all_when_it_is_loaded() -> None:
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(0, 1, 11_000), rng.normal(5, 1, 11_000)])
    desk = desk_with(x)
    body, _ = fit(desk, 2, start=None, restarts=6, tol=1e-5)
    scout = next(run for run in body["runs"] if not run["all_rows"])
    assert scout["log_likelihood"] is None
    loaded, _ = ask(desk, "load", fit=body["fit"], run=scout["run"])
    # both ended where an iteration gained less than 1e-5 per row
    assert loaded["log_likelihood"] == pytest.approx(body["log_likelihood"], rel=1e-4)
    assert loaded["chosen"] == scout["run"]


@pytest.mark.parametrize("run", [-1, 12])
def test_a_run_that_is_not_on_the_list_is_refused(run: int) -> None:
    desk = desk_with(faithful())
    body, _ = fit(desk, 2, start=None, max_iter=5)
    error = refused(desk, "load", fit=body["fit"], run=run)
    assert error["where"] == {"field": "run"}


def test_a_fit_is_kept_until_many_others_were_made() -> None:
    desk = iris()
    first, _ = fit(desk, 2, max_iter=2)
    others = [fit(desk, 2, max_iter=2)[0]["fit"] for _ in range(MOST_FITS - 1)]
    ask(desk, "frame", fit=first["fit"], iteration=0)  # looked at, so another goes before it
    fit(desk, 2, max_iter=2)
    ask(desk, "frame", fit=first["fit"], iteration=0)
    assert "not kept" in refused(desk, "frame", fit=others[0], iteration=0)["message"]


def test_a_kept_fit_does_not_change_with_the_data_on_the_desk() -> None:
    desk = iris()
    body, _ = fit(desk, 2, max_iter=2)
    ask(desk, "read", text="1 2 3 4 5")
    frame, arrays = ask(desk, "frame", fit=body["fit"], iteration=2)
    assert arrays["responsibilities"].shape == (150, 2)
    assert frame["log_likelihood"] == body["log_likelihood"]


def test_a_stopped_search_answers_with_the_best_so_far() -> None:
    desk = desk_with(faithful())
    task = begun(desk, "fit", model={"components": 3}, start=None, options={"restarts": 12})
    seen = 0
    while seen < 6:
        assert not task.advance(0.0)
        seen = done(task)
    body = stopped(task)["body"]
    assert body["status"] == "stopped"
    assert body["message"] == (
        "The search was stopped on request after 7 of 12 starts. This is the best so far."
    )
    assert len(body["runs"]) == 7
    best = max(run["log_likelihood"] for run in body["runs"] if run["status"] != "collapsed")
    assert body["log_likelihood"] == best
    assert task.arrays()["log_likelihoods"][-1] == best


def test_a_search_stopped_while_it_is_carried_on_says_how_far_it_was() -> None:
    desk = desk_with(faithful())
    options = {"restarts": 12, "tol": 0, "max_iter": 300}
    task = begun(desk, "fit", model={"components": 3}, start=None, options=options)
    while '"carrying on"' not in (task.progress_json() or "") or done(task) < 1:
        assert not task.advance(0.0)
    body = stopped(task)["body"]
    assert "after 12 of 12 starts, 1 of which had been carried on" in body["message"]
    assert body["status"] == "stopped"


def test_a_search_stopped_among_scouts_answers_for_all_rows() -> None:
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(0, 1, 11_000), rng.normal(5, 1, 11_000)])
    task = begun(desk_with(x), "fit", model={"components": 2}, start=None, options={"restarts": 9})
    while done(task) < 2:
        assert not task.advance(0.0)
    body, arrays = stopped(task)["body"], task.arrays()
    assert body["status"] == "stopped"
    final = {name: body["final"][name] for name in ("weights", "means", "standard_deviations")}
    step = next(iter(emkit.iterate(x, 2, start=final)))
    assert body["log_likelihood"] == pytest.approx(step.log_likelihood, rel=1e-12)
    assert arrays["responsibilities"].shape == (22_000, 2)


def test_a_search_stopped_before_its_first_step_says_so() -> None:
    task = begun(iris(), "fit", model={"components": 2}, start=None, options={})
    assert stopped(task)["error"]["message"] == "Stopped on request."


def test_standardised_fits_are_those_of_the_package() -> None:
    desk = iris(standardise=True)
    body, _ = fit(desk, 3, "spherical", "kmeans++", seed=2)
    native = emkit.fit(IRIS, 3, "spherical", "kmeans++", seed=2, standardise=True)
    assert body["log_likelihood"] == native.log_likelihood
    assert body["final"]["means"] == native.params.means.tolist()


def test_a_component_that_was_dropped_keeps_its_place_in_the_trace() -> None:
    x = [1.0, 1.1, 1.2, 0.9, 1.05, 5.0]
    start = {"means": [5.0, 1.0], "standard_deviations": [1e-3, 1.0]}
    body, arrays = fit(desk_with(x), 2, start=start, on_collapse="drop", max_iter=20)
    assert body["frame"]["components"] == [1]
    assert len(body["final"]["means"]) == 1
    weights = arrays["trace_weights"]
    assert weights.shape == (body["iterations"] + 1, 2)
    assert weights[-1].tolist() == [0.0, 1.0]
    assert weights.sum(axis=1) == pytest.approx(1.0)


def test_a_very_long_trace_is_thinned_and_says_which_iterations_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reporting, "TRACE_CELLS", 20)
    _, arrays = fit(desk_with(WAITING), 2, tol=0, max_iter=30)
    assert len(arrays["log_likelihoods"]) == 31
    assert arrays["trace_iterations"].tolist() == [*range(0, 31, 4), 30]
    assert arrays["trace_weights"].shape == (9, 2)


def test_of_very_long_data_a_sample_of_the_rows_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SHOWN_CELLS", 100)
    monkeypatch.setattr(kept, "DRAWN", 20)
    body, arrays = fit(desk_with(WAITING), 2)
    assert body["rows"] == {"shown": 50, "all": False}
    rows = arrays["row_numbers"].astype(int)
    assert (np.diff(rows) > 0).all()
    assert arrays["x"][:, 0].tolist() == WAITING[rows - 1].tolist()
    native = emkit.fit(WAITING, 2, start="quantiles")
    assert arrays["responsibilities"].tolist() == native.responsibilities()[rows - 1].tolist()
    assert len(arrays["drawn"]) == 20
    assert arrays["drawn"].max() < 50
    # over all rows, not over those that are shown
    assert sum(body["frame"]["counts"]) == pytest.approx(272, rel=1e-12)
