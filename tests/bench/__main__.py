"""Measure, print the table, and keep results and picture.

`python3 build.py bench` sets everything up and calls this; `--short` keeps nothing.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bench import picture, table
from bench.run import Extent, measure
from build_tools import places
from build_tools.report import say

RESULTS = Path(__file__).with_name("results.json")
PICTURE = places.ROOT / ".github" / "bench.svg"


def main() -> None:
    """Carry out the command line."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--modules", type=Path, required=True, help="node_modules of the peers")
    parser.add_argument("--wheels", type=Path, required=True, help="folder of the peers' wheels")
    parser.add_argument("--short", action="store_true", help="small problems, nothing kept")
    asked = parser.parse_args()
    extent = Extent.short() if asked.short else Extent()
    results = measure(asked.modules, sorted(asked.wheels.glob("*.whl")), extent)
    print(*table.lines(results), sep="\n")
    if not asked.short:
        keep(results)


def keep(results: dict[str, object]) -> None:
    """Write down the results, and draw them."""
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    PICTURE.write_text(picture.drawn(results), encoding="utf-8")
    say(
        f"\nKept in {RESULTS.relative_to(places.ROOT)}, drawn in {PICTURE.relative_to(places.ROOT)}"
    )


if __name__ == "__main__":
    main()
