"""Principal components: exact small cases, scikit-learn, weights, offsets, the way back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from emkit.data import principal as module
from emkit.data.observations import observe
from emkit.data.principal import principal
from emkit.data.scaling import standardised
from emkit.errors import NoSpread, OptionError

IRIS = np.loadtxt(
    Path(__file__).parents[2] / "references" / "iris.csv",
    delimiter=",", skiprows=1, usecols=range(4),
)  # fmt: skip


def test_a_case_that_can_be_done_by_hand() -> None:
    # Along (1, 1) / sqrt 2 the squares are 2 * 8, across it 2 * 2, of four rows.
    found = principal(observe([[2, 2], [-2, -2], [1, -1], [-1, 1]]))
    root = np.sqrt(0.5)
    np.testing.assert_allclose(np.abs(found.axes), [[root, root], [root, root]], rtol=1e-15)
    np.testing.assert_allclose(found.axes[0], [root, root], rtol=1e-15)
    np.testing.assert_allclose(found.variances, [4.0, 1.0], rtol=1e-15)
    np.testing.assert_allclose(found.shares, [0.8, 0.2], rtol=1e-15)
    assert found.columns == ("PC1", "PC2")


@pytest.mark.parametrize("standardise", [False, True])
def test_scikit_learn_finds_the_same(standardise: bool) -> None:
    pytest.importorskip("sklearn")
    decomposition = pytest.importorskip("sklearn.decomposition")
    data = observe(IRIS)
    ours = principal(data, 3, standardise=standardise)
    x = standardised(data).x if standardise else IRIS
    theirs = decomposition.PCA(3).fit(x)
    np.testing.assert_allclose(ours.axes, theirs.components_, atol=1e-13)
    np.testing.assert_allclose(ours.shares, theirs.explained_variance_ratio_, rtol=1e-12)
    # theirs divides by n - 1
    np.testing.assert_allclose(ours.variances * 150 / 149, theirs.explained_variance_, rtol=1e-12)
    np.testing.assert_allclose(ours.scores(IRIS), theirs.transform(x), atol=1e-12)


def test_all_components_give_the_rows_back() -> None:
    found = principal(observe(IRIS), standardise=True)
    np.testing.assert_allclose(found.restored(found.scores(IRIS)), IRIS, rtol=1e-13)


def test_some_components_give_the_nearest_rows_back() -> None:
    found = principal(observe(IRIS), 2)
    lost = IRIS - found.restored(found.scores(IRIS))
    left = found.total - found.variances.sum()
    assert (lost**2).sum() / len(IRIS) == pytest.approx(left, rel=1e-12)


def test_covariances_of_scores_come_back_as_those_of_the_columns() -> None:
    data = observe(IRIS)
    found = principal(data, standardise=True)
    restored = found.restored_covariances(np.diag(found.variances)[None])
    np.testing.assert_allclose(restored[0], np.cov(IRIS.T, bias=True), atol=1e-14)


def test_scores_are_uncorrelated_with_the_variances_that_are_stated() -> None:
    found = principal(observe(IRIS), 3)
    covariance = np.cov(found.scores(IRIS).T, bias=True)
    np.testing.assert_allclose(covariance, np.diag(found.variances), atol=1e-14)


def test_the_largest_entry_of_every_axis_is_positive() -> None:
    for x in (IRIS, -IRIS, IRIS[:, ::-1]):
        axes = principal(observe(x)).axes
        assert (axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)] > 0.0).all()


def test_weights_stand_for_repeated_rows() -> None:
    counts = np.arange(len(IRIS)) % 3
    repeated = principal(observe(np.repeat(IRIS, counts, axis=0)), 2)
    weighted = principal(observe(IRIS, sample_weight=counts), 2)
    np.testing.assert_allclose(weighted.axes, repeated.axes, atol=1e-13)
    np.testing.assert_allclose(weighted.shares, repeated.shares, rtol=1e-13)
    kept = weighted.observations(observe(IRIS, sample_weight=counts))
    assert (kept.columns, kept.d) == (("PC1", "PC2"), 2)
    assert kept.weights is not None


def test_an_offset_of_1e8_costs_no_digits() -> None:
    x = np.round(IRIS * 2**20) / 2**20  # so that adding 1e8 is exact
    near, far = principal(observe(x)), principal(observe(x + 1e8))
    np.testing.assert_allclose(far.shares, near.shares, rtol=1e-12)
    # The mean itself is known to half of 1.5e-8.
    np.testing.assert_allclose(far.scores(x + 1e8), near.scores(x), atol=4e-8)


def test_directions_without_variance_are_not_counted() -> None:
    flat = np.column_stack([IRIS[:, 0], 2.0 * IRIS[:, 0], np.full(150, 7.0)])
    assert len(principal(observe(flat)).axes) == 1
    with pytest.raises(NoSpread, match="differ along 1 direction only") as caught:
        principal(observe(flat), 2)
    assert caught.value.remedy == "Ask for 1 or fewer."


def test_one_column_is_its_own_principal_component() -> None:
    found = principal(observe([1.0, 2.0, 6.0]))
    assert found.axes.tolist() == [[1.0]]
    assert found.scores(np.array([[3.0], [6.0]])).ravel().tolist() == [0.0, 3.0]


def test_equal_rows_and_odd_numbers_are_refused() -> None:
    with pytest.raises(NoSpread, match="All rows are equal"):
        principal(observe([[1.0, 2.0], [1.0, 2.0]]))
    with pytest.raises(OptionError, match="must be a whole number"):
        principal(observe(IRIS), 0)


@pytest.mark.parametrize("weighted", [False, True])
def test_the_same_is_found_with_and_without_a_library_for_products(
    monkeypatch: pytest.MonkeyPatch, weighted: bool
) -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=(700, 150)) @ rng.normal(size=(150, 150)) + 1e6  # several blocks each way
    data = observe(x, sample_weight=rng.integers(0, 3, len(x)) if weighted else None)
    counts = None if data.weights is None else data.weights.astype(int)
    exact = np.linalg.eigvalsh(np.cov(x - 1e6, rowvar=False, ddof=0, fweights=counts))[::-1]
    for has_blas in (True, False):
        monkeypatch.setattr(module, "HAS_BLAS", has_blas)
        found = principal(data, 20)
        np.testing.assert_allclose(found.variances, exact[:20], rtol=1e-9)  # 1e6 costs six digits
        scores = found.observations(data).x
        np.testing.assert_allclose(scores, (x - data.means) @ found.axes.T, atol=1e-7)
