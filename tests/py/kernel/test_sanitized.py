"""The kernel under AddressSanitizer and UndefinedBehaviorSanitizer, by the tests of this folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools import places

SOURCE = places.PACKAGE / "kernel" / "kernel.c"
FLAGS = ["-O1", "-g", "-fPIC", "-shared", "-fsanitize=address,undefined", "-fno-sanitize-recover"]

# What is told apart by the sanitizers alone: an index beyond its array, and a sum beyond its type.
FAULTS = """
#include <stdint.h>
void emkit_beyond(double *x, int64_t n) { x[n] = 1.0; }
int32_t emkit_overflow(int32_t x) { return x + 1; }
"""


@pytest.fixture(autouse=True)
def gcc() -> None:
    """The compiler that brings both sanitizers."""
    try:
        done = subprocess.run(["gcc", "--version"], check=False, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("there is no gcc")
    if sys.platform != "linux" or "Free Software Foundation" not in done.stdout:
        pytest.skip("what is called gcc is another compiler")


def compiled(source: Path, folder: Path, *words: str) -> Path:
    """A library with the sanitizers in it."""
    library = folder / f"{source.stem}.so"
    subprocess.run(["gcc", *FLAGS, *words, str(source), "-o", str(library)], check=True)
    return library


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run a program under the sanitizers, every array in memory that they watch."""
    runtimes = [
        subprocess.run(
            ["gcc", f"-print-file-name={name}"], check=True, capture_output=True, text=True
        ).stdout.strip()
        for name in ("libasan.so", "libubsan.so")
    ]
    watched = {
        "LD_PRELOAD": " ".join(runtimes),
        "ASAN_OPTIONS": "detect_leaks=0",  # Python keeps much to its end
        "PYTHONMALLOC": "malloc",
        "PYTHONPATH": os.pathsep.join(map(str, [places.PYTHON_SOURCES, places.ROOT / "tests"])),
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False, capture_output=True, text=True, env=os.environ | watched, cwd=places.ROOT,
    )  # fmt: skip


@pytest.mark.parametrize("width", [16, 32])  # bytes of a vector: as shipped, and the next wider
def test_the_sanitizers_find_nothing_in_random_problems(tmp_path: Path, width: int) -> None:
    library = compiled(SOURCE, tmp_path, f"-DVECTOR_BYTES={width}", "-Wno-psabi")
    done = run(f"""
from pathlib import Path
from emkit.kernel import choice, library
library.find = lambda: Path({str(library)!r})
import emkit
from emkit.fits import fitting
from support.problems import problem
assert emkit.engine_name().startswith("kernel")
for seed in range(400):
    problem(seed).e_step("kernel")
    problem(seed).densities("kernel")
""")
    assert done.returncode == 0, done.stderr[-4000:]
    assert "runtime error" not in done.stderr


@pytest.mark.parametrize(
    ("call", "report"),
    [
        ("x = np.zeros(1000); lib.emkit_beyond(ctypes.c_void_p(x.ctypes.data), 1000)",
         "heap-buffer-overflow"),
        ("lib.emkit_overflow(2**31 - 1)", "signed integer overflow"),
    ],
)  # fmt: skip
def test_the_sanitizers_would_find_a_fault(tmp_path: Path, call: str, report: str) -> None:
    source = tmp_path / "faults.c"
    source.write_text(FAULTS, encoding="utf-8")
    done = run(
        f"import ctypes; import numpy as np; "
        f"lib = ctypes.CDLL({str(compiled(source, tmp_path))!r}); {call}"
    )
    assert done.returncode != 0
    assert report in done.stderr
