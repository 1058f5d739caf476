"""A program that somebody wrote, run on the data that lie on the desk."""

from __future__ import annotations

import ast
import contextlib
import inspect
import linecache
from collections.abc import Callable
from typing import Any

from emkit.bridge.mishap import FILE, OutOfMemory, mishap
from emkit.bridge.pen import Pen


async def run(code: str, names: dict[str, Any], hand_on: Callable[[str], object]) -> None:
    """Run a program among ``names``, handing on what it prints.

    ``await`` may stand outside of functions, as in a notebook.

    Args:
        code: the program.
        names: what it finds defined; afterwards also what it defined.
        hand_on: called with the text that it prints.

    Raises:
        ProgramError: it ended with an exception; the line is its own.

    >>> import asyncio
    >>> said = []
    >>> asyncio.run(run("print(n + 1)", {"n": 1}, said.append))
    >>> said
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
