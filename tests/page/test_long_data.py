"""100,000 numbers: pasted, fitted and scrolled while the page stays alive."""

import random
import re

import pytest
from playwright.sync_api import expect

from support.lab import Lab
from support.tasks import longest_task

N = 100_000
LONGEST_TASK = 50  # milliseconds


@pytest.fixture(scope="module")
def numbers() -> list[str]:
    """Draws from two Gaussians, as a spreadsheet would hand them over."""
    rng = random.Random(3)
    return [f"{rng.gauss(0, 1) if rng.random() < 0.4 else rng.gauss(6, 1.5):.4f}" for _ in range(N)]


@pytest.mark.parametrize("separator", ["\n", ", "])
def test_a_long_paste_is_fitted_without_freezing_the_page(
    bench: Lab, numbers: list[str], separator: str
) -> None:
    bench.start_over()

    def paste_and_calculate() -> None:
        bench.paste_data(separator.join(numbers))
        expect(bench.feedback).to_contain_text("100,000 numbers")
        bench.calculate()

    assert longest_task(bench.page, paste_and_calculate) <= LONGEST_TASK
    assert bench.figure("Values") == N
    assert bench.parameter(1, 1) == pytest.approx(0.4, abs=0.01)


def test_the_last_of_many_rows_can_be_scrolled_to(bench: Lab, numbers: list[str]) -> None:
    bench.paste_data(" ".join(numbers))
    expect(bench.feedback).to_contain_text("100,000 numbers")
    bench.calculate()
    region = bench.page.get_by_role("group", name="Responsibilities of all values")
    region.focus()
    bench.page.keyboard.press("End")
    last = bench.responsibilities.get_by_role("row", name=re.compile("^100,000 "))
    expect(last).to_contain_text(f"{float(numbers[-1]):g}")
    assert bench.responsibilities.get_by_role("row").count() < 100


def test_a_long_text_is_folded_kept_whole_and_replaced_whole(
    bench: Lab, numbers: list[str]
) -> None:
    bench.paste_data("\n".join(numbers[:9_000]))
    expect(bench.feedback).to_contain_text("9,000 numbers")
    bench.data.press("End")
    bench.data.press("7")
    expect(bench.feedback).to_contain_text("9,000 numbers")
    bench.page.get_by_role("button", name="Show all of the text").click()
    expect(bench.data).to_have_value("\n".join(numbers[:9_000]))
    bench.type_data("1 2 3 4")
    expect(bench.feedback).to_contain_text("4 numbers")


def test_a_long_run_can_be_stopped_and_keeps_its_trace(bench: Lab, numbers: list[str]) -> None:
    bench.paste_data(" ".join(numbers))
    expect(bench.feedback).to_contain_text("100,000 numbers")
    bench.type_limits("100000", tolerance="0")
    bench.calculate_button.click()
    expect(bench.status).to_contain_text(re.compile("Iteration [1-9]"))
    bench.stop_button.click()
    expect(bench.status).to_contain_text("Stopped on request")
    expect(bench.calculate_button).to_be_enabled()
    assert 1 <= bench.figure("Iterations") < 100_000
    bench.wait_until_ready()
