"""Tables read in blocks: every way of writing them, fast and careful alike, in little memory."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emkit.data import source as source_module
from emkit.data.number_cells import whole_cells
from emkit.data.reading import narrowest, read_table, reading_table
from emkit.data.regular import regular_numbers
from emkit.data.source import FileSource, TextSource
from emkit.data.table import Table
from emkit.errors import DataError, TooLarge
from emkit.work import outcome

SETTLED = settings(max_examples=150, deadline=None, derandomize=True, database=None)

GERMAN = "größe;art\n1,5;grün\n2,25;rot\n"


def opened(path: Path, content: bytes) -> Table:
    """The table in a file of these bytes."""
    path.write_bytes(content)
    return outcome(reading_table(FileSource(path)))


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("latin-1", "windows-1252"),
        ("cp1252", "windows-1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_and_line_end_is_understood(
    tmp_path: Path, encoding: str, name: str, end: str
) -> None:
    table = opened(tmp_path / "a.csv", GERMAN.replace("\n", end).encode(encoding))
    assert table.columns == ("größe", "art")
    assert table.column("größe").tolist() == [1.5, 2.25]
    assert table.words[1] == ["grün", "rot"]
    assert table.encoding == name


def test_blocks_may_end_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = opened(tmp_path / "a.csv", GERMAN.replace("\n", "\r\n").encode())
    for size in range(1, 40):
        monkeypatch.setattr(source_module, "BLOCK", size)
        table = outcome(reading_table(FileSource(tmp_path / "a.csv")))
        assert table.columns == whole.columns
        assert table.column("größe").tolist() == [1.5, 2.25]
        assert table.words == whole.words


def test_a_quoted_line_end_does_not_end_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "BLOCK", 7)
    table = read_table('a,b\n1,"two\nlines"\n3,x\n')
    assert table.words[1] == ["two\nlines", "x"]
    assert table.line_of(1) == 4


@pytest.mark.parametrize(
    ("begin", "what"),
    [
        (b"PK\x03\x04xl/workbook", "a spreadsheet of Excel or LibreOffice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old spreadsheet"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"1,2\n\x00\x01\x02\x03", "bytes that no text has"),
    ],
)
def test_what_is_no_text_is_named_with_a_way_out(tmp_path: Path, begin: bytes, what: str) -> None:
    with pytest.raises(DataError, match=what) as raised:
        opened(tmp_path / "a", begin)
    assert "save the table as CSV" in raised.value.remedy


def test_a_table_too_large_is_refused_by_its_beginning() -> None:
    text = "a,b\n" + "0.123456789,0.987654321\n" * 100_000
    work = reading_table(TextSource(text), room=2e6)
    with pytest.raises(TooLarge, match="would need about 3 MB of memory, and there is room for 2"):
        outcome(work)
    told = []
    with pytest.raises(TooLarge):
        told.extend(share.done for share in reading_table(TextSource(text), room=2e6))
    assert max(told, default=0) < 0.6 * len(text)


def test_one_endless_line_is_no_table() -> None:
    with pytest.raises(DataError, match="The first line has 50,000 cells, and a table can have"):
        read_table(",".join(["1"] * 50_000))
    with pytest.raises(DataError, match="Line 1 is longer than 16,777,216 characters"):
        read_table("1," * (10 << 20))


def test_memory_that_runs_out_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("emkit.data.reading.regular_numbers", fail)
    with pytest.raises(TooLarge, match="needs more memory than there is"):
        read_table("a,b\n1,2\n3,4\n")


def test_progress_reaches_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1.5,2.5\n" * 100_000)
    told = list(reading_table(FileSource(path)))
    assert len(told) > 2
    assert [share.done for share in told] == sorted(share.done for share in told)
    assert told[-1].done == told[-1].total == path.stat().st_size


def test_pixels_take_a_byte_each() -> None:
    table = read_table("label,p1,p2\n" + "7,0,255\n3,128,64\n" * 50)
    assert sum(run.numbers.nbytes for run in table.runs) == 300


NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6).map(float),
    st.floats(allow_nan=False, allow_infinity=False, width=64),
    st.floats(-1e3, 1e3, width=32),
)
CELLS = st.one_of(st.none(), NUMBERS)


@SETTLED
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=30), st.sampled_from(";\t|"))
def test_the_fast_way_reads_what_the_careful_way_reads(
    rows: list[tuple[float | None, ...]], delimiter: str
) -> None:
    lines = [[("" if cell is None else repr(cell)) for cell in row] for row in rows]
    text = "".join(f"{delimiter.join(line)}\n" for line in lines)
    expected = [[np.nan if cell is None else cell for cell in row] for row in rows]
    fast = regular_numbers(text.encode(), 3, delimiter, None)
    assert fast is not None
    np.testing.assert_array_equal(fast, expected)
    kept = [row for row, line in zip(expected, lines, strict=True) if any(line)]
    quoted = "a;b;c\n" + "".join(";".join(f'"{cell}"' for cell in line) + "\n" for line in lines)
    if kept:
        np.testing.assert_array_equal(read_table(quoted).numbers(), kept)


@SETTLED
@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.integers(0, 99)),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from(",;\t"),
)
def test_a_table_written_by_python_comes_back(rows: list[tuple[str, int]], delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["word", "number"])
    writer.writerows(rows)
    text = out.getvalue().encode("utf-8", "ignore").decode()
    table = read_table(text, delimiter)
    assert table.column("number").tolist() == [float(number) for _, number in rows]


@SETTLED
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_a_mistake_explained(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    told = explained(path, content)
    assert told is None or (told.message.endswith(".") and told.remedy.endswith("."))


def explained(path: Path, content: bytes) -> DataError | None:
    """The mistake in a file, if it has any."""
    try:
        opened(path, content)
    except DataError as error:
        return error
    return None


@SETTLED
@given(st.lists(st.integers(0, 10**10), min_size=1, max_size=40))
def test_whole_numbers_are_read_all_at_once_or_left_to_others(numbers: list[int]) -> None:
    found = whole_cells(b"".join(b"%d," % number for number in numbers))
    if max(numbers) < 10**9:
        assert found is not None
        assert found.tolist() == numbers
    else:
        assert found is None


@SETTLED
@given(st.lists(st.lists(NUMBERS, min_size=2, max_size=2), min_size=1, max_size=20))
def test_the_narrowest_type_loses_nothing(rows: list[list[float]]) -> None:
    values = np.array(rows)
    np.testing.assert_array_equal(narrowest(values).astype(np.float64), values)


def test_range_mean_and_spread_are_summed_on_the_way() -> None:
    x = np.random.default_rng(0).normal(1e6, 1.0, size=(40_000, 2))
    table = read_table("a,b\n" + "".join(f"{a!r},{b!r}\n" for a, b in x.tolist()))
    assert len(table.runs) > 2
    np.testing.assert_array_equal(table.summary.low, x.min(axis=0))
    np.testing.assert_array_equal(table.summary.high, x.max(axis=0))
    np.testing.assert_allclose(table.summary.means, x.mean(axis=0), rtol=1e-14)
    # The deviations are a millionth of the values: of 16 digits some 10 are left.
    np.testing.assert_allclose(table.summary.standard_deviations, x.std(axis=0), rtol=1e-9)


def test_a_lone_quotation_mark_does_not_hold_everything_up() -> None:
    text = 'size,b\n5" tall,1\n' + "6,2\n" * 1000
    table = read_table(text)
    assert table.n == 1001
    assert table.column("b")[1] == 2.0


def test_a_word_far_down_is_told_of_with_its_line() -> None:
    table = read_table("a,b\n" + "1.5,2\n" * 90_000 + "1.5,oops\n1.5,3\n")
    with pytest.raises(DataError, match="Line 90,002, column b: “oops” is not a number"):
        table.numbers()
    assert table.numeric() == ["a"]
    assert not table.is_text("b")
