"""Which components are doubted, and which are not."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.families.gaussian import GaussianParams
from emkit.spurious import doubts, narrowness
from support.mixtures import truth


def two(weight: float, sd: float, covariance: str = "full") -> GaussianParams:
    """A component of that weight and spread beside one of spread 1."""
    variances = np.array([[sd**2], [1.0]])
    kept = {"full": variances[:, :, None], "diag": variances, "spherical": variances[:, 0]}
    return GaussianParams(
        np.array([weight, 1.0 - weight]), np.zeros((2, 1)), kept[covariance], covariance
    )


@pytest.mark.parametrize("covariance", ["full", "diag", "spherical"])
def test_a_component_on_too_few_points_is_doubted(covariance: str) -> None:
    assert [one.kind for one in doubts(two(0.039, 1.0, covariance), 100)] == ["few"]
    assert doubts(two(0.041, 1.0, covariance), 100) == ()


def test_a_full_component_needs_points_for_its_matrix() -> None:
    params = truth("full", 2, 4)  # weights 1/3 and 2/3
    assert [one.component for one in doubts(params, 29)] == [0]
    assert doubts(params, 31) == ()


@pytest.mark.parametrize(("sd", "found"), [(0.1, ["narrow"]), (0.5, []), (2.0, [])])
def test_a_component_is_narrow_below_a_fifth_of_the_pooled_spread(
    sd: float, found: list[str]
) -> None:
    assert [one.kind for one in doubts(two(0.5, sd), 1000)] == found


def test_narrowness_does_not_depend_on_units() -> None:
    params = truth("full", 3, 2)
    units = np.array([1e-6, 1e9])
    scaled = GaussianParams(
        params.weights, params.means * units,
        params.covariances * units * units[:, None], "full",
    )  # fmt: skip
    np.testing.assert_allclose(narrowness(scaled), narrowness(params), rtol=1e-9)


def test_a_flat_component_is_narrow_in_whatever_direction_it_is_flat() -> None:
    flat = np.array([[1.0, 0.9999], [0.9999, 1.0]])
    params = GaussianParams(np.full(2, 0.5), np.zeros((2, 2)), np.stack([flat, np.eye(2)]), "full")
    assert [(one.component, one.kind) for one in doubts(params, 1000)] == [(0, "narrow")]


def test_tied_covariances_are_never_doubted() -> None:
    params = GaussianParams(np.array([0.001, 0.999]), np.zeros((2, 1)), np.ones((1, 1)), "tied")
    assert doubts(params, 100) == ()
