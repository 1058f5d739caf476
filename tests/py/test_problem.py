"""Any data at all end in a fit or in a sentence."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.trace import Status


def drawn(seed: int) -> tuple[Any, int]:
    """Rows with ties, collinear columns, wild units and offsets, and long tails."""
    rng = np.random.default_rng(seed)
    d, k = int(rng.integers(1, 4)), int(rng.integers(1, 5))
    x = rng.normal(size=(int(rng.integers(2 * k, 60)), d))
    kind = seed % 6
    if kind in (1, 2):
        x = np.round(x) * 10.0 ** (rng.integers(-60, 60) if kind == 2 else 0)
    if kind == 3:
        x = x * 10.0 ** rng.integers(-8, 8, size=d) + 10.0 ** rng.integers(0, 9)
    if kind == 4:
        x = x**9
    if kind == 5:
        x[:, -1] = 2.0 * x[:, 0]
    return x, k


def fit_or_error(*args: Any, **options: Any) -> emkit.Fit[Any] | emkit.EmError:
    """The fit, or what was said against it."""
    try:
        return emkit.fit(*args, **options)
    except emkit.EmError as error:
        return error


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("on_collapse", ["stop", "regularise", "drop"])
def test_a_search_ends_in_a_fit_or_in_a_sentence(seed: int, on_collapse: str) -> None:
    x, k = drawn(seed)
    covariance = ("full", "tied", "diag", "spherical")[seed % 4]
    found = fit_or_error(x, k, covariance, restarts=3, seed=seed, on_collapse=on_collapse)
    if isinstance(found, emkit.EmError):
        assert found.message.endswith(".")
        assert found.remedy
        return
    assert np.isfinite(found.log_likelihood)
    assert np.isfinite(found.responsibilities()).all()
    assert len(found.params.weights) == found.model.components
    if found.status is not Status.COLLAPSED:
        assert found.converged


def test_collinear_columns_collapse_by_name_and_can_be_regularised() -> None:
    x = np.random.default_rng(0).normal(size=(60, 1)) * [1.0, 2.0]
    flat = emkit.fit(x, 2, restarts=4)
    assert flat.status is Status.COLLAPSED
    assert "became flat" in flat.message
    assert any("4 runs of 4 collapsed" in one for one in flat.notices)
    ridged = emkit.fit(x, 2, restarts=4, on_collapse="regularise")
    assert ridged.converged
    assert any("was added to every variance" in one for one in ridged.notices)
    assert emkit.fit(x, 2, restarts=4, reg_covar=1e-3).converged


def test_a_group_that_no_row_falls_into_is_a_start_all_the_same() -> None:
    # nearly all weight on one row: cut at quantiles of weight, some groups stay empty
    x = np.random.default_rng(0).normal(size=(20, 2))
    weights = np.r_[1e6, np.ones(19)]
    step = next(iter(emkit.iterate(x, 3, start="quantiles", sample_weight=weights)))
    assert np.isfinite(step.log_likelihood)


def test_standard_errors_of_huge_data_say_that_they_overflow() -> None:
    x = np.random.default_rng(0).normal(size=(60, 2)) * 1e100
    with pytest.raises(emkit.EmError, match="do not fit in a double"):
        emkit.standard_errors(emkit.fit(x, 1))


def test_standard_errors_of_a_regularised_fit_are_those_of_the_likelihood() -> None:
    x = emkit.fit([1.0, 1.2, 1.4, 1.7, 4.8, 5.0, 5.2, 5.5], 2, reg_covar=1e-9, restarts=3)
    assert (emkit.standard_errors(x).means > 0.0).all()
