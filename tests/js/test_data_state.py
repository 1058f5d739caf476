"""What is fitted of a table, what becomes of one's own input: pure, tested without Python."""

from typing import Any

import pytest

from support.modules import Modules

CHOICE = {
    "columns": ["a", "b"],
    "weight": None,
    "label": None,
    "dropMissing": False,
    "standardise": False,
    "principal": "",
}

REPLAY = """async ({ reduce }, { url, intents }) => {
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { dataView } = await import(`${url}js/state/data/views.js`);
  const { tableView } = await import(`${url}js/state/data/table-view.js`);
  const { choiceQuestion } = await import(`${url}js/state/data/questions.js`);
  const state = intents.reduce(reduce, INITIAL);
  const { text, choice, file } = state.data;
  const [view, table] = [dataView(state), tableView(state)];
  return { text, choice, file, view, table, question: choiceQuestion(state) };
}"""


def column(name: str, kind: str = "number", missing: int = 0) -> dict[str, Any]:
    return {
        "name": name, "kind": kind, "missing": missing, "words": 0 if kind == "number" else 3,
        "distinct": None if kind == "number" else 2, "minimum": 1, "maximum": 9, "mean": 5,
        "standard_deviation": 2,
    }  # fmt: skip


def table(*columns: dict[str, Any], label: str | None = None) -> dict[str, Any]:
    """The intent that a table of these columns was read."""
    numbers = [one["name"] for one in columns if one["kind"] == "number"]
    suggested = {"columns": numbers, "weight": None, "label": label, "principal": None}
    dialect = {"delimiter": ";", "decimal": ",", "encoding": "utf-8", "header": True}
    summary = {
        "kind": "table", "rows": 3, "columns": list(columns), "preview": [["1", "2"]],
        "dialect": dialect, "suggested": suggested, "is_ambiguous": False, "notices": [],
    }  # fmt: skip
    return {"type": "dataRead", "data": summary}


def after(modules: Modules, *intents: dict[str, Any]) -> Any:
    """The data, and what is shown of them, after these intents."""
    argument = {"url": modules.url, "intents": list(intents)}
    return modules.run("state/reduce.js", REPLAY, argument)


def test_a_table_that_was_read_is_shown_with_the_choice_suggested(modules: Modules) -> None:
    read = table(column("a"), column("b", missing=1), column("kind", "text"), label="kind")
    shown = after(modules, {"type": "textEdited", "text": "..."}, read)
    assert shown["choice"] == {**CHOICE, "label": "kind"}
    assert [one["isChosen"] for one in shown["table"]["columns"]] == [True, True, False]
    assert shown["table"]["columns"][1]["note"] == "1 to 9, 1 missing"
    assert shown["table"]["canDrop"]
    assert shown["view"]["feedback"].startswith(
        "A table of 3 rows and 3 columns (cells set apart by semicolons, decimal commas"
    )
    assert shown["question"]["body"]["missing"] == "refuse"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"weight": "b"}, {"columns": ["a"], "weight": "b"}),
        ({"label": "a"}, {"columns": ["b"], "label": "a"}),
        ({"standardise": True}, {"standardise": True}),
        ({"columns": []}, {"columns": []}),
    ],
)
def test_a_column_is_chosen_for_one_thing(
    modules: Modules, change: dict[str, Any], expected: dict[str, Any]
) -> None:
    edit = {"type": "choiceEdited", "change": change}
    assert after(modules, table(column("a"), column("b")), edit)["choice"] == CHOICE | expected


def test_a_choice_outlives_an_edit_of_the_text_while_its_columns_do(modules: Modules) -> None:
    edit = {"type": "choiceEdited", "change": {"columns": ["b"]}}
    typed = {"type": "textEdited", "text": "more"}
    first = table(column("a"), column("b"))
    assert after(modules, first, edit, typed, first)["choice"]["columns"] == ["b"]
    other = table(column("a"), column("c"))
    assert after(modules, first, edit, typed, other)["choice"]["columns"] == ["a", "c"]


def test_an_own_text_and_its_choice_come_back_when_a_file_is_closed(modules: Modules) -> None:
    typed = {"type": "textEdited", "text": "mine"}
    edit = {"type": "choiceEdited", "change": {"columns": ["b"]}}
    opened = {"type": "fileOpened", "file": {"name": "a.csv", "size": 2_500_000}}
    during = after(modules, typed, table(column("a"), column("b")), edit, opened)
    assert (during["text"], during["choice"]) == ("", None)
    assert during["view"]["file"] == "a.csv, 2.5 MB"
    closed = after(
        modules, typed, table(column("a"), column("b")), edit, opened, {"type": "fileClosed"}
    )
    assert (closed["text"], closed["file"]) == ("mine", None)
    assert closed["choice"]["columns"] == ["b"]


def drawn(text: str) -> list[dict[str, Any]]:
    """The intents that a sample was drawn."""
    return [
        {"type": "sampleDrawn", "text": text, "truth": {}},
        {"type": "textEdited", "text": text},
    ]


def test_an_own_text_comes_back_after_samples_that_were_drawn(modules: Modules) -> None:
    own = {"type": "textEdited", "text": "my own"}
    before = after(modules, own, *drawn("1 2"), *drawn("3 4"))
    assert (before["text"], before["view"]["sample"]) == ("3 4", "drawn")
    sample = {"name": "a", "title": "A", "text": "5 6", "about": "", "source": ""}
    came = {"type": "samplesCame", "samples": [sample]}
    chosen = [{"type": "sampleChosen", "name": name} for name in ("a", "drawn", "")]
    events = [came, own, *drawn("3 4"), *chosen]
    assert after(modules, *events[:-1])["text"] == "3 4"
    back = after(modules, *events)
    assert (back["text"], back["view"]["sample"]) == ("my own", "")


def test_what_is_typed_takes_the_place_of_a_file(modules: Modules) -> None:
    opened = {"type": "fileOpened", "file": {"name": "a.csv", "size": 10}}
    shown = after(modules, opened, {"type": "textEdited", "text": "1 2"})
    assert (shown["text"], shown["file"]) == ("1 2", None)


def test_how_far_the_reading_is_is_said(modules: Modules) -> None:
    opened = {"type": "fileOpened", "file": {"name": "a.csv", "size": 10}}
    ready = {"type": "engineChanged", "engine": {"phase": "busy", "versions": {}}}
    progress = {"label": "Reading the data", "done": 30, "total": 200}
    shown = after(modules, ready, opened, {"type": "dataProgressed", "progress": progress})
    assert shown["view"]["feedback"] == "Reading the data… 15 %"
    assert shown["view"]["share"] == 0.15
    assert shown["view"]["isReading"]


def test_what_was_kept_is_there_again_and_can_be_forgotten(modules: Modules) -> None:
    kept = {
        "type": "inputRestored", "data": {"text": "1 2", "lostFile": "a.csv"}, "model": {},
    }  # fmt: skip
    assert after(modules, kept)["text"] == "1 2"
    assert after(modules, kept)["view"]["lostFile"] == "a.csv"
    forgotten = after(modules, kept, {"type": "inputForgotten"})
    assert (forgotten["text"], forgotten["view"]["lostFile"]) == ("", "")
    assert not forgotten["view"]["canForget"]
