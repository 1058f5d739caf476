"""dist/ on 127.0.0.1."""

import errno
import os
import sys
import webbrowser
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from .report import BuildError, say
from .static_host import StaticHost

HOST = "127.0.0.1"
USUAL_PORT = 8000


class Server(ThreadingHTTPServer):
    """A server that ends with the program and never shares its port."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would mean sharing

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over browsers that went elsewhere before they had everything."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path, port: int | None, open_browser: bool) -> None:
    """Serve until interrupted."""
    with listen(folder, port) as server:
        url = f"http://{HOST}:{server.server_port}/"
        print(f"Serving {url}", flush=True)
        if open_browser and has_screen():
            webbrowser.open(url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("\nStopped.")


def listen(folder: Path, port: int | None) -> Server:
    """A server of the folder: on this port, or on the usual one or else a free one."""
    handler = partial(StaticHost, directory=str(folder))
    try:
        return Server((HOST, USUAL_PORT if port is None else port), handler)
    except (OSError, OverflowError) as error:
        if port is None:
            return Server((HOST, 0), handler)
        raise BuildError(
            f"Port {port} cannot be used: {reason(error)}.",
            "Choose another with --port, or leave --port out and a free one is found.",
        ) from error


def reason(error: OSError | OverflowError) -> str:
    """Why a port cannot be had."""
    if isinstance(error, OverflowError):
        return "ports go from 0 to 65535"
    if error.errno == errno.EADDRINUSE:
        return "another program is using it"
    return (error.strerror or str(error)).lower()


def has_screen() -> bool:
    """Whether a browser could show itself; without a screen one might take over the terminal."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
