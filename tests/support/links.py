"""Links that were made once and must open for ever: what each states, and what comes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from support.lab import Lab

KEPT = Path(__file__).parents[1] / "references" / "links.json"

# Fields by their public names; each is only there for some links.
FIELDS = ("Components", "Iterations", "Tolerance")
START = ("Weight", "Mean", "Standard deviation")
FIGURES = ("Log-likelihood", "Iterations", "Free parameters")


def kept() -> list[dict[str, Any]]:
    """The links that are kept, the oldest first."""
    return json.loads(KEPT.read_text(encoding="utf-8"))


def follow(lab: Lab, fragment: str) -> None:
    """Go to a link as a person who clicks on it, the page being open already."""
    lab.page.evaluate("fragment => void (location.hash = fragment)", fragment)


def stated(lab: Lab) -> dict[str, str]:
    """What the page says it was given: the data, the model, the start, the limits."""
    said = {
        "Sample data": lab.sample.input_value(),
        "Data": lab.data.input_value()[:100],
        "To be fitted": lab.feedback.inner_text().partition("To be fitted: ")[2].partition(".")[0],
    }
    said |= {name: lab.field(name).input_value() for name in FIELDS}
    for j in range(1, int(said["Components"]) + 1):
        for name in START:
            if lab.field(f"{name} {j}").count():
                said[f"{name} {j}"] = lab.field(f"{name} {j}").input_value()
    return said


def found(lab: Lab) -> dict[str, float]:
    """What the fit ended with."""
    return {name: lab.figure(name) for name in FIGURES}


def awaits(lab: Lab, states: dict[str, str]) -> None:
    """Wait until the page states this input."""
    expect(lab.sample).to_have_value(states["Sample data"])
    expect(lab.feedback).to_contain_text(states["To be fitted"] or "number")
    for name, value in states.items():
        if name not in ("Data", "Sample data", "To be fitted"):
            expect(lab.field(name)).to_have_value(value)
    assert stated(lab) == states
