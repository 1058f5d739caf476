"""``python -m emkit`` as a person uses it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import emkit
from emkit.__main__ import main
from emkit.cli import progress
from emkit.data import datasets

FAITHFUL = str(Path(datasets.__file__).with_name("faithful.csv"))
Captured = pytest.CaptureFixture[str]


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Give the text as standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def refused(words: list[str], capsys: Captured) -> str:
    """What standard error says of a mistake."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    return err


# --- fit ------------------------------------------------------------------------------------------


def test_the_command_of_the_readme_writes_what_the_library_finds(
    tmp_path: Path, capsys: Captured
) -> None:
    written = tmp_path / "out.json"
    words = [
        "--components",
        "3",
        "--covariance",
        "full",
        "--restarts",
        "20",
        "--seed",
        "1",
        "--json",
    ]
    assert main(["fit", FAITHFUL, *words, str(written)]) == 0
    found = emkit.fit(datasets.faithful(), 3, restarts=20, seed=1)
    result = json.loads(written.read_text(encoding="utf-8"))
    assert result["schema"] == "emkit-result/1"
    assert result["data"] == {"n": 272, "d": 2, "columns": ["eruptions", "waiting"]}
    assert result["fit"] == found.to_dict()["fit"]
    assert result["options"] == found.options
    out, err = capsys.readouterr()
    assert "log-likelihood  -1119.213971" in out
    assert "eruptions" in out
    assert err == ""


