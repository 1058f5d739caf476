"""The compiled kernel: where it lies, whether it can be loaded, and how it is called."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

# Of kernel.c: what it counts up whenever a signature or a layout changes.
ABI = 2

NAMES = {
    "darwin": "libemkit.dylib",
    "emscripten": "libemkit.wasm",  # Pyodide loads each .so of a wheel at once, needed or not
    "win32": "emkit.dll",
}

# For processors with vectors of four doubles and fused multiplication (x86-64-v3), as Linux lists
# what they can do.
WIDE = "libemkit.v3.so"
ABILITIES = {"avx2", "fma", "bmi1", "bmi2", "abm", "f16c", "movbe"}
PROCESSORS = Path("/proc/cpuinfo")

_WHOLE, _POINTER = ctypes.c_int64, ctypes.c_void_p
SIGNATURES = {
    "emkit_abi": ([], _WHOLE),
    "emkit_scratch": ([_WHOLE] * 3, _WHOLE),
    "emkit_statistics": ([_WHOLE] * 3, _WHOLE),
    "emkit_e_step": ([_WHOLE] * 4 + [_POINTER] * 7, None),
    "emkit_densities": ([_WHOLE] * 4 + [_POINTER] * 7, None),
    "emkit_merge": ([_WHOLE] * 4 + [_POINTER], None),
    "emkit_exp": ([_WHOLE] + [_POINTER] * 2, None),
    "emkit_log": ([_WHOLE] + [_POINTER] * 2, None),
}


def find(folder: Path = Path(__file__).parent) -> Path | None:
    """The compiled kernel for this platform, if there is one: the best of those that it can run."""
    return next((path for name in names() if (path := folder / name).is_file()), None)


def names() -> list[str]:
    """What this platform can load, the best first."""
    usual = NAMES.get(sys.platform, "libemkit.so")
    return [WIDE, usual] if can_be_wide() else [usual]


def can_be_wide(processors: Path = PROCESSORS) -> bool:
    """Whether every processor of this machine has wider vectors."""
    if not (sys.platform == "linux" and processors.is_file()):
        return False
    lists = [
        set(line.partition(":")[2].split())
        for line in processors.read_text(encoding="utf-8").splitlines()
        if line.startswith("flags")
    ]
    return bool(lists) and all(one >= ABILITIES for one in lists)


def load(path: Path) -> ctypes.CDLL:
    """The compiled kernel, its functions ready to be called.

    Raises:
        OSError: the file is no library of this machine, or not of this version of emkit.
    """
    library = ctypes.CDLL(str(path))
    try:
        for name, (takes, gives) in SIGNATURES.items():
            function = getattr(library, name)
            function.argtypes, function.restype = takes, gives
            if name == "emkit_abi" and function() != ABI:
                raise OSError(f"{path} is for another version of emkit.")
    except AttributeError as error:
        raise OSError(f"{path} is not emkit's kernel: {error}") from error
    return library
