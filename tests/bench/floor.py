"""The floor: a loop over the same memory that only computes the exponentials, in C."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bench.problems import Problem, made

FOLDER = Path(__file__).parents[2] / ".cache" / "bench" / "floor"
LIBRARIES = {"emscripten": "libemkit.wasm", "darwin": "libemkit.dylib"}


@cache
def library(folder: Path = FOLDER) -> ctypes.CDLL:
    """The compiled floor; in the tab it lies beside this file."""
    name = LIBRARIES.get(sys.platform, "libemkit.so")
    beside = Path(__file__).with_name(name)
    found = ctypes.CDLL(str(beside if beside.is_file() else folder / name))
    found.emkit_floor.argtypes = [*[ctypes.c_int64] * 3, ctypes.c_void_p]
    found.emkit_floor.restype = ctypes.c_double
    return found


def prepare(problem: Problem) -> Callable[[], object]:
    """The loop. With two components one exponential a row gives both shares; else one for each."""
    x = made(problem).x
    exponentials = 1 if problem.k == 2 else problem.k
    floor = library().emkit_floor
    return lambda: floor(problem.n, problem.d, exponentials, x.ctypes.data)
