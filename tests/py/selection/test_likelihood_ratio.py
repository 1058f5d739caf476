"""The test of one component more."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.data.binned import Binned
from emkit.data.datasets import faithful
from emkit.errors import OptionError

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
def test_the_statistic_is_never_negative(covariance: str, seed: int) -> None:
    # Pure noise, where the larger fit has next to nothing to gain. mclust can report less.
    x = np.random.default_rng(seed).normal(size=(60, 2))
    found = emkit.likelihood_ratio(x, 1, covariance, replicates=3, restarts=2)
    assert found.statistic >= 0.0
    assert (found.replicates >= 0.0).all()
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


def test_weights_stay_with_their_rows_in_simulated_data() -> None:
    found = emkit.likelihood_ratio(WAITING, 1, replicates=2, sample_weight=np.full(272, 2.0))
    once = emkit.likelihood_ratio(WAITING, 1, replicates=2)
    assert found.statistic == pytest.approx(2.0 * once.statistic, rel=1e-9)
