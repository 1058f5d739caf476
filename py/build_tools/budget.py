"""The budget of a first visit: what it weighs is listed after each build, and too much ends it."""

from pathlib import Path

from . import weights
from .report import BuildError, say
from .weights import ENGINE, PAGE, Weights, kilobytes

PAGE_LIMIT = 150_000  # bytes
ENGINE_LIMIT = 0.79  # of what Pyodide, NumPy and micropip weigh as they are published


def hold(dist: Path, published: Path, is_binding: bool) -> None:
    """List what a finished dist/ weighs; too much is an error where the budget binds."""
    found = weights.weigh(dist, published)
    say("A first visit, over the wire:")
    for line in found.lines:
        say(f"  {line}")
    complaints = excesses(found)
    if complaints and is_binding:
        raise BuildError(
            " ".join(complaints),
            "Make it lighter or load some of it later; py/build_tools/budget.py has the limits.",
        )
    for sentence in complaints:
        say(f"  {sentence}")


def excesses(found: Weights) -> list[str]:
    """What is over the budget, in sentences."""
    page, engine = found.total(PAGE), found.total(ENGINE)
    told = {
        f"The page weighs {kilobytes(page)} KB before the engine, "
        f"more than {kilobytes(PAGE_LIMIT)} KB.": page > PAGE_LIMIT,
        f"The engine weighs {engine / found.stock:.1%} of the published one, "
        f"more than {ENGINE_LIMIT:.0%}.": engine > ENGINE_LIMIT * found.stock,
    }
    return [sentence for sentence, is_so in told.items() if is_so]
