"""The table of fits and what it prefers."""

from __future__ import annotations

import json

import numpy as np
import pytest

import emkit
from emkit.data.binned import Binned
from emkit.data.datasets import faithful
from emkit.errors import EmptyData, OptionError, TooFewValues
from emkit.selection.comparison import Comparison
from emkit.selection.criteria import entropy, icl
from support.mixtures import near_points

WAITING = faithful()[:, 1]


@pytest.fixture(scope="module")
def table() -> Comparison:
    return emkit.compare(faithful(), range(1, 6), ["full", "tied"])


def test_bic_chooses_three_tied_components_for_old_faithful(table: Comparison) -> None:
    best = table.best("bic")
    assert (best.components, best.covariance) == (3, "tied")
    assert best.bic == pytest.approx(2314.29567837, abs=1e-6)


def test_the_rows_are_the_limits_where_those_are_known(table: Comparison) -> None:
    known = {
        (2, "full"): -1130.26396018474, (3, "full"): -1119.21397059375,
        (2, "tied"): -1140.18675943708, (3, "tied"): -1126.31592782340,
    }  # fmt: skip
    for row in table.rows:
        if (row.components, row.covariance) in known:
            expected = known[row.components, row.covariance]
            assert row.log_likelihood == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("covariance", ["full", "tied"])
def test_the_likelihood_never_falls_as_components_are_added(
    table: Comparison, covariance: str
) -> None:
    levels = [row.log_likelihood for row in table.rows if row.covariance == covariance]
    assert len(levels) == 5
    assert (np.diff(levels) >= 0.0).all()


def test_it_never_falls_although_the_likelier_ones_are_doubtful() -> None:
    # Two components are at -55.788, and what three find without a doubt is at -57.642.
    two, three = emkit.compare(near_points(), [2, 3], restarts=4).rows
    assert three.log_likelihood >= two.log_likelihood - 1e-9
    assert any("one component fewer; this was kept" in one for one in three.fit.notices)
    assert three.fit.status is emkit.Status.CONVERGED


def test_a_table_of_collapsed_fits_prints_without_a_best() -> None:
    table = emkit.compare(np.repeat([0.0, 1.0, 2.0, 5.0], 2), [4])
    assert "collapsed" in str(table)
    assert "*" not in str(table)
    with pytest.raises(EmptyData):
        table.best()


def test_the_table_prints_aligned_with_the_best_marked(table: Comparison) -> None:
    lines = str(table).splitlines()
    assert len(lines) == 11
    assert lines[0].split() == [
        "components", "covariance", "p", "log-likelihood", "AIC", "BIC", "ICL",
    ]  # fmt: skip
    assert str(table).count("*") == 3
    assert lines[8].split()[5] == "2314.30*"


def test_the_table_is_plain_data_too(table: Comparison) -> None:
    rows = json.loads(json.dumps(table.to_dict()))["rows"]
    assert rows[0]["components"] == 1
    assert rows[0]["cross_validated"] is None
    assert "fit" not in rows[0]


def test_unknown_criteria_and_missing_values_are_said(table: Comparison) -> None:
    with pytest.raises(OptionError, match="Did you mean 'bic'"):
        table.best("bix")
    with pytest.raises(EmptyData, match="cross_validated"):
        table.best("cross_validated")


def test_folds_add_a_cross_validated_column() -> None:
    table = emkit.compare(WAITING, [1, 2], folds=4, restarts=3)
    assert table.best("cross_validated").components == 2


def test_too_many_components_for_the_data_are_refused_at_once() -> None:
    with pytest.raises(TooFewValues):
        emkit.compare([1.0, 2.0, 4.0, 8.0], [1, 3])


def test_binned_data_can_be_compared() -> None:
    edges = np.r_[-np.inf, np.arange(45, 100, 5), np.inf]
    bins = Binned(edges, np.histogram(WAITING, edges)[0])
    assert emkit.compare(bins, [1, 2, 3]).best("bic").components == 2


def test_entropy_and_icl_agree_with_50_digits() -> None:
    start = {"means": [55, 80], "standard_deviations": [5, 5]}
    found = emkit.fit(WAITING, start=start, tol=1e-15)
    assert entropy(found) == pytest.approx(11.17122892256900, abs=1e-6)
    assert icl(found) == pytest.approx(2118.374967839834, abs=1e-6)


def test_entropy_counts_rows_as_often_as_their_weights_say() -> None:
    weights = 1 + np.arange(272) % 3
    start = {"means": [55, 80], "standard_deviations": [5, 5]}
    weighed = emkit.fit(WAITING, start=start, sample_weight=weights)
    repeated = emkit.fit(np.repeat(WAITING, weights), start=start)
    assert entropy(weighed) == pytest.approx(entropy(repeated), rel=1e-9)


def test_one_component_leaves_nothing_undecided() -> None:
    assert entropy(emkit.fit(WAITING, 1)) == 0.0
