"""The commands of the page, by name; the module of each is loaded when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module

from emkit.bridge.desk import Desk
from emkit.bridge.task import Task

# Where each command lives. It is a function of the desk and of a body, plain data, and returns
# work: a generator that yields progress and returns a reply (see ``emkit.bridge.task``).
COMMANDS = {
    "read": "emkit.bridge.reading:read",
    "open": "emkit.bridge.reading:open_file",
    "choose": "emkit.bridge.reading:choose",
    "start": "emkit.bridge.starting:start",
    "generate": "emkit.bridge.drawing:draw",
    "truth": "emkit.bridge.drawing:compare",
    "fit": "emkit.bridge.fitting:fit",
    "load": "emkit.bridge.fitting:load",
    "frame": "emkit.bridge.framing:frame",
    "order": "emkit.bridge.framing:order",
    "standard_errors": "emkit.bridge.errors:standard_errors",
    "export": "emkit.bridge.exporting:export",
    "script": "emkit.bridge.scripting:script",
    "work": "emkit.bridge.working:work",
    "worked": "emkit.bridge.working:worked",
    "compare": "emkit.bridge.studies:compare",
    "take": "emkit.bridge.studies:take",
    "likelihood_ratio": "emkit.bridge.studies:likelihood_ratio",
    "cluster": "emkit.bridge.besides:cluster",
}

# What a page asks as soon as it can.
FIRST = ("read", "choose", "start", "fit", "frame")

DESK = Desk()


def begin(command: str, body: str, desk: Desk = DESK) -> Task:
    """Start ``command`` with its JSON ``body``.

    >>> task = begin("read", '{"text": "1 2 4 5"}', Desk())
    >>> task.advance(1.0)
    True
    >>> json.loads(task.reply_json())["body"]["rows"]
    4
    """
    module, name = COMMANDS[command].split(":")
    return Task(getattr(import_module(module), name)(desk, json.loads(body)))


def prepare() -> None:
    """Load the modules of the first questions ahead of them."""
    for command in FIRST:
        import_module(COMMANDS[command].partition(":")[0])


async def program(body: str, printed: Callable[[str], object], desk: Desk = DESK) -> Task:
    """Run a person's program, which cannot be done in slices; the task has its answer."""
    from emkit.bridge import programs

    return await programs.program(desk, body, printed)


def wants_micropip(code: str) -> bool:
    """Whether a program imports the installer of packages, which is loaded for it alone."""
    from emkit.bridge import programs

    return "micropip" in programs.imports(code)
