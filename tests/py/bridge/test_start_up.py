"""What a browser has to load before the first answer."""

import subprocess
import sys

import pytest

from build_tools import places

# Each takes a browser's Python between 5 and 60 ms, and the first answer needs none of them.
HEAVY = ("numpy.random", "numpy.typing", "difflib", "csv", "importlib.resources", "decimal")


@pytest.mark.parametrize("module", HEAVY)
def test_the_bridge_does_not_load(module: str) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(places.PYTHON_SOURCES)!r}); "
        f"import emkit.bridge; sys.exit({module!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-I", "-c", code], check=False).returncode == 0
