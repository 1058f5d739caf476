"""What the page's worker talks to: commands as JSON text, results as JSON text and arrays."""

from emkit.bridge.commands import begin, prepare, program, wants_micropip
from emkit.bridge.library import complete_library, complete_numpy
from emkit.bridge.waking import wake

__all__ = [
    "begin",
    "complete_library",
    "complete_numpy",
    "prepare",
    "program",
    "wake",
    "wants_micropip",
]
