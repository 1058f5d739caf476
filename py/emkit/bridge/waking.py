"""What Python does when its memory is put back into a new process.

A memory that was kept holds the state of generators that were seeded when a module was imported.
Restored again and again it would give everybody the same "random" numbers at every visit.
"""

from __future__ import annotations

import sys


def wake() -> None:
    """Draw anew what was drawn when modules were imported.

    Generators made from now on need nothing: ``numpy.random.default_rng()``, ``secrets`` and
    ``uuid`` ask the system each time.
    """
    if library := sys.modules.get("random"):
        library.seed()
    if numpy := sys.modules.get("numpy.random"):
        numpy.seed()
