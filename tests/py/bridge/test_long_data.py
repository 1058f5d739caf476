"""Data of more rows than a page is shown: nothing as large as they are is made for each look."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

from emkit.bridge import kept
from emkit.bridge.desk import Desk
from support.at_desk import begun, desk_with, ended

N, K = 300_000, 8


@pytest.fixture(autouse=True)
def few_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is shown few of these rows, as it is of ten million."""
    monkeypatch.setattr(kept, "SHOWN_CELLS", 80_000)


@pytest.fixture
def desk() -> Desk:
    rng = np.random.default_rng(8)
    return desk_with(rng.normal(size=N) + 4.0 * rng.integers(0, K, N))


@pytest.fixture
def traced() -> Iterator[None]:
    """Memory is counted from here on."""
    tracemalloc.start()
    yield
    tracemalloc.stop()


def peak(desk: Desk, command: str, **body: object) -> tuple[int, int]:
    """The most bytes that a command held at once, and the number of the fit it answers."""
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    answer = ended(begun(desk, command, **body))["body"]
    return tracemalloc.get_traced_memory()[1] - before, answer["fit"]


@pytest.mark.usefixtures("traced")
def test_no_table_of_all_responsibilities_is_made(desk: Desk) -> None:
    table = N * K * 8
    model = {"components": K, "covariance": "full"}
    options = {"tol": 0.0, "max_iter": 2}
    held, fit = peak(desk, "fit", model=model, start="quantiles", options=options)
    assert held < table
    held, _ = peak(desk, "frame", fit=fit, iteration=1)
    assert held < table


def test_all_rows_are_counted_and_some_are_shown(desk: Desk) -> None:
    model = {"components": K, "covariance": "full"}
    options = {"tol": 0.0, "max_iter": 1}
    task = begun(desk, "fit", model=model, start="quantiles", options=options)
    frame = ended(task)["body"]["frame"]
    assert sum(frame["counts"]) == pytest.approx(N)
    assert sum(frame["hard_counts"]) == N
    arrays = task.arrays()
    rows = arrays["row_numbers"].astype(int) - 1
    assert len(rows) == 80_000 // K
    assert (np.diff(rows) > 0).all()
    np.testing.assert_array_equal(arrays["x"], desk.the_data().x[rows])
    fit = desk.fits.get(desk.fits.last).fit
    shares = fit.responsibilities()
    np.testing.assert_allclose(arrays["responsibilities"].reshape(-1, K), shares[rows], atol=1e-14)
    np.testing.assert_array_equal(arrays["hard"], shares.argmax(axis=1)[rows])
