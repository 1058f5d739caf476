"""The library for wider vectors is loaded where every processor has them, and only there."""

from pathlib import Path

import pytest

from emkit.kernel import library

ABLE = "flags\t\t: fpu sse2 avx avx2 fma bmi1 bmi2 abm f16c movbe\n"
OLD = "flags\t\t: fpu sse2 avx\n"


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library.sys, "platform", "linux")


@pytest.mark.parametrize(
    ("listed", "wide"),
    [(ABLE + ABLE, True), (ABLE + OLD, False), (OLD, False), ("Features\t: asimd\n", False)],
)
def test_wide_vectors_are_for_machines_all_of_whose_processors_have_them(
    tmp_path: Path, listed: str, wide: bool
) -> None:
    (tmp_path / "cpuinfo").write_text("model name\t: a processor\n" + listed)
    assert library.can_be_wide(tmp_path / "cpuinfo") is wide


def test_a_system_that_does_not_say_has_none(tmp_path: Path) -> None:
    assert not library.can_be_wide(tmp_path / "cpuinfo")


def test_the_widest_library_that_is_there_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("libemkit.so", library.WIDE):
        (tmp_path / name).touch()
    monkeypatch.setattr(library, "can_be_wide", lambda: False)
    assert library.find(tmp_path) == tmp_path / "libemkit.so"
    monkeypatch.setattr(library, "can_be_wide", lambda: True)
    assert library.find(tmp_path) == tmp_path / library.WIDE
    (tmp_path / library.WIDE).unlink()
    assert library.find(tmp_path) == tmp_path / "libemkit.so"
