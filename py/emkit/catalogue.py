"""Everything about a fit that a person can set, in one list.

Whoever shows controls (the page, a form) draws them from here: what emkit calls each, what people
call it, what it may be and what it is when nobody says. A test holds the list equal to the
classes that take these values.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from emkit.covariance import STRUCTURES
from emkit.options import MOST_ITERATIONS, MOST_RESTARTS, ON_COLLAPSE, Options
from emkit.starts import STRATEGIES

# As many components as a page has colours and dashes to tell apart.
MOST_SHOWN = 16


@dataclass(frozen=True)
class Choice:
    """One of several values: what emkit calls it, what people call it, what it means."""

    value: str | bool
    label: str
    help: str


@dataclass(frozen=True)
class Control:
    """Something that can be set.

    Attributes:
        name: what emkit calls it.
        of: to what it belongs: "model", "start", "options" or "data".
        label: what people call it.
        help: one sentence about what it does.
        kind: "choice", "whole" (number), "real" (number) or "switch".
        default: its value when nobody sets it; ``None`` where leaving it empty means something.
        minimum, maximum: bounds of a number; ``None`` where there is none.
        choices: of a choice, the usual one first.
    """

    name: str
    of: str
    label: str
    help: str
    kind: str
    default: Any
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[Choice, ...] = ()


def controls() -> tuple[Control, ...]:
    """All controls, in the order in which a person needs them.

    >>> [control.name for control in controls() if control.of == "model"]
    ['components', 'covariance', 'equal_weights']
    """
    return CONTROLS


def as_data() -> list[dict[str, Any]]:
    """The list as plain data.

    >>> as_data()[0]["label"], as_data()[0]["maximum"]
    ('Components', 16)
    """
    return [asdict(control) for control in CONTROLS]


USUAL = Options()

SHAPES = {
    "full": ("Full", "Every component has a shape and direction of its own."),
    "tied": ("Tied", "All components have the same shape and direction."),
    "diag": ("Diagonal", "Every component has its own spread along each column, untilted."),
    "spherical": ("Spherical", "Every component is round: one spread for all columns."),
}

BEGINNINGS = {
    "quantiles": ("Quantiles", "Cut the data into equal parts; always the same."),
    "kmeans++": ("k-means++", "The groups of k-means from random first centres."),
    "random_points": ("Random points", "Random rows as means, one wide spread for all."),
    "random_responsibilities": (
        "Random responsibilities",
        "Every row shared out among the components at random.",
    ),
}

RESCUES = {
    "stop": ("Stop and say so", "The run ends at the last good iteration."),
    "regularise": ("Regularise", "A little is added to every variance, and the run goes on."),
    "drop": ("Drop the component", "The run goes on with one component fewer."),
}


def _choices(known: Any, words: dict[str, tuple[str, str]]) -> tuple[Choice, ...]:
    """Those of ``words``, which must name all that is known."""
    assert set(known) == set(words)
    return tuple(Choice(value, *said) for value, said in words.items())


CONTROLS = (
    Control(
        "components", "model", "Components",
        "How many bell curves the mixture has.",
        "whole", 2, 1, MOST_SHOWN,
    ),
    Control(
        "covariance", "model", "Covariance",
        "What shapes the components may have; for one column all but tied are the same.",
        "choice", "full", choices=_choices(STRUCTURES, SHAPES),
    ),
    Control(
        "equal_weights", "model", "Weights",
        "Whether components may be of different size.",
        "choice", USUAL.equal_weights, choices=(
            Choice(False, "Free", "Every component has a weight of its own."),
            Choice(True, "Equal", "All components weigh the same."),
        ),
    ),
    Control(
        "start", "start", "Start",
        "Where EM begins.",
        "choice", "quantiles", choices=_choices(STRATEGIES, BEGINNINGS),
    ),
    Control(
        "seed", "start", "Seed",
        "The same seed gives the same random numbers, and so the same run.",
        "whole", USUAL.seed, 0, 2**32 - 1,
    ),
    Control(
        "restarts", "start", "Restarts",
        "How many starts are tried; the best fit that is not spurious is shown, the others "
        "listed.",
        "whole", 1, 1, MOST_RESTARTS,
    ),
    Control(
        "max_iter", "options", "Iterations",
        "The most that a run makes.",
        "whole", USUAL.max_iter, 1, MOST_ITERATIONS,
    ),
    Control(
        "tol", "options", "Tolerance",
        "A run ends when an iteration gains less than this in log-likelihood per value.",
        "real", USUAL.tol, 0.0,
    ),
    Control(
        "within", "options", "Within",
        "Instead of the tolerance: a run ends when no more than this is estimated to be left to "
        "gain in log-likelihood, over all values. Empty: by the tolerance.",
        "real", USUAL.within, 0.0,
    ),
    Control(
        "accelerate", "options", "Accelerate",
        "Extrapolate from iteration to iteration (SQUAREM): the same maximum in far fewer.",
        "switch", USUAL.accelerate,
    ),
    Control(
        "reg_covar", "options", "Regularisation",
        "Added to every variance, as a share of that of the data. 0 is plain EM; 0.001 keeps a "
        "component from collapsing.",
        "real", USUAL.reg_covar, 0.0,
    ),
    Control(
        "on_collapse", "options", "When a component collapses",
        "What is done when a component shrinks onto a point or loses all of them.",
        "choice", USUAL.on_collapse, choices=_choices(ON_COLLAPSE, RESCUES),
    ),
    Control(
        "standardise", "data", "Standardise",
        "Measure every column in its own standard deviation. Results are in your units all the "
        "same; only spherical fits and principal components change.",
        "switch", USUAL.standardise,
    ),
    Control(
        "missing", "data", "Missing cells",
        "What becomes of rows that lack a value in a chosen column.",
        "choice", "refuse", choices=(
            Choice("refuse", "Refuse", "Say which rows they are, and wait."),
            Choice("drop", "Leave those rows out", "Fit the other rows, and say how many."),
        ),
    ),
    Control(
        "principal", "data", "Principal components",
        "Fit so many directions of largest variance instead of the columns. Empty: the columns.",
        "whole", None, 1, 32,
    ),
)  # fmt: skip
