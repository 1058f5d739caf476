"""A folder served for a test: under any path, with extra headers, with faults."""

import contextlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from build_tools.mime import mime_of
from build_tools.serving import HOST, Server
from build_tools.static_host import StaticHost
from support.faults import Fault


@dataclass
class HostedFolder:
    """A folder being served.

    `faults` (by the file's path in the folder) and `headers` may be changed at any time;
    `asked_for` lists the paths that were requested, in order.
    """

    folder: Path
    prefix: str = "/"
    headers: dict[str, str] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    url: str = ""
    asked_for: list[str] = field(default_factory=list)
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
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.hosted.prefix):
            self.hosted.asked_for.append(path)
            return self.send_error(404)
        name = path.removeprefix(self.hosted.prefix)
        self.hosted.asked_for.append(name)
        if fault := self.hosted.faults.get(name):
            return self.answer_wrongly(name, fault)
        self.path = f"/{name}"
        return super().do_GET()

    def answer_wrongly(self, name: str, fault: Fault) -> None:
        content = (self.hosted.folder / name).read_bytes()
        sent = fault.content(content)
        self.tag = None
        self.send_response(fault.status)
        self.send_header("Content-Type", fault.mime or mime_of(name))
        self.send_header("Content-Length", str(len(content if fault.promises_all else sent)))
        self.end_headers()
        self.wfile.write(sent)
        if fault.stalls:
            self.wfile.flush()
            self.hosted.closing.wait()
        self.close_connection = True

    def end_headers(self) -> None:
        for name, value in self.hosted.headers.items():
            self.send_header(name, value)
        super().end_headers()

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
