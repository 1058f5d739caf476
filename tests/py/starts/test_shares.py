"""Starts from responsibilities and labels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.errors import StartError
from support.mixtures import STRUCTURES

X = faithful()
LABELS = (X[:, 1] > 66).astype(int)


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_labels_start_at_the_moments_of_their_groups(covariance: str) -> None:
    first = next(iter(emkit.iterate(X, 2, covariance, {"labels": LABELS})))
    np.testing.assert_allclose(first.params.weights, [np.mean(LABELS == 0), np.mean(LABELS == 1)])
    np.testing.assert_allclose(first.params.means[1], X[LABELS == 1].mean(axis=0))
    if covariance == "full":
        expected = np.cov(X[LABELS == 1].T, ddof=0)
        np.testing.assert_allclose(first.params.covariances[1], expected)


def test_the_responsibilities_of_a_step_start_the_next_one() -> None:
    start = {"labels": LABELS}
    one = emkit.fit(X, 2, start=start, max_iter=4, tol=0)
    again = emkit.fit(X, 2, start={"responsibilities": one.responsibilities()}, max_iter=1, tol=0)
    five = emkit.fit(X, 2, start=start, max_iter=5, tol=0)
    np.testing.assert_allclose(again.steps[0].params.means, five.params.means, rtol=1e-12)


def test_a_fits_own_labels_can_start_another_structure() -> None:
    labels = emkit.fit(X, 2).labels()
    assert emkit.fit(X, 2, "tied", {"labels": labels}).converged


def test_responsibilities_that_do_not_sum_to_one_are_divided_with_a_notice() -> None:
    shares = 2.0 * np.eye(2)[LABELS]
    found = emkit.fit(X, 2, start={"responsibilities": shares})
    assert found.notices == ("Responsibilities that did not sum to one were divided by their sum.",)


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ({"labels": [0, 1]}, "must be 272 whole numbers from 0 to 1"),
        ({"labels": LABELS + 1}, "must be 272 whole numbers from 0 to 1"),
        ({"labels": LABELS + 0.5}, "must be 272 whole numbers"),
        ({"labels": "abc"}, "must be 272 whole numbers"),
        ({"labels": LABELS, "means": [0, 1]}, "labels and also other parameters"),
        ({"responsibilities": np.ones((272, 3))}, r"have the shape \(272, 3\)"),
        ({"responsibilities": -np.ones((272, 2))}, "row 1 are negative"),
        ({"responsibilities": np.zeros((272, 2))}, "all zero"),
        ({"responsibilities": [["a"]]}, "not a table of numbers"),
        ({"labels": np.zeros(272, dtype=int)}, "component 2 has lost all its points"),
        ({"labels": np.r_[1, np.zeros(271, dtype=int)]}, "component 2 collapsed onto one point"),
    ],
)
def test_shares_that_make_no_start_are_refused(start: Any, sentence: str) -> None:
    with pytest.raises(StartError, match=sentence):
        emkit.fit(X, 2, start=start)
