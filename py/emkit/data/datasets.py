"""The named samples: where each comes from, what it teaches, and how to look at it first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib import resources

import numpy as np

from emkit.errors import check_name
from emkit.numerics import Floats


@dataclass(frozen=True)
class Sample:
    """A data set that ships with emkit, and a first fit to try on it.

    Attributes:
        name: what links and programs call it.
        title: what people call it.
        about: what it holds and what it teaches.
        source: where it comes from.
        written: a function that returns the text.
        label: the column that says to which group a row belongs; ``None`` where there is none.
        principal: how many principal components to fit instead of the columns, if any.
        components, covariance: the model to begin with.
    """

    name: str
    title: str
    about: str
    source: str
    written: Callable[[], str] = field(repr=False, compare=False)
    label: str | None = None
    principal: int | None = None
    components: int = 2
    covariance: str = "full"

    @property
    def text(self) -> str:
        """The numbers as they would be pasted."""
        return self.written()


def samples() -> tuple[Sample, ...]:
    """All samples, the default one first.

    >>> [sample.name for sample in samples()][:4]
    ['faithful-waiting', 'ten-numbers', 'faithful', 'iris']
    """
    return SAMPLES


def sample(name: str) -> Sample:
    """The sample of that name.

    Raises:
        OptionError: there is none; the nearest name is in the remedy.

    >>> sample("iris").label
    'species'
    """
    known = {one.name: one for one in SAMPLES}
    return known[check_name(name, known, "sample")]


def faithful() -> Floats:
    """(272, 2) eruption length and waiting time, both in minutes, of Old Faithful.

    >>> faithful().shape
    (272, 2)
    """
    lines = shipped("faithful.csv").splitlines()[1:]
    return np.array([line.split(",") for line in lines], dtype=np.float64)


def shipped(file: str) -> str:
    """The text of a file beside this module."""
    return resources.files("emkit.data").joinpath(file).read_text(encoding="utf-8")


def _waiting() -> str:
    return "waiting\n" + ", ".join(f"{value:g}" for value in faithful()[:, 1])


def _digits() -> str:
    """CSV of what digits.txt packs: 64 symbols for 0 to 16 along the rows, and the digit."""
    symbols = "0123456789abcdefg"
    head = [f"p{row}{column}" for row in range(1, 9) for column in range(1, 9)]
    lines = [",".join((*head, "digit"))]
    for packed in shipped("digits.txt").splitlines():
        pixels, digit = packed.split()
        lines.append(",".join((*(str(symbols.index(one)) for one in pixels), digit)))
    return "\n".join(lines) + "\n"


SAMPLES = (
    Sample(
        name="faithful-waiting",
        title="Old Faithful: minutes between eruptions (272)",
        about="Waiting times in minutes between eruptions of the Old Faithful geyser. Short and "
        "long waits form two clear groups: the classic first mixture.",
        source="Azzalini and Bowman (1990), Applied Statistics 39, 357-365; the 272 pairs "
        "distributed with R as “faithful”.",
        written=_waiting,
    ),
    Sample(
        name="ten-numbers",
        title="Ten numbers to check by hand",
        about="Two groups near 1.2 and 5.0, small enough to work through with a pencil.",
        source="Made for this page.",
        written=lambda: "1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4",
    ),
    Sample(
        name="faithful",
        title="Old Faithful: length of an eruption and wait for the next (272 by 2)",
        about="The geyser again, with both measurements. The groups lie along a line: compare "
        "full with tied and diagonal covariances, and two components with three.",
        source="Azzalini and Bowman (1990), Applied Statistics 39, 357-365; the 272 pairs "
        "distributed with R as “faithful”.",
        written=partial(shipped, "faithful.csv"),
    ),
    Sample(
        name="iris",
        title="Iris: four measurements of three species (150 by 4)",
        about="Sepals and petals of 150 irises in centimetres. One species stands apart, two "
        "overlap; EM, which never sees the species, finds most of them, and BIC would settle for "
        "two groups.",
        source="Anderson (1935), published by Fisher (1936), Annals of Eugenics 7, 179-188; "
        "Fisher's own numbers, which differ in two rows from a widespread copy.",
        written=partial(shipped, "iris.csv"),
        label="species",
        components=3,
    ),
    Sample(
        name="galaxies",
        title="Galaxies: velocities of 82 (1,000 km/s)",
        about="How fast 82 galaxies recede, in thousands of kilometres a second. Several local "
        "maxima lie close to one another: start from different seeds and see which you reach.",
        source="Postman, Huchra and Geller (1986), Astronomical Journal 92, 1238-1247, as "
        "published by Roeder (1990), JASA 85, 617-624, with its misprint (26.690 for 26.960) "
        "mended.",
        written=partial(shipped, "galaxies.csv"),
        components=4,
    ),
    Sample(
        name="digits",
        title="Handwritten digits: 8 by 8 pixels (1,797 by 64)",
        about="Grey values of 64 pixels. With all 64, full covariances have more parameters than "
        "the data can bear and collapse; on 10 principal components EM finds most of the ten "
        "digits unseen. Directions that vary most need not be those that tell digits apart: try "
        "2, 10 and 30.",
        source="Alpaydin and Kaynak (1998), Optical Recognition of Handwritten Digits, UCI "
        "Machine Learning Repository (CC BY 4.0); the 1,797 rows distributed with scikit-learn.",
        written=_digits,
        label="digit",
        principal=10,
        components=10,
    ),
    Sample(
        name="overlap",
        title="Two groups that overlap (300, drawn)",
        about="60% around 10 and 40% around 15, all with a standard deviation of 2. There is no "
        "gap between the groups, and for many values EM says honestly that it is not sure.",
        source="Drawn with emkit.data.generate, seed 5.",
        written=partial(shipped, "overlap.csv"),
        label="component",
    ),
    Sample(
        name="slow",
        title="A slow case (400, drawn)",
        about="Two groups little more than a standard deviation apart. EM soon gains less than "
        "the tolerance and stops, though the maximum is thousands of iterations away: lower the "
        "tolerance, or turn on acceleration.",
        source="Drawn with emkit.data.generate: 100 and 112, standard deviation 10, equal "
        "weights, seed 4.",
        written=partial(shipped, "slow.csv"),
        label="component",
    ),
    Sample(
        name="skewed",
        title="One skewed group (300, drawn)",
        about="A single group with a long right tail. BIC asks for three bell curves to describe "
        "it: components describe a shape, and need not be groups.",
        source="Drawn with NumPy: log-normal, mean 1 and standard deviation 0.6 of the "
        "logarithms, seed 1.",
        written=partial(shipped, "skewed.csv"),
        components=3,
    ),
)
