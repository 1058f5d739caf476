"""Every address a file makes a browser load, and every link to another page of the same site."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

LOADING = {"src", "srcset", "href", "xlink:href", "poster", "data", "action", "manifest"}
IN_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
# Any string in a script that looks like an address; names of XML vocabularies are not loaded.
IN_SCRIPT = re.compile(r"""["'`]((?:https?:|wss?:)?//[^"'`\s]+|/[\w.][^"'`\s]*)["'`]""")
VOCABULARIES = "http://www.w3.org/"


class Links(HTMLParser):
    """Collects the addresses in HTML or SVG; a link that leads a person away is not loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loaded = [value for name, value in attrs if name in LOADING and value]
        self.found += [value for value in loaded if tag != "a" or value.startswith("/")]


def addresses_in(path: Path) -> Iterator[str]:
    """The addresses in one file, by its kind."""
    text = path.read_text(encoding="utf-8")
    if path.suffix in {".html", ".svg"}:
        links = Links()
        links.feed(text)
        yield from links.found
    elif path.suffix == ".css":
        yield from (first or second for first, second in IN_CSS.findall(text))
    elif path.suffix == ".js":
        yield from (found for found in IN_SCRIPT.findall(text) if VOCABULARIES not in found)
    elif path.suffix == ".webmanifest":
        yield from addresses_in_manifest(json.loads(text))


def addresses_in_manifest(manifest: dict) -> Iterator[str]:
    """The addresses in a web app manifest."""
    yield from (manifest[name] for name in ("start_url", "scope", "id") if name in manifest)
    yield from (icon["src"] for icon in manifest.get("icons", []))
