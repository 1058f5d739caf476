"""Hard labels through the one door for them."""

from __future__ import annotations

import numpy as np
import pytest

import emkit
from emkit import clusters
from emkit.clusters import METHODS
from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.errors import OptionError, TooFewValues


@pytest.mark.parametrize("method", METHODS)
def test_every_method_finds_the_two_kinds_of_eruption(method: str) -> None:
    found = emkit.cluster(faithful(), 2, method)
    em = emkit.fit(faithful(), 2).labels()
    same = (found.labels == em).mean()
    # Rounded minutes make ties, which the last digit breaks. Single linkage splits off one lone
    # row instead: that is what it is known for.
    assert max(same, 1 - same) > (0.95 if method != "single" else 0.5)


@pytest.mark.parametrize("method", METHODS)
def test_labels_are_numbered_by_first_rows_and_means_are_of_the_groups(method: str) -> None:
    x = faithful()
    found = emkit.cluster(x, 3, method)
    assert found.labels[0] == 0
    for j in range(3):
        np.testing.assert_allclose(found.means[j], x[found.labels == j].mean(axis=0))


def test_kmeans_labels_are_seeded() -> None:
    one, other = (emkit.cluster(faithful(), 5, seed=3) for _ in range(2))
    assert (one.labels == other.labels).all()


def test_mistakes_are_said() -> None:
    with pytest.raises(OptionError, match="Did you mean 'kmeans'"):
        emkit.cluster(faithful(), 2, "k-means")
    with pytest.raises(TooFewValues):
        emkit.cluster([1.0, 2.0, 3.0], 2)


def test_a_group_whose_rows_all_have_no_weight_has_their_plain_mean() -> None:
    data = observe([0.0, 1.0, 8.0, 9.0], sample_weight=[1, 3, 0, 0])
    means = clusters._means(data, np.array([0, 0, 1, 1]), 2)
    assert means.ravel().tolist() == [0.75, 8.5]
