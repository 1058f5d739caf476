"""The work of an iteration as formulas: every number in them is one that Python answered."""

import json
from functools import cache
from typing import Any

import pytest

from emkit.bridge import begin
from emkit.bridge.desk import Desk
from emkit.bridge.guide_numbers import TEN, TEN_START
from emkit.data.datasets import faithful
from support.modules import Modules

LINES = """async (_, { url, work, allDigits }) => {
  const e = await import(`${url}js/state/lesson/e-step.js`);
  const m = await import(`${url}js/state/lesson/m-step.js`);
  const { number } = await import(`${url}js/lib/format.js`);
  const show = (value) => (value === null ? "-" : number(value, allDigits ? Infinity : 6));
  return {
    densities: e.densityLines(work, show),
    sum: e.sumLine(work, show),
    shares: e.shareLines(work, show),
    updates: m.updateLines(work, show),
  };
}"""


@cache
def work_of(source: str, covariance: str = "full", iteration: int = 1) -> Any:
    """What the bridge answers about row 3."""
    desk = Desk()

    def ask(command: str, **body: Any) -> Any:
        task = begin(command, json.dumps(body), desk)
        task.advance(float("inf"))
        reply = json.loads(task.reply_json())
        assert reply["ok"], reply
        return reply["body"]

    if source == "ten":
        ask("read", text=", ".join(map(str, TEN)))
        start: Any = TEN_START
    else:
        lines = [",".join(map(str, row)) for row in faithful().tolist()]
        ask("read", text="\n".join(["eruptions,waiting", *lines]))
        ask("choose", columns=["eruptions", "waiting"], weight=None, label=None,
            missing="refuse", standardise=False, principal=None)  # fmt: skip
        start = "quantiles"
    model = {"components": 2, "covariance": covariance, "weights": "free"}
    fit = ask("fit", model=model, start=start, options={"tol": 0, "max_iter": 3})
    return ask("work", fit=fit["fit"], iteration=iteration, row=2)


def formulas(modules: Modules, work: Any, *, all_digits: bool = True) -> Any:
    argument = {"url": modules.url, "work": work, "allDigits": all_digits}
    return modules.run("state/lesson/entries.js", LINES, argument)


def numbers_in(formula: Any) -> list[tuple[str, float]]:
    """Each number that is named, with its name."""
    if isinstance(formula, list):
        return [pair for one in formula for pair in numbers_in(one)]
    if not isinstance(formula, dict):
        return []
    if formula.get("quantity"):
        return [(formula["quantity"], value_of(formula))]
    return numbers_in(list(formula.values()))


def value_of(formula: Any) -> float:
    if "text" in formula:
        return float(formula["text"].replace("−", "-"))  # noqa: RUF001
    mantissa, _, power = formula["parts"]
    return float(f"{value_of(mantissa)}e{int(value_of(power['parts'][1]))}")


def test_the_numbers_of_the_e_step_are_python_s(modules: Modules) -> None:
    work = work_of("ten")
    found = numbers_in(formulas(modules, work))
    for j in (1, 2):
        for name, value in (
            (f"density.{j}", work["e_step"]["densities"][j - 1]),
            (f"weighted.{j}", work["e_step"]["weighted"][j - 1]),
            (f"share.{j}", work["e_step"]["responsibilities"][j - 1]),
            (f"count.{j}", work["m_step"]["counts"][j - 1]),
            (f"total.{j}", work["m_step"]["sums"][j - 1]),
            (f"square.{j}", work["m_step"]["squares"][j - 1]),
            (f"new.mean.{j}", work["new"]["means"][j - 1]),
            (f"new.sd.{j}", work["new"]["standard_deviations"][j - 1]),
        ):
            shown = {number for quantity, number in found if quantity == name}
            assert shown == {value}, name


def test_a_number_stands_under_its_own_name_wherever_it_is_used(modules: Modules) -> None:
    lines = formulas(modules, work_of("ten"))
    names = {part: {name for name, _ in numbers_in(lines[part])} for part in lines}
    assert {"weighted.1", "weighted.2", "sum"} <= names["sum"] & names["shares"]
    assert "share.1" in names["shares"] & names["updates"]
    assert {"old.mean.1", "old.sd.1", "old.weight.1", "x"} <= names["densities"]


@pytest.mark.parametrize("covariance", ["full", "tied", "diag", "spherical"])
def test_two_variables_are_shown_as_vectors_and_matrices(modules: Modules, covariance: str) -> None:
    work = work_of("faithful", covariance)
    lines = formulas(modules, work)
    found = numbers_in(lines)
    assert [value for name, value in found if name == "new.mean.1"] == work["new"]["means"][0]
    shown = [value for name, value in found if name == "new.covariance.2"]
    assert shown == [value for row in work["new"]["covariances"][1] for value in row]
    assert {value for name, value in found if name == "distance.1"} == {
        work["e_step"]["distances"][0]
    }


def test_a_small_number_is_written_with_a_power_of_ten(modules: Modules) -> None:
    written = modules.call("lib/formula.js", "written", "-1.2e-7", "share.1")
    assert value_of(written) == -1.2e-7
    assert written["quantity"] == "share.1"


def test_every_quantity_of_the_work_has_words(modules: Modules) -> None:
    names = {name for one in ("ten", "faithful") for name, _ in
             numbers_in(formulas(modules, work_of(one)))}  # fmt: skip
    for name in names | {"ridge"}:
        assert modules.call("lib/quantity.js", "describeQuantity", name), name
