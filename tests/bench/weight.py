"""The bytes of a first visit, as a host sends them: compressed where that helps."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from build_tools import editions, runtime
from build_tools.pins import RUNTIME_FILES

SENT_AS_THEY_ARE = {".whl", ".zip", ".png"}
SCRIPTS = ("pyodide.mjs", "pyodide.asm.mjs")
LEAST = 1024  # a smaller file is not worth compressing


def measure(dist: Path) -> dict[str, int]:
    """Our engine and page, and a stock engine: Pyodide, NumPy, micropip."""
    edition = editions.home(dist)
    manifest = json.loads((edition / "runtime" / "manifest.json").read_text(encoding="utf-8"))
    engine = [edition / "runtime" / name for name in (*SCRIPTS, *manifest["start"])]
    stock = [runtime.FOLDER / file.name for file in RUNTIME_FILES]
    return {
        "emkit's engine": sum(map(sent, engine)),
        "Pyodide, NumPy and micropip": sum(map(sent, stock)),
    }


def sent(path: Path) -> int:
    """The bytes of a file over the wire."""
    content = path.read_bytes()
    if path.suffix in SENT_AS_THEY_ARE or len(content) < LEAST:
        return len(content)
    return len(gzip.compress(content, 6, mtime=0))
