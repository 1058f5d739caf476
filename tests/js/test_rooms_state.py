"""What the rooms show of comparisons, tests, groups and programs: pure, so tested without them."""

from __future__ import annotations

from typing import Any

from support.modules import Modules

REPLAY = """async (_, { url, intents, views }) => {
  const { reduce } = await import(`${url}js/state/reduce.js`);
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { aboutOf } = await import(`${url}js/state/errands/about.js`);
  let state = INITIAL;
  for (const intent of intents) {
    const about = "about" in intent ? { about: aboutOf(intent.errand, state) } : {};
    const answer = intent.answer && { ...intent.answer, about: aboutOf(intent.errand, state) };
    state = reduce(state, { ...intent, ...about, ...(answer && { answer }) });
  }
  if (!views) return state;
  const [file, name] = views.split(":");
  return (await import(`${url}js/state/${file}.js`))[name](state);
}"""

ABOUT = "state/errands/about.js"

ROW = {
    "components": 1, "covariance": "full", "n_free": 2, "log_likelihood": -5.0, "aic": 14.0,
    "bic": 15.0, "icl": 15.5, "cross_validated": None, "status": "converged",
}  # fmt: skip
TABLE = {
    "comparison": 1,
    "rows": [ROW, {**ROW, "components": 2, "status": "collapsed", "bic": None, "icl": None}],
    "best": {"bic": 0, "icl": 0, "aic": None, "cross_validated": None},
    "done": 2,
    "total": 3,
}
RATIO = {
    "components": 1, "covariance": "full", "asked": 99, "samples": 99, "statistic": 12.5,
    "as_large": 0, "p_value": 0.01, "stopped": False,
}  # fmt: skip


def shown(modules: Modules, views: str, *intents: dict[str, Any]) -> Any:
    """A view of the state after these intents."""
    argument = {"url": modules.url, "intents": list(intents), "views": views}
    return modules.run("state/reduce.js", REPLAY, argument)


def replayed(modules: Modules, *intents: dict[str, Any]) -> Any:
    """The state after these intents."""
    return shown(modules, "", *intents)


def wanted(errand: str) -> list[dict[str, Any]]:
    """An errand on its way."""
    return [{"type": "errandWanted", "errand": errand},
            {"type": "errandBegan", "errand": errand, "about": None}]  # fmt: skip


def answered(errand: str, body: Any) -> dict[str, Any]:
    """The end of an errand."""
    answer = {"body": body, "arrays": {}}
    return {"type": "errandAnswered", "errand": errand, "answer": answer}


def printed(text: str) -> dict[str, Any]:
    """A piece of output."""
    return {"type": "programPrinted", "text": text}


STOPPED = {"kind": "Stopped", "message": "It was stopped.", "where": None, "remedy": "Go on."}


def test_structures_are_compared_in_their_order_whatever_the_order_of_ticking(
    modules: Modules,
) -> None:
    ticks = [("full", False), ("tied", False), ("diag", False), ("full", True)]
    body = shown(
        modules, "study/questions:compareQuestion",
        *[{"type": "structureTicked", "structure": one, "isTicked": is_on} for one, is_on in ticks],
    )["body"]  # fmt: skip
    assert body["covariances"] == ["full", "spherical"]
    assert body["components"] == [1, 2, 3, 4, 5, 6]
    assert body["folds"] is None


def test_what_is_no_number_of_components_is_python_s_to_refuse(modules: Modules) -> None:
    for typed, asked in (("1e3", [1000]), ("many", ["many"]), ("2,5", [2.5])):
        edit = {"type": "studyEdited", "field": "upTo", "value": typed}
        body = shown(modules, "study/questions:compareQuestion", edit)["body"]
        assert body["components"] == asked


def test_rows_are_shown_as_they_come(modules: Modules) -> None:
    told = {"type": "errandProgressed", "errand": "compare", "progress": {**TABLE, "label": "it"}}
    view = shown(modules, "study/views:studyView", *wanted("compare"), told)
    assert [row["name"] for row in view["rows"]] == [
        ["1", " component,", " full"], ["2", " components,", " full"],
    ]  # fmt: skip
    assert view["standing"]["text"] == "2 of 3 fits done. Now it."
    assert view["standing"]["share"] == 2 / 3
    assert (view["canStop"], view["canTake"]) == (True, False)


def test_the_verdict_names_what_each_criterion_prefers(modules: Modules) -> None:
    body = {**TABLE, "stopped": True, "notices": ["By the way."]}
    view = shown(modules, "study/views:studyView", *wanted("compare"), answered("compare", body))
    assert view["standing"]["text"] == (
        "Stopped after 2 of 3 fits. "
        "Of those, BIC prefers 1 full and ICL prefers 1 full. By the way."
    )
    assert view["rows"][0]["cells"][0] == {"text": "15", "isBest": True}
    assert view["rows"][1]["cells"][0] == {"text": "\u2013", "isBest": False}
    assert view["rows"][1]["cells"][4]["text"] == "-5 (collapsed)"


def test_rows_outlive_the_engine_that_found_them(modules: Modules) -> None:
    told = {"type": "errandProgressed", "errand": "compare", "progress": TABLE}
    refused = {"type": "errandRefused", "errand": "compare", "fault": None}
    view = shown(modules, "study/views:studyView", *wanted("compare"), told, refused)
    assert len(view["rows"]) == 2
    assert "Stopped after 2 of 3 fits." in view["standing"]["text"]


