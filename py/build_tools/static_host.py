"""How files are answered: as a static host would, with everything revalidated."""

import io
import os
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import BinaryIO

from .mime import mime_of


class StaticHost(SimpleHTTPRequestHandler):
    """Files with the right types, no listings.

    Browsers may keep what they get but must ask again each time (`no-cache`), and are told in a few
    bytes that nothing changed. GitHub Pages lets them keep files for ten minutes unasked; while
    somebody works on the page that would mix old modules with new ones. Whether a file changed is
    told by its ETag: a date alone would also match another project's file at the same address.
    As on GitHub Pages, pages of other sites may read the files: a sandboxed frame is such a page.
    """

    protocol_version = "HTTP/1.1"
    server_version = "emkit"
    tag: str | None = None

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        self.tag = tag_of(Path(self.translate_path(self.path)))
        if self.tag and self.headers.get("If-None-Match") == self.tag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            return None
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def end_headers(self) -> None:
        for name, value in self.usual_headers().items():
            self.send_header(name, value)
        if self.tag:
            self.send_header("ETag", self.tag)
        super().end_headers()

    def usual_headers(self) -> dict[str, str]:
        """What every answer carries."""
        return {
            "Access-Control-Allow-Origin": "*",
            "Cache-Control": "no-cache",
            "X-Content-Type-Options": "nosniff",
        }

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        mime = mime_of(str(path))
        return f"{mime}; charset=utf-8" if mime.startswith("text/") else mime

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of requests that went well."""


def tag_of(path: Path) -> str | None:
    """An entity tag for a file, or for the index page of a folder; None where there is none."""
    file = path / "index.html" if path.is_dir() else path
    if not file.is_file():
        return None
    facts = file.stat()
    return f'"{facts.st_mtime_ns:x}-{facts.st_size:x}-{facts.st_ino:x}"'
