"""The scripts that a page starts with, named in it so that a browser fetches all of them at once.

Without that a browser learns of a module when it has read the one that imports it, so that the
deepest waits for as many answers of the host as there are floors above it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

# A line of a page that stands for a script's modules: <!-- modules of: js/main.js -->
PLACE = re.compile(r"^(?P<indent>[ ]*)<!-- modules of: (?P<file>[\w/.-]+) -->\n", re.MULTILINE)
IMPORT = re.compile(
    r'^(?:import|(?:import|export)\b[^";]*\bfrom)\s*"(?P<file>\.\.?/[^"]+)"', re.MULTILINE
)

Imports = Callable[[Path], Iterable[Path]]


def imports_of(module: Path) -> Iterator[Path]:
    """The files that one source imports; what types are imported from in comments is not needed."""
    for name in IMPORT.findall(module.read_text(encoding="utf-8")):
        yield (module.parent / name).resolve()


def named_ahead(page: str, folder: Path, imports: Imports = imports_of) -> str:
    """The page with a link for each module that a script of it imports, near or far."""

    def links(place: re.Match[str]) -> str:
        names = sorted(imported(folder / place["file"], folder, imports))
        return "".join(f'{place["indent"]}<link rel="modulepreload" href="{n}">\n' for n in names)

    return PLACE.sub(links, page)


def imported(script: Path, folder: Path, imports: Imports = imports_of) -> set[str]:
    """The modules that a script imports as it loads, itself among them, as paths below a folder."""
    found: set[Path] = set()
    waiting = [script.resolve()]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += imports(one)
    return {one.relative_to(folder.resolve()).as_posix() for one in found}
