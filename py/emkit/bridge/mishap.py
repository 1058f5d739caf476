"""What went wrong in a program somebody wrote: its line, and the part of the traceback theirs."""

from __future__ import annotations

import traceback
from typing import Any

from emkit.errors import EmError

# What Python calls the program in a traceback.
FILE = "program.py"


class ProgramError(EmError):
    """A program that ended with an exception.

    Attributes:
        detail: the traceback, without what is not the program's own.
    """

    def __init__(self, message: str, *, line: int | None, remedy: str = "", detail: str) -> None:
        super().__init__(
            message, where=None if line is None else {"program_line": line}, remedy=remedy
        )
        self.detail = detail

    def to_dict(self) -> dict[str, Any]:
        """The error as plain data, with its traceback."""
        return {**super().to_dict(), "detail": self.detail}


class Unreachable(ProgramError):
    """A program that wanted something from a network that it cannot reach."""


class OutOfMemory(ProgramError):
    """A program that asked for more memory than there is."""


def mishap(error: BaseException) -> ProgramError:
    """The exception that ended a program, for its writer.

    >>> try:
    ...     exec(compile("x = 1\\nx / 0", FILE, "exec"))
    ... except ZeroDivisionError as error:
    ...     print(mishap(error).message)
    Line 2: ZeroDivisionError: division by zero.
    """
    told = traceback.TracebackException.from_exception(error)
    _keep_own(told)
    line = _line(error, told)
    detail = "".join(told.format())
    place = "" if line is None else f"Line {line}: "
    if isinstance(error, MemoryError):
        return OutOfMemory(
            f"{place}The program needs more memory than this browser tab can have.",
            line=line,
            remedy="Work on fewer rows at a time. Python is started again; what you typed is kept.",
            detail=detail,
        )
    if wants_network(error):
        return Unreachable(
            f"{place}What the program wanted to load could not be fetched.",
            line=line,
            remedy="You may be offline, this site's policy may forbid other addresses, or there is "
            "nothing of that name. Everything else works without a network.",
            detail=detail,
        )
    return ProgramError(_sentence(place, error), line=line, remedy=_remedy(error), detail=detail)


# How micropip, Chromium, Firefox and Safari say that a request got no answer.
NO_ANSWER = ("Can't fetch", "Failed to fetch", "NetworkError", "Load failed")


def wants_network(error: BaseException | None) -> bool:
    """Whether an exception comes from a request that got no answer, however it was wrapped.

    >>> wants_network(ValueError("Can't fetch metadata for 'nosuchthing'."))
    True
    """
    while error is not None:
        if any(words in str(error) for words in NO_ANSWER):
            return True
        error = error.__cause__ or error.__context__
    return False


def _keep_own(told: traceback.TracebackException) -> None:
    """Drop the frames that are not the program's, of this exception and those that led to it."""
    told.stack = traceback.StackSummary.from_list(
        [frame for frame in told.stack if frame.filename == FILE]
    )
    for other in (told.__cause__, told.__context__):
        if other is not None:
            _keep_own(other)


def _line(error: BaseException, told: traceback.TracebackException) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == FILE:
        return error.lineno
    return told.stack[-1].lineno if told.stack else None


def _sentence(place: str, error: BaseException) -> str:
    if isinstance(error, EmError):
        return f"{place}{error.message}"
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    first = said.strip().splitlines()[0] if said.strip() else ""
    text = f"{place}{type(error).__name__}{': ' if first else ''}{first}"
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _remedy(error: BaseException) -> str:
    if isinstance(error, EmError):
        return error.remedy
    if isinstance(error, ModuleNotFoundError) and error.name:
        return (
            "Packages that are not shipped can be installed where the page reaches the network: "
            f'import micropip, then await micropip.install("{error.name.split(".")[0]}").'
        )
    if isinstance(error, EOFError):
        return "A program here has nobody to ask: write its input into it."
    return ""
