"""What all mixtures share."""

from __future__ import annotations

import math

import numpy as np
import pytest

from emkit.families.mixture import _exact_sum
from support.mixtures import sampled

pytestmark = pytest.mark.usefixtures("each_engine")


@pytest.mark.parametrize(
    "parts", [[math.inf, -math.inf], [math.nan, 1.0], [1e308, 1e308, -1e308, -1.7e308, 1e308]]
)
def test_a_sum_that_is_no_number_is_nan_and_no_exception(parts: list[float]) -> None:
    total = _exact_sum(parts)
    assert math.isnan(total) or math.isfinite(total)


def test_the_log_likelihood_is_the_sum_of_log_densities() -> None:
    case = sampled("full", n=30_000)
    value = case.model.e_step(case.start, case.data).log_likelihood
    exact = math.fsum(case.model.log_density(case.start, case.data.x))
    assert value == pytest.approx(exact, rel=1e-14)


def test_observation_weights_count_rows() -> None:
    case = sampled("full", n=50)
    twice = type(case.data)(case.data.x, case.data.columns, np.full(50, 2.0))
    one = case.model.e_step(case.start, case.data)
    two = case.model.e_step(case.start, twice)
    assert two.log_likelihood == pytest.approx(2.0 * one.log_likelihood, rel=1e-14)
    np.testing.assert_allclose(two.statistics.counts, 2.0 * one.statistics.counts, rtol=1e-14)
