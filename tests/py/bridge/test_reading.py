"""Reading, opening and choosing, as the page asks for them."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from emkit.bridge import begin
from emkit.bridge.desk import Desk
from emkit.data.datasets import sample

TABLE = "a;b;art\n1,5;2;x\n2,5;;y\n4,25;3;x\n0,5;1;y\n"


def ask(desk: Desk, command: str, **body: Any) -> dict[str, Any]:
    """The reply to one command."""
    task = begin(command, json.dumps(body), desk)
    task.advance(math.inf)
    reply: dict[str, Any] = json.loads(task.reply_json())
    return reply


def test_a_list_is_chosen_as_soon_as_it_is_read() -> None:
    desk = Desk()
    body = ask(desk, "read", text="waiting\n79\n54\n74")["body"]
    assert (body["kind"], body["rows"], body["is_ambiguous"]) == ("list", 3, False)
    assert desk.the_data().columns == ("waiting",)


def test_a_table_waits_for_a_choice() -> None:
    desk = Desk()
    body = ask(desk, "read", text=TABLE)["body"]
    assert body["kind"] == "table"
    assert body["dialect"] == {
        "delimiter": ";", "decimal": ",", "encoding": "utf-8", "header": True,
    }  # fmt: skip
    assert [column["missing"] for column in body["columns"]] == [0, 1, 0]
    assert body["suggested"]["columns"] == ["a", "b"]
    assert body["suggested"]["label"] == "art"
    assert body["preview"][1] == ["2,5", "", "y"]
    assert desk.chosen is None
    refusal = ask(desk, "choose", columns=["a", "b"])["error"]
    assert refusal["message"] == "A value is missing in 1 row, on line 3."
    chosen = ask(desk, "choose", columns=["a", "b"], label="art", missing="drop")["body"]
    assert (chosen["n"], chosen["d"], chosen["rows_dropped"]) == (3, 2, 1)
    assert chosen["label"] == {"name": "art", "values": ["x", "y"]}
    assert desk.the_chosen().row_numbers.tolist() == [1, 3, 4]


@pytest.mark.parametrize(("layout", "kind", "rows"), [("list", "list", 4), ("table", "table", 2)])
def test_rows_of_numbers_are_read_as_one_says(layout: str, kind: str, rows: int) -> None:
    body = ask(Desk(), "read", text="1 2\n3 4", layout=layout)["body"]
    assert (body["kind"], body["rows"]) == (kind, rows)
    assert body["is_ambiguous"]


@pytest.mark.parametrize("delimiter", [" ", ",", "\t"])
def test_a_table_that_was_taken_for_a_list_is_told_of(delimiter: str) -> None:
    line = delimiter.join(f"{i}.5" for i in range(33))
    desk, text = Desk(), "\n".join([line] * 8)
    body = ask(desk, "read", text=text)["body"]
    assert (body["kind"], body["rows"], body["is_ambiguous"]) == ("list", 264, True)
    [notice] = body["notices"]
    assert notice == (
        "Each line holds 33 numbers, and all 264 were taken as one list. If each column is a "
        "variable, choose a table under “Read as”."
    )


def test_of_too_many_columns_none_is_left_out_silently() -> None:
    text = "\n".join(" ".join(f"{i * i * j % 97}.5" for j in range(1, 34)) for i in range(1, 9))
    desk = Desk()
    body = ask(desk, "read", text=text, layout="table")["body"]
    columns = body["suggested"]["columns"]
    assert (len(columns), body["suggested"]["principal"]) == (33, 7)
    error = ask(desk, "choose", columns=columns)["error"]
    assert error["message"] == "33 columns are chosen, and at most 32 can be fitted at once."


def test_what_is_chosen_before_anything_was_read_is_a_mistake_explained() -> None:
    assert ask(Desk(), "choose", columns=["a"])["error"]["kind"] == "EmptyData"


def test_a_file_is_read_as_its_text_would_be(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert ask(Desk(), "open", path=str(path)) == ask(Desk(), "read", text=TABLE)


@pytest.mark.parametrize(
    ("content", "kind", "rows"),
    [
        ("1.0, 1.1, 1.2, 5.4", "list", 4),
        ("1 2 3\n4 5", "list", 5),
        ("1,2\n3,4\n5,6", "table", 3),
        ("waiting\n79\n54\n", "table", 2),
        ("Zeit\n1,5\n2,25\n", "table", 2),
        ("79\n54\nNA\n", "table", 3),
    ],
)
def test_rows_and_columns_of_a_file_are_taken_for_such(
    tmp_path: Path, content: str, kind: str, rows: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content, encoding="latin-1")
    body = ask(Desk(), "open", path=str(path))["body"]
    assert (body["kind"], body["rows"]) == (kind, rows)


def test_pairs_of_whole_numbers_are_told_of_as_perhaps_decimal(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,5\n2,25\n", encoding="utf-8")
    [notice] = ask(Desk(), "open", path=str(path))["body"]["notices"]
    assert notice.startswith("Commas were read as separators")


def test_an_empty_file_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    error = ask(Desk(), "open", path=str(tmp_path / "a.csv"))["error"]
    assert error["kind"] == "EmptyData"


def test_iris_goes_from_text_to_labels() -> None:
    desk = Desk()
    columns = ask(desk, "read", text=sample("iris").text)["body"]["suggested"]["columns"]
    body = ask(desk, "choose", columns=columns, label="species")["body"]
    assert (body["n"], body["d"]) == (150, 4)
    assert body["label"]["values"] == ["setosa", "versicolor", "virginica"]


def test_principal_components_of_the_digits_explain_most() -> None:
    desk = Desk()
    suggested = ask(desk, "read", text=sample("digits").text)["body"]["suggested"]
    body = ask(desk, "choose", columns=suggested["columns"], label="digit", principal=10)["body"]
    assert body["columns"][:2] == ["PC1", "PC2"]
    # scikit-learn's PCA of its copy of the same 1,797 rows explains as much.
    assert sum(body["principal"]["explained"]) == pytest.approx(0.7382, abs=1e-4)
    assert not body["standardised"]
