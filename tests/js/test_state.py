"""What the page knows after what happens to it: pure, so tested without a page."""

from typing import Any

from support.modules import Modules

SAMPLES = [
    {"name": "a", "title": "A", "text": "1 2 3 4", "about": "About A.", "source": "Here."},
    {"name": "b", "title": "B", "text": "5 6 7 8", "about": "About B.", "source": "There."},
]
SUGGESTED = {"weights": [0.5, 0.5], "means": [1.5, 3.5], "standard_deviations": [0.6, 0.6]}
REPORT = {
    "n": 4,
    "name": "x",
    "status": "converged",
    "message": "Converged after 3 iterations.",
    "notices": [],
    "iterations": 3,
    "log_likelihood": -4.5,
    "aic": 19.0,
    "bic": 15.9,
    "n_free": 5,
    "tol": 1e-6,
    "start": SUGGESTED,
    "final": SUGGESTED,
}
# The page fills in the question of the input at the place where a run is said to be ASKED.
ASKED = {"type": "asked"}
ANSWERED = {"type": "runAnswered", "result": {"report": REPORT, "arrays": {}}}
READY = {
    "type": "engineChanged",
    "engine": {"phase": "ready", "versions": {}},
}

REPLAY = """async (_, { url, intents, view }) => {
  const { reduce } = await import(`${url}js/state/reduce.js`);
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { questionOf, isStale } = await import(`${url}js/state/question.js`);
  let [state, question] = [INITIAL, questionOf(INITIAL)];
  for (const intent of intents) {
    if (intent.type === "asked") question = questionOf(state);
    else if (!intent.result) state = reduce(state, intent);
    else state = reduce(state, { ...intent, result: { ...intent.result, question } });
  }
  if (!view) return { ...state, stale: isStale(state) };
  const [file, name] = view.split(":");
  return (await import(`${url}js/state/${file}.js`))[name](state);
}"""


def after(modules: Modules, *intents: dict[str, Any], view: str = "") -> Any:
    """The state, or what a panel shows of it, after these intents."""
    argument = {"url": modules.url, "intents": list(intents), "view": view}
    return modules.run("state/reduce.js", REPLAY, argument)


def edited(field: str, index: int, value: str) -> dict[str, Any]:
    return {"type": "startEdited", "field": field, "path": [index], "value": value}


def components(value: str) -> dict[str, Any]:
    return {"type": "componentsEdited", "value": value}


def text(value: str) -> dict[str, Any]:
    return {"type": "textEdited", "text": value}


SAMPLES_CAME = {"type": "samplesCame", "samples": SAMPLES}
SUGGESTION = {"type": "startSuggested", "start": SUGGESTED}


def test_a_text_that_is_a_sample_to_the_letter_is_named_so(modules: Modules) -> None:
    state = after(modules, SAMPLES_CAME, text("5 6 7 8"))
    assert state["data"]["sample"] == "b"
    assert after(modules, SAMPLES_CAME, text("5 6 7 9"))["data"]["sample"] == ""


def test_choosing_one_s_own_numbers_keeps_the_text(modules: Modules) -> None:
    chosen = {"type": "sampleChosen", "name": "a"}
    own = {"type": "sampleChosen", "name": ""}
    assert after(modules, SAMPLES_CAME, chosen, own)["data"]["text"] == "1 2 3 4"


def test_suggestions_fill_the_table_until_a_person_edits_it(modules: Modules) -> None:
    filled = after(modules, SUGGESTION)["model"]["start"]
    assert filled["means"] == ["1.5", "3.5"]
    own = after(modules, SUGGESTION, edited("means", 1, "9"), SUGGESTION)["model"]["start"]
    assert own["means"] == ["1.5", "9"]


def test_a_cell_that_a_person_has_emptied_stays_empty(modules: Modules) -> None:
    emptied = after(modules, SUGGESTION, edited("means", 1, ""), SUGGESTION)["model"]["start"]
    assert emptied["means"] == ["1.5", ""]


def test_new_rows_are_filled_and_old_ones_kept(modules: Modules) -> None:
    three = {field: [*values, 7.0] for field, values in SUGGESTED.items()}
    suggestion = {"type": "startSuggested", "start": three}
    state = after(modules, SUGGESTION, edited("means", 0, "2"), components("3"), suggestion)
    assert state["model"]["start"]["means"] == ["2", "3.5", "7"]


