"""`build.py serve`: one line on stdout, a static host behind it, a clean end."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import places, serving
from build_tools.report import BuildError

SERVE = [sys.executable, places.ROOT / "build.py", "serve", "--no-browser"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<p>The page")
    (tmp_path / "empty").mkdir()
    for name in ("a.css", "a.js", "a.mjs", "a.json", "a.wasm", "a.whl", "a.zip", "a.svg",
                 "a.png", "a.webmanifest", "a.unheard-of"):  # fmt: skip
        (tmp_path / name).write_bytes(b"content of " + name.encode())
    return tmp_path


@pytest.fixture
def connection(folder: Path) -> Iterator[http.client.HTTPConnection]:
    """One connection to the server, kept open as browsers do."""
    with serving.listen(folder, 0) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        yield connection
        connection.close()
        server.shutdown()


def get(
    connection: http.client.HTTPConnection, path: str, **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers=named)
    answer = connection.getresponse()
    return answer, answer.read()


# --- answers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "mime"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/a.css", "text/css; charset=utf-8"),
        ("/a.js", "text/javascript; charset=utf-8"),
        ("/a.mjs", "text/javascript; charset=utf-8"),
        ("/a.json", "application/json"),
        ("/a.wasm", "application/wasm"),
        ("/a.whl", "application/octet-stream"),
        ("/a.zip", "application/zip"),
        ("/a.svg", "image/svg+xml"),
        ("/a.png", "image/png"),
        ("/a.webmanifest", "application/manifest+json"),
        ("/a.unheard-of", "application/octet-stream"),
    ],
)
def test_a_file_is_sent_with_its_type(
    connection: http.client.HTTPConnection, path: str, mime: str
) -> None:
    answer, content = get(connection, path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == mime
    assert int(answer.headers["Content-Length"]) == len(content) > 0


@pytest.mark.parametrize("path", ["/absent.js", "/empty/", "/../pyproject.toml"])
def test_what_a_static_host_would_not_show_is_not_found(
    connection: http.client.HTTPConnection, path: str
) -> None:
    assert get(connection, path)[0].status == 404


def test_a_browser_keeps_files_but_asks_each_time(connection: http.client.HTTPConnection) -> None:
    answer, _ = get(connection, "/a.js")
    assert answer.headers["Cache-Control"] == "no-cache"
    again, content = get(connection, "/a.js", If_None_Match=answer.headers["ETag"])
    assert (again.status, content) == (304, b"")


def test_a_changed_file_is_sent_anew(connection: http.client.HTTPConnection, folder: Path) -> None:
    tag = get(connection, "/a.js")[0].headers["ETag"]
    (folder / "a.js").write_bytes(b"another content")
    answer, content = get(connection, "/a.js", If_None_Match=tag)
    assert (answer.status, content) == (200, b"another content")


def test_a_date_alone_does_not_pass_for_an_unchanged_file(
    connection: http.client.HTTPConnection,
) -> None:
    later = "Fri, 31 Dec 2100 00:00:00 GMT"
    assert get(connection, "/a.js", If_Modified_Since=later)[0].status == 200


def test_several_files_come_over_one_connection(connection: http.client.HTTPConnection) -> None:
    for path in ("/", "/a.js", "/absent", "/a.css"):
        get(connection, path)
    assert get(connection, "/")[1] == b"<p>The page"


# --- ports -------------------------------------------------------------------------------------


def test_a_taken_port_is_said_in_a_sentence(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BuildError) as raised:
            serving.listen(folder, port)
    assert raised.value.message == f"Port {port} cannot be used: another program is using it."
    assert "--port" in raised.value.remedy


def test_a_number_that_is_no_port_is_said_in_a_sentence(folder: Path) -> None:
    with pytest.raises(BuildError, match="ports go from 0 to 65535"):
        serving.listen(folder, 70000)


def test_without_a_wish_the_usual_port_is_taken_or_else_a_free_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        usual = taken.getsockname()[1]
        monkeypatch.setattr(serving, "USUAL_PORT", usual)
        with serving.listen(folder, None) as server:
            assert server.server_port != usual
    with serving.listen(folder, None) as server:
        assert server.server_port == usual


def test_only_this_machine_is_served(folder: Path) -> None:
    with serving.listen(folder, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


# --- the command -------------------------------------------------------------------------------


@contextlib.contextmanager
def serve_command() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`build.py serve` while it runs, and the first line it prints."""
    process = subprocess.Popen(
        [*SERVE, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield process, process.stdout.readline()
    finally:
        process.kill()
        process.communicate()


def seconds_until_served() -> float:
    begin = time.monotonic()
    with serve_command():
        return time.monotonic() - begin


@pytest.mark.usefixtures("dist")
def test_serve_prints_one_line_and_ends_cleanly_when_interrupted() -> None:
    with serve_command() as (process, line):
        url = re.fullmatch(r"Serving (http://127\.0\.0\.1:\d+/)\n", line)
        assert url
        with urllib.request.urlopen(url[1]) as answer:
            assert b"<!doctype html>" in answer.read().lower()
        process.send_signal(signal.SIGINT)
        rest, said = process.communicate(timeout=10)
        assert rest == ""
        assert "Traceback" not in said
        assert process.returncode == 0


@pytest.mark.usefixtures("dist")
def test_a_second_serve_is_there_within_two_seconds() -> None:
    assert min(seconds_until_served() for _ in range(3)) < 2  # the best, as others work here too


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="they have a screen")
def test_no_browser_is_opened_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not serving.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert serving.has_screen()
