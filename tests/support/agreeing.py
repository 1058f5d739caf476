"""Results that two engines computed, held against each other."""

from __future__ import annotations

from typing import Any

import pytest


def nearly_equal(one: Any, other: Any) -> None:
    """The same structure, and numbers that agree to 1e-9: every engine has an exp of its own."""
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            nearly_equal(one[key], other[key])
    elif isinstance(one, list):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            nearly_equal(a, b)
    elif isinstance(one, float):
        assert one == pytest.approx(other, rel=1e-9, abs=1e-9)
    else:
        assert one == other
