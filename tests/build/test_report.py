"""A person waiting is told how much has come: often on a terminal, now and then elsewhere."""

import pytest

from build_tools import report


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that have passed; set the first item."""
    now = [0.0]
    monkeypatch.setattr(report.time, "monotonic", lambda: now[0])
    return now


def shown(meter: report.Meter, clock: list[float], seconds: int) -> None:
    """A megabyte each second."""
    for second in range(1, seconds + 1):
        clock[0] = float(second)
        meter.show(second * 1_000_000)
    meter.close()


def test_in_a_log_a_line_comes_now_and_then(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    shown(report.Meter("engine.wasm", 25_000_000), clock, 25)
    assert capsys.readouterr().err.splitlines() == [
        "engine.wasm: 10.0 of 25.0 MB",
        "engine.wasm: 20.0 of 25.0 MB",
    ]


def test_on_a_terminal_one_line_moves_and_goes_away(
    clock: list[float], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report.sys.stderr, "isatty", lambda: True, raising=False)
    shown(report.Meter("engine.wasm", 25_000_000), clock, 25)
    text = capsys.readouterr().err
    assert "\n" not in text
    assert text.count(" of 25.0 MB") == 25
    assert text.endswith("\r\033[K")


def test_an_error_is_a_sentence_and_a_remedy() -> None:
    assert str(report.BuildError("It broke.", "Mend it.")) == "It broke.\nMend it."
    assert str(report.BuildError("It broke.")) == "It broke."
