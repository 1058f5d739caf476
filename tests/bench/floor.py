"""The floor: a loop over the same memory that only computes the exponentials, in C, unthreaded."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bench.problems import Problem, made
from emkit.kernel.library import names

FOLDER = Path(__file__).parents[2] / ".cache" / "bench" / "floor"


@cache
def library() -> ctypes.CDLL:
    """The compiled floor, of the same kind as the kernel; in the tab it lies beside this file."""
    folders = (Path(__file__).parent, FOLDER)
    paths = [folder / name for name in names() for folder in folders]
    found = ctypes.CDLL(str(next(path for path in paths if path.is_file())))
    found.emkit_floor.argtypes = [*[ctypes.c_int64] * 3, ctypes.c_void_p]
    found.emkit_floor.restype = ctypes.c_double
    return found


def prepare(problem: Problem) -> Callable[[], object]:
    """The loop. With two components one exponential a row gives both shares; else one for each."""
    x = made(problem).x
    exponentials = 1 if problem.k == 2 else problem.k
    floor = library().emkit_floor
    return lambda: floor(problem.n, problem.d, exponentials, x.ctypes.data)
