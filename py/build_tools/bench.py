"""The benchmarks: who emkit is measured against is fetched, then tests/bench/ measures."""

import json
import os
import subprocess
from pathlib import Path

from . import browsers, dist, environment, kernel, npm_packages, places, runtime
from .files import write_whole
from .pins import PinnedFile
from .sources import PackagedCopy, Web

HERE = places.ROOT / "tests" / "bench"
PEERS = HERE / "peers"
FOLDER = places.CACHE / "bench"


def run(words: list[str]) -> int:
    """Set up, build, measure; the value is an exit code."""
    python = environment.ensure("test")
    browsers.ensure()
    dist.build()
    compile_floor()
    modules = npm_packages.ensure(PEERS, FOLDER)
    command = [python, "-m", "bench", *words, "--modules", modules, "--wheels", fetch_wheels()]
    paths = os.pathsep.join(map(str, (places.PYTHON_SOURCES, places.ROOT / "tests")))
    surroundings = os.environ | {"PYTHONPATH": paths}
    return subprocess.run(command, cwd=places.ROOT, env=surroundings, check=False).returncode


def fetch_wheels() -> Path:
    """The folder of the peers' wheels for Pyodide, which are pinned and never shipped."""
    pins = json.loads((PEERS / "wheels.json").read_text(encoding="utf-8"))
    wanted = [PinnedFile(name, **facts) for name, facts in pins.items()]
    return runtime.fetch([Web(), PackagedCopy(environment.PIP)], FOLDER / "wheels", wanted)


def compile_floor() -> None:
    """The floor, compiled behind the kernel, whose vectors and exponential it shares."""
    source = FOLDER / "floor" / "kernel.c"
    write_whole(source, kernel.SOURCE.read_bytes() + (HERE / "floor.c").read_bytes())
    kernel.build(source)
