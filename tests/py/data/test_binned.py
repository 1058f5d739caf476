"""Counts in bins: what may be given, and what stands for them in a start."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.binned import Binned
from emkit.errors import EmError, NotFinite, OptionError, TooFewValues, WeightError

EDGES = [-np.inf, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, np.inf]
COUNTS = [1, 20, 32, 24, 17, 9, 23, 54, 57, 23, 11, 1]


@pytest.mark.parametrize(
    ("edges", "counts", "kind", "sentence"),
    [
        ([0, 1, 1, 2], [1, 1, 1], NotFinite, "Bin edge 3 is 1, not above the one before it"),
        ([0, 1, np.nan, 2], [1, 1, 1], NotFinite, "finite except for the outer two"),
        ([0, 1, 2], [1, 1], NotFinite, "at least four numbers"),
        (["a", 1, 2, 3], [1, 1, 1], NotFinite, "at least four numbers"),
        ([0, 1, 2, 3], [1, 1], WeightError, "shape"),
        ([0, 1, 2, 3], [1, -1, 1], WeightError, "row 2 is -1"),
        ([0, 1, 2, 3], [0, 0, 0], WeightError, "no row counts"),
    ],
)
def test_bins_that_make_no_sense_are_refused(
    edges: Any, counts: Any, kind: type[EmError], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence):
        Binned(edges, counts)


def test_open_bins_are_represented_as_wide_as_their_neighbours() -> None:
    rows = Binned([-np.inf, 1, 3, 7, np.inf], [1, 2, 3, 4]).representatives()
    assert rows.x.ravel().tolist() == [0.0, 2.0, 5.0, 9.0]
    assert rows.weights is not None
    assert rows.weights.tolist() == [1, 2, 3, 4]


def test_binned_data_are_fitted_by_integration() -> None:
    found = emkit.fit(Binned(EDGES, COUNTS), 2)
    # the 50-digit limit; midpoints would give other parameters altogether
    assert found.log_likelihood == pytest.approx(-597.788934759136, abs=1e-8)
    np.testing.assert_allclose(
        found.params.means.ravel(), [54.7128923058, 80.3694193902], rtol=1e-7
    )
    assert found.bic == pytest.approx(5 * np.log(272) + 2 * 597.788934759136, abs=1e-7)


def test_narrow_bins_give_what_the_values_give() -> None:
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(0, 1, 400), rng.normal(5, 2, 600)])
    edges = np.linspace(-6, 14, 5_001)
    counts = np.histogram(x, edges)[0]
    start = {"means": [0, 5], "standard_deviations": [1, 2]}
    binned = emkit.fit(Binned(edges, counts), start=start, accelerate=True, within=1e-8)
    raw = emkit.fit(x, start=start, accelerate=True, within=1e-8)
    # each value is known to four thousandths, and rounding errors average out
    np.testing.assert_allclose(binned.params.means, raw.params.means, atol=2e-4)
    np.testing.assert_allclose(
        binned.params.standard_deviations, raw.params.standard_deviations, atol=2e-4
    )
    widths = 1000 * np.log(edges[1] - edges[0])
    assert binned.log_likelihood - widths == pytest.approx(raw.log_likelihood, abs=0.05)


def test_responsibilities_of_bins_are_between_those_of_their_edges() -> None:
    found = emkit.fit(Binned(EDGES, COUNTS), 2)
    at_edges = found.responsibilities(EDGES[1:-1])[:, 0]
    in_bins = found.responsibilities()[1:-1, 0]
    assert (in_bins <= at_edges[:-1]).all()
    assert (in_bins >= at_edges[1:]).all()


def test_empty_bins_change_nothing_but_their_own_responsibilities() -> None:
    start = {"means": [55, 80], "standard_deviations": [5, 5]}
    wide = emkit.fit(Binned(EDGES, COUNTS), start=start, tol=0, max_iter=5)
    more = Binned([-np.inf, 0, 45, *EDGES[2:]], [0, *COUNTS])
    assert more.n == 13
    split = emkit.fit(more, start=start, tol=0, max_iter=5)
    # the first bin, once open, now ends at 0, where no component has any mass
    assert split.log_likelihood == pytest.approx(wide.log_likelihood, abs=1e-10)


def test_too_few_bins_are_refused() -> None:
    with pytest.raises(TooFewValues, match="5 free parameters need at least 6 bins"):
        emkit.fit(Binned([0, 1, 2, 3, 4], [5, 6, 7, 8]), 2)


def test_binned_data_take_no_weights_beside_their_counts() -> None:
    with pytest.raises(OptionError, match="counts"):
        emkit.fit(Binned(EDGES, COUNTS), 2, sample_weight=COUNTS)


@pytest.mark.parametrize("covariance", ["full", "tied", "diag", "spherical"])
def test_every_structure_takes_binned_data(covariance: str) -> None:
    found = emkit.fit(Binned(EDGES, COUNTS), 2, covariance)
    assert found.converged
    assert found.model.n_free == (4 if covariance == "tied" else 5)


def test_a_collapse_in_bins_is_survived() -> None:
    counts = [0, 0, 300, 0, 0, 10, 20, 30, 20, 10, 5, 2]
    found = emkit.fit(Binned(EDGES, counts), 2, on_collapse="drop", max_iter=2000)
    assert np.isfinite(found.log_likelihood)


def test_the_exported_result_counts_values_and_bins() -> None:
    data = emkit.fit(Binned(EDGES, COUNTS), 2).to_dict()["data"]
    assert data == {"n": 272, "d": 1, "columns": ["x"], "bins": 12}


def test_a_fit_to_bins_samples_values() -> None:
    x, labels = emkit.fit(Binned(EDGES, COUNTS), 2).sample(50, seed=1)
    assert x.shape == (50, 1)
    assert set(labels) == {0, 1}
