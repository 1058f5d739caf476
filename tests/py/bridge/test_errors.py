"""Standard errors on request, in slices."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from support.at_desk import ask, begun, desk_with, done, fit, refused, stopped


def test_the_errors_of_one_variable_are_those_of_the_package() -> None:
    desk = desk_with(faithful()[:, 1])
    body, _ = fit(desk, 2)
    found, _ = ask(desk, "standard_errors", fit=body["fit"])
    native = emkit.standard_errors(emkit.fit(faithful()[:, 1], 2, start="quantiles"))
    assert native.standard_deviations is not None
    assert found == {
        "fit": body["fit"],
        "weights": native.weights.tolist(),
        "means": native.means[:, 0].tolist(),
        "standard_deviations": native.standard_deviations.tolist(),
    }


def test_the_errors_of_two_variables_have_the_shapes_of_the_parameters() -> None:
    desk = desk_with(faithful())
    body, _ = fit(desk, 2, "diag")
    found, _ = ask(desk, "standard_errors", fit=body["fit"])
    for name in ("weights", "means", "covariances", "standard_deviations"):
        assert np.shape(found[name]) == np.shape(body["final"][name]), name


def test_the_error_of_a_spread_is_its_variances_by_the_delta_method() -> None:
    rng = np.random.default_rng(0)
    desk = desk_with(rng.normal(size=(4000, 2)) * [1.0, 5.0])
    body, _ = fit(desk, 1)
    found, _ = ask(desk, "standard_errors", fit=body["fit"])
    # of one normal sample the error of a standard deviation is sd / sqrt(2 n)
    expected = np.array(body["final"]["standard_deviations"]) / np.sqrt(8000)
    assert np.array(found["standard_deviations"]) == pytest.approx(expected, rel=1e-6)


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    desk = desk_with(faithful())
    body, _ = fit(desk, 3)
    task = begun(desk, "standard_errors", fit=body["fit"])
    while "curvature" not in (task.progress_json() or "") or done(task) < 5:
        assert not task.advance(0.0)
    assert stopped(task)["error"]["message"] == "Stopped on request."


def test_a_fit_without_curvature_is_refused_with_a_remedy() -> None:
    desk = desk_with(faithful()[:, 1])
    same = {"means": [70, 70], "standard_deviations": [10, 10]}
    body, _ = fit(desk, 2, start=same)
    assert refused(desk, "standard_errors", fit=body["fit"])["kind"] == "NoInformation"
