"""A page joined from its parts: each panel and each section of the guide is a file of its own."""

import re
from collections.abc import Callable
from pathlib import Path

from .report import BuildError

# A line of a page that stands for a file: <!-- part: parts/data.html -->
PART = re.compile(r"^(?P<indent>[ ]*)<!-- part: (?P<file>[\w/.-]+) -->\n", re.MULTILINE)
PART_FOLDERS = ("parts", "guide")  # nothing in them is a page by itself


def joined(page: Path, change: Callable[[str], str] = str) -> str:
    """The page with its parts in their places, indented as the lines that name them.

    Args:
        page: the file that names the parts, by their places beside it.
        change: what is done to the text of each part.
    """

    def part(line: re.Match[str]) -> str:
        file = page.parent / line["file"]
        if not file.is_file():
            raise BuildError(f"{page.name} names the part {line['file']}, which is not there.")
        text = PART.sub(part, change(file.read_text(encoding="utf-8")))
        return "".join(
            line["indent"] + one if one.strip() else one for one in text.splitlines(keepends=True)
        )

    return PART.sub(part, page.read_text(encoding="utf-8"))
