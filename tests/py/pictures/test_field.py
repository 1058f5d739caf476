"""The density on a grid, for contours."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.pictures.field import field


def test_the_density_on_the_grid_is_that_of_the_fit() -> None:
    x = faithful()
    fit = emkit.fit(x, 2, "tied", start="quantiles", max_iter=5)
    seen = field(fit.model, fit.params, x.min(axis=0), x.max(axis=0))
    assert seen.density.shape == (len(seen.y), len(seen.x))
    for row, column in [(0, 0), (10, 70), (50, 3)]:
        there = fit.density([[seen.x[column], seen.y[row]]])
        assert seen.density[row, column] == pytest.approx(there[0], rel=1e-12)


def test_the_grid_reaches_a_little_beyond_the_data() -> None:
    x = faithful()
    fit = emkit.fit(x, 1, start="quantiles")
    low, high = x.min(axis=0), x.max(axis=0)
    seen = field(fit.model, fit.params, low, high)
    assert seen.x[0] < low[0] < high[0] < seen.x[-1]
    assert seen.y[0] < low[1] < high[1] < seen.y[-1]
    assert np.ptp(seen.x) < 1.2 * (high[0] - low[0])
