"""Stands in for Hypothesis, whose compiled parts are not made for browsers.

Modules that use it can be imported, and each test that it would feed is skipped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest


class Anything:
    """Stands for every strategy, and for whatever is made of strategies."""

    def __call__(self, *_: object, **__: object) -> Anything:
        return self

    def __getattr__(self, name: str) -> Anything:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __or__(self, other: object) -> Anything:
        return self


def given(*_: object, **__: object) -> Callable[[Any], Any]:
    """Skip the test."""

    def skipping(_: Any) -> Any:
        @pytest.mark.skip(reason="Hypothesis is not made for browsers")
        def test() -> None: ...

        return test

    return skipping


def settings(*_: object, **__: object) -> Callable[[Any], Any]:
    """Leave the test as it is."""
    return lambda test: test


example = settings
assume = Anything()


class Strategies(ModuleType):
    """``hypothesis.strategies``, with every name in it."""

    def __getattr__(self, name: str) -> Anything:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


strategies = Strategies("hypothesis.strategies")
if __name__ == "hypothesis":
    sys.modules["hypothesis.strategies"] = strategies