def read_table(*columns: str) -> list[dict[str, Any]]:
    """A table is read, of which emkit suggests to fit the first column."""
    suggested = {"columns": [columns[0]], "weight": None, "label": None, "principal": None}
    summary = {"kind": "table", "columns": [{"name": name} for name in columns]}
    read = {"type": "dataRead", "data": {**summary, "suggested": suggested}}
    return [{"type": "textEdited", "text": "a table"}, read]


OTHER_COLUMN = {"type": "choiceEdited", "change": {"columns": ["b"]}}


def test_a_comparison_of_other_columns_is_out_of_date(modules: Modules) -> None:
    done = [*read_table("a", "b"), *wanted("compare"), answered("compare", TABLE)]
    told = "The data have changed since."
    view = shown(modules, "study/views:studyView", *done)
    assert told not in view["standing"]["text"]
    view = shown(modules, "study/views:studyView", *done, OTHER_COLUMN)
    assert view["standing"]["text"].endswith(told)


def test_a_fit_of_the_comparison_answers_for_the_columns_that_were_compared(
    modules: Modules,
) -> None:
    done = [*read_table("a", "b"), *wanted("compare"), answered("compare", TABLE), OTHER_COLUMN]
    state = replayed(modules, *done)
    asked = [modules.call(ABOUT, "answeredQuestion", one, state) for one in ("take", "program")]
    assert [one["choice"]["body"]["columns"] for one in asked] == [["a"], ["b"]]


def test_what_is_handed_over_is_not_kept_as_well(modules: Modules) -> None:
    body = {"fit": 3, "text": "long", "frame": {}}
    for errand in ("take", "load", "program", "export"):
        state = replayed(modules, *wanted(errand), answered(errand, body))
        assert state["errands"][errand]["answer"]["body"] == {"fit": 3}


def test_a_comparison_of_other_data_is_out_of_date(modules: Modules) -> None:
    done = [*wanted("compare"), answered("compare", TABLE)]
    view = shown(modules, "study/views:studyView", *done, {"type": "textEdited", "text": "1 2"})
    assert view["standing"]["text"].endswith("The data have changed since.")


def test_a_test_says_what_its_p_value_means(modules: Modules) -> None:
    rare = {"p_value": 0.01, "as_large": 0, "samples": 99}
    common = {"p_value": 0.5, "as_large": 49, "samples": 99}
    unknown = {"p_value": 0.1, "as_large": 0, "samples": 9}
    for found, verdict in (
        (rare, "So large a gain is rare where 1 component made the data: there are more."),
        (common, "Such a gain is common where 1 component made the data: one more is not needed."),
        (unknown, "With so few samples p cannot be smaller: simulate more to decide."),
    ):
        end = answered("likelihoodRatio", {**RATIO, **found})
        view = shown(modules, "study/ratio-view:ratioView", *wanted("likelihoodRatio"), end)
        assert verdict in view["standing"]["text"]


def test_the_criteria_are_drawn_where_they_are_known(modules: Modules) -> None:
    done = [*wanted("compare"), answered("compare", TABLE)]
    chart = shown(modules, "study/criteria-view:criteriaView", *done)["chart"]
    assert chart["components"] == [1, 2]
    assert [one["name"] for one in chart["criteria"]] == ["BIC", "ICL", "AIC"]
    assert chart["criteria"][0]["best"] == {"components": 1, "covariance": "full"}
    assert chart["criteria"][2]["best"] is None
    assert chart["criteria"][2]["values"] == {"full": [14, 14]}


def test_a_program_nobody_edited_is_the_page_s_own(modules: Modules) -> None:
    came = {"type": "pageCodeCame", "code": "fit = 1"}
    edited = {"type": "codeEdited", "code": "fit = 2"}
    newer = {"type": "pageCodeCame", "code": "fit = 3"}
    back = {"type": "pageCodeWanted"}
    codes = [
        shown(modules, "program/views:programView", *intents)["code"]
        for intents in ([came], [came, edited, newer], [came, edited, newer, back])
    ]
    assert codes == ["fit = 1", "fit = 2", "fit = 3"]


def test_a_long_log_loses_whole_lines_at_its_beginning_and_says_so(modules: Modules) -> None:
    lines = "".join(f"line {i}\n" for i in range(10_000))
    log = shown(modules, "program/views:programView", printed(lines[:50]), printed(lines))["log"]
    assert log.startswith("[earlier output is left out]\nline ")
    assert log.endswith("line 9999\n")
    assert len(log) <= 50_100


def test_a_new_run_begins_with_an_empty_log(modules: Modules) -> None:
    view = shown(modules, "program/views:programView", printed("old"), *wanted("program"))
    assert (view["log"], view["canRun"], view["canStop"]) == ("", False, True)


def test_a_program_that_was_stopped_is_no_mistake(modules: Modules) -> None:
    end = {"type": "errandRefused", "errand": "program", "fault": STOPPED}
    view = shown(modules, "program/views:programView", *wanted("program"), end)
    assert view["fault"] == ""
    assert "Python starts again" in view["standing"]["text"]


def test_a_mistake_in_a_program_has_its_line(modules: Modules) -> None:
    fault = {**STOPPED, "kind": "ProgramError", "where": {"program_line": 3}, "detail": "Trace"}
    end = {"type": "errandRefused", "errand": "program", "fault": fault}
    view = shown(modules, "program/views:programView", *wanted("program"), end)
    assert (view["fault"], view["line"], view["detail"]) == ("It was stopped. Go on.", 3, "Trace")


def test_a_run_is_told_what_it_waits_for(modules: Modules) -> None:
    waiting = shown(modules, "errands/waiting:longErrand", *wanted("program"))
    assert waiting == "your Python program"
    assert shown(modules, "errands/waiting:longErrand") is None
