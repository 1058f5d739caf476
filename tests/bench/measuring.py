"""What a place is asked to measure: the same questions here and in the tab's Python."""

from __future__ import annotations

import json
from typing import Any

from bench import iteration, limit
from bench.problems import Problem
from emkit import engine_name


def answer(question: str) -> str:
    """The answer to a question, both as JSON text."""
    return json.dumps(ANSWERS[json.loads(question)["about"]](json.loads(question)))


def iterate(question: dict[str, Any]) -> float:
    """The seconds of one iteration."""
    problem = Problem(**question["problem"])
    return iteration.seconds(question["contender"], problem, question["at_least"])


def approach(question: dict[str, Any]) -> tuple[int, float]:
    """The E-steps and seconds to the limit."""
    return limit.seconds(question["contender"], question["run"])


ANSWERS = {"iteration": iterate, "limit": approach, "engine": lambda _: engine_name()}
