"""What a server can do wrong with one file."""

from collections.abc import Callable
from dataclasses import dataclass


def whole(content: bytes) -> bytes:
    """All of it."""
    return content


def half(content: bytes) -> bytes:
    """The first half."""
    return content[: len(content) // 2]


def one_bit_flipped(content: bytes) -> bytes:
    """The same length, one bit of the first byte changed."""
    return bytes([content[0] ^ 1]) + content[1:]


def a_page_instead(_: bytes) -> bytes:
    """What hosts that answer every address with their start page send."""
    return b"<!doctype html><title>Not what you asked for</title>"


@dataclass(frozen=True)
class Fault:
    """How an answer differs from the right one."""

    status: int = 200
    mime: str | None = None
    content: Callable[[bytes], bytes] = whole
    promises_all: bool = False  # announces the whole length whatever it sends
    stalls: bool = False  # sends no more, and keeps the connection


MISSING = Fault(status=404, content=a_page_instead, mime="text/html")
BROKEN_HOST = Fault(status=500, content=a_page_instead, mime="text/html")
A_PAGE_INSTEAD = Fault(content=a_page_instead, mime="text/html")
WRONG_TYPE = Fault(mime="text/plain")
TRUNCATED = Fault(content=half)
CUT_OFF = Fault(content=half, promises_all=True)
CORRUPT = Fault(content=one_bit_flipped)
STALLED = Fault(content=half, promises_all=True, stalls=True)
"""STALLED lets go when the folder is served no more."""
