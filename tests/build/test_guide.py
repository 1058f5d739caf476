"""The guide: its numbers are computed, its links lead somewhere, its list of contents is whole."""

import json
import re
from typing import Any

import mpmath
import pytest

from build_tools import guide, pages, places
from build_tools.report import BuildError
from emkit.bridge.experiments import experiments
from emkit.bridge.guide_numbers import ITERATIONS_SHOWN, TEN, guide_numbers, guide_shapes

mp = mpmath.mp.clone()
mp.dps = 40


@pytest.fixture(scope="module")
def numbers() -> dict[str, float]:
    return guide_numbers()


@pytest.fixture(scope="module")
def page(numbers: dict[str, float]) -> str:
    """index.html with the guide in it, as people get it."""
    documents = {
        guide.NUMBERS: json.dumps({**numbers, **guide_shapes()}).encode(),
        guide.EXPERIMENTS: json.dumps(experiments()).encode(),
    }
    return pages.joined(places.SITE / "index.html", guide.filling(documents))


def filling(numbers: dict[str, float]) -> Any:
    return guide.filling({guide.NUMBERS: json.dumps(numbers).encode()})


def test_a_place_gets_its_number_and_keeps_its_name() -> None:
    fill = filling({"a.mean.1": 4.289123, "tiny": 0.00000681})
    assert fill('<data data-number="a.mean.1" data-digits="3"></data>') == (
        '<data data-number="a.mean.1" value="4.289123">4.29</data>'
    )
    assert fill('<td data-number="a.mean.1" data-places="4"></td>') == (
        '<td data-number="a.mean.1">4.2891</td>'
    )
    assert fill('<mn data-number="tiny" data-digits="2"></mn>').endswith(">0.0000068</mn>")


def test_a_negative_number_has_a_minus_sign_and_not_a_hyphen() -> None:
    fill = filling({"loss": -26.349})
    assert ">−26.35</td>" in fill('<td data-number="loss" data-places="2"></td>')  # noqa: RUF001


def test_a_name_that_nobody_computed_stops_the_build() -> None:
    with pytest.raises(BuildError, match=r"number ten\.mean, which there is not"):
        filling({})('<td data-number="ten.mean" data-places="2"></td>')
    with pytest.raises(BuildError, match="experiment none, which there is not"):
        filling({})('<a data-experiment="none">')


def test_no_place_is_left_empty(page: str) -> None:
    assert len(re.findall(r"data-number=", page)) > 150
    assert re.findall(r"data-(?:digits|places|set)=", page) == []
    assert re.findall(r"<a data-experiment=\"[^\"]+\">", page) == []


def test_every_experiment_is_linked_from_the_guide(page: str) -> None:
    linked = set(re.findall(r"<a data-experiment=\"([^\"]+)\" href=\"#sample=", page))
    assert linked == {one["name"] for one in experiments()}


def test_every_place_that_the_guide_links_to_is_there(page: str) -> None:
    links = set(re.findall(r"href=\"#((?:guide|ref)-[^\"]+)\"", page))
    anchors = set(re.findall(r"id=\"([^\"]+)\"", page))
    assert links - anchors == set()


def test_the_contents_name_every_section_in_order(page: str) -> None:
    contents = re.search(r"<nav class=\"contents\".*?</nav>", page, re.DOTALL)
    assert contents
    listed = re.findall(r"<a href=\"#(guide-[^\"]+)\">(.*?)</a>", contents[0])
    sections = re.findall(r"<section id=\"(guide-[^\"]+)\".*?<h3 id=[^>]*>(.*?)</h3>", page, re.S)
    assert listed == sections


def test_a_reference_is_cited_by_its_own_number(page: str) -> None:
    ids = re.findall(r"<li id=\"(ref-[^\"]+)\">", page)
    cited = re.findall(r"<a href=\"#(ref-[^\"]+)\">\[(\d+)\]</a>", page)
    assert len(cited) > 15
    assert [(name, int(number)) for name, number in cited] == [
        (name, ids.index(name) + 1) for name, _ in cited
    ]


def test_a_displayed_formula_can_be_read_out(page: str) -> None:
    formulas = re.findall(r"<math[^>]*display=\"block\"[^>]*>.*?</math>", page, re.DOTALL)
    assert len(formulas) > 10
    # one with numbers in it is read out number by number, the others by a sentence
    mute = [one for one in formulas if "aria-label" not in one and "data-number" not in one]
    assert mute == []


