"""The four structures: shapes, counts, estimates, densities, singular matrices."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.covariance import STRUCTURES, is_singular, structure
from emkit.errors import OptionError
from emkit.moments import Moments
from support.mixtures import truth

every_structure = pytest.mark.parametrize("name", list(STRUCTURES))


@pytest.mark.parametrize(
    ("name", "shape", "free"),
    [("full", (3, 2, 2), 9), ("tied", (2, 2), 3), ("diag", (3, 2), 6), ("spherical", (3,), 3)],
)
def test_each_structure_keeps_and_counts_what_it_says(
    name: str, shape: tuple[int, ...], free: int
) -> None:
    kind = structure(name)
    assert kind.shape(3, 2) == shape
    assert kind.n_free(3, 2) == free
    assert truth(name, 3, 2).covariances.shape == shape


@every_structure
def test_written_out_and_taken_back_covariances_are_the_same(name: str) -> None:
    kind, params = structure(name), truth(name, 3, 2)
    matrices = kind.full(params.covariances, 3, 2)
    assert matrices.shape == (3, 2, 2)
    np.testing.assert_allclose(kind.from_full(matrices), params.covariances, rtol=1e-15)


@every_structure
def test_estimates_are_those_of_the_definition(name: str) -> None:
    rng = np.random.default_rng(5)
    x, shares = rng.normal(size=(40, 2)), rng.random((3, 40))
    kind, ridge = structure(name), np.array([0.25, 0.5])
    found = kind.estimate(Moments.of(x, shares, np.zeros((3, 2)), matrix=kind.matrix), ridge)
    by_hand = np.array([np.cov(x.T, aweights=share, ddof=0) + np.diag(ridge) for share in shares])
    share_of = shares.sum(axis=1) / shares.sum()
    expected = {
        "full": by_hand,
        "tied": np.einsum("k,kij->ij", share_of, by_hand),
        "diag": np.einsum("kii->ki", by_hand),
        "spherical": np.einsum("kii->k", by_hand) / 2.0,
    }[name]
    np.testing.assert_allclose(found, expected, rtol=1e-13)


@every_structure
def test_whitening_gives_distances_and_determinants(name: str) -> None:
    kind, params = structure(name), truth(name, 3, 2)
    matrices = params.full_covariances()
    deviations = np.random.default_rng(6).normal(size=(2, 7))
    whitening = kind.whitening(params.covariances, 3, 2)
    for j in range(3):
        expected = np.einsum("im,ij,jm->m", deviations, np.linalg.inv(matrices[j]), deviations)
        found = np.empty(7)
        whitening.log_kernel(j, deviations.copy(), out=found)
        np.testing.assert_allclose(-2.0 * found, expected, rtol=1e-12)
        assert whitening.log_determinants[j] == pytest.approx(
            -0.5 * np.linalg.slogdet(matrices[j])[1], abs=1e-13
        )


@every_structure
def test_variances_are_the_diagonals(name: str) -> None:
    kind, params = structure(name), truth(name, 3, 2)
    expected = np.einsum("kii->ki", params.full_covariances())
    np.testing.assert_array_equal(kind.variances(params.covariances, 3, 2), expected)


@pytest.mark.parametrize("name", ["diag", "spherical"])
def test_a_variance_that_is_not_positive_is_refused(name: str) -> None:
    kind = structure(name)
    covariances = np.zeros(kind.shape(2, 2))
    with pytest.raises(np.linalg.LinAlgError):
        kind.whitening(covariances, 2, 2)


@pytest.mark.parametrize(
    ("matrix", "singular"),
    [
        ([[1.0, 0.0], [0.0, 1.0]], False),
        ([[1e-200, 0.0], [0.0, 1e200]], False),
        ([[1.0, 1.0 - 1e-9], [1.0 - 1e-9, 1.0]], False),
        ([[1.0, 1.0], [1.0, 1.0]], True),
        ([[1.0, 1.0 - 1e-15], [1.0 - 1e-15, 1.0]], True),
        ([[1.0, 2.0], [2.0, 1.0]], True),
        ([[0.0, 0.0], [0.0, 1.0]], True),
        ([[np.nan, 0.0], [0.0, 1.0]], True),
        ([[np.inf, 0.0], [0.0, 1.0]], True),
    ],
)
def test_singular_is_what_rounding_cannot_tell_from_it(
    matrix: list[list[float]], singular: bool
) -> None:
    assert is_singular(np.array(matrix)) is singular


def test_an_unknown_structure_names_the_nearest_one() -> None:
    with pytest.raises(OptionError) as caught:
        structure("sphericle")
    assert caught.value.remedy == "Did you mean 'spherical'?"
