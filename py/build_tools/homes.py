"""Where emkit's kernel is at home: Pyodide, and the machines that a compiler here makes it for.

The kernel asks nothing of a system but `memset`, so one library serves every Linux of a processor,
whichever C library that has.
"""

import platform
from collections.abc import Mapping
from dataclasses import dataclass

from .pins import PINS

# Freestanding: memory is the caller's, and no system is underneath in a browser.
SHARED = ("-O3", "-fPIC", "-shared", "-nostdlib", "-s")


@dataclass(frozen=True)
class Home:
    """A kind of machine: the compiler's words for each library, and the tag of a wheel for it."""

    libraries: Mapping[str, tuple[str, ...]]
    tag: str


def home(library: str, tag: str, *words: str) -> Home:
    """A home with one library."""
    return Home({library: (*words, *SHARED)}, tag)


def pyodide_tag() -> str:
    """The platform of the pinned Pyodide, as wheels name it."""
    info = PINS["info"]
    return f"pyemscripten_{info['abi_version']}_{info['arch']}"


# Not `.so`: Pyodide would load that along with the wheel, needed or not, and a damaged one would
# take the whole package with it.
PYODIDE = home(
    "libemkit.wasm", pyodide_tag(), "-target", "wasm32-freestanding", "-mcpu=generic+simd128"
)

# Every processor of the kind can run it: the wheel may go elsewhere.
MACHINES = {
    ("Linux", "x86_64"): home(
        "libemkit.so",
        "manylinux_2_17_x86_64.musllinux_1_1_x86_64",
        "-target",
        "x86_64-linux-gnu.2.17",
        "-mcpu=x86_64",
    ),
    ("Linux", "aarch64"): home(
        "libemkit.so",
        "manylinux_2_17_aarch64.musllinux_1_1_aarch64",
        "-target",
        "aarch64-linux-gnu.2.17",
        "-mcpu=generic",
    ),
    ("Darwin", "arm64"): home(
        "libemkit.dylib", "macosx_11_0_arm64", "-target", "aarch64-macos.11.0"
    ),
    ("Darwin", "x86_64"): home(
        "libemkit.dylib", "macosx_11_0_x86_64", "-target", "x86_64-macos.11.0"
    ),
}


def this_machine() -> Home | None:
    """The home that this machine is; None where the kernel was never tried on its kind."""
    return MACHINES.get((platform.system(), platform.machine()))
