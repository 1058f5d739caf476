"""The page's styles joined into one file, in the order in which the page names them."""

import re
from pathlib import Path

from . import esbuild

LINK = re.compile(
    r'^(?P<indent>[ ]*)<link rel="stylesheet" href="styles/(?P<name>[\w-]+\.css)"'
    r'(?: media="(?P<media>\w+)")?>\n',
    re.MULTILINE,
)
JOINED = "page.css"


def joined(page: str, folder: Path, program: Path) -> str:
    """The page with one link, and that file in place of all others in its folder of styles."""
    links = list(LINK.finditer(page))
    if not links:
        return page
    styles = folder / "styles"
    sources = "".join(f'@import "./{one["name"]}" {one["media"] or ""};\n' for one in links)
    (styles / JOINED).write_text(sources, encoding="utf-8")
    esbuild.run(program, styles, JOINED, "--bundle", f"--outfile={JOINED}", "--allow-overwrite")
    for one in links:
        (styles / one["name"]).unlink()
    return one_link(page, links)


def one_link(page: str, links: list[re.Match[str]]) -> str:
    """The page with the first link leading to the joined file, and the others left out."""
    first = f'{links[0]["indent"]}<link rel="stylesheet" href="styles/{JOINED}">\n'
    begin, end = links[0].span()
    return page[:begin] + first + LINK.sub("", page[end:])