def test_rows_that_fall_away_are_not_asked_about_but_come_back(modules: Modules) -> None:
    fewer = [SUGGESTION, edited("means", 1, "9"), components("1")]
    assert after(modules, *fewer, view="model/questions:fitQuestion")["body"]["start"]["means"] == [
        1.5
    ]
    back = after(modules, *fewer, components("2"), view="model/views:startView")
    assert [cell["value"] for cell in back["rows"][1]["cells"]] == ["0.5", "9", "0.6"]


def test_half_a_number_of_components_changes_no_row(modules: Modules) -> None:
    view = after(
        modules, SUGGESTION, components("2."), components(""), view="model/views:startView"
    )
    assert len(view["rows"]) == 2


def test_python_is_asked_what_was_typed_even_if_it_is_no_number(modules: Modules) -> None:
    typed = {"type": "optionEdited", "option": "max_iter", "value": ""}
    infinite = {"type": "optionEdited", "option": "tol", "value": "1e999"}
    question = after(modules, typed, infinite, view="model/questions:fitQuestion")["body"]
    assert question["options"] == {"max_iter": "", "tol": "1e999", "reg_covar": 0}


def test_results_are_stale_while_the_input_asks_for_another_fit(modules: Modules) -> None:
    assert not after(modules, ANSWERED)["stale"]
    assert after(modules, ANSWERED, edited("means", 0, "2"))["stale"]
    edits = [edited("means", 0, "2"), edited("means", 0, "")]
    assert not after(modules, ANSWERED, *edits)["stale"], "the input is as it was"


def test_a_result_that_comes_after_a_change_of_the_input_is_stale_at_once(modules: Modules) -> None:
    assert after(modules, ASKED, edited("means", 0, "2"), ANSWERED)["stale"]
    assert after(modules, ASKED, text("1 2 3 4"), ANSWERED)["stale"]


def test_the_status_tells_how_a_run_ended_and_what_to_know_about_it(modules: Modules) -> None:
    assert after(modules, READY, ANSWERED, view="run/views:runView")["status"] == REPORT["message"]
    reasoned = "Converged after 3 iterations: the last one gained next to nothing."
    report = {**REPORT, "message": reasoned, "notices": ["Mind this."]}
    result = {"report": report, "arrays": {}}
    noticed = after(modules, READY, {**ANSWERED, "result": result}, view="run/views:runView")
    assert noticed["status"] == "Converged after 3 iterations. Mind this."


def test_a_collapse_is_a_mistake_until_the_input_changes(modules: Modules) -> None:
    report = {**REPORT, "status": "collapsed", "message": "Component 1 collapsed."}
    collapsed = {**ANSWERED, "result": {"report": report, "arrays": {}}}
    assert after(modules, READY, collapsed, view="run/views:runView")["fault"]["message"] == (
        "Component 1 collapsed."
    )
    assert after(modules, READY, collapsed, text("1 2"), view="run/views:runView")["fault"] is None


def test_a_long_text_shows_its_beginning_until_it_is_unfolded(modules: Modules) -> None:
    long = "1 2 3 4\n" * 5_000
    folded = after(modules, text(long), view="data/views:dataView")
    assert folded["folded"]
    assert len(folded["text"]) < 2_000
    unfolded = after(modules, text(long), {"type": "unfoldWanted"}, view="data/views:dataView")
    assert unfolded["text"] == long
    again = after(modules, {"type": "unfoldWanted"}, text(long), view="data/views:dataView")
    assert again["folded"], "a long text that comes later is folded anew"


def test_listeners_hear_intents_in_the_order_they_were_sent(modules: Modules) -> None:
    heard = modules.run(
        "state/store.js",
        """({ createStore }) => {
          const heard = [];
          const store = createStore(0, (state) => state + 1);
          store.listen((intent, state) => {
            heard.push(`first hears ${intent} at ${state}`);
            if (intent === "one") store.send("two");
          });
          store.listen((intent, state) => heard.push(`second hears ${intent} at ${state}`));
          store.send("one");
          return heard;
        }""",
    )
    assert heard == [
        "first hears one at 1",
        "second hears one at 1",
        "first hears two at 2",
        "second hears two at 2",
    ]


def test_a_listener_that_throws_silences_nobody_and_nothing(modules: Modules) -> None:
    heard = modules.run(
        "state/store.js",
        """({ createStore }) => {
          const heard = [];
          const store = createStore(0, (state) => state + 1);
          store.listen((intent) => {
            if (intent !== "one") return;
            store.send("two");
            throw new Error("a mistake");
          });
          store.listen((intent, state) => heard.push(`${intent} at ${state}`));
          try {
            store.send("one");
          } catch ({ message }) {
            heard.push(message);
          }
          store.send("three");
          return heard;
        }""",
    )
    assert heard == ["one at 1", "two at 2", "a mistake", "three at 3"]
