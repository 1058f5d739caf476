"""A bridge that does what a test of the engine asks, packed in place of `emkit.bridge`.

It has the shape of the real one, but each `advance` is one `next` of a generator, whatever the
time, so that a test knows how many slices there are.
"""

import gc
import json
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

Body = dict[str, Any]
Arrays = dict[str, "Numbers"]
Work = Iterator[None]

diary: list[str] = []  # who worked, slice by slice
tasks: "weakref.WeakSet[Task]" = weakref.WeakSet()  # those that are still alive


class Numbers(np.ndarray):
    """An array whose lives can be counted."""


class Task:
    """One command under way."""

    def __init__(self, work: Callable[["Task", Body], Work], body: Body) -> None:
        tasks.add(self)
        self.body: Body = {}
        self.numbers: Arrays = {}
        self.stopping = False
        self.work = work(self, body)

    def advance(self, seconds: float) -> bool:  # noqa: ARG002
        return next(self.work, "finished") == "finished"

    def progress_json(self) -> str | None:
        return json.dumps({"slices": len(diary)})

    def reply_json(self) -> str:
        return json.dumps({"ok": True, "body": self.body})

    def arrays(self) -> Arrays:
        return self.numbers

    def stop(self) -> None:
        self.stopping = True


def double(task: Task, body: Body) -> Work:
    """Answer the numbers of the body, doubled."""
    yield
    task.numbers = {"doubled": (2 * np.array(body["numbers"], dtype=float)).view(Numbers)}


def count(task: Task, body: Body) -> Work:
    """Write a name into the diary, slice by slice, until the end or a wish to stop."""
    for _ in range(body["slices"]):
        if task.stopping:
            break
        diary.append(body["name"])
        yield
    task.body = {"stopped": task.stopping}


def read_diary(task: Task, _: Body) -> Work:
    """Answer the diary and begin a new one."""
    yield
    task.body = {"diary": list(diary)}
    diary.clear()


def frame(task: Task, _: Body) -> Work:
    """Answer how much stands in the diary, a slice later."""
    yield
    task.body = {"pages": len(diary)}


def census(task: Task, _: Body) -> Work:
    """Answer how much of earlier commands is still alive."""
    yield
    gc.collect()
    arrays = [one for one in gc.get_objects() if isinstance(one, Numbers)]
    task.body = {"tasks": len(tasks), "arrays": len(arrays)}


def fail(task: Task, _: Body) -> Work:  # noqa: ARG001
    """Make a mistake."""
    yield
    raise ZeroDivisionError("a mistake")


def exhaust(task: Task, _: Body) -> Work:
    """Ask for more memory than there can be: four gigabytes."""
    yield
    task.numbers = {str(i): np.empty(2**27).view(Numbers) for i in range(5)}


COMMANDS = {
    work.__name__: work for work in (double, count, read_diary, frame, census, fail, exhaust)
}


def said(task: Task, body: Body) -> Work:
    """Answer what a program left."""
    yield
    task.body = body


async def program(body: str, printed: Callable[[str], object]) -> Task:
    """Run Python in which `print` is as bare as can be."""
    names: dict[str, Any] = {"print": printed, "answer": None}
    exec(json.loads(body)["code"], names)
    return Task(said, {"answer": names["answer"]})


def wants_micropip(code: str) -> bool:
    """Whether the name stands in it."""
    return "micropip" in code


def begin(command: str, body: str) -> Task:
    """Start a command."""
    return Task(COMMANDS[command], json.loads(body))


def prepare() -> None:
    """Everything is there."""


def wake() -> None:
    """Nothing was drawn."""


def complete_library(fetch: Callable[[], Any], sha256: str) -> None:
    """All of the standard library is there."""
