"""The samples as the page finds them: ``python -m emkit.bridge.samples`` prints samples.json.

A long text would slow the page's opening, so it is a file of its own, loaded when the sample is
chosen: ``python -m emkit.bridge.samples digits`` prints samples/digits.csv.
"""

from __future__ import annotations

import sys
from typing import Any

from emkit.bridge.task import to_json
from emkit.data.datasets import Sample, sample, samples

# Characters of the longest text that comes with the list.
SHORT = 10_000

FIELDS = ("name", "title", "about", "source", "label", "principal", "components", "covariance")


def listed() -> list[dict[str, Any]]:
    """All samples: each with its text, or with the file that holds it.

    >>> [one["file"] for one in listed() if one["text"] is None]
    ['samples/digits.csv']
    """
    return [_entry(one) for one in samples()]


def _entry(one: Sample) -> dict[str, Any]:
    text = one.text
    long = len(text) > SHORT
    said = {name: getattr(one, name) for name in FIELDS}
    return {
        **said,
        "text": None if long else text,
        "file": f"samples/{one.name}.csv" if long else None,
    }


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(sample(sys.argv[1]).text, end="")
    else:
        print(to_json(listed()))
