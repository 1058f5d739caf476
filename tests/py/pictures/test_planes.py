"""The plane on which components lie most apart."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.families.gaussian import GaussianParams
from emkit.pictures.planes import separating


@pytest.fixture
def rng() -> np.random.Generator:
    """The same draws for every test."""
    return np.random.default_rng(11)


def mixture(rng: np.random.Generator, k: int, d: int, covariance: str = "full") -> GaussianParams:
    weights = rng.dirichlet(np.full(k, 5.0))
    roots = rng.normal(size=(k, d, d)) + 2.0 * np.eye(d)
    matrices = roots @ np.swapaxes(roots, 1, 2)
    matrices = matrices[0] if covariance == "tied" else matrices
    return GaussianParams(weights, 4.0 * rng.normal(size=(k, d)), matrices, covariance)


def within(params: GaussianParams) -> np.ndarray:
    return np.einsum("k,kij->ij", params.weights, params.full_covariances())


@pytest.mark.parametrize(("k", "d"), [(1, 3), (2, 3), (3, 4), (7, 5), (2, 12)])
@pytest.mark.parametrize("covariance", ["full", "tied"])
def test_within_components_its_coordinates_have_variance_one_and_no_correlation(
    rng: np.random.Generator, k: int, d: int, covariance: str
) -> None:
    params = mixture(rng, k, d, covariance)
    plane = separating(params)
    assert plane.directions.T @ within(params) @ plane.directions == pytest.approx(
        np.eye(2), abs=1e-9
    )
    # the mean of the mixture is the origin
    assert params.weights @ plane.points(params.means) == pytest.approx(np.zeros(2), abs=1e-9)


def test_no_other_direction_tells_the_means_further_apart(rng: np.random.Generator) -> None:
    params = mixture(rng, 4, 5)
    away = params.means - params.weights @ params.means
    between = np.einsum("k,ki,kj->ij", params.weights, away, away)

    def ratio(direction: np.ndarray) -> float:
        return (direction @ between @ direction) / (direction @ within(params) @ direction)

    best = ratio(separating(params).directions[:, 0])
    others = [ratio(direction) for direction in rng.normal(size=(2000, 5))]
    assert best >= max(others)


def test_the_directions_are_those_of_linear_discriminant_analysis(
    rng: np.random.Generator,
) -> None:
    pytest.importorskip("sklearn")
    peer = pytest.importorskip("sklearn.discriminant_analysis")
    groups = np.repeat([0, 1, 2], [40, 60, 50])
    x = rng.normal(size=(150, 4)) @ rng.normal(size=(4, 4)) + 3.0 * rng.normal(size=(3, 4))[groups]
    means = np.stack([x[groups == j].mean(axis=0) for j in range(3)])
    matrices = np.stack([np.cov(x[groups == j].T, bias=True) for j in range(3)])
    params = GaussianParams(np.bincount(groups) / 150, means, matrices, "full")
    theirs = peer.LinearDiscriminantAnalysis(solver="eigen").fit(x, groups).scalings_[:, :2]
    ours = separating(params).directions
    for mine, other in zip(ours.T, theirs.T, strict=True):
        cosine = mine @ other / np.linalg.norm(mine) / np.linalg.norm(other)
        assert abs(cosine) == pytest.approx(1.0, abs=1e-10)


def test_beyond_two_means_the_direction_is_that_in_which_shapes_differ() -> None:
    matrices = np.stack([np.eye(4), np.diag([1.0, 1.0, 9.0, 1.0])])
    params = GaussianParams(
        np.array([0.5, 0.5]), np.array([[0.0, 0, 0, 0], [6, 0, 0, 0]]), matrices, "full"
    )
    second = separating(params).directions[:, 1]
    assert np.abs(second) / np.abs(second).max() == pytest.approx([0, 0, 1, 0], abs=1e-9)


def test_one_component_is_seen_along_its_principal_components() -> None:
    matrix = np.array([[4.0, 3.0, 0.0], [3.0, 4.0, 0.0], [0.0, 0.0, 1.0]])
    params = GaussianParams(np.ones(1), np.zeros((1, 3)), matrix[None], "full")
    first = separating(params).directions[:, 0]
    assert first / first.max() == pytest.approx([1, 1, 0], abs=1e-9)


def test_nearly_collinear_variables_have_a_plane_too(rng: np.random.Generator) -> None:
    z, noise = rng.normal(size=(200, 1)), 1e-5 * rng.normal(size=(200, 2))
    params = emkit.fit(np.hstack([z, z + noise]), 1).params
    directions = separating(params).directions
    # the matrix in between is 1e10 times as wide as it is narrow
    assert directions.T @ within(params) @ directions == pytest.approx(np.eye(2), abs=1e-5)


def test_signs_do_not_depend_on_the_order_of_the_components(rng: np.random.Generator) -> None:
    params = mixture(rng, 3, 4)
    turned = params.taking(np.array([2, 0, 1]))
    assert separating(turned).directions == pytest.approx(separating(params).directions, rel=1e-6)


def test_units_do_not_change_where_the_points_lie(rng: np.random.Generator) -> None:
    params, units = mixture(rng, 3, 4), np.array([1e-6, 1.0, 1e3, 1e8])
    scaled = GaussianParams(
        params.weights, params.means * units, params.covariances * np.outer(units, units), "full"
    )
    x = rng.normal(size=(20, 4))
    there = separating(scaled).points(x * units)
    # eigenvectors of a matrix that is rounded in other places
    assert there == pytest.approx(separating(params).points(x), abs=1e-7)
