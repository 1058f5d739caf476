"""Starts from a fit with one component fewer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.starts.splits import split, twin
from support.mixtures import STRUCTURES

every_structure = pytest.mark.parametrize("covariance", STRUCTURES)


@every_structure
def test_a_twin_has_the_same_density(covariance: str) -> None:
    found = emkit.fit(faithful(), 2, covariance)
    larger = replace(found.model, components=3)
    again = larger.e_step(twin(found.params), found.data).log_likelihood
    assert again == pytest.approx(found.log_likelihood, abs=1e-9)


@every_structure
@pytest.mark.parametrize("j", [0, 1])
def test_a_cut_component_keeps_its_weight_and_mean(covariance: str, j: int) -> None:
    found = emkit.fit(faithful(), 2, covariance)
    larger = replace(found.model, components=3)
    parts = split(larger, found.params, j)
    halves = [j, j + 1]
    assert larger.check(parts) is None
    assert parts.weights[halves].sum() == pytest.approx(found.params.weights[j])
    np.testing.assert_allclose(parts.means[halves].mean(axis=0), found.params.means[j])


def test_a_full_component_cut_in_two_keeps_its_covariance() -> None:
    found = emkit.fit(faithful(), 2)
    parts = split(replace(found.model, components=3), found.params, 0)
    within = parts.covariances[:2].mean(axis=0)
    gap = parts.means[0] - parts.means[1]
    np.testing.assert_allclose(within + 0.25 * np.outer(gap, gap), found.params.covariances[0])


def test_equal_weights_stay_equal_when_a_component_is_cut() -> None:
    found = emkit.fit(faithful(), 2, equal_weights=True)
    parts = split(replace(found.model, components=3), found.params, 0)
    assert parts.weights.tolist() == [1 / 3] * 3


def test_more_equal_components_are_compared_without_a_twin() -> None:
    table = emkit.compare(faithful(), [1, 2, 3], ["tied"], equal_weights=True)
    assert [row.n_free for row in table.rows] == [5, 7, 9]
