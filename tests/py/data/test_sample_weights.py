"""Observation weights: how often each row counts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.errors import TooFewValues, WeightError
from support.mixtures import STRUCTURES

X = faithful()
START = {"weights": [0.5, 0.5], "means": [[2, 55], [4.5, 80]], "covariances": [np.eye(2)] * 2}


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_whole_weights_are_the_same_as_repeated_rows(covariance: str) -> None:
    weights = 1 + np.arange(len(X)) % 3
    weighed = emkit.fit(X, 2, covariance, START, sample_weight=weights, tol=0, max_iter=10)
    repeated = emkit.fit(np.repeat(X, weights, axis=0), 2, covariance, START, tol=0, max_iter=10)
    assert weighed.log_likelihood == pytest.approx(repeated.log_likelihood, rel=1e-13)
    assert weighed.bic == pytest.approx(repeated.bic, rel=1e-13)
    np.testing.assert_allclose(weighed.params.means, repeated.params.means, rtol=1e-12)
    np.testing.assert_allclose(weighed.params.covariances, repeated.params.covariances, rtol=1e-11)


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_a_weight_of_zero_is_the_same_as_no_row(covariance: str) -> None:
    weights = (np.arange(len(X)) % 4 > 0).astype(float)
    far = np.where(weights[:, None] > 0, X, 1e6)
    weighed = emkit.fit(far, 2, covariance, START, sample_weight=weights, tol=0, max_iter=10)
    without = emkit.fit(X[weights > 0], 2, covariance, START, tol=0, max_iter=10)
    assert weighed.log_likelihood == without.log_likelihood
    assert weighed.responsibilities().shape == (len(X), 2)
    assert np.isfinite(weighed.responsibilities()).all()


def test_all_weights_times_a_constant_change_only_the_log_likelihood() -> None:
    weights = np.linspace(0.1, 2.0, len(X))
    one = emkit.fit(X, 2, start=START, sample_weight=weights, tol=0, max_iter=10)
    other = emkit.fit(X, 2, start=START, sample_weight=1e-3 * weights, tol=0, max_iter=10)
    assert other.log_likelihood == pytest.approx(1e-3 * one.log_likelihood, rel=1e-12)
    np.testing.assert_allclose(other.params.means, one.params.means, rtol=1e-11)


def test_the_sum_of_weights_stands_for_n_in_bic_and_in_the_tolerance() -> None:
    weights = np.full(len(X), 0.5)
    found = emkit.fit(X, 2, start=START, sample_weight=weights)
    assert found.bic == pytest.approx(11 * np.log(136) - 2 * found.log_likelihood)
    assert found.last.gain / 136 < 1e-6 <= found.steps[-2].gain / 136


@pytest.mark.parametrize("strategy", ["quantiles", "kmeans++", "random_points"])
def test_starts_do_not_look_at_rows_of_weight_zero(strategy: str) -> None:
    weights = np.r_[np.ones(len(X)), np.zeros(5)]
    more = np.vstack([X, np.full((5, 2), 1e6)])
    step = next(iter(emkit.iterate(more, 2, start=strategy, sample_weight=weights)))
    assert np.abs(step.params.means).max() < 200


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [
        ([1, 2, 3], "shape"),
        ([1, 1, -0.5, 1], "row 3 is -0.5"),
        ([1, 1, np.nan, 1], "row 3 is nan"),
        ([1, 1, 1, np.inf], "row 4 is inf"),
        ([0, 0, 0, 0], "no row counts"),
        (["a", 1, 1, 1], "not a number"),
    ],
)
def test_weights_that_cannot_count_are_refused(weights: Any, sentence: str) -> None:
    with pytest.raises(WeightError, match=sentence):
        observe([1.0, 2.0, 5.0, 6.0], sample_weight=weights)


def test_rows_of_weight_zero_do_not_count_as_rows() -> None:
    with pytest.raises(TooFewValues, match="there are 3"):
        emkit.fit([1.0, 2.0, 5.0, 6.0], 2, sample_weight=[1, 1, 1, 0])


def test_the_export_states_the_total_weight() -> None:
    found = emkit.fit(X, 2, start=START, sample_weight=np.full(len(X), 0.5))
    assert found.to_dict()["data"]["total_weight"] == 136
