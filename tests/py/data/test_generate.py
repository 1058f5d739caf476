"""Samples drawn from a stated truth."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.generate import LABEL, generate
from emkit.errors import OptionError, StartError
from support.written import cells, numbers

PAIR: dict[str, Any] = {"weights": [0.3, 0.7], "means": [0, 8], "standard_deviations": [1, 2]}
PLANE: dict[str, Any] = {
    "weights": [0.5, 0.5],
    "means": [[0, 0], [6, 6]],
    "covariances": [[[1, 0.8], [0.8, 1]], [[2, 0], [0, 0.5]]],
}


def test_the_text_reads_back_as_the_rows_and_their_components() -> None:
    drawn = generate(PLANE, 50, 3)
    assert list(cells(drawn.text)) == ["x1", "x2", LABEL]
    np.testing.assert_array_equal(numbers(drawn.text, LABEL), drawn.x)
    assert cells(drawn.text)[LABEL] == [f"true {label + 1}" for label in drawn.labels]


def test_one_variable_is_called_x() -> None:
    assert generate(PAIR, 5).text.startswith("x,component\n")


def test_the_same_seed_draws_the_same_rows() -> None:
    assert generate(PAIR, 20, 4).text == generate(PAIR, 20, 4).text
    assert generate(PAIR, 20, 4).text != generate(PAIR, 20, 5).text


def test_the_truth_is_found_again() -> None:
    drawn = generate(PLANE, 5_000, 1)
    found = emkit.fit(drawn.x, 2, start=PLANE)
    # five standard errors of a mean: the largest variance is 2, of half of the rows
    assert np.abs(found.params.means - drawn.truth.means).max() < 5 * np.sqrt(2 / 2_500)
    assert (found.labels() == drawn.labels).mean() > 0.99


@pytest.mark.parametrize(("spread", "places"), [(1.0, 2), (0.03, 4), (50.0, 1), (2000.0, -1)])
def test_values_are_rounded_as_somebody_who_measured_them_would(spread: float, places: int) -> None:
    drawn = generate({"means": [0], "standard_deviations": [spread]}, 50)
    np.testing.assert_array_equal(drawn.x, np.round(drawn.x, places))


def test_weights_that_do_not_sum_to_one_are_mended_and_that_is_said() -> None:
    drawn = generate(PAIR | {"weights": [30, 70]}, 5)
    assert drawn.truth.weights.tolist() == [0.3, 0.7]
    assert drawn.notices == ("The weights summed to 100, so each was divided by that.",)


@pytest.mark.parametrize(
    ("truth", "n", "seed", "kind", "field"),
    [
        (PAIR, 0, 0, OptionError, "n"),
        (PAIR, 1_000_001, 0, OptionError, "n"),
        (PAIR, "", 0, OptionError, "n"),
        (PAIR, 10, -1, OptionError, "seed"),
        ({}, 10, 0, OptionError, "means"),
        ({"means": 5}, 10, 0, OptionError, "means"),
        (PAIR | {"weights": [0.3, -0.7]}, 10, 0, StartError, "weights"),
        (PAIR | {"means": [0, "far"]}, 10, 0, StartError, "means"),
        (PAIR | {"standard_deviations": [1, 0]}, 10, 0, StartError, "standard_deviations"),
        (PLANE | {"means": [[0, 0], [6]]}, 10, 0, StartError, "means"),
        (PLANE | {"covariances": [[[1, 2], [2, 1]], [[1, 0], [0, 1]]]}, 10, 0, StartError,
         "covariances"),
    ],
)  # fmt: skip
def test_a_truth_that_is_no_mixture_is_refused(
    truth: Any, n: Any, seed: Any, kind: type[emkit.EmError], field: str
) -> None:
    with pytest.raises(kind) as caught:
        generate(truth, n, seed)
    assert caught.value.where is not None
    assert caught.value.where["field"] == field
    assert caught.value.remedy.endswith(".")
