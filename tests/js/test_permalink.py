"""Links that reproduce a run: read without ever failing, and written so that they read the same."""

from typing import Any
from urllib.parse import quote

import pytest

from support.modules import Modules

PERMALINK = "state/permalink.js"


def parsed(modules: Modules, fragment: str) -> Any:
    return modules.call(PERMALINK, "parseLink", fragment)


def test_a_link_says_all_that_a_person_could_type(modules: Modules) -> None:
    fragment = "#sample=ten&components=2&weights=0.5,0.5&means=2,3&sds=1,1&iterations=5&tol=1e-8"
    assert parsed(modules, f"{fragment}&reg=0&seed=7&restarts=3&run=1") == {
        "link": {
            "sample": "ten",
            "components": "2",
            "weights": ["0.5", "0.5"],
            "means": ["2", "3"],
            "sds": ["1", "1"],
            "iterations": "5",
            "tol": "1e-8",
            "reg": "0",
            "seed": "7",
            "restarts": "3",
            "run": True,
        },
        "complaints": [],
    }


def test_means_of_several_variables_come_in_rows(modules: Modules) -> None:
    link = parsed(modules, "#means=2,55;4.5,80")["link"]
    assert link["means"] == [["2", "55"], ["4.5", "80"]]
    assert parsed(modules, "#means=2,55;")["link"]["means"] == [["2", "55"]]


@pytest.mark.parametrize("fragment", ["", "#", "#guide-e-step", "#results"])
def test_a_place_on_the_page_is_no_link(modules: Modules, fragment: str) -> None:
    assert parsed(modules, fragment) == {"link": None, "complaints": []}


@pytest.mark.parametrize(
    "link",
    [
        {"sample": "faithful-waiting", "run": True},
        {"data": "waiting\n1,5; 2,5\n% & # + ä 🙂", "components": "3"},
        {"weights": ["0.5", "0.5"], "means": ["-1e-5", "2"], "sds": ["1", "1"]},
        {"means": [["2", "55"], ["4.5", "80"]], "covariance": "tied"},
        {"means": [["2", "55"]], "components": "1"},
        {"tol": "1e-12", "seed": "0", "embed": True, "theme": "dark", "accelerate": "1"},
    ],
)
def test_what_is_written_reads_the_same(modules: Modules, link: dict[str, Any]) -> None:
    fragment = modules.call(PERMALINK, "formatLink", link)
    assert parsed(modules, f"#{fragment}") == {"link": link, "complaints": []}


def test_a_link_stays_readable(modules: Modules) -> None:
    link = {"run": True, "means": ["2", "3"], "sample": "ten-numbers"}
    assert modules.call(PERMALINK, "formatLink", link) == "sample=ten-numbers&means=2,3&run=1"


@pytest.mark.parametrize(
    ("fragment", "sentence"),
    [
        ("#means=%E0%A4%A", "The part “means” of the link is damaged: it cannot be decoded."),
        ("#colour=red", "The link has a part named “colour”, which means nothing here."),
        ("#__proto__=1", "The link has a part named “__proto__”, which means nothing here."),
        ("#tol=", "The part “tol” of the link is empty."),
        ("#seed=1&seed=2", "The link states seed twice; the first counts."),
        (
            "#means=1,2&sds=1,2,3",
            "The link does not give one start value of each kind for every component.",
        ),
        (
            "#components=3&means=1,2",
            "The link does not give one start value of each kind for every component.",
        ),
        (
            "#sample=ten&data=1,2",
            "The link names a sample and brings numbers of its own; the numbers count.",
        ),
    ],
)
def test_what_is_wrong_with_a_link_is_a_sentence(
    modules: Modules, fragment: str, sentence: str
) -> None:
    assert parsed(modules, fragment)["complaints"] == [sentence]


def test_a_damaged_part_leaves_the_others_standing(modules: Modules) -> None:
    assert parsed(modules, "#tol=%&sample=ten")["link"] == {"sample": "ten"}


def test_no_fragment_whatever_is_an_exception(modules: Modules) -> None:
    odd = ["#=", "#&&&=", "#a=b=c", "#means=,,;;,", "#%=%", "#data=" + quote("\x00🙂")]
    for fragment in odd:
        assert set(parsed(modules, fragment)) == {"link", "complaints"}
