"""Programs that a person wrote: what they find, print and leave, and how they fail."""

from __future__ import annotations

import json
from collections.abc import Coroutine
from typing import Any

import numpy as np
import pytest

from emkit.bridge.desk import Chosen, Desk, Labels
from emkit.bridge.mishap import OutOfMemory, ProgramError, Unreachable, wants_network
from emkit.bridge.pen import LONGEST, TIMES, Pen
from emkit.bridge.programs import imports, program, run
from emkit.data.datasets import faithful
from emkit.data.observations import observe


def finished(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine returns that waits for nothing but its next turn.

    Without an event loop of its own: the tests of the page have one running in this thread.
    """
    try:
        while True:
            work.send(None)
    except StopIteration as end:
        return end.value


def ran(code: str, **names: Any) -> tuple[dict[str, Any], str]:
    """What a program defined, and what it printed."""
    said: list[str] = []
    finished(run(code, names, said.append))
    return names, "".join(said)


def failed(code: str) -> ProgramError:
    """How a program went wrong."""
    with pytest.raises(ProgramError) as caught:
        ran(code)
    return caught.value


def test_a_program_prints_and_defines() -> None:
    names, said = ran("total = sum(x)\nprint('total', total)", x=[1, 2])
    assert names["total"] == 3
    assert said == "total 3\n"


def test_await_may_stand_outside_of_functions() -> None:
    assert ran("import asyncio\nawait asyncio.sleep(0)\nprint('after')")[1] == "after\n"


def test_functions_see_what_the_program_defines() -> None:
    assert ran("a = 1\ndef f(): return a + 1\nprint([f() for _ in range(2)])")[1] == "[2, 2]\n"


def test_what_goes_to_the_stream_of_errors_is_printed_too() -> None:
    assert ran("import sys\nprint('mind', file=sys.stderr)")[1] == "mind\n"


@pytest.mark.parametrize(
    ("code", "line", "message"),
    [
        ("x = 1\nx / 0", 2, "Line 2: ZeroDivisionError: division by zero."),
        ("def f():\n    return y\nf()", 2, "Line 2: NameError: name 'y' is not defined."),
        ("x = = 2", 1, "Line 1: SyntaxError: invalid syntax."),
        ("\n\nraise KeyError", 3, "Line 3: KeyError."),
        ("import json\njson.loads('{')", 2, "Line 2: JSONDecodeError: "),
        ("import emkit\nemkit.fit([1, 2, 3])", 2, "Line 2: 2 components need at least 4 values"),
    ],
)
def test_a_mistake_is_told_with_its_line(code: str, line: int, message: str) -> None:
    error = failed(code)
    assert error.where == {"program_line": line}
    assert error.message.startswith(message)
    assert error.message.endswith(".")


def test_the_traceback_has_nothing_but_the_program() -> None:
    detail = failed("import json\ndef read(text):\n    return json.loads(text)\nread('{')").detail
    assert "line 4, in <module>" in detail
    assert "return json.loads(text)" in detail
    assert detail.count("File") == detail.count('File "program.py"') == 2


def test_what_a_mistake_was_made_during_is_told_without_our_frames() -> None:
    detail = failed("try:\n    1 / 0\nexcept Exception:\n    int('a')").detail
    assert "During handling" in detail
    assert "programs.py" not in detail


def test_the_remedy_of_emkit_is_kept() -> None:
    error = failed("import emkit\nemkit.fit([1, 2, 3])")
    assert error.remedy == "Add more values or ask for fewer components."


def test_a_package_that_is_not_there_can_be_installed() -> None:
    error = failed("import nosuchthing.inner")
    assert 'await micropip.install("nosuchthing")' in error.remedy


def test_a_question_to_nobody_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: str = "") -> str:
        raise EOFError("EOF when reading a line")

    monkeypatch.setattr("builtins.input", nobody)
    assert "nobody to ask" in failed("input()").remedy


def test_what_was_printed_before_a_mistake_is_not_lost() -> None:
    said: list[str] = []
    with pytest.raises(ProgramError):
        finished(run("print('half', end='')\n1 / 0", {}, said.append))
    assert said == ["half"]


def test_a_program_may_end_itself() -> None:
    assert ran("import sys\nprint('a')\nsys.exit()\nprint('b')")[1] == "a\n"
    assert ran("raise SystemExit('enough')")[1] == "enough\n"


def test_memory_that_runs_out_is_told_and_what_filled_it_let_go() -> None:
    names: dict[str, Any] = {}
    with pytest.raises(OutOfMemory) as caught:
        finished(run("pile = [0]\nraise MemoryError", names, print))
    assert caught.value.where == {"program_line": 2}
    assert "pile" not in names


def test_a_network_that_is_not_there_is_told_in_plain_words() -> None:
    class JsException(Exception):
        pass

    cause = OSError("no wheel")
    cause.__cause__ = JsException("TypeError: Failed to fetch")
    assert wants_network(cause)
    assert not wants_network(OSError("no such file"))
    error = failed("raise OSError('TypeError: NetworkError when attempting to fetch resource.')")
    assert isinstance(error, Unreachable)
    assert "could not be fetched" in error.message


def test_imports_are_found_wherever_they_stand() -> None:
    code = "import numpy as np, micropip\nif 1:\n    from os.path import join\nfrom . import a"
    assert imports(code) == ["micropip", "numpy", "os"]
    assert imports("no python") == []


def test_a_pen_hands_on_lines_and_what_is_flushed() -> None:
    said: list[str] = []
    pen = Pen(said.append)
    print("a", "b", file=pen)
    print("c", end="", file=pen)
    assert said == ["a b\n"]
    print("d", end="", file=pen, flush=True)
    assert said == ["a b\n", "cd"]


def test_a_flood_is_handed_on_in_few_pieces_and_nothing_of_it_is_lost() -> None:
    said: list[str] = []
    now = [0.0]
    pen = Pen(said.append, lambda: now[0])
    for i in range(1000):
        print(i, file=pen)
    assert len(said) == TIMES
    now[0] = 1.0
    print("after a while", file=pen)
    assert len(said) == TIMES + 1
    pen.flush()
    assert "".join(said) == "".join(f"{i}\n" for i in range(1000)) + "after a while\n"


def test_a_text_nobody_could_read_is_cut() -> None:
    said: list[str] = []
    print("x" * (LONGEST + 10), file=Pen(said.append))
    assert len(said[0]) < LONGEST + 50
    assert said[0].endswith("\n[… 11 more characters …]\n")


def test_a_line_that_never_ends_fills_no_memory() -> None:
    said: list[str] = []
    pen = Pen(said.append)
    for _ in range(LONGEST + 10):
        print("xy", end="", file=pen)
    pen.flush()
    assert len(said) == 1
    assert said[0] == f"{'xy' * (LONGEST // 2)}\n[… {LONGEST + 20:,} more characters …]\n"
    print("after", file=pen)
    assert said[1] == "after\n"


@pytest.fixture
def desk() -> Desk:
    """Old Faithful, both columns, with weights and labels."""
    data = observe(faithful(), ["eruptions", "waiting"], np.ones(272))
    labels = Labels("kind", ("short", "long"), (faithful()[:, 0] > 3).astype(int))
    return Desk(chosen=Chosen(data, np.arange(101, 373), labels))


def answered(desk: Desk, code: str) -> tuple[dict[str, Any], str]:
    """The reply about a program, and what it printed."""
    said: list[str] = []
    task = finished(program(desk, json.dumps({"code": code}), said.append))
    while not task.advance(0.0):
        pass
    return json.loads(task.reply_json()), "".join(said)


def test_a_program_finds_the_data(desk: Desk) -> None:
    code = "print(x.shape, columns, labels[:2], weights.sum(), np.__name__, emkit.__name__)"
    said = answered(desk, code)[1]
    assert said == "(272, 2) ['eruptions', 'waiting'] ['long' 'short'] 272.0 numpy emkit\n"


def test_without_data_a_program_runs_all_the_same() -> None:
    assert answered(Desk(), "print(x, labels, weights)")[1] == "None None None\n"


def test_what_a_program_does_to_its_data_it_does_to_no_other(desk: Desk) -> None:
    answered(desk, "x[:] = 0\nemkit.left = 1\nweights[:] = 0")
    assert answered(desk, "print(x[0, 0] > 0, weights[0], 'y' in dir())")[1] == "True 1.0 False\n"


def test_its_fit_is_kept_and_answered_like_any_other(desk: Desk) -> None:
    code = "fit = emkit.fit(x, 3, 'tied', sample_weight=weights)"
    body = answered(desk, code)[0]["body"]
    assert body["log_likelihood"] == pytest.approx(-1126.315928, abs=1e-6)
    assert body["model"] == {"components": 3, "covariance": "tied", "weights": "free"}
    assert body["columns"] == ["eruptions", "waiting"]
    kept = desk.fits.get(body["fit"])
    assert kept.chosen is desk.chosen


def test_the_runs_of_its_search_have_their_log_likelihoods(desk: Desk) -> None:
    code = "fit = emkit.fit(x, 2, restarts=3)\nprint(*[run.log_likelihood for run in fit.runs])"
    reply, said = answered(desk, code)
    runs = reply["body"]["runs"]
    assert [run["log_likelihood"] for run in runs] == [float(word) for word in said.split()]
    assert all(run["all_rows"] for run in runs)


def test_a_fit_of_more_components_than_can_be_shown_is_not_shown(desk: Desk) -> None:
    code = "fit = emkit.fit(x, 17, 'diag', start='quantiles', max_iter=1)\nprint('done')"
    reply, said = answered(desk, code)
    assert said == "done\n"
    assert reply["error"]["message"] == (
        "The fit of the program has 17 components, and the page can show 16 at most."
    )


def test_a_fit_of_other_numbers_has_its_own_names_and_rows(desk: Desk) -> None:
    body = answered(desk, "fit = emkit.fit(x[:, 1], 2)")[0]["body"]
    assert (body["columns"], body["d"], body["labels"]) == (["x"], 1, None)


def test_what_is_called_fit_and_is_none_is_left_alone(desk: Desk) -> None:
    assert answered(desk, "fit = 3")[0] == {"ok": True, "body": {"fit": None}}
    assert answered(desk, "pass")[0]["body"] == {"fit": None}


def test_another_run_of_its_search_can_be_loaded(desk: Desk) -> None:
    code = "fit = emkit.fit(x, 2, seed=3, equal_weights=True)"
    number = answered(desk, code)[0]["body"]["fit"]
    asked = desk.fits.get(number).asked
    assert asked["model"]["weights"] == "equal"
    assert asked["options"]["seed"] == 3
    assert "start" not in asked["options"]


def test_a_program_that_fails_is_an_answer(desk: Desk) -> None:
    reply = answered(desk, "print('before')\n1 / 0")
    assert reply[1] == "before\n"
    assert reply[0]["error"]["where"] == {"program_line": 2}
    assert "Traceback" in reply[0]["error"]["detail"]
