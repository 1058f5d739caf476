"""The Gaussian mixture: counting, checking, sampling; collapses and their sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.observations import observe
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.trace import Status
from support.mixtures import STRUCTURES, case_of, model_like, sampled, truth

pytestmark = pytest.mark.usefixtures("each_engine")

every_structure = pytest.mark.parametrize("covariance", STRUCTURES)


@pytest.mark.parametrize(
    ("covariance", "free"), [("full", 17), ("tied", 11), ("diag", 14), ("spherical", 11)]
)
def test_free_parameters_are_counted(covariance: str, free: int) -> None:
    model = model_like(truth(covariance, 3, 2))
    assert model.n_free == free
    assert replace(model, equal_weights=True).n_free == free - 2


@every_structure
def test_the_joint_density_is_the_formula(covariance: str) -> None:
    params, x = truth(covariance, 3, 2), np.random.default_rng(0).normal(size=(5, 2))
    table = model_like(params).joint_density(params)(x)
    for j, matrix in enumerate(params.full_covariances()):
        gaps = x - params.means[j]
        distances = np.einsum("ni,ij,nj->n", gaps, np.linalg.inv(matrix), gaps)
        constant = np.log(params.weights[j]) - 0.5 * np.log(np.linalg.det(2 * np.pi * matrix))
        np.testing.assert_allclose(table[j], constant - 0.5 * distances, rtol=1e-12)


@every_structure
def test_an_m_step_with_equal_weights_leaves_them_equal(covariance: str) -> None:
    case = sampled(covariance)
    model = replace(case.model, equal_weights=True)
    params = model.m_step(model.e_step(case.start, case.data))
    assert params.weights.tolist() == [1 / 3] * 3


def test_a_ridge_is_added_to_every_variance() -> None:
    case = sampled("full")
    expectation = case.model.e_step(case.start, case.data)
    ridged = replace(case.model, ridge=np.array([1.0, 2.0])).m_step(expectation)
    plain = case.model.m_step(expectation)
    expected = plain.covariances + np.diag([1.0, 2.0])
    np.testing.assert_allclose(ridged.covariances, expected, rtol=1e-14)


def test_a_ridge_is_a_fraction_of_the_data_and_so_free_of_units() -> None:
    x = sampled("full").data.x
    for scale in (1e-8, 1.0, 1e8):
        model = GaussianMixtureModel.for_data(observe(x * scale), 2, reg_covar=0.5)
        np.testing.assert_allclose(model.ridge, 0.5 * x.var(axis=0) * scale**2, rtol=1e-12)


@every_structure
def test_draws_have_the_moments_of_the_mixture(covariance: str) -> None:
    params, n = truth(covariance, 3, 2), 50_000
    x, labels = model_like(params).sample(params, n, np.random.default_rng(0))
    for j, matrix in enumerate(params.full_covariances()):
        mine = x[labels == j]
        # five standard errors of a share, of means and of covariances
        size = n * params.weights[j]
        assert abs(len(mine) - size) < 5 * np.sqrt(size)
        scale = np.sqrt(np.diag(matrix))
        assert (np.abs(mine.mean(axis=0) - params.means[j]) < 5 * scale / np.sqrt(size)).all()
        gap = np.abs(np.cov(mine.T) - matrix) / np.outer(scale, scale)
        assert gap.max() < 5 * np.sqrt(2 / size)


def test_responsibilities_do_not_depend_on_chunks() -> None:
    case = sampled("full", n=30_000)
    whole = case.model.responsibilities(case.start, case.data)
    row = observe(case.data.x[12_345:12_346])
    np.testing.assert_allclose(
        whole[12_345:12_346], case.model.responsibilities(case.start, row), rtol=1e-12
    )
    assert whole.shape == (30_000, 3)


def test_parameters_as_plain_data_are_flat_for_one_variable() -> None:
    flat = truth("tied", 2, 1).to_dict()
    assert {key: np.shape(value) for key, value in flat.items()} == {
        "weights": (2,), "means": (2,), "standard_deviations": (2,),
    }  # fmt: skip
    wide = truth("tied", 2, 3).to_dict()
    assert {key: np.shape(value) for key, value in wide.items()} == {
        "weights": (2,), "means": (2, 3), "covariances": (2, 3, 3),
    }  # fmt: skip


@every_structure
def test_standard_deviations_are_roots_of_variances(covariance: str) -> None:
    params = truth(covariance, 3, 2)
    expected = np.sqrt(np.einsum("kii->ki", params.full_covariances()))
    np.testing.assert_allclose(params.standard_deviations, expected, rtol=1e-15)
    assert truth(covariance, 3, 1).standard_deviations.shape == (3,)


def test_sound_parameters_have_no_flaw() -> None:
    for covariance in STRUCTURES:
        params = truth(covariance, 3, 2)
        assert model_like(params).check(params) is None


def flaw_of(params: GaussianParams, **changes: Any) -> str:
    """The sentence about parameters with something wrong."""
    changed = replace(params, **changes)
    flaw = model_like(params).check(changed)
    assert flaw is not None
    assert flaw.remedy.endswith(".")
    return flaw.sentence


def test_each_flaw_has_its_sentence() -> None:
    two = GaussianParams(
        np.array([0.5, 0.5]), np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([np.eye(2)] * 2), "full"
    )
    gone = np.array([1.0, 0.0])
    assert flaw_of(two, weights=gone) == "component 2 has lost all its points."
    point = np.array([np.eye(2), np.zeros((2, 2))])
    assert flaw_of(two, covariances=point) == "component 2 collapsed onto one point, (3, 4)."
    flat = np.array([np.ones((2, 2)), np.eye(2)])
    assert flaw_of(two, covariances=flat) == (
        "component 1 became flat near (1, 2): it has no spread in some direction."
    )
    thin = np.array([np.eye(2), np.diag([1.0, 1e-40])])
    assert "component 2 became flat near (3, 4)" in flaw_of(two, covariances=thin)
    nan = np.array([np.eye(2), np.full((2, 2), np.nan)])
    assert flaw_of(two, covariances=nan) == "component 2 has lost all its points."


def test_a_shared_covariance_collapses_for_all() -> None:
    tied = GaussianParams(np.array([0.5, 0.5]), np.array([[1.0], [3.0]]), np.zeros((1, 1)), "tied")
    assert flaw_of(tied) == "the components collapsed together: their common spread vanished."
    wide = GaussianParams(np.array([0.5, 0.5]), np.eye(2), np.ones((2, 2)), "tied")
    assert flaw_of(wide).endswith("their common spread vanished in some direction.")


def test_a_single_component_is_not_told_to_use_fewer() -> None:
    one = GaussianParams(np.ones(1), np.array([[1.0, 2.0]]), np.ones((1, 2, 2)), "full")
    flaw = model_like(one).check(one)
    assert flaw is not None
    assert flaw.sentence == (
        "the only component became flat near (1, 2): it has no spread in some direction."
    )
    assert "fewer" not in flaw.remedy


# --- collapses in runs -----------------------------------------------------------------------


def ended(x: Any, start: dict[str, Any], **options: Any) -> Any:
    """The last step of a run."""
    return emkit.fit(x, components=len(start["means"]), start=start, **options).last


def test_a_component_on_one_point_stops_the_run_with_its_place() -> None:
    start = {"means": [1.0, 5.0], "standard_deviations": [1.0, 1e-3]}
    last = ended([1, 1.1, 1.2, 0.9, 5], start)
    assert last.status is Status.COLLAPSED
    assert last.message == (
        "Stopped after 0 iterations: component 2 collapsed onto one point, x = 5. There the "
        "likelihood grows without bound, and no maximum exists. Start with larger spreads or "
        "other means, use fewer components, or add a little regularisation."
    )
    assert np.isfinite(last.log_likelihood)


def test_repeated_values_are_one_point_too() -> None:
    start = {"means": [79.0, 54.0], "standard_deviations": [0.1, 5.0]}
    last = ended([79.1] * 5 + [50, 52, 54, 56, 60], start)
    assert "component 1 collapsed onto one point, x = 79.1." in last.message


def test_a_component_without_points_stops_the_run() -> None:
    start = {"means": [1.0, 1e6], "standard_deviations": [1.0, 1.0]}
    last = ended([1, 1.1, 1.2, 0.9, 5], start)
    assert "component 2 has lost all its points. Start it nearer" in last.message
    assert "without bound" not in last.message


def test_points_on_a_line_make_a_component_flat() -> None:
    x = [[0, 0], [1, 1], [2, 2], [3, 3], [9, 0], [8, 2], [9, 3], [7, 1]]
    start = {"means": [[1.5, 1.5], [8, 1.5]], "covariances": [np.eye(2)] * 2}
    last = ended(x, start, covariance="full")
    assert last.status is Status.COLLAPSED
    assert "component 1 became flat near (1.5, 1.5)" in last.message


def test_a_tied_collapse_is_said_of_all_components() -> None:
    x = [[0.0], [0.0], [5.0], [5.0]]
    start = {"means": [[0.0], [5.0]], "standard_deviations": [0.1, 0.1]}
    last = ended(x, start, covariance="tied")
    assert "the components collapsed together: their common spread vanished." in last.message


def test_a_narrow_cluster_far_from_an_outlier_is_no_collapse() -> None:
    cluster = np.random.default_rng(0).normal(size=99)
    x = [*cluster, 1e13, 2e13]
    start = {"means": [0.0, 1.5e13], "standard_deviations": [1.0, 1e13]}
    found = emkit.fit(x, start=start)
    assert found.status is Status.CONVERGED
    assert found.params.standard_deviations[0] == pytest.approx(cluster.std(), rel=1e-9)


def test_regularisation_keeps_a_component_from_collapsing() -> None:
    start = {"means": [1.0, 5.0], "standard_deviations": [1.0, 1e-3]}
    last = ended([1, 1.1, 1.2, 0.9, 5], start, reg_covar=1e-6)
    assert last.status is Status.CONVERGED


@pytest.mark.parametrize("mean", [0.0, 1e8, 1e20])
def test_one_component_is_fitted_in_one_step_from_anywhere(mean: float) -> None:
    x = np.random.default_rng(0).normal(70.0, 13.0, size=200)
    case = case_of(
        observe(x),
        GaussianParams(np.ones(1), np.array([[mean]]), np.ones((1, 1, 1)), "full"),
    )
    params = case.step(case.start)
    np.testing.assert_allclose(params.means, [[x.mean()]], rtol=1e-14)
    np.testing.assert_allclose(params.covariances, [[[x.var()]]], rtol=1e-13)
