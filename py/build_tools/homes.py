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

# Vectors of four doubles and fused multiplication: Intel since 2013, AMD since 2015.
WIDE = ("-mcpu=x86_64_v3", "-DVECTOR_BYTES=32")


@dataclass(frozen=True)
class Home:
    """A kind of machine: the tag of a wheel for it, and what the compiler is told by library.

    Those beside the first are for the better ones of the kind; emkit chooses.
    """

    tag: str
    libraries: Mapping[str, tuple[str, ...]]


def home(tag: str, library: str, target: str, *words: str) -> Home:
    """A home with one library."""
    return Home(tag, {library: ("-target", target, *words, *SHARED)})


def linux(processor: str, target: str, *words: str) -> Home:
    """Any Linux on this processor."""
    tag = f"manylinux_2_17_{processor}.musllinux_1_1_{processor}"
    return home(tag, "libemkit.so", target, *words)


def with_wide(usual: Home) -> Home:
    """The same home with a library for wider vectors."""
    target = next(iter(usual.libraries.values()))[:2]
    wide = {"libemkit.v3.so": (*target, *WIDE, *SHARED)}
    return Home(usual.tag, {**usual.libraries, **wide})


def pyodide_tag() -> str:
    """The platform of the pinned Pyodide, as wheels name it."""
    info = PINS["info"]
    return f"pyemscripten_{info['abi_version']}_{info['arch']}"


# Not `.so`: Pyodide would load that along with the wheel, needed or not, and a damaged one would
# take the whole package with it.
PYODIDE = home(pyodide_tag(), "libemkit.wasm", "wasm32-freestanding", "-mcpu=generic+simd128")

# The least of each kind: a wheel may go elsewhere.
MACHINES = {
    ("Linux", "x86_64"): with_wide(linux("x86_64", "x86_64-linux-gnu.2.17", "-mcpu=x86_64")),
    ("Linux", "aarch64"): linux("aarch64", "aarch64-linux-gnu.2.17", "-mcpu=generic"),
    ("Darwin", "arm64"): home("macosx_11_0_arm64", "libemkit.dylib", "aarch64-macos.11.0"),
    ("Darwin", "x86_64"): home("macosx_11_0_x86_64", "libemkit.dylib", "x86_64-macos.11.0"),
}


def this_machine() -> Home | None:
    """The home that this machine is; None where the kernel was never tried on its kind."""
    return MACHINES.get((platform.system(), platform.machine()))