def test_columns_are_picked_by_name(capsys: Captured) -> None:
    assert main(["fit", FAITHFUL, "--columns", "waiting", "--start", "quantiles"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("272 rows, 1 column: waiting. 2 components, covariance full.\nConverged")
    assert "1  0.36" in out


def test_a_dash_reads_standard_input_and_writes_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    type_in(monkeypatch, "length\n1\n1.1\n1.2\n4.8\n5\n5.2\n")
    assert main(["fit", "-", "--json", "-"]) == 0
    out = capsys.readouterr().out
    assert json.loads(out)["data"]["columns"] == ["length"]
    assert out.count("\n") == 1


def test_a_column_of_weights_weighs(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    rows = ["1,2", "1.1,1", "1.2,0.5", "4.8,1", "5,2", "5.2,0"]
    type_in(monkeypatch, "\n".join(["length,times", *rows]))
    assert main(["fit", "-", "--weights", "times", "--json", "-", "-k", "1"]) == 0
    result = json.loads(capsys.readouterr().out)
    x, w = np.array([row.split(",") for row in rows], dtype=float).T
    assert result["fit"]["means"] == pytest.approx([np.average(x, weights=w)])
    assert result["data"] == {"n": 6, "d": 1, "columns": ["length"], "total_weight": 6.5}


def test_a_file_of_the_encoding_of_old_spreadsheets_is_read(
    tmp_path: Path, capsys: Captured
) -> None:
    old = tmp_path / "old.csv"
    old.write_bytes("höhe;breite\n1,5;2\n2,5;3\n4;5,25\n5;6\n".encode("latin-1"))
    assert main(["fit", str(old), "-k", "1"]) == 0
    assert "2 columns: höhe, breite" in capsys.readouterr().out


def test_rows_that_lack_a_value_are_left_out_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    text = "a;b\n1,5;2\n2,5;\n3,5;3\n4;5,25\n5;6\n"
    type_in(monkeypatch, text)
    assert "on line 3. Fill them in, leave those rows out by --drop" in refused(
        ["fit", "-"], capsys
    )
    type_in(monkeypatch, text)
    assert main(["fit", "-", "--drop-missing", "-k", "1"]) == 0
    assert "Note: 1 row lacked a value and was left out." in capsys.readouterr().out


def test_a_stated_limit_ends_the_runs_of_a_search(capsys: Captured) -> None:
    assert main(["fit", FAITHFUL, "--max-iter", "5", "--restarts", "4", "--json", "-"]) == 0
    found = emkit.fit(datasets.faithful(), 2, max_iter=5, restarts=4)
    assert json.loads(capsys.readouterr().out)["fit"] == found.to_dict()["fit"]


def test_options_reach_the_run(capsys: Captured) -> None:
    words = [
        "--start",
        "quantiles",
        "--max-iter",
        "3",
        "--tol",
        "0",
        "--reg-covar",
        "0.01",
        "--accelerate",
        "--json",
        "-",
    ]
    assert main(["fit", FAITHFUL, *words]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["fit"]["status"] == "iteration_limit"
    assert result["fit"]["iterations"] == 3
    assert result["options"]["reg_covar"] == 0.01
    assert result["options"]["accelerate"] is True


# --- compare and sample ---------------------------------------------------------------------------


def test_mixtures_are_compared(capsys: Captured) -> None:
    words = ["--columns", "waiting", "-k", "1-2", "--covariance", "full,tied", "--folds", "4"]
    assert main(["compare", FAITHFUL, *words]) == 0
    out = capsys.readouterr().out
    assert "2        tied  4       -1034.002  2076.00*" in out
    assert "held-out log-likelihood per row" in out
    assert out.endswith("Best by bic: 2 components, covariance tied.\n")


def test_a_comparison_is_written_too(capsys: Captured) -> None:
    words = ["--columns", "waiting", "-k", "2,1", "--json", "-", "--criterion", "aic"]
    assert main(["compare", FAITHFUL, *words]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["schema"] == "emkit-comparison/1"
    assert result["best"] == {"components": 2, "covariance": "full"}
    assert [row["components"] for row in result["rows"]] == [1, 2]


@pytest.mark.parametrize("columns", ["waiting", "eruptions,waiting"])
def test_a_written_fit_can_be_drawn_from(columns: str, tmp_path: Path, capsys: Captured) -> None:
    written = str(tmp_path / "fit.json")
    assert main(["fit", FAITHFUL, "--columns", columns, "--json", written]) == 0
    capsys.readouterr()
    assert main(["sample", written, "--rows", "500", "--seed", "3", "--labels"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head == f"{columns},component"
    drawn = np.array([row.split(",") for row in rows], dtype=float)
    assert drawn.shape == (500, columns.count(",") + 2)
    assert set(drawn[:, -1]) == {1.0, 2.0}
    # the mean of 500 draws of standard deviation 13.6, within four standard errors
    assert abs(drawn[:, -2].mean() - datasets.faithful()[:, 1].mean()) < 4 * 13.6 / 500**0.5
    assert main(["sample", written, "--rows", "500", "--seed", "3"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == rows[0].rpartition(",")[0]


# --- mistakes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["fit", "absent.csv"], "absent.csv cannot be read: No such file or directory"),
        (["fit", FAITHFUL, "--columns", "waitin"], "Did you mean 'waiting'?"),
        (["fit", FAITHFUL, "--covariance", "diagonal"], "Did you mean 'diag'?"),
        (["fit", FAITHFUL, "-k", "0"], "The number of components is 0"),
        (["fit", FAITHFUL, "--weights", "w"], "The column 'w' is not known"),
        (["compare", FAITHFUL, "-k", "few"], "The numbers of components are “few”."),
        (["compare", FAITHFUL, "-k", "2", "--criterion", "cross_validated"], "ask for folds"),
        (["sample", FAITHFUL], "This is not a result that emkit wrote."),
    ],
)
def test_a_mistake_is_one_line_on_standard_error(
    words: list[str], sentence: str, capsys: Captured
) -> None:
    assert sentence in refused(words, capsys)


def test_words_among_numbers_are_answered_with_the_columns_of_numbers(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    type_in(monkeypatch, "length,width,species\n1,2,setosa\n2,3,setosa\n")
    said = refused(["fit", "-"], capsys)
    assert "Line 2, column species: “setosa” is not a number." in said
    assert said.endswith("choose columns of numbers: --columns length,width\n")


def test_a_table_of_words_alone_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    type_in(monkeypatch, "1,2\nred,blue\nblue,red\n")
    said = refused(["fit", "-"], capsys)
    assert "“red” is not a number. It is the first of 2. Correct it, or choose other" in said


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, capsys: Captured) -> None:
    place = str(tmp_path / "no" / "fit.json")
    words = ["fit", FAITHFUL, "-k", "1", "--json", place]
    assert f"{place} cannot be written" in refused(words, capsys)


def test_results_of_another_schema_are_refused(tmp_path: Path, capsys: Captured) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"schema": "other/9"}', encoding="utf-8")
    assert "The schema of the result is “other/9”" in refused(["sample", str(other)], capsys)


def test_the_help_gives_examples(capsys: Captured) -> None:
    for command in ([], ["fit"], ["compare"], ["sample"]):
        with pytest.raises(SystemExit) as left:
            main([*command, "--help"])
        assert left.value.code == 0
        assert "python -m emkit " in capsys.readouterr().out.partition("\n\n")[2]


def test_an_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("emkit.cli.commands.watched", interrupted)
    assert main(["fit", FAITHFUL]) == 130
    assert capsys.readouterr().err == "Interrupted.\n"


# --- progress -------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "draws"), [(Terminal(), True), (io.StringIO(), False)])
def test_long_work_shows_a_bar_on_a_terminal_only(
    stream: io.StringIO, draws: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    work = emkit.fitting(datasets.faithful(), 2, restarts=3)
    assert progress.watched(work, stream).converged
    assert ("short runs: 1 of 3, iteration 0" in stream.getvalue()) is draws
    assert stream.getvalue().endswith("\r\x1b[K") is draws


def test_short_work_shows_no_bar() -> None:
    terminal = Terminal()
    progress.watched(emkit.fitting([1.0, 1.2, 4.0, 4.4], 2, start="quantiles"), terminal)
    assert terminal.getvalue() == ""


# --- as a program ---------------------------------------------------------------------------------


def run(words: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    command = [sys.executable, "-m", "emkit", *words]
    above = Path(emkit.__file__).parents[1]
    return subprocess.run(
        command, cwd=above, capture_output=True, text=True, check=False, encoding="utf-8", **options
    )  # type: ignore[call-overload]


def test_it_runs_as_a_module() -> None:
    done = run(["fit", "-", "-k", "1"], input="1\n2\n4\n5\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 rows, 1 column: x. 1 component" in done.stdout
    failed = run(["fit", "-"], input="1\nx\n")
    assert failed.returncode == 2
    assert failed.stdout == ""
    assert failed.stderr.startswith("error: Line 2, column x: “x” is not a number.")


def test_a_reader_that_has_read_enough_is_no_error() -> None:
    written = run(["fit", FAITHFUL, "--columns", "waiting", "--json", "-"]).stdout
    drawing = [sys.executable, "-m", "emkit", "sample", "-", "--rows", "100000"]
    above = Path(emkit.__file__).parents[1]
    with subprocess.Popen(
        drawing, cwd=above, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(written.encode())
        process.stdin.close()
        assert process.stdout.readline() == b"waiting\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
