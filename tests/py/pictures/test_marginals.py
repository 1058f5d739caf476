"""Marginal densities of single variables, and bars for values that do not vary."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.pictures.bars import one_bar
from emkit.pictures.curves import curves
from emkit.pictures.marginals import marginals

WEIGHTS = np.array([0.3, 0.7])
MEANS = np.array([[0.0, 10.0, -2.0], [3.0, 20.0, 5.0]])
COVARIANCES = np.array([np.diag([1.0, 4.0, 0.25]), [[2.0, 1.0, 0.5], [1.0, 3.0, 0], [0.5, 0, 1.0]]])
MIXTURE = GaussianParams(WEIGHTS, MEANS, COVARIANCES, "full")


@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_marginal_is_the_mixture_of_one_variable_with_its_means_and_variances(
    column: int,
) -> None:
    found = marginals(MIXTURE, [column], [(-10.0, 30.0)])
    alone = GaussianParams(
        WEIGHTS, MEANS[:, [column]], COVARIANCES[:, [column]][:, :, [column]], "full"
    )
    model = GaussianMixtureModel(2, np.ones(1), "full", np.zeros(1))
    drawn = curves(model, alone, found.x[0])
    assert found.components[0] == pytest.approx(drawn.components, rel=1e-9, abs=1e-300)
    assert found.mixture[0] == pytest.approx(drawn.mixture, rel=1e-9, abs=1e-300)


def test_places_ascend_within_the_span_and_miss_no_narrow_peak() -> None:
    narrow = GaussianParams(WEIGHTS, MEANS, COVARIANCES * 1e-12, "full")
    found = marginals(narrow, [0, 2], [(-1.0, 4.0), (-3.0, 6.0)])
    assert found.x.shape[0] == 2
    assert (np.diff(found.x) >= 0).all()
    assert (found.x[:, [0, -1]] == [[-1.0, 4.0], [-3.0, 6.0]]).all()
    # the whole height of each peak is met
    heights = WEIGHTS / np.sqrt(2 * np.pi * 1e-12 * np.array([1.0, 2.0]))
    assert found.components[0].max(axis=1) == pytest.approx(heights, rel=1e-6)


def test_a_component_without_spread_leaves_the_others_their_curves() -> None:
    flat = COVARIANCES.copy()
    flat[0] = 0.0
    found = marginals(GaussianParams(WEIGHTS, MEANS, flat, "full"), [0], [(-1.0, 6.0)])
    assert np.isfinite(found.mixture).all()
    assert found.components[0, 1].max() == pytest.approx(0.7 / np.sqrt(2 * np.pi * 2.0), rel=1e-6)


@pytest.mark.parametrize("value", [0.0, -3.0, 1e300])
def test_values_that_are_all_alike_stand_in_one_bar(value: float) -> None:
    bar = one_bar(np.full(4, value), np.array([1.0, 2.0, 0.5, 1.0]))
    assert bar.edges[0] < value < bar.edges[1]
    assert bar.counts == [4.5]
    assert np.isfinite(bar.edges).all()
