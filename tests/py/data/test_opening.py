"""Samples and files by name, as a program gets them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful, samples
from emkit.errors import EmError, NotANumber


@pytest.mark.parametrize("name", [one.name for one in samples()])
def test_every_sample_can_be_fitted_by_its_name(name: str) -> None:
    data = emkit.sample(name)
    assert np.isfinite(data.x).all()
    assert emkit.fit(data, 2, "diag", start="quantiles", max_iter=2).iterations == 2


def test_a_sample_is_what_it_is_elsewhere() -> None:
    assert emkit.sample("faithful").x.tolist() == faithful().tolist()
    assert emkit.sample("faithful-waiting").x[:, 0].tolist() == faithful()[:, 1].tolist()
    assert emkit.sample("iris").d == 4  # without the species


def test_columns_and_weights_can_be_chosen() -> None:
    data = emkit.sample("faithful", ["waiting"], weight="eruptions")
    assert data.columns == ("waiting",)
    assert data.weights is not None
    assert data.weights.tolist() == faithful()[:, 0].tolist()


def test_a_sample_that_does_not_exist_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(EmError, match="iris"):
        emkit.sample("irises")


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("a;b\n1,5;2\n2,5;3\n4,5;9\n", {}, [[1.5, 2], [2.5, 3], [4.5, 9]]),
        ("1 2\n3 4\n", {"layout": "list"}, [[1], [2], [3], [4]]),
        ("1 2\n3 4\n", {"layout": "table"}, [[1, 2], [3, 4]]),
        ("a,b\n1,2\n,3\n4,5\n", {"missing": "drop"}, [[1, 2], [4, 5]]),
        ("a,b\n1,2\n2,3\n4,5\n", {"columns": ["b"]}, [[2], [3], [5]]),
    ],
)
def test_a_file_is_read_as_it_says(
    tmp_path: Path, text: str, options: dict, expected: list[list[float]]
) -> None:
    file = tmp_path / "my data.csv"
    file.write_text(text, encoding="utf-8")
    assert emkit.read(file, **options).x.tolist() == expected


def test_a_file_in_another_encoding_is_read(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("Größe,b\n1,2\n3,5\n".encode("latin-1"))
    assert emkit.read(file).columns == ("Größe", "b")


def test_a_missing_cell_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "gap.csv"
    file.write_text("a,b\n1,2\n,3\n4,5\n", encoding="utf-8")
    with pytest.raises(NotANumber):
        emkit.read(file)
