"""The engines that compute E-steps, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from emkit.kernel import choice


@pytest.fixture(params=choice.ENGINES, scope="module")
def each_engine(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a module's tests run in, once by the kernel and once by NumPy."""
    with choice.using(request.param):
        yield
