"""A folder served for a test: under any path, with other headers, with faults, or not at all."""

import contextlib
import gzip
import io
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from build_tools.mime import mime_of
from build_tools.serving import HOST, Server
from build_tools.static_host import StaticHost
from support.faults import Fault

EDITION = re.compile(r"edition-\w+/")


@dataclass
class HostedFolder:
    """A folder being served.

    Everything but the address may be changed at any time. `faults` go by the file's path in the
    folder; `asked_for` lists the paths that were requested, in order, and `sent` those whose
    content was. In all three a path leaves out the edition, which is new in every build.
    """

    folder: Path
    prefix: str = "/"
    headers: dict[str, str] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    url: str = ""
    is_compressing: bool = False
    is_down: bool = False
    asked_for: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


class Host(StaticHost):
    """Answers as the real server does, but for the prefix, the headers and the faults."""

    def __init__(self, hosted: HostedFolder, *connection: object) -> None:
        self.hosted = hosted
        super().__init__(*connection, directory=str(hosted.folder))

    def do_GET(self) -> None:  # noqa: N802 (the base class has it so)
        if self.hosted.is_down:
            self.close_connection = True
            return None
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.hosted.prefix):
            self.hosted.asked_for.append(path)
            return self.send_error(404)
        place = path.removeprefix(self.hosted.prefix)
        self.name = EDITION.sub("", place, count=1)
        self.hosted.asked_for.append(self.name)
        if fault := self.hosted.faults.get(self.name):
            return self.answer_wrongly(self.hosted.folder / place, fault)
        self.path, self.directory = f"/{place}", str(self.hosted.folder)
        return super().do_GET()

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        file = Path(self.translate_path(self.path))
        if self.hosted.is_compressing and file.is_file():
            return self.compressed(file)
        content = super().send_head()
        if content:
            self.hosted.sent.append(self.name)
        return content

    def compressed(self, file: Path) -> BinaryIO:
        content = gzip.compress(file.read_bytes(), compresslevel=1, mtime=0)
        self.hosted.sent.append(self.name)
        self.send_response(200)
        self.send_header("Content-Type", mime_of(file.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def answer_wrongly(self, file: Path, fault: Fault) -> None:
        content = file.read_bytes()
        sent = fault.content(content)
        self.tag = None
        self.send_response(fault.status)
        self.send_header("Content-Type", fault.mime or mime_of(file.name))
        self.send_header("Content-Length", str(len(content if fault.promises_all else sent)))
        self.end_headers()
        self.wfile.write(sent)
        if fault.stalls:
            self.wfile.flush()
            self.hosted.closing.wait()
        self.close_connection = True

    def usual_headers(self) -> dict[str, str]:
        return super().usual_headers() | self.hosted.headers

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextlib.contextmanager
def host(
    folder: Path,
    prefix: str = "/",
    headers: Mapping[str, str] | None = None,
    faults: Mapping[str, Fault] | None = None,
) -> Iterator[HostedFolder]:
    """Serve a folder on a free port, below `prefix` (such as "/name/")."""
    hosted = HostedFolder(folder, prefix, dict(headers or {}), dict(faults or {}))
    with Server((HOST, 0), partial(Host, hosted)) as server:
        hosted.url = f"http://{HOST}:{server.server_port}{prefix}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        try:
            yield hosted
        finally:
            hosted.closing.set()
            server.shutdown()
