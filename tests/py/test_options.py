"""Settings, each within what it can be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emkit.errors import OptionError
from emkit.options import Options, check_components


def refused(**given: Any) -> OptionError:
    with pytest.raises(OptionError) as caught:
        Options.checked(**given)
    assert caught.value.remedy.endswith((".", "?"))
    return caught.value


def test_the_defaults_are_those_of_the_page() -> None:
    options = Options.checked()
    assert (options.tol, options.max_iter, options.reg_covar, options.seed) == (1e-6, 100, 0.0, 0)


@pytest.mark.parametrize("max_iter", [1, 100_000, 7.0, np.int64(7), np.float64(7)])
def test_whole_numbers_of_any_type_are_accepted(max_iter: Any) -> None:
    found = Options.checked(max_iter=max_iter).max_iter
    assert found == max_iter
    assert type(found) is int


@pytest.mark.parametrize(
    ("max_iter", "shown"),
    [
        (0, "0"), (-1, "-1"), (1.5, "1.5"), (1_000_000, "1,000,000"), (1e6, "1000000.0"),
        (float("nan"), "nan"), (float("inf"), "inf"), ("", "empty"), (None, "empty"),
        ("many", "many"), (True, "True"), ([1], "[1]"),
    ],
)  # fmt: skip
def test_other_iteration_limits_are_refused_and_shown(max_iter: Any, shown: str) -> None:
    error = refused(max_iter=max_iter)
    assert error.message == (
        f"The number of iterations is {shown}, and must be a whole number from 1 to 100,000."
    )
    assert error.where == {"field": "max_iter"}


@pytest.mark.parametrize("tol", [0, 0.0, 1e-300, 5, "1e-6", np.float32(0.5)])
def test_tolerances_from_zero_are_accepted(tol: Any) -> None:
    assert Options.checked(tol=tol).tol == float(tol)


@pytest.mark.parametrize("tol", [-1e-9, float("nan"), float("inf"), "", None, "small", 10**400])
def test_other_tolerances_are_refused(tol: Any) -> None:
    error = refused(tol=tol)
    assert error.message.endswith("and must be a number not below zero.")
    assert error.where == {"field": "tol"}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("reg_covar", -1), ("seed", -1), ("seed", 2**32), ("seed", 0.5), ("restarts", 0),
        ("within", -1e-6), ("accelerate", "yes"), ("equal_weights", 1), ("on_collapse", "ignore"),
    ],
)  # fmt: skip
def test_each_option_knows_its_place(option: str, value: Any) -> None:
    assert refused(**{option: value}).where == {"field": option}


def test_an_unknown_option_names_the_nearest() -> None:
    assert refused(max_iters=5).remedy == "Did you mean 'max_iter'?"


@pytest.mark.parametrize("components", [1, 2, 100, 3.0])
def test_as_many_components_as_can_be_told_apart_are_accepted(components: Any) -> None:
    assert check_components(components) == components


@pytest.mark.parametrize("components", [0, -2, 101, 2.5, "two", "", None])
def test_other_numbers_of_components_are_refused(components: Any) -> None:
    with pytest.raises(OptionError, match="must be a whole number from 1 to 100"):
        check_components(components)
