"""The gradient of the log-likelihood against differences of the log-likelihood itself."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.data.binned import Binned
from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.families.binned import BinnedGaussianMixtureModel
from emkit.families.gaussian import GaussianMixtureModel
from emkit.families.score import score
from emkit.starts import kmeans_plus_plus
from emkit.uncertainty import jacobian
from support.mixtures import STRUCTURES


@pytest.mark.parametrize("covariance", STRUCTURES)
@pytest.mark.parametrize("d", [1, 2])
@pytest.mark.parametrize("equal_weights", [False, True])
def test_the_score_is_the_gradient(covariance: str, d: int, equal_weights: bool) -> None:
    data = observe(faithful()[:, :d], sample_weight=np.linspace(0.5, 2.0, 272))
    model = GaussianMixtureModel.for_data(data, 3, covariance, equal_weights=equal_weights)
    start = kmeans_plus_plus(model, data, np.random.default_rng(0)).params
    vector = model.pack(start) + 0.05
    params = model.unpack(vector)
    found = score(model, params, model.e_step(params, data).statistics)
    differences = jacobian(
        lambda packed: np.array([model.e_step(model.unpack(packed), data).log_likelihood]), vector
    )[0]
    # fourth-order differences with a step of 1/500
    np.testing.assert_allclose(found, differences, rtol=0, atol=1e-7 * np.abs(found).max())


def test_the_score_of_binned_data_is_their_gradient() -> None:
    edges = np.r_[-np.inf, np.arange(45, 100, 5), np.inf]
    bins = Binned(edges, np.histogram(faithful()[:, 1], edges)[0])
    rows = bins.representatives()
    base = GaussianMixtureModel.for_data(rows, 2)
    model = BinnedGaussianMixtureModel(base)
    start = kmeans_plus_plus(base, rows, np.random.default_rng(0)).params
    vector = model.pack(start) + 0.05
    params = model.unpack(vector)
    found = score(base, params, model.e_step(params, bins).statistics)
    differences = jacobian(
        lambda packed: np.array([model.e_step(model.unpack(packed), bins).log_likelihood]), vector
    )[0]
    np.testing.assert_allclose(found, differences, rtol=0, atol=1e-7 * np.abs(found).max())
