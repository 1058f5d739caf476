"""Numbers checked once: what is refused, and with which words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emkit.data.observations import observe, require_enough
from emkit.errors import (
    DataError,
    EmptyData,
    NoSpread,
    NotANumber,
    NotFinite,
    OutOfRange,
    TooFewValues,
)
from emkit.words import brief


def refused(kind: type[DataError], action: Any) -> DataError:
    with pytest.raises(kind) as caught:
        action()
    assert caught.value.remedy.endswith(".")
    return caught.value


@pytest.mark.parametrize(
    ("x", "shape"),
    [
        ([1, 2, 3], (3, 1)), ([[1, 2], [3, 4], [5, 6]], (3, 2)), (np.arange(4), (4, 1)),
        ((1.0, 2.0), (2, 1)), (5, (1, 1)), (["1", "2e0"], (2, 1)), ([True, False], (2, 1)),
        (np.ones((3, 2), dtype=np.float32), (3, 2)),
    ],
)  # fmt: skip
def test_numbers_become_rows_of_doubles(x: Any, shape: tuple[int, int]) -> None:
    data = observe(x)
    assert data.x.shape == shape
    assert data.x.dtype == np.float64
    assert data.x.flags.c_contiguous
    assert (data.n, data.d) == shape


def test_columns_have_names() -> None:
    assert observe([1, 2]).columns == ("x",)
    assert observe([[1, 2, 3]]).columns == ("x1", "x2", "x3")
    assert observe([[1, 2]], ["a", "b"]).columns == ("a", "b")


def test_a_table_of_doubles_is_not_copied() -> None:
    x = np.ones((10, 2))
    assert np.shares_memory(observe(x).x, x)


@pytest.mark.parametrize("x", [[], np.empty((0, 2)), np.empty((3, 0))])
def test_nothing_is_called_nothing(x: Any) -> None:
    assert refused(EmptyData, lambda: observe(x)).message == "There are no numbers."


@pytest.mark.parametrize(
    ("x", "message", "where"),
    [
        ([1, "two", 3], "Row 2 is 'two', which is not a number.", {"row": 2, "column": 1}),
        ([[1, 2], [3, "four"]], "Row 2, column 2 is 'four', which is not a number.",
         {"row": 2, "column": 2}),
        ([[1, 2], [3]], "Row 2 has 1 value, and row 1 has 2.", {"row": 2}),
        ([[1, 2], [3, 4, 5]], "Row 2 has 3 values, and row 1 has 2.", {"row": 2}),
        (["a"], "Row 1 is 'a', which is not a number.", {"row": 1, "column": 1}),
        ([10**400], f"Row 1 is {10**400}, which is not a number.", {"row": 1, "column": 1}),
        ([1 + 2j], "Row 1 is (1+2j), which is not a number.", {"row": 1, "column": 1}),
        (np.array(["a", "b"]), "The data are not numbers.", None),
        (object(), "The data are not numbers.", None),
        (np.ones((2, 2, 2)), "The data have 3 dimensions, of shape (2, 2, 2).", None),
    ],
)  # fmt: skip
def test_what_is_no_table_of_numbers_is_pointed_at(x: Any, message: str, where: Any) -> None:
    error = refused(NotANumber, lambda: observe(x))
    assert error.message == message
    assert error.where == where


@pytest.mark.parametrize(
    ("x", "message", "where"),
    [
        ([1, np.nan], "Row 2 is nan.", {"row": 2, "column": "x"}),
        ([1, None], "Row 2 is nan.", {"row": 2, "column": "x"}),
        ([[1, 2], [-np.inf, np.nan]], "Row 2, column x1 is -inf.", {"row": 2, "column": "x1"}),
        ([1e200, np.inf], "Row 2 is inf.", {"row": 2, "column": "x"}),
    ],
)
def test_what_is_not_finite_is_pointed_at(x: Any, message: str, where: Any) -> None:
    error = refused(NotFinite, lambda: observe(x))
    assert (error.message, error.where) == (message, where)


@pytest.mark.parametrize("value", [1e150, -1e150, 1e308])
def test_what_cannot_be_squared_is_pointed_at(value: float) -> None:
    error = refused(OutOfRange, lambda: observe([[1.0, 2.0], [3.0, value]], ["a", "b"]))
    assert error.message == f"Row 2, column b is {brief(value)}, too large to be squared."


@pytest.mark.parametrize(
    ("x", "k", "message"),
    [
        ([1, 2, 3], 2, "2 components need at least 4 values, and there are 3."),
        ([1], 1, "1 component needs at least 2 values, and there is 1."),
        ([[1, 2]] * 3, 2, "2 components need at least 4 rows, and there are 3."),
        ([1, 1, 1, 1, 2, 2], 3, "There are only 2 distinct values for 3 components."),
        ([[1, 1], [2, 2]] * 4, 3, "There are only 2 distinct rows for 3 components."),
    ],
)
def test_too_few_values_are_counted(x: Any, k: int, message: str) -> None:
    assert refused(TooFewValues, lambda: require_enough(observe(x), k)).message == message


@pytest.mark.parametrize(
    ("x", "message"),
    [
        ([7.5] * 6, "All values are equal to 7.5, so there is no spread to divide."),
        ([[1, 2], [3, 2], [5, 2], [7, 2]],
         "All values of x2 are equal to 2, so there is no spread to divide."),
    ],
)  # fmt: skip
def test_no_spread_is_told(x: Any, message: str) -> None:
    assert refused(NoSpread, lambda: require_enough(observe(x), 2)).message == message


@pytest.mark.parametrize(
    ("x", "words"),
    [
        ([1e-170, 2e-170, 3e-170, 4e-170], "their squares vanish"),
        ([1e-135, 2e-135, 3e-135, 4e-135], "their squares vanish"),
        ([1e16, 1e16 + 2, 1e16 + 4, 1e16 + 6], "only in the last digits"),
    ],
)
def test_a_spread_that_arithmetic_cannot_see_is_told(x: Any, words: str) -> None:
    assert words in refused(OutOfRange, lambda: require_enough(observe(x), 2)).message


@pytest.mark.parametrize(("scale", "offset"), [(1e-100, 0), (1e100, 0), (1, 1e8), (1e-3, 1e8)])
def test_spreads_that_arithmetic_can_see_are_fine(scale: float, offset: float) -> None:
    require_enough(observe(np.arange(6.0) * scale + offset), 3)


@pytest.mark.parametrize("n", [5, 30_000])
def test_mean_and_variance_do_not_depend_on_chunks_or_offset(n: int) -> None:
    x = np.round(np.random.default_rng(0).normal(size=(n, 2)) * 2.0**20) / 2.0**20
    here, there = observe(x), observe(x + 1e8)
    np.testing.assert_allclose(here.means, x.mean(axis=0), atol=1e-14)
    np.testing.assert_allclose(here.variances, x.var(axis=0), rtol=1e-12)
    np.testing.assert_allclose(there.variances, here.variances, rtol=1e-11)


def test_chunks_are_all_rows_in_order() -> None:
    data = observe(np.arange(50_000.0))
    joined = np.concatenate(list(data.chunks(3)))
    assert len(list(data.chunks(3))) > 1
    assert np.array_equal(joined, data.x)


def test_rows_of_weight_zero_do_not_count() -> None:
    data = observe([[1.0], [2.0], [100.0]], sample_weight=[1, 3, 0])
    assert data.total_weight == 4.0
    assert data.means.tolist() == [1.75]
    assert data.counted[0].tolist() == [[1.0], [2.0]]
    assert data.taking(np.array([1, 1])).weights is not None
    with pytest.raises(TooFewValues):
        require_enough(data, 2)


def test_distinct_rows_are_counted_no_further_than_needed() -> None:
    data = observe([0.0] * 100 + [1.0, 2.0])
    assert [data.distinct(enough) for enough in (1, 2, 3, 4)] == [1, 2, 3, 3]


def test_observations_are_equal_if_their_numbers_and_weights_are() -> None:
    plain, weighted = observe([1.0, 2.0]), observe([1.0, 2.0], sample_weight=[1, 2])
    assert plain.equals(observe([1.0, 2.0], ["another name"]))
    assert weighted.equals(observe([1.0, 2.0], sample_weight=[1, 2]))
    assert not plain.equals(observe([[1.0, 2.0]]))
    assert not plain.equals(weighted)
    assert not weighted.equals(observe([1.0, 2.0], sample_weight=[2, 1]))
