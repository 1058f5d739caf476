"""Bars and curves: what charts are drawn from."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emkit.data.observations import observe
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.pictures.bars import MOST_BINS, Round, histogram
from emkit.pictures.curves import curves, grid

SETTLED = settings(max_examples=200, deadline=None, derandomize=True, database=None)
NORMAL = np.random.default_rng(0).normal(size=300)


def mixture(means: Any, sds: Any, weights: Any = None) -> GaussianParams:
    k = len(means)
    weights = np.full(k, 1.0 / k) if weights is None else np.array(weights)
    matrices = np.array(sds, dtype=float)[:, None, None] ** 2
    return GaussianParams(weights, np.array(means, dtype=float)[:, None], matrices, "full")


def assert_sound(values: Any) -> Any:
    """What holds for every histogram."""
    bars = histogram(np.sort(np.asarray(values, dtype=float)))
    assert 1 <= len(bars.counts) <= MOST_BINS
    assert bars.counts.sum() == len(values)
    assert bars.counts[0] > 0
    assert bars.counts[-1] > 0
    assert (np.diff(bars.edges) > 0).all()
    assert (bars.densities * np.diff(bars.edges)).sum() == pytest.approx(1.0)
    return bars


@pytest.mark.parametrize(
    ("scale", "offset"),
    [
        (1.0, 0.0), (1.0, 1e8), (1e-6, 1e8), (1.0, 1e12), (1e-3, 1e12), (1e-8, 0.0), (1e-100, 0.0),
        (1e100, 0.0), (1e149, 0.0), (1e-12, -1e-3),
    ],
)  # fmt: skip
def test_bars_are_sound_in_every_unit_and_at_every_offset(scale: float, offset: float) -> None:
    assert_sound(NORMAL * scale + offset)


@SETTLED
@given(
    st.lists(st.floats(-1e6, 1e6) | st.sampled_from([0.0, 1.0, 1e12, -1e-9]), min_size=2)
    .filter(lambda values: min(values) < max(values) - 1e-150 - 1e-13 * max(map(abs, values)))
)  # fmt: skip
def test_bars_are_sound_for_any_numbers(values: list[float]) -> None:
    assert_sound(values)


@pytest.mark.parametrize("outlier", [1e3, 1e6, 1e20, -1e20])
def test_an_outlier_does_not_make_more_bars_than_a_screen_has(outlier: float) -> None:
    assert_sound([*NORMAL, outlier])


def test_half_of_the_data_being_equal_is_no_obstacle() -> None:
    assert_sound([0.0] * 50 + [1.0])


def test_edges_are_round_numbers() -> None:
    for values in (NORMAL, NORMAL * 1e-8, NORMAL + 1e8, [0.1, 0.2, 0.3, 0.4, 0.7]):
        edges = assert_sound(values).edges
        # the shortest decimal that reads back the same has the digits of the width and no more
        digits = [len(Decimal(repr(edge)).normalize().as_tuple().digits) for edge in edges.tolist()]
        assert max(digits) <= 10


def test_edges_are_the_doubles_nearest_to_their_decimals() -> None:
    edges = assert_sound(np.arange(20) * 0.05).edges
    assert [repr(edge) for edge in edges.tolist()] == [
        "0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0",
    ]  # fmt: skip


@pytest.mark.parametrize("value", [1e-300, 0.999999, 1.0, 1.999, 2.0, 4.9, 5.0, 9.99, 123.4, 1e300])
def test_round_numbers_below_are_below_and_not_by_much(value: float) -> None:
    found = Round.below(value)
    assert found.digit in (1, 2, 5)
    assert value / 2.6 < found.value <= value


def test_the_grid_misses_no_narrow_peak() -> None:
    narrow = mixture([5.0, 50.0], [1e-6, 10.0])
    x = grid(0.0, 100.0, narrow)
    assert (np.diff(x) > 0).all()
    assert x[0] == 0.0
    assert x[-1] == 100.0
    drawn = curves(GaussianMixtureModel(2, np.ones(1), "full", np.zeros(1)), narrow, x)
    # both peaks, and the area under each, are there
    height = 0.5 / (1e-6 * np.sqrt(2 * np.pi))
    assert drawn.components[0].max() == pytest.approx(height, rel=1e-6)
    assert np.trapezoid(drawn.mixture, x) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(("scale", "offset"), [(1.0, 0.0), (1.0, 1e8), (1e-8, 0.0), (1e100, 0.0)])
def test_curves_are_densities(scale: float, offset: float) -> None:
    x = np.concatenate([NORMAL, NORMAL + 6.0]) * scale + offset
    data = observe(x)
    model = GaussianMixtureModel.for_data(data, 2)
    params = mixture(np.array([0.0, 6.0]) * scale + offset, [scale, scale], [0.4, 0.6])
    pad = 8.0 * scale
    points = grid(float(x.min()) - pad, float(x.max()) + pad, params)
    drawn = curves(model, params, points)
    assert (drawn.components >= 0).all()
    assert (drawn.mixture > 0).all()
    np.testing.assert_allclose(drawn.components.sum(axis=0), drawn.mixture, rtol=1e-14)
    # the trapezoid rule with steps of a quarter of a spread
    assert np.trapezoid(drawn.mixture, points) == pytest.approx(1.0, abs=1e-2)