def by_hand() -> dict[str, Any]:
    """The example by hand with the textbook's formulas, at 40 digits."""
    x = [mp.mpf(str(value)) for value in TEN]
    weights, means, variances = [mp.mpf("0.5")] * 2, [mp.mpf(2), mp.mpf(3)], [mp.mpf(1)] * 2
    found: dict[str, Any] = {}
    for iteration in range(ITERATIONS_SHOWN + 1):
        weighted = [
            [
                w * mp.exp(-((one - m) ** 2) / (2 * v)) / mp.sqrt(2 * mp.pi * v)
                for w, m, v in zip(weights, means, variances, strict=True)
            ]
            for one in x
        ]
        sums = [mp.fsum(row) for row in weighted]
        found[f"ten.{iteration}.log_likelihood"] = mp.fsum(mp.ln(total) for total in sums)
        for j in range(2):
            found[f"ten.{iteration}.weight.{j + 1}"] = weights[j]
            found[f"ten.{iteration}.mean.{j + 1}"] = means[j]
            found[f"ten.{iteration}.sd.{j + 1}"] = mp.sqrt(variances[j])
        for j in range(2):
            shares = [row[j] / total for row, total in zip(weighted, sums, strict=True)]
            count = mp.fsum(shares)
            total = mp.fdot(shares, x)
            square = mp.fdot(shares, [(one - total / count) ** 2 for one in x])
            weights = [count / 10 if i == j else w for i, w in enumerate(weights)]
            means = [total / count if i == j else m for i, m in enumerate(means)]
            variances = [square / count if i == j else v for i, v in enumerate(variances)]
            if iteration == 0:
                parts = {"count": count, "total": total, "square": square}
                parts["variance"] = square / count
                found |= {f"ten.1.{name}.{j + 1}": value for name, value in parts.items()}
                for i, row in enumerate(weighted):
                    found[f"ten.1.density.{i + 1}.{j + 1}"] = row[j] * 2
                    found[f"ten.1.weighted.{i + 1}.{j + 1}"] = row[j]
                    found[f"ten.1.share.{i + 1}.{j + 1}"] = shares[i]
                    found[f"ten.1.sum.{i + 1}"] = sums[i]
    return found


def test_the_example_by_hand_is_right_to_every_digit(numbers: dict[str, float]) -> None:
    exact = by_hand()
    names = [name for name in numbers if re.match(r"ten\.[0-5]\.", name)]
    assert sorted(names) == sorted(exact)
    # doubles that went through sums of ten terms, five times over
    for name in names:
        assert numbers[name] == pytest.approx(float(exact[name]), rel=1e-11), name


def test_the_bound_lies_below_the_likelihood_and_touches_it_at_the_start() -> None:
    shapes = guide_shapes()

    def points(name: str) -> dict[str, float]:
        pairs = (point.split() for point in shapes[name].removeprefix("M").split("L"))
        return {x: float(y) for x, y in pairs}

    likelihood, bound = points("bound.likelihood"), points("bound.below")
    both = likelihood.keys() & bound.keys()
    assert len(both) > 50
    assert all(bound[x] >= likelihood[x] for x in both), "y grows downwards"
    start, top = shapes["bound.old.x"], shapes["bound.new.x"]
    assert abs(bound[start] - likelihood[start]) <= 0.1  # a tenth is what is written
    assert float(shapes["bound.new.y"]) <= min(bound.values()), "the M-step finds its top"
    assert abs(float(top) - 400 * (4.28891 - 1) / 6) < 0.1
    assert float(shapes["bound.higher.y"]) < float(shapes["bound.new.y"])


def test_what_the_guide_says_of_the_ten_numbers_is_so(numbers: dict[str, float]) -> None:
    assert all(numbers[f"ten.gain.{t}"] > 0 for t in range(1, 5))  # as many as the guide names
    assert numbers["ten.end.mean.1"] == pytest.approx(1.2)
    assert numbers["ten.end.mean.2"] == pytest.approx(5.0)
    assert numbers["ten.1.sd.2"] > numbers["ten.end.sd.2"]


def test_what_the_guide_says_of_the_geyser_is_so(numbers: dict[str, float]) -> None:
    assert numbers["faithful.weight.1"] == pytest.approx(1 / 3, abs=0.05)
    assert numbers["faithful.log_likelihood"] == pytest.approx(-1034.00175, abs=1e-4)
    assert numbers["faithful.in_hours"] > 0
    assert numbers["faithful.bic.1"] > numbers["faithful.bic.2"] < numbers["faithful.bic.3"]
    assert numbers["faithful.em.border"] < numbers["faithful.kmeans.border"]
