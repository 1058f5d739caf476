"""Which engine is used, and how NumPy stands in for a kernel that is not there or not sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.errors import OptionError
from emkit.kernel import choice, library
from emkit.kernel.mixture import CompiledMixture
from emkit.trace import Status
from support.mixtures import sampled


@pytest.fixture(autouse=True)
def afresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No choice made, and the library looked for again, before and after."""
    monkeypatch.delenv("EMKIT_ENGINE", raising=False)
    monkeypatch.delenv("EMKIT_THREADS", raising=False)
    choice.loaded.cache_clear()
    yield
    choice.loaded.cache_clear()


def instead(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Let that file be found as the compiled kernel."""
    monkeypatch.setattr(library, "find", lambda: path)


def test_the_kernel_is_used_where_it_is_found() -> None:
    assert emkit.engine_name().startswith("kernel (C, SIMD)")


def test_the_name_tells_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMKIT_THREADS", "3")
    assert emkit.engine_name() == "kernel (C, SIMD), 3 threads"
    monkeypatch.setenv("EMKIT_THREADS", "1")
    assert emkit.engine_name() == "kernel (C, SIMD)"


@pytest.mark.parametrize("fault", ["missing", "empty", "garbage", "another library"])
def test_numpy_stands_in_for_a_library_that_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str
) -> None:
    path = tmp_path / "libemkit.so"
    if fault == "garbage":
        path.write_bytes(np.random.default_rng(0).bytes(20_000))
    elif fault == "empty":
        path.touch()
    elif fault == "another library":
        path = Path(np.linalg._umath_linalg.__file__)
    instead(monkeypatch, None if fault == "missing" else path)
    assert emkit.engine_name() == "NumPy"
    fit = emkit.fit(sampled("full").data.x, components=3)
    assert fit.status is Status.CONVERGED


def test_nothing_is_found_in_a_folder_without_a_library(tmp_path: Path) -> None:
    assert library.find(tmp_path) is None


def test_a_library_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    path = library.find()
    assert path is not None
    monkeypatch.setattr(library, "ABI", library.ABI + 1)
    with pytest.raises(OSError, match="another version"):
        library.load(path)
    assert emkit.engine_name() == "NumPy"


def test_a_library_that_computes_wrongly_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    right = CompiledMixture.e_step

    def wrong(*given: Any) -> Any:
        log_likelihood, moments = right(*given)
        return log_likelihood * (1.0 + 1e-9), moments

    monkeypatch.setattr(CompiledMixture, "e_step", wrong)
    assert emkit.engine_name() == "NumPy"


def test_the_environment_chooses_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMKIT_ENGINE", "numpy")
    assert emkit.engine_name() == "NumPy"


def test_a_kernel_asked_for_that_cannot_be_had_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, None)
    monkeypatch.setenv("EMKIT_ENGINE", "kernel")
    with pytest.raises(OptionError, match="cannot be loaded"):
        emkit.fit(sampled("full").data.x, components=3)


def test_an_engine_that_is_none_is_refused_with_the_nearest_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EMKIT_ENGINE", "kernal")
    with pytest.raises(OptionError, match="Did you mean 'kernel'"):
        emkit.engine_name()


def test_a_choice_lasts_as_long_as_its_context() -> None:
    with choice.using("numpy"):
        assert emkit.engine_name() == "NumPy"
        with choice.using("kernel"):
            assert emkit.engine_name() != "NumPy"
        assert emkit.engine_name() == "NumPy"
    assert emkit.engine_name() != "NumPy"
