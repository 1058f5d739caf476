"""The named samples: where each comes from and what it teaches."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

import numpy as np

from emkit.numerics import Floats


@dataclass(frozen=True)
class Sample:
    """A data set that ships with emkit.

    Attributes:
        name: what links and programs call it.
        title: what people call it.
        text: the numbers as they would be pasted.
        about: what it holds and what it teaches.
        source: where it comes from.
    """

    name: str
    title: str
    text: str
    about: str
    source: str


def samples() -> tuple[Sample, ...]:
    """All samples, the default one first.

    >>> [sample.name for sample in samples()]
    ['faithful-waiting', 'ten-numbers']
    """
    return (
        Sample(
            name="faithful-waiting",
            title="Old Faithful: minutes between eruptions (272)",
            text="waiting\n" + ", ".join(f"{value:g}" for value in faithful()[:, 1]),
            about="Waiting times in minutes between eruptions of the Old Faithful geyser. Short "
            "and long waits form two clear groups: the classic first mixture.",
            source="Azzalini and Bowman (1990), Applied Statistics 39, 357-365; the 272 pairs "
            "distributed with R as “faithful”.",
        ),
        Sample(
            name="ten-numbers",
            title="Ten numbers to check by hand",
            text="1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4",
            about="Two groups near 1.2 and 5.0, small enough to work through with a pencil.",
            source="Made for this page.",
        ),
    )


def faithful() -> Floats:
    """(272, 2) eruption length and waiting time, both in minutes, of Old Faithful.

    >>> faithful().shape
    (272, 2)
    """
    file = resources.files("emkit.data").joinpath("faithful.csv")
    lines = file.read_text(encoding="utf-8").splitlines()[1:]
    return np.array([line.split(",") for line in lines], dtype=np.float64)
