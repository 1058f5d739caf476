"""A program that somebody wrote, run on the data that lie on the desk."""

from __future__ import annotations

import ast
import contextlib
import inspect
import json
import linecache
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import numpy as np

import emkit
from emkit.bridge.desk import Chosen, Desk
from emkit.bridge.fitting import keep
from emkit.bridge.kept import Kept
from emkit.bridge.mishap import FILE, OutOfMemory, ProgramError, mishap
from emkit.bridge.pen import Pen
from emkit.bridge.starting import MOST_COMPONENTS
from emkit.bridge.task import Reply, Task, Work
from emkit.data.observations import Observations
from emkit.errors import OptionError
from emkit.options import Options
from emkit.trace import Fit


async def program(desk: Desk, body: str, hand_on: Callable[[str], object]) -> Task:
    """Run the ``code`` of a JSON body on the data that are chosen.

    What it prints is handed on. The task that is returned answers with its ``fit``, where it
    defines one, as the command "fit" does.
    """
    names = namespace(desk.chosen)
    try:
        await run(json.loads(body)["code"], names, hand_on)
    except ProgramError as error:
        return Task(_refusing(error))
    return Task(_answering(desk, names.get("fit")))


def namespace(chosen: Chosen | None) -> dict[str, Any]:
    """What a program finds defined.

    ``x`` (n, d) and ``columns`` are the data; ``labels`` (n,) and ``weights`` (n,) are ``None``
    where no column was chosen for them. Arrays are copies, so that a program may change them.
    """
    names = {"__name__": "__main__", "emkit": emkit, "np": np}
    names |= dict.fromkeys(("x", "columns", "labels", "weights"))
    if chosen is None:
        return names
    data, labels = chosen.data, chosen.labels
    names |= {"x": data.x.copy(), "columns": list(data.columns)}
    if data.weights is not None:
        names["weights"] = data.weights.copy()
    if labels is not None:
        names["labels"] = np.array(labels.values)[labels.codes]
    return names


async def run(code: str, names: dict[str, Any], hand_on: Callable[[str], object]) -> None:
    """Run a program among ``names``, handing on what it prints.

    ``await`` may stand outside of functions, as in a notebook.

    Args:
        code: the program.
        names: what it finds defined; afterwards also what it defined.
        hand_on: called with the text that it prints.

    Raises:
        ProgramError: it ended with an exception; the line is its own.

    >>> said = []
    >>> try:
    ...     run("print(n + 1)", {"n": 1}, said.append).send(None)  # as a loop of events does
    ... except StopIteration:
    ...     said
    ['2\\n']
    """
    pen = Pen(hand_on)
    _show_in_tracebacks(code)
    with contextlib.redirect_stdout(pen), contextlib.redirect_stderr(pen):
        try:
            await _execute(code, names)
        except SystemExit as end:
            if end.code not in (None, 0):
                print(end.code)
        except BaseException as error:
            wrong = mishap(error)
            if isinstance(wrong, OutOfMemory):
                names.clear()  # what filled the memory, so that there is room to tell of it
            raise wrong from None
        finally:
            pen.flush()


def imports(code: str) -> list[str]:
    """The top-level packages that a program imports, sorted; none where it is no Python.

    >>> imports("import numpy.linalg\\nasync def f():\\n    from micropip import install")
    ['micropip', 'numpy']
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return []
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return sorted(found)


async def _execute(code: str, names: dict[str, Any]) -> None:
    compiled = compile(code, FILE, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    result = eval(compiled, names)
    if inspect.iscoroutine(result):
        await result


def _show_in_tracebacks(code: str) -> None:
    """A traceback shows the lines of a file; this one is on no disk."""
    linecache.cache[FILE] = (len(code), None, code.splitlines(keepends=True), FILE)


def _refusing(error: ProgramError) -> Work:
    """Work that has failed already."""
    yield from ()
    raise error


def _answering(desk: Desk, found: Any) -> Work:
    """Work that answers with what a program called ``fit``."""
    yield {"label": "Looking at the fit of the program"}
    if not isinstance(found, Fit) or not isinstance(found.data, Observations):
        return Reply({"fit": None})
    _require_few_enough(len(found.steps[0].params.weights))
    chosen = _chosen(found, desk.chosen)
    return keep(desk, Kept(_of(found, chosen.data), chosen, _asked(found)))


def _require_few_enough(components: int) -> None:
    if components > MOST_COMPONENTS:
        raise OptionError(
            f"The fit of the program has {components} components, and the page can show "
            f"{MOST_COMPONENTS} at most.",
            remedy="Print what you want to know of it, or call it by another name than fit.",
        )


def _chosen(found: Fit[Any], chosen: Chosen | None) -> Chosen:
    """The data of a fit: the chosen ones if they are the same numbers, with names and labels."""
    return chosen if chosen and found.data.equals(chosen.data) else Chosen(found.data)


def _of(found: Fit[Any], data: Observations) -> Fit[Any]:
    """The fit, with ``data`` for its own, which are the same numbers; so for its runs."""
    runs = (
        replace(run, data=data) if run.data is found.data else run  # which saw some rows only
        for run in found.runs
    )
    return replace(found, data=data, runs=tuple(runs))


def _asked(found: Fit[Any]) -> dict[str, Any]:
    """What the page would have asked for, to have this fit."""
    model, options = found.mixture, {field.name for field in fields(Options)} - {"limited"}
    return {
        "model": {
            "components": model.components,
            "covariance": model.covariance,
            "weights": "equal" if model.equal_weights else "free",
        },
        "start": None,
        "options": {name: value for name, value in found.options.items() if name in options},
    }
