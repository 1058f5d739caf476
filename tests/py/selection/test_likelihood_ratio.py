"""The test of one component more."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.binned import Binned
from emkit.data.datasets import faithful
from emkit.errors import OptionError
from emkit.selection import likelihood_ratio
from support.mixtures import near_points

WAITING = faithful()[:, 1]


def test_old_faithful_has_more_than_one_component() -> None:
    found = emkit.likelihood_ratio(WAITING, 1, replicates=9)
    # twice the difference of the 50-digit limits of two components and one
    assert found.statistic == pytest.approx(2 * (1095.28880050071 - 1034.00174983161), abs=1e-6)
    assert found.p_value == 0.1
    assert found.replicates.max() < found.statistic / 4


def test_a_third_component_is_not_needed() -> None:
    found = emkit.likelihood_ratio(WAITING, 2, replicates=9)
    assert found.statistic == pytest.approx(2 * (1034.00174983161 - 1031.634708719920), abs=1e-4)
    assert found.p_value > 0.2


@pytest.mark.parametrize("covariance", ["full", "tied", "diag", "spherical"])
@pytest.mark.parametrize("seed", range(3))
def test_the_larger_fit_is_never_the_less_likely_one(covariance: str, seed: int) -> None:
    # Pure noise, where the larger fit has next to nothing to gain. mclust can report less. The
    # statistic itself would not tell: below zero it is cut off.
    x = np.random.default_rng(seed).normal(size=(60, 2))
    differences: list[float] = []

    def uncut(over: Any, under: Any) -> float:
        differences.append(over.log_likelihood - under.log_likelihood)
        return 0.0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likelihood_ratio, "_twice", uncut)
        found = emkit.likelihood_ratio(x, 1, covariance, replicates=3, restarts=2)
    assert len(differences) == 4
    assert min(differences) >= -1e-9
    assert found.larger.model.components == 2


def test_nor_where_the_likelier_ones_are_doubtful() -> None:
    found = emkit.likelihood_ratio(near_points(), 2, replicates=1, restarts=4)
    assert found.larger.log_likelihood >= found.smaller.log_likelihood - 1e-9


def test_the_test_is_seeded() -> None:
    one, same = (emkit.likelihood_ratio(WAITING, 1, replicates=3, seed=4) for _ in range(2))
    assert (one.replicates == same.replicates).all()


def test_equal_weights_are_not_nested_and_so_refused() -> None:
    with pytest.raises(OptionError, match="no special case"):
        emkit.likelihood_ratio(WAITING, 1, equal_weights=True)


def test_binned_data_are_refused() -> None:
    bins = Binned([-np.inf, 50, 60, 65, 70, 80, 90, np.inf], [40, 50, 20, 10, 80, 60, 12])
    with pytest.raises(OptionError, match="not tested"):
        emkit.likelihood_ratio(bins, 1)


def test_weighted_rows_are_tested_as_if_repeated() -> None:
    # On noise: data simulated with the weights left on would spread the statistic by them.
    x, weights = np.random.default_rng(0).normal(size=40), np.full(40, 5.0)
    # With this seed no replicate is so near a tie of two maxima that rounding would choose.
    weighed = emkit.likelihood_ratio(x, 1, replicates=19, sample_weight=weights, seed=1)
    repeated = emkit.likelihood_ratio(np.repeat(x, 5), 1, replicates=19, seed=1)
    assert weighed.statistic == pytest.approx(repeated.statistic, abs=1e-6)
    # both simulate 200 rows from one normal distribution
    np.testing.assert_allclose(weighed.replicates, repeated.replicates, atol=1e-6)
    assert weighed.p_value == repeated.p_value
