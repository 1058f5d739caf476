"""The kernel reads and writes nothing but what it is given: memory around it is forbidden."""

from __future__ import annotations

import subprocess
import sys

import pytest

from build_tools import places

# An access outside ends the process, so another one does this.
SCRIPT = """
import ctypes, mmap, sys
import numpy as np
from emkit.kernel import choice

PAGE = mmap.PAGESIZE
libc = ctypes.CDLL(None)
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
maps = []

def guarded(size, at_end):
    "Doubles that end, or begin, where memory that may not be touched begins, or ends."
    pages = -(-8 * size // PAGE)
    area = mmap.mmap(-1, (pages + 2) * PAGE)
    first = np.frombuffer(area, dtype=np.uint8)[:1].ctypes.data
    for place in (first, first + (pages + 1) * PAGE):
        assert libc.mprotect(place, PAGE, 0) == 0
    start = PAGE + (pages * PAGE - 8 * size if at_end else 0)
    maps.append(area)
    return np.frombuffer(area, dtype=np.float64, count=size, offset=start)

kernel = choice.kernel()
rng = np.random.default_rng(0)
for d, k, matrix in ((1, 1, 0), (1, 2, 0), (2, 3, 0), (5, 2, 0), (2, 2, 1), (3, 3, 1), (10, 5, 1)):
    for n in (1, 2, 3, 8, 9, 63, 64, 65, 255, 256, 257, 300):
        for at_end in (True, False):
            sizes = {
                "x": n * d, "weights": n, "constants": k, "means": k * d,
                "factors": k * d * d if matrix else k * d,
                "scratch": kernel.emkit_scratch(d, k, matrix),
                "statistics": kernel.emkit_statistics(d, k, matrix),
            }
            outs = [guarded(n, at_end).ctypes.data, guarded(n * k, at_end).ctypes.data]
            arrays = {name: guarded(size, at_end) for name, size in sizes.items()}
            for name in ("x", "weights", "constants", "means"):
                arrays[name][:] = rng.random(sizes[name])
            arrays["factors"][:] = np.tile(np.eye(d).ravel(), k) if matrix else 1.0
            pointers = [array.ctypes.data for array in arrays.values()]
            for weights in (None, pointers[1]):
                kernel.emkit_e_step(n, d, k, matrix, pointers[0], weights, *pointers[2:])
            kernel.emkit_densities(n, d, k, matrix, pointers[0], *pointers[2:6], *outs)
            assert np.isfinite(arrays["statistics"]).all()
            if OVERRUN:
                kernel.emkit_e_step(n + 1, d, k, matrix, *pointers)
"""


def run(overrun: bool) -> int:
    """The exit code of the script."""
    code = f"import sys; sys.path.insert(0, {str(places.PYTHON_SOURCES)!r}); OVERRUN = {overrun}"
    command = [sys.executable, "-I", "-c", f"{code}\n{SCRIPT}"]
    return subprocess.run(command, check=False, capture_output=True).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="pages are protected in another way there")
def test_nothing_outside_of_the_arrays_is_touched() -> None:
    assert run(overrun=False) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pages are protected in another way there")
def test_one_row_too_many_would_have_been_seen() -> None:
    assert run(overrun=True) < 0  # ended by a signal
