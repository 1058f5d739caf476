"""A list of numbers or a table: what is plain, and what stays a list."""

from __future__ import annotations

import pytest

from emkit.data.datasets import samples
from emkit.data.layout import could_be_table, looks_like_table


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n3,4",
        "a,b\n1,2",
        "length;width\n1,5;2\n2,25;3",
        "eruptions waiting\n3.6 79\n1.8 54",
        "name,height\nBob,170\nAnn,180",
        "5.1,3.5,setosa\n4.9,3.0,setosa",
        "1,2\n3,NA\n5,6",
        '"a","b"\r\n"1","2"\r\n',
        "a,b\n1,\n3,4",
        "a,b\n1,2\n3\n4,5",
        "a,a\n1,2\n3,4",
        pytest.param("a,b\n" + "1,2\n" * 100_000, id="a long one"),
    ],
)
def test_a_table_with_names_words_or_gaps_is_plain(text: str) -> None:
    assert looks_like_table(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "1", "1, 2, 3", "1 2 3\n4 5 6", "1,2\n3,4", "1\t2\n3\t4", "1;2\n3;4",
        "waiting\n79\n54", "old faithful\n79 54", "old faithful\n79 54\n74\n62 85",
        "1, 2, abc, 4", "1\n2\nx\n4", "1,2,3\n4,5", "waiting (min),\n79,\n54,", "a,b,c",
        "a b\nc d\n79 54", "1,5\n2,25", "Zeit (min)\n1,25\n2,5", "NA\n1\n2",
    ],
)  # fmt: skip
def test_what_can_be_one_list_stays_one(text: str) -> None:
    assert not looks_like_table(text)


@pytest.mark.parametrize("text", ["1,2\n3,4", "1\t2.5\n2\t3.5", "1 2 3\n4 5 6"])
def test_rows_of_numbers_without_names_could_be_either(text: str) -> None:
    assert could_be_table(text)
    assert not looks_like_table(text)


def test_samples_are_what_they_are() -> None:
    lists = [sample.name for sample in samples() if not looks_like_table(sample.text)]
    assert lists == ["faithful-waiting", "ten-numbers", "galaxies", "skewed"]
