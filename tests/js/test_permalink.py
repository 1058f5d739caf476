"""Links that reproduce a run: read without ever failing, and written so that they read the same."""

import base64
import re
import zlib
from typing import Any
from urllib.parse import quote

import pytest

from build_tools import places
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
        {"data": "a\n1", "columns": ["a, b", "c&d"], "weight": "n", "label": "é", "drop": "1"},
        {"z": "q_-A", "layout": "list", "collapse": "drop", "within": "0.5", "equal": "1"},
        {"covariances": [["1", "0", "0", "1"], ["2", "0", "0", "2"]], "covariance": "full"},
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
        ("#family=poisson", "The link asks for the family “poisson”; this page has gaussian."),
        ("#theme=pink", "The link asks for the theme “pink”; this page has auto, light, dark."),
        ("#data=1&z=q", "The link brings numbers twice; those that can be read count."),
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


DEFLATED = "lib/deflated.js"


@pytest.mark.parametrize("text", ["", "1, 2, 3", "ä 🙂\n" * 20_000])
def test_what_is_packed_unpacks_the_same(modules: Modules, text: str) -> None:
    packed = modules.call(DEFLATED, "deflated", text)
    assert set(packed) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert len(packed) < 20 + len(text) / 10 or len(text) < 10
    assert modules.call(DEFLATED, "inflated", packed) == text


def test_what_was_never_packed_unpacks_to_nothing(modules: Modules) -> None:
    packed = modules.call(DEFLATED, "deflated", "1, 2, 3, 4, 5")
    no_text = base64.urlsafe_b64encode(raw_deflated(b"\xff\xfe")).decode()
    bomb = base64.urlsafe_b64encode(raw_deflated(bytes(60_000_000))).decode()
    for hostile in ("%", "🙂", "====", packed[:-4], no_text, bomb):
        assert modules.call(DEFLATED, "inflated", hostile) is None


def raw_deflated(content: bytes) -> bytes:
    """As the page deflates: without header and checksum."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


OPENED = """async (_, { url, fragment }) => {
  const { reduce } = await import(`${url}js/state/reduce.js`);
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { parseLink, formatLink } = await import(`${url}js/state/permalink.js`);
  const input = await import(`${url}js/state/linked-input.js`);
  const { link } = parseLink(fragment);
  const columns = ["a", "b", "n"].map((name) => ({ name }));
  const data = { kind: "table", columns, suggested: { columns: ["a"], weight: null, label: null } };
  const chosen = { columns: link.columns ?? ["a"], standardised: false };
  const intents = [
    { type: "textEdited", text: link.data },
    { type: "choiceGiven", choice: input.choiceIn(link), layout: link.layout ?? "auto" },
    { type: "componentsEdited", value: link.components },
    ...input.optionsIn(link).map(([option, value]) => ({ type: "optionEdited", option, value })),
    { type: "dataRead", data },
    { type: "columnsChosen", chosen },
    { type: "startGiven", start: input.startIn(link) },
  ];
  const hidden = { ...INITIAL.model.options, within: "0.5", equal_weights: "true" };
  const before = { ...INITIAL, model: { ...INITIAL.model, options: hidden } };
  const state = intents.reduce(reduce, before);
  return { again: formatLink(input.linkTo(state)), options: state.model.options };
}"""


@pytest.mark.parametrize(
    "rest",
    [
        "columns=a&components=2&weights=0.5,0.5&means=1,2&sds=1,1",
        "columns=a,b&components=2&weights=0.5,0.5&means=1,2;3,4;&covariances=1,0,0,1;2,0,0,2;",
        "columns=a,b&weight=n&drop=1&components=2&covariance=tied&equal=1"
        "&weights=0.5,0.5&means=1,2;3,4;&covariances=1,0;0,1;&tol=1e-8&accelerate=1&collapse=drop",
    ],
)
def test_the_link_to_an_input_is_the_link_that_it_came_from(modules: Modules, rest: str) -> None:
    fragment = f"data=a%0A1&{rest}"
    argument = {"url": modules.url, "fragment": f"#{fragment}"}
    assert modules.run(PERMALINK, OPENED, argument)["again"] == fragment


def test_a_link_leaves_no_option_as_it_was_before(modules: Modules) -> None:
    argument = {"url": modules.url, "fragment": "#data=1&components=2&means=1,2"}
    options = modules.run(PERMALINK, OPENED, argument)["options"]
    assert (options["within"], options["equal_weights"]) == ("", "false")


def test_the_readme_tells_of_every_key_and_its_own_links_are_understood(modules: Modules) -> None:
    text = (places.ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", text.partition("## Links")[2], re.MULTILINE)
    told = [key for row in rows for key in re.findall(r"`(\w+)`", row)]
    assert sorted(told) == sorted(modules.run(PERMALINK, "({ KEYS }) => KEYS"))
    for fragment in re.findall(r"#(\w+=[^\"`\s]+)", text):
        assert parsed(modules, fragment)["complaints"] == []
