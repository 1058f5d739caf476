"""Where measuring is done: in this Python, in the tab's, and in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser

from bench import floor, measuring
from bench.problems import Problem, made
from build_tools import homes, npm_packages, runtime, wheel
from build_tools.manifest import LOCK_NAME, lock_of
from support.hosting import host

HERE = Path(__file__).parent
PEERS = HERE / "peers"
ASK = "(question) => window.ask(question)"

# What the tab needs of this folder.
MODULES = ("__init__", "problems", "textbook", "floor", "iteration", "limit", "measuring")


class Side(Protocol):
    """A place that answers questions."""

    name: str

    def ask(self, question: dict[str, Any]) -> Any:
        """The answer, plain data."""
        ...


class Native:
    """This Python."""

    name = "natively"

    def ask(self, question: dict[str, Any]) -> Any:
        """The answer of `bench.measuring`."""
        return json.loads(measuring.answer(json.dumps(question)))


class Tab:
    """The Python of a worker in a browser."""

    name = "in the tab"

    def __init__(self, page: Any) -> None:
        self.page = page

    def ask(self, question: dict[str, Any]) -> Any:
        """The answer of `bench.measuring` there."""
        return json.loads(self.page.evaluate(ASK, json.dumps(question)))


class Node:
    """Node, for packages of npm."""

    name = "in Node"

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self.process, self.folder = process, folder

    def ask(self, question: dict[str, Any]) -> Any:
        """The answer of peers/iterate.mjs, which finds the rows in a file."""
        numbers = made(Problem(**question["problem"]))
        numbers.x.tofile(self.folder / "rows")
        told = {
            name: getattr(numbers, name).tolist() for name in ("weights", "means", "covariances")
        }
        line = json.dumps({**question, **told, "rows": str(self.folder / "rows")})
        print(line, file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())  # type: ignore[union-attr]


@contextmanager
def tab(browser: Browser, folder: Path, wheels: list[Path]) -> Iterator[Tab]:
    """A tab with the pinned runtime, emkit, and these wheels beside them."""
    with host(assembled(folder, wheels)) as hosted:
        context = browser.new_context(locale="en-US")
        page = context.new_page()
        page.goto(hosted.url)
        yield Tab(page)
        context.close()


def assembled(folder: Path, wheels: list[Path]) -> Path:
    """The files of the tab: the official NumPy, since the one of dist/ has what emkit needs."""
    shutil.copytree(HERE / "tab", folder)
    shutil.copytree(runtime.FOLDER, folder / "runtime")
    for path in wheels:
        shutil.copy2(path, folder / "runtime")
    package = wheel.best(homes.PYODIDE)
    (folder / "runtime" / package.name).write_bytes(package.content)
    lock = lock_of(folder / "runtime")
    lock["packages"] = {name.replace("_", "-"): one for name, one in lock["packages"].items()}
    (folder / "runtime" / LOCK_NAME).write_text(json.dumps(lock), encoding="utf-8")
    with zipfile.ZipFile(folder / "bench.zip", "w") as archive:
        for name in MODULES:
            archive.write(HERE / f"{name}.py", f"bench/{name}.py")
        for path in floor.FOLDER.glob("libemkit*"):
            archive.write(path, f"bench/{path.name}")
    return folder


@contextmanager
def node(modules: Path, folder: Path) -> Iterator[Node]:
    """Node with the packages of npm, installed as the lock file in peers/ has them."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy2(PEERS / "iterate.mjs", modules.parent)
    command = [npm_packages.node(), "--max-old-space-size=4096", modules.parent / "iterate.mjs"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Node(process, folder)
        process.kill()
