"""The samples that ship with emkit."""

from __future__ import annotations

import pytest

from emkit.data.datasets import Sample, faithful, samples
from emkit.data.parse import parse_numbers

every_sample = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)


def test_old_faithful_comes_first_and_whole() -> None:
    assert samples()[0].name == "faithful-waiting"
    waiting = parse_numbers(samples()[0].text)
    assert waiting.name == "waiting"
    assert waiting.values.tolist() == faithful()[:, 1].tolist()
    assert faithful().shape == (272, 2)
    assert faithful().sum(axis=0).tolist() == pytest.approx([948.677, 19284.0])


@every_sample
def test_every_sample_is_read_without_a_remark(sample: Sample) -> None:
    parsed = parse_numbers(sample.text)
    assert len(parsed.values) >= 10
    assert parsed.notices == ()


@every_sample
def test_every_sample_says_what_it_is_and_where_it_is_from(sample: Sample) -> None:
    assert sample.title
    assert sample.about.endswith(".")
    assert sample.source.endswith(".")


def test_names_are_unique_and_fit_for_a_link() -> None:
    names = [sample.name for sample in samples()]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() and name.islower() for name in names)
