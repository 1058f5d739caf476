"""The outlines of components lie where their covariances say."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.pictures.ellipses import LEVELS, POINTS, ellipses, in_planes

RNG = np.random.default_rng(3)


def covariance(d: int) -> np.ndarray:
    root = RNG.normal(size=(d, d))
    return root @ root.T


def test_every_point_of_an_outline_is_as_many_standard_deviations_away_as_its_level() -> None:
    mean, matrix = RNG.normal(size=2), covariance(2)
    rings = ellipses(mean, matrix)
    assert rings.shape == (len(LEVELS), POINTS, 2)
    away = rings - mean
    squares = np.einsum("lpi,ij,lpj->lp", away, np.linalg.inv(matrix), away)
    # the inverse of a matrix of condition 1e2 or so
    assert squares == pytest.approx(np.array(LEVELS)[:, None] ** 2 + 0.0 * squares, rel=1e-10)


def test_an_outline_is_closed() -> None:
    rings = ellipses(np.zeros(2), covariance(2))
    assert rings[:, -1] == pytest.approx(rings[:, 0], abs=1e-12)


def test_a_plane_of_two_variables_shows_their_own_part_of_the_matrix() -> None:
    means, matrices = RNG.normal(size=(3, 4)), np.stack([covariance(4) for _ in range(3)])
    seen = in_planes(means, matrices, [[0, 1], [3, 2]])
    assert seen.shape == (2, 3, len(LEVELS), POINTS, 2)
    part = matrices[1][np.ix_([3, 2], [3, 2])]
    assert (seen[1, 1] == ellipses(means[1, [3, 2]], part)).all()


def test_no_planes_have_no_outlines() -> None:
    assert in_planes(np.zeros((2, 3)), np.stack([np.eye(3)] * 2), []).shape[0] == 0


@pytest.mark.parametrize("matrix", [[[4.0, 2.0], [2.0, 1.0]], [[0.0, 0.0], [0.0, 9.0]]])
def test_a_flat_component_is_a_line(matrix: list[list[float]]) -> None:
    rings = ellipses(np.zeros(2), np.array(matrix), [1.0])
    extent = rings[0].max(axis=0)
    # the widest of 73 points of a circle is up to 1 - cos(pi / 72) = 1e-3 short of it
    assert extent == pytest.approx(np.sqrt(np.diag(matrix)), rel=1e-3)
