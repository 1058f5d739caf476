"""Standardised columns: zero, unit, the way back and the Jacobian."""

from __future__ import annotations

import numpy as np
import pytest

from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.data.scaling import Scaling, standardised
from emkit.errors import NoSpread


def test_standardised_columns_have_mean_zero_and_standard_deviation_one() -> None:
    data = standardised(observe(faithful()))
    assert np.abs(data.means).max() < 1e-14  # n roundings of numbers near one, averaged
    assert data.variances == pytest.approx([1.0, 1.0], rel=1e-14)


def test_observation_weights_count() -> None:
    repeated = observe([[1.0], [2.0], [2.0], [7.0]])
    weighted = observe([[1.0], [2.0], [7.0]], sample_weight=[1, 2, 1])
    one, other = Scaling.of(repeated), Scaling.of(weighted)
    assert one.centre == pytest.approx(other.centre, rel=1e-15)
    assert one.scale == pytest.approx(other.scale, rel=1e-15)
    assert standardised(weighted).weights is weighted.weights


def test_undoing_gives_the_rows_back() -> None:
    x = faithful()
    scaling = Scaling.of(observe(x))
    np.testing.assert_allclose(scaling.undone(scaling.applied(x)), x, rtol=1e-14)


def test_an_offset_of_1e8_leaves_the_standardised_rows_as_they_are() -> None:
    x = np.round(faithful() * 2**20) / 2**20  # so that adding 1e8 is exact
    near, far = (standardised(observe(rows)).x for rows in (x, x + 1e8))
    # Only the mean is rounded: to half of 1.5e-8, against standard deviations above 1.
    np.testing.assert_allclose(far, near, atol=1e-8)


def test_the_jacobian_is_one_over_the_units() -> None:
    found = Scaling(np.zeros(2), np.array([2.0, 5.0])).log_jacobian
    assert found == pytest.approx(-np.log(10.0), rel=1e-15)


@pytest.mark.parametrize(
    ("rows", "weights", "message"),
    [
        ([[1, 5], [2, 5]], None, "Column b holds one value only"),
        ([[3, 5], [3, 5]], None, "Columns a and b hold one value only"),
        ([[1, 5], [2, 5], [3, 6]], [1, 1, 0], "Column b holds one value only"),
    ],
)
def test_columns_that_do_not_vary_are_named(
    rows: list[list[int]], weights: list[int] | None, message: str
) -> None:
    with pytest.raises(NoSpread, match=message) as caught:
        Scaling.of(observe(rows, ["a", "b"], weights))
    assert caught.value.remedy.endswith(".")
