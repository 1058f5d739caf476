"""The samples that ship with emkit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import emkit
from emkit.bridge.samples import SHORT, listed
from emkit.data.datasets import Sample, faithful, sample, samples
from emkit.data.generate import generate
from emkit.data.parse import parse_numbers
from support.written import cells, numbers

LISTS = ("faithful-waiting", "ten-numbers", "galaxies", "skewed")

every_sample = pytest.mark.parametrize("one", samples(), ids=lambda one: one.name)


def values_of(name: str) -> np.ndarray:
    """The only column beside the label."""
    [values] = numbers(sample(name).text, sample(name).label).T
    return values


def test_old_faithful_comes_first_and_whole() -> None:
    assert samples()[0].name == "faithful-waiting"
    waiting = parse_numbers(samples()[0].text)
    assert waiting.name == "waiting"
    assert waiting.values.tolist() == faithful()[:, 1].tolist()
    assert faithful().shape == (272, 2)
    assert faithful().sum(axis=0).tolist() == pytest.approx([948.677, 19284.0])
    np.testing.assert_array_equal(numbers(sample("faithful").text), faithful())


@pytest.mark.parametrize("name", LISTS)
def test_samples_of_one_variable_are_read_as_a_list_without_a_remark(name: str) -> None:
    parsed = parse_numbers(sample(name).text)
    assert len(parsed.values) >= 10
    assert parsed.notices == ()


@every_sample
def test_the_model_to_begin_with_can_be_fitted(one: Sample) -> None:
    if one.name in LISTS:
        x = parse_numbers(one.text).values
    else:
        assert one.label is None or one.label in cells(one.text)
        x = numbers(one.text, one.label)
    if one.principal is None:
        found = emkit.fit(x, one.components, one.covariance, "kmeans++", max_iter=5)
        assert np.isfinite(found.log_likelihood)


@every_sample
def test_every_sample_says_what_it_is_and_where_it_is_from(one: Sample) -> None:
    assert one.title
    assert one.about.endswith(".")
    assert one.source.endswith(".")


def test_names_are_unique_and_fit_for_a_link() -> None:
    names = [one.name for one in samples()]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() and name.islower() for name in names)


def test_a_name_that_is_not_known_is_told_the_nearest_one() -> None:
    with pytest.raises(emkit.EmError, match="Did you mean 'digits'"):
        sample("digit")


def test_irises_are_fisher_s_own() -> None:
    x = numbers(sample("iris").text, "species")
    assert x[34].tolist() == [4.9, 3.1, 1.5, 0.2]  # a widespread copy has 0.1 here,
    assert x[37].tolist() == [4.9, 3.6, 1.4, 0.1]  # and 3.1 and 1.5 here
    reference = Path(__file__).parents[2] / "references" / "iris.csv"
    assert sample("iris").text.splitlines()[1:] == reference.read_text().splitlines()[1:]


def test_irises_and_digits_are_scikit_learn_s() -> None:
    pytest.importorskip("sklearn")
    theirs = pytest.importorskip("sklearn.datasets")
    irises, digits = (sample(name).text for name in ("iris", "digits"))
    np.testing.assert_array_equal(numbers(irises, "species"), theirs.load_iris().data)
    np.testing.assert_array_equal(numbers(digits, "digit"), theirs.load_digits().data)
    assert list(map(int, cells(digits)["digit"])) == theirs.load_digits().target.tolist()


def test_galaxies_are_those_of_postman_and_others_with_the_misprint_mended() -> None:
    velocities = parse_numbers(sample("galaxies").text).values
    assert len(velocities) == 82
    assert (velocities.min(), velocities.max()) == (9.172, 34.279)
    assert velocities[77] == 26.96
    assert np.sort(velocities).tolist() == velocities.tolist()
    # R's MASS keeps the misprint and has mean(galaxies) = 20828.17, which makes 1,707,910 of 82.
    assert velocities.sum() == pytest.approx(1707.910 + 0.270, abs=1e-9)


@pytest.mark.parametrize(
    ("name", "truth", "n", "seed"),
    [
        ("overlap", {"weights": [0.6, 0.4], "means": [10, 15], "standard_deviations": [2, 2]},
         300, 5),
        ("slow", {"means": [100, 112], "standard_deviations": [10, 10]}, 400, 4),
    ],
)  # fmt: skip
def test_drawn_samples_are_what_their_source_says(
    name: str, truth: dict[str, list[float]], n: int, seed: int
) -> None:
    assert sample(name).text == generate(truth, n, seed).text


def test_the_skewed_sample_is_what_its_source_says() -> None:
    drawn = np.random.default_rng(1).lognormal(1.0, 0.6, 300)
    np.testing.assert_array_equal(values_of("skewed"), np.round(drawn, 2))


def test_the_overlapping_sample_leaves_many_values_undecided() -> None:
    found = emkit.fit(values_of("overlap"), 2)
    unsure = found.responsibilities().max(axis=1) < 0.9
    assert unsure.mean() > 0.2
    assert emkit.compare(values_of("overlap"), [1, 2, 3]).best("bic").components == 2


def test_the_slow_sample_is_slow_until_it_is_accelerated() -> None:
    x = values_of("slow")
    runs = [
        emkit.fit(x, 2, start="quantiles", max_iter=10_000, **how)
        for how in ({"tol": 1e-6}, {"within": 1e-8}, {"within": 1e-8, "accelerate": True})
    ]
    by_tolerance, to_the_limit, accelerated = (run.iterations for run in runs)
    assert by_tolerance < 60 < 3_000 < to_the_limit
    assert accelerated < 100
    moved = abs(runs[0].params.means - runs[1].params.means).max()
    assert moved > 0.5  # so far had the first run still to go


def test_the_skewed_sample_asks_bic_for_more_curves_than_it_has_groups() -> None:
    assert emkit.compare(values_of("skewed"), range(1, 5)).best("bic").components == 3


def test_galaxies_have_several_maxima() -> None:
    found = emkit.fit(values_of("galaxies"), 4, restarts=20)
    assert len(found.maxima) > 3


def test_the_list_carries_short_texts_and_names_the_file_of_a_long_one() -> None:
    for entry in listed():
        assert (entry["text"] is None) == (len(sample(entry["name"]).text) > SHORT)
        assert (entry["file"] is None) == (entry["text"] is not None)
    total = sum(len(entry["text"] or "") for entry in listed())
    assert total < 30_000  # what everybody waits for
