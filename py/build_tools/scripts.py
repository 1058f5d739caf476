"""The page's scripts joined into a few files, each of which a browser fetches only when needed.

What the page imports as it starts becomes one file; what it imports later, one more for each
`import("...")`; the worker's modules become one too. The sources run unjoined just as well.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import esbuild
from .files import scratch_folder
from .modules import Imports, imports_of

MODULE = re.compile(r'<script(?: async)? type="module" src="(?P<file>js/[\w./-]+)"></script>')
CLASSIC = re.compile(r'<script src="(?P<file>js/[\w./-]+)"></script>')
WORKER = "js/engine/worker.js"  # which the page starts by this address

# All of it lies where the worker lies. So `import.meta.url` leads to the same places joined or
# not, as long as it is asked in modules that lie as deep as the worker.
PLACE = "js/engine"

Outputs = dict[str, Any]


def joined(page: str, folder: Path, program: Path) -> tuple[str, Imports]:
    """The page with its scripts joined in place of `js/`, and what tells their imports."""
    entries = MODULE.findall(page)
    if not entries:
        return page, imports_of
    with scratch_folder(folder.parent) as scratch:
        outputs = join(entries, folder, scratch, program) | join([WORKER], folder, scratch, program)
        for name in CLASSIC.findall(page):
            esbuild.run(program, folder, name, f"--outfile={scratch / name}")
        shutil.rmtree(folder / "js")
        (scratch / "js").rename(folder / "js")
    for name in entries:
        page = page.replace(name, moved(name))
    return page, imports_in(outputs, folder)


def join(entries: list[str], folder: Path, scratch: Path, program: Path) -> Outputs:
    """Join the modules that the entries import; the value is by path, as the page names files."""
    outputs = esbuild.run(
        program, folder, *entries, "--bundle", "--splitting", "--format=esm",
        f"--outdir={scratch / PLACE}", "--entry-names=[name]", "--chunk-names=[name]-[hash]",
    )  # fmt: skip
    return {moved(path): told for path, told in outputs.items()}


def moved(file: str) -> str:
    """Where a script lies once it is joined."""
    return f"{PLACE}/{Path(file).name}"


def imports_in(outputs: Outputs, folder: Path) -> Imports:
    """Who imports whom among the joined files, as far as it is fetched at once."""

    def imports(script: Path) -> Iterable[Path]:
        told = outputs[script.relative_to(folder.resolve()).as_posix()]["imports"]
        now = [one["path"] for one in told if one["kind"] == "import-statement"]
        return [script.parent / Path(path).name for path in now]

    return imports
