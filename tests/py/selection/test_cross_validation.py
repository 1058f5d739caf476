"""Held-out log-likelihoods."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit.data.binned import Binned
from emkit.data.datasets import faithful
from emkit.errors import OptionError

WAITING = faithful()[:, 1]


def test_every_row_is_held_out_once() -> None:
    # One component has a closed form: the sum over folds can be made by hand.
    found = emkit.cross_validate(WAITING, 1, folds=272, restarts=2)
    by_hand = 0.0
    for i, value in enumerate(WAITING):
        others = np.delete(WAITING, i)
        z = (value - others.mean()) / others.std()
        by_hand -= 0.5 * (z**2 + np.log(2 * np.pi)) + np.log(others.std())
    assert found.log_likelihood == pytest.approx(by_hand, rel=1e-10)
    assert len(found.folds) == 272


def test_two_components_predict_old_faithful_better_than_one_or_five() -> None:
    scores = {
        k: emkit.cross_validate(WAITING, k, folds=4, restarts=2).per_observation for k in (1, 2, 5)
    }
    assert max(scores, key=lambda k: scores[k]) == 2


def test_folds_are_seeded_and_differ_between_seeds() -> None:
    one, same, other = (
        emkit.cross_validate(WAITING, 2, folds=3, restarts=2, seed=seed).folds for seed in (1, 1, 2)
    )
    assert one == same != other


def test_weights_count_in_the_held_out_rows() -> None:
    weights = np.full(272, 2.0)
    once = emkit.cross_validate(WAITING, 2, folds=3, restarts=2)
    twice = emkit.cross_validate(WAITING, 2, folds=3, restarts=2, sample_weight=weights)
    assert twice.per_observation == pytest.approx(once.per_observation, rel=1e-6)


@pytest.mark.parametrize("folds", [1, 273, 2.5])
def test_folds_that_cannot_be_are_refused(folds: int) -> None:
    with pytest.raises(OptionError, match="number of folds"):
        emkit.cross_validate(WAITING, 2, folds=folds)


def test_binned_data_are_refused() -> None:
    bins = Binned([-np.inf, 50, 60, 70, 80, 90, np.inf], [40, 50, 30, 80, 60, 12])
    with pytest.raises(OptionError, match="not cross-validated"):
        emkit.cross_validate(bins, 2)
