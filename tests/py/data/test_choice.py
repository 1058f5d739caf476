"""What of a table is fitted, and every way to choose wrongly."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emkit.data.choice import Choice, Selection, choosing
from emkit.data.datasets import sample
from emkit.data.principal import principal
from emkit.data.reading import read_table
from emkit.data.suggestion import suggested
from emkit.errors import DataError, EmError
from emkit.work import outcome

MIXED = "a,b,c,kind,w\n1,2,5,x,1\n3,,5,y,2\n4,7,5,x,0.5\n6,1,5,,1\n"


def choose(text: str, columns: list[str], **others: Any) -> Selection:
    """What is chosen of a text."""
    return outcome(choosing(read_table(text), Choice(columns, **others)))


def refused(text: str, columns: list[str], **others: Any) -> EmError:
    """The error that a choice brings about."""
    with pytest.raises(EmError) as raised:
        choose(text, columns, **others)
    assert raised.value.remedy.endswith(".")
    return raised.value


def test_columns_come_in_the_order_asked_for_with_weights_and_labels() -> None:
    found = choose(MIXED, ["b", "a"], weight="w", label="kind", missing="drop")
    assert found.data.x.tolist() == [[2.0, 1.0], [7.0, 4.0], [1.0, 6.0]]
    assert found.data.columns == ("b", "a")
    assert found.data.weights is not None
    assert found.data.weights.tolist() == [1.0, 0.5, 1.0]
    assert found.labels is not None
    assert found.labels.values == ("x", "(missing)")
    assert found.labels.codes.tolist() == [0, 0, 1]
    assert found.rows is not None
    assert found.rows.tolist() == [0, 2, 3]
    assert found.notices == ("1 row lacked a value and was left out.",)


def test_a_missing_weight_is_a_missing_cell() -> None:
    error = refused("a,w\n1,1\n2,\n3,1\n", ["a"], weight="w")
    assert error.message == "A value is missing in 1 row, on line 3."
    assert choose("a,w\n1,1\n2,\n3,1\n", ["a"], weight="w", missing="drop").data.n == 2


def test_numbers_can_be_labels() -> None:
    found = choose("a,digit\n1,7\n2,0\n4,7\n", ["a"], label="digit")
    assert found.labels is not None
    assert found.labels.values == ("0", "7")
    assert found.labels.codes.tolist() == [1, 0, 1]


WIDE = ",".join(f"v{j}" for j in range(40))
WIDE_ROWS = "\n".join(",".join(str((3 * i * i + j * j) % 17) for j in range(40)) for i in range(60))


@pytest.mark.parametrize(
    ("text", "columns", "others", "sentence"),
    [
        (MIXED, [], {}, "No column is chosen."),
        (MIXED, ["kind"], {}, "Column kind holds words such as “x”, not numbers."),
        (MIXED, ["a", "b"], {}, "A value is missing in 1 row, on line 3."),
        (MIXED, ["a", "c"], {}, "All values of c are equal to 5, so they cannot tell rows apart."),
        (MIXED, ["a", "a"], {}, "A column is chosen twice."),
        (MIXED, ["a"], {"label": "a"}, "Column a is chosen both as label and to be fitted."),
        (MIXED, ["a"], {"weight": "a"}, "Column a is chosen both as weight and to be fitted."),
        (MIXED, ["z"], {}, "The column 'z' is not known."),
        (MIXED, ["a"], {"weight": "kind"}, "Line 2, column kind: “x” is not a number."),
        ("a,w\n1,1\n2,-3\n", ["a"], {"weight": "w"}, "Line 3: the weight in column w is -3."),
        ("a,w\n1,0\n2,0\n", ["a"], {"weight": "w"}, "All observation weights are zero"),
        ("a,b\n1,2\n", ["a"], {}, "The table has only one row"),
        ("a,b\n1,\n2,\n", ["b"], {}, "All cells of column b are missing."),
        ("a,b\n1,\n,2\n", ["a", "b"], {"missing": "drop"}, "Every row lacks a value"),
        (f"{WIDE}\n{WIDE_ROWS}", WIDE.split(",")[:33], {}, "33 columns are chosen, and at most 32"),
        (
            f"{WIDE}\n{WIDE_ROWS}", WIDE.split(","), {"principal": 60},
            "The rows differ along",
        ),
        (MIXED, ["a", "c"], {"standardise": True}, "Column c holds one value only"),
        (MIXED, ["a"], {"principal": 0}, "The number of principal components is 0"),
        (
            "a,id\n" + "".join(f"{i % 7},n{i}\n" for i in range(300)), ["a"], {"label": "id"},
            "Column id has 300 different values, too many for labels.",
        ),
    ],
)  # fmt: skip
def test_every_wrong_choice_gets_a_sentence(
    text: str, columns: list[str], others: dict[str, Any], sentence: str
) -> None:
    assert refused(text, columns, **others).message.startswith(sentence)


def test_principal_components_stand_for_many_columns() -> None:
    names = WIDE.split(",")
    found = choose(f"{WIDE}\n{WIDE_ROWS}", names, principal=3)
    assert found.data.columns == ("PC1", "PC2", "PC3")
    assert found.principal is not None
    whole = read_table(f"{WIDE}\n{WIDE_ROWS}").numbers()
    expected = principal(found.data, 3).variances
    np.testing.assert_allclose(found.principal.variances, expected, rtol=1e-9)
    np.testing.assert_allclose(found.data.x, found.principal.scores(whole), rtol=1e-12, atol=1e-12)


def test_iris_and_the_digits_are_chosen_sensibly_at_once() -> None:
    iris = suggested(read_table(sample("iris").text))
    assert len(iris.columns) == 4
    assert (iris.label, iris.principal) == ("species", None)
    digits = suggested(read_table(sample("digits").text))
    assert (digits.label, digits.principal) == ("digit", 10)
    assert "digit" not in digits.columns
    assert len(digits.columns) > 32


def test_row_numbers_and_constants_are_not_suggested() -> None:
    text = '"","a","one"\n' + "".join(f'"{i}",{i * i % 7},1\n' for i in range(1, 9))
    assert suggested(read_table(text)).columns == ("a",)


def test_a_choice_is_a_data_error_where_the_data_are_to_blame() -> None:
    assert isinstance(refused(MIXED, ["a", "b"]), DataError)


def test_names_of_persons_are_not_suggested_as_labels() -> None:
    persons = "".join(f"{i}.5,name {i}\n" for i in range(30))
    assert suggested(read_table("a,person\n" + persons)).label is None
    twice = "".join(f"{i}.5,name {i // 2}\n" for i in range(30))
    assert suggested(read_table("a,pair\n" + twice)).label == "pair"


def test_more_groups_than_a_legend_can_show_are_not_suggested() -> None:
    towns = "".join(f"{i}.5,town {i % 51}\n" for i in range(510))
    assert suggested(read_table("a,town\n" + towns)).label is None


def test_another_number_of_principal_components_is_there_at_once() -> None:
    rng = np.random.default_rng(2)
    rows = (",".join(f"{v:.3f}" for v in row) for row in rng.normal(size=(60, 5)))
    table = read_table("a,b,c,d,e\n" + "\n".join(rows))

    def looked_at(principal: int, standardise: bool = False) -> int:
        choice = Choice(table.columns, principal=principal, standardise=standardise)
        return sum(
            share.phase == "Finding principal components" for share in choosing(table, choice)
        )

    assert looked_at(2) > 0
    assert looked_at(4) == 0
    assert looked_at(4, standardise=True) > 0
    both = [outcome(choosing(table, Choice(table.columns, principal=m))) for m in (2, 4)]
    np.testing.assert_array_equal(both[0].data.x, both[1].data.x[:, :2])
