"""Whatever a link or a host page sends, the pure half of the page answers in words, and soon."""

from typing import Any

import pytest

from support import hostile
from support.modules import Modules

PERMALINK = "state/permalink.js"
HOST_MESSAGE = "state/host-message.js"
LONGEST_SENTENCE = 700  # the longest lists every key that there is
MOST_SENTENCES = 6

PARSED = """({ parseLink, formatLink }, fragments) => fragments.map((fragment) => {
  const { link, complaints } = parseLink(fragment);
  const text = formatLink(link ?? {});
  return { complaints, isKept: formatLink(parseLink(text).link ?? {}) === text };
})"""

JUDGED = """async (_, [url, expressions, helpers]) => {
  const { mistakeIn } = await import(`${url}js/state/host-message.js`);
  const make = new Function(`${helpers}; return [${expressions.join()}]`);
  return make().map((message) => mistakeIn(structuredClone(message)));
}"""


@pytest.fixture(scope="module")
def opened(modules: Modules) -> list[tuple[hostile.Fragment, Any]]:
    """Every hostile link, with what became of it."""
    fragments = hostile.fragments()
    outcomes = modules.run(PERMALINK, PARSED, [fragment.text for fragment in fragments])
    return list(zip(fragments, outcomes, strict=True))


def test_there_are_enough_hostile_links_and_messages() -> None:
    assert len(hostile.fragments()) >= 500
    assert len(hostile.messages()) >= 500


def test_what_is_wrong_with_a_link_is_told_in_few_short_sentences(
    opened: list[tuple[hostile.Fragment, Any]],
) -> None:
    for fragment, outcome in opened:
        said = outcome["complaints"]
        assert len(said) <= MOST_SENTENCES, fragment.text[:200]
        assert all(len(sentence) < LONGEST_SENTENCE for sentence in said), fragment.text[:200]
        assert all(sentence.isprintable() for sentence in said), fragment.text[:200]


def test_a_link_that_is_understood_is_written_so_that_it_reads_the_same(
    opened: list[tuple[hostile.Fragment, Any]],
) -> None:
    lost = [fragment.text[:200] for fragment, outcome in opened if not outcome["isKept"]]
    assert lost == []


def test_every_hostile_message_is_answered_with_a_sentence(modules: Modules) -> None:
    argument = [modules.url, hostile.messages(), hostile.HELPERS]
    answers = modules.run(HOST_MESSAGE, JUDGED, argument)
    wrong = [
        message[:200]
        for message, answer in zip(hostile.messages(), answers, strict=True)
        if answer is None or len(answer["message"]) > LONGEST_SENTENCE
    ]
    assert wrong == []


def test_a_name_from_elsewhere_is_shown_short_and_without_what_cannot_be_seen(
    modules: Modules,
) -> None:
    assert modules.call("lib/quoted.js", "quoted", "a\u202eb\x00") == "“a\ufffdb\ufffd”"
    assert modules.call("lib/quoted.js", "quoted", "x" * 41) == f"“{'x' * 40}…”"
    assert modules.call("lib/quoted.js", "quoted", "🙂" * 40) == f"“{'🙂' * 40}”"


# --- what a host page sets -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "detail", "after"),
    [
        ({"sample": "ten", "columns": ["a"], "tol": "1"}, {"data": [1, 2.5]},
         {"tol": "1", "data": "1\n2.5"}),
        ({"data": "1"}, {"sample": "ten"}, {"sample": "ten"}),
        ({"data": "1", "means": ["1", "2"]}, {"components": 3}, {"data": "1", "components": "3"}),
        ({"means": ["1"]}, {"means": [1, 2], "components": 2},
         {"means": ["1", "2"], "components": "2"}),
        ({}, {"data": [[1, 2], [3, 4]], "means": "1,2;3,4;"},
         {"data": "1,2\n3,4", "means": "1,2;3,4;"}),
        ({}, {"covariances": [[[1, 0], [0, 1]]]}, {"covariances": [["1", "0", "0", "1"]]}),
        ({}, {"columns": "a,b", "drop": True, "run": 1}, {"columns": ["a", "b"], "drop": "1",
         "run": True}),
        ({"tol": "1", "run": True}, {"tol": None, "run": False}, {"run": False}),
    ],
)  # fmt: skip
def test_what_a_host_sets_takes_the_place_of_what_it_cannot_go_with(
    modules: Modules, before: dict[str, Any], detail: dict[str, Any], after: dict[str, Any]
) -> None:
    assert modules.call(HOST_MESSAGE, "linkAfter", before, detail) == {**after, "embed": True}


def test_what_is_set_may_stand_beside_the_type_of_a_message(modules: Modules) -> None:
    message = {"target": "emkit", "type": "set", "data": "1,2,3", "components": 2}
    assert modules.call(HOST_MESSAGE, "mistakeIn", message) is None
    brought = {"data": "1,2,3", "components": 2}
    assert modules.call(HOST_MESSAGE, "detailOf", message) == brought
    wrong = {**message, "colour": "red"}
    assert "colour" in modules.call(HOST_MESSAGE, "mistakeIn", wrong)["message"]


def test_the_element_has_an_attribute_for_every_key_of_a_link(modules: Modules) -> None:
    script = """async ({ KEYS }, url) => {
      await import(`${url}embed.js`);
      return [KEYS, customElements.get("em-lab").observedAttributes];
    }"""
    keys, attributes = modules.run(PERMALINK, script, modules.url)
    assert set(attributes) == set(keys) - {"embed"}
