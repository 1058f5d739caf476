"""The media types of what dist/ holds."""

from pathlib import PurePosixPath

TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/octet-stream",
    ".zip": "application/zip",
}


def mime_of(name: str) -> str:
    """The media type of a file, by the end of its name."""
    return TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
