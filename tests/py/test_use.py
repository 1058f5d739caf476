"""What a fit is good for: densities, probabilities, labels, samples, the exported result."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.errors import DataError, NotFinite, OptionError
from support.mixtures import STRUCTURES

X = faithful()
ONE = emkit.fit(X[:, 1], start={"means": [55, 80], "standard_deviations": [5, 5]})
BOTH = emkit.fit(X, 2)


def test_the_density_integrates_to_one() -> None:
    grid = np.linspace(0, 140, 14_001)
    assert np.trapezoid(ONE.density(grid), grid) == pytest.approx(1.0, abs=1e-9)


def test_the_distribution_function_is_the_integral_of_the_density() -> None:
    grid = np.linspace(0, 70, 7_001)
    assert ONE.cdf([70.0])[0] == pytest.approx(np.trapezoid(ONE.density(grid), grid), abs=1e-7)


def test_quantiles_and_distribution_function_are_inverse() -> None:
    p = [0.01, 0.36, 0.5, 0.99]
    np.testing.assert_allclose(ONE.cdf(ONE.quantile(p)), p, atol=1e-15)


def test_log_densities_of_the_data_sum_to_the_log_likelihood() -> None:
    assert BOTH.log_density(X).sum() == pytest.approx(BOTH.log_likelihood, abs=1e-9)


def test_a_density_may_be_zero_even_in_logarithms() -> None:
    tiny = emkit.fit(X[:, 1] * 1e-120)
    assert tiny.log_density([1e100]).tolist() == [-np.inf]
    assert tiny.density([1e100]).tolist() == [0.0]


def test_labels_are_the_most_probable_components() -> None:
    assert (BOTH.labels() == BOTH.responsibilities().argmax(axis=1)).all()
    assert ONE.labels([50.0, 90.0]).tolist() == [0, 1]


def test_posteriors_of_new_rows_are_those_of_old_ones() -> None:
    np.testing.assert_allclose(BOTH.responsibilities(X[:9]), BOTH.responsibilities()[:9])


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_samples_have_the_moments_of_the_fit(covariance: str) -> None:
    found = emkit.fit(X, 2, covariance)
    x, labels = found.sample(40_000, seed=1)
    for j in range(2):
        rows, c = x[labels == j], found.params.full_covariances()[j]
        off = (rows.mean(axis=0) - found.params.means[j]) / np.sqrt(np.diag(c) / len(rows))
        assert (np.abs(off) < 4.0).all()  # standard errors; the draw is fixed
        np.testing.assert_allclose(np.cov(rows.T), c, atol=0.05 * np.abs(c).max())
    assert np.mean(labels == 0) == pytest.approx(found.params.weights[0], abs=0.01)


def test_samples_are_seeded() -> None:
    one, same = (BOTH.sample(5, seed=2)[0] for _ in range(2))
    assert (one == same).all()
    assert (BOTH.sample(5, seed=np.random.default_rng(2))[0] == one).all()


@pytest.mark.parametrize(
    ("use", "kind", "sentence"),
    [
        (lambda: BOTH.density([1.0, 2.0]), DataError, "rows have 1 variable, and the fit has 2"),
        (lambda: BOTH.cdf([1.0]), OptionError, "distribution function of a mixture in 2"),
        (lambda: BOTH.quantile([0.5]), OptionError, "quantiles of a mixture in 2"),
        (lambda: ONE.quantile([50]), OptionError, "outside of 0 to 1"),
        (lambda: ONE.quantile([np.nan]), OptionError, "outside of 0 to 1"),
        (lambda: ONE.responsibilities([np.nan]), NotFinite, "Row 1 is nan"),
    ],
)
def test_mistakes_in_use_are_said(use: Any, kind: type[Exception], sentence: str) -> None:
    with pytest.raises(kind, match=sentence):
        use()


def test_the_exported_result_of_one_variable_has_the_shape_of_the_contract() -> None:
    result = json.loads(ONE.to_json())
    assert list(result) == [
        "schema", "data", "model", "options", "fit", "trace", "responsibilities",
    ]  # fmt: skip
    assert result["schema"] == "emkit-result/1"
    assert result["data"] == {"n": 272, "d": 1, "columns": ["x"]}
    assert result["model"] == {"family": "gaussian", "components": 2, "covariance": "full"}
    assert result["options"] == {
        "tol": 1e-6, "max_iter": 100, "reg_covar": 0, "seed": 0, "restarts": 1, "start": "given",
    }  # fmt: skip
    fit = result["fit"]
    assert fit["status"] == "converged"
    assert fit["iterations"] == ONE.iterations == len(result["trace"]) - 1
    assert fit["means"] == ONE.params.means.ravel().tolist()
    assert fit["standard_deviations"] == ONE.params.standard_deviations.tolist()
    assert (fit["aic"], fit["bic"]) == (ONE.aic, ONE.bic)
    assert result["trace"][0]["standard_deviations"] == [5.0, 5.0]
    assert result["trace"][0]["iteration"] == 0
    assert np.shape(result["responsibilities"]) == (272, 2)


def test_the_exported_result_of_more_variables_has_matrices() -> None:
    fit = json.loads(BOTH.to_json())["fit"]
    assert np.shape(fit["means"]) == (2, 2)
    assert np.shape(fit["covariances"]) == (2, 2, 2)
    assert "standard_deviations" not in fit


def test_exported_numbers_read_back_the_same() -> None:
    result = json.loads(BOTH.to_json())
    assert result["fit"]["log_likelihood"] == BOTH.log_likelihood
    assert result["fit"]["covariances"] == BOTH.params.full_covariances().tolist()
    assert [step["log_likelihood"] for step in result["trace"]] == [
        step.log_likelihood for step in BOTH.steps
    ]


def test_an_export_states_the_options_that_were_changed() -> None:
    found = emkit.fit(X, 2, accelerate=True, equal_weights=True, restarts=3)
    options = found.to_dict()["options"]
    assert options["restarts"] == 3
    assert options["accelerate"] is True
    assert options["equal_weights"] is True
    assert options["within"] == 1e-8  # a search without limits goes so far
    single = emkit.fit(X, 2, start="quantiles", equal_weights=True).to_dict()["options"]
    assert single["equal_weights"] is True
    assert not {"within", "accelerate", "limited"} & single.keys()


def test_a_collapsed_fit_is_exported_too() -> None:
    x = [1.0, 1.0, 1.0, 1.0, 5.0, 6.0, 7.0, 8.0]
    start = {"means": [1, 6], "standard_deviations": [0.5, 1]}
    assert json.loads(emkit.fit(x, start=start).to_json())["fit"]["status"] == "collapsed"
