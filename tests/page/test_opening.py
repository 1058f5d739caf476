"""What a newcomer sees first, before and after Python is there."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from support import faults
from support.hosting import HostedFolder
from support.lab import Lab

WASM = "runtime/pyodide.asm.wasm"

# Where the parts of the page stand that are not folded away.
PLACES = """() => [...document.querySelectorAll("h2, figure, table, button, input, textarea")]
  .filter((element) => element.checkVisibility())
  .map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.id || element.tagName, x, y + scrollY, width, height].join(" ");
  })"""


def test_the_first_result_is_there_before_python(
    page: Page, serve_folder: Callable[..., HostedFolder], lab: HostedFolder
) -> None:
    hosted = serve_folder(lab.folder, faults={WASM: faults.STALLED})
    page.goto(hosted.url)
    opened = Lab(page)
    expect(opened.ending).to_contain_text("Converged after 14 iterations")
    expect(page.locator("html")).to_have_attribute("data-engine", "loading")
    expect(opened.status).to_contain_text("MB")
    assert opened.figure("Log-likelihood") < -1034
    expect(opened.field("Mean 1")).to_have_value("58")


def test_the_live_engine_takes_over_without_a_jump(
    page: Page, serve_folder: Callable[..., HostedFolder], lab: HostedFolder
) -> None:
    hosted = serve_folder(lab.folder, faults={WASM: faults.MISSING})
    page.goto(hosted.url)
    opened = Lab(page)
    expect(opened.alert).to_contain_text("Press Retry")
    before_places = page.evaluate(PLACES)
    before = opened.results.inner_text()
    hosted.faults.clear()
    opened.retry_button.click()
    opened.wait_until_ready()
    expect(opened.alert).to_be_empty()
    assert opened.results.inner_text() == before
    after_places = page.evaluate(PLACES)
    moved = set(after_places) - set(before_places)
    assert not moved


def test_a_run_asked_for_early_starts_when_the_engine_is_ready(page: Page, lab_url: str) -> None:
    page.goto(lab_url)
    opened = Lab(page)
    expect(opened.field("Mean 1")).to_have_value("58")
    opened.type_data("1 2 3 10 11 12")
    opened.calculate_button.click()
    expect(opened.status).to_contain_text("starts as soon as it is ready")
    expect(opened.status).to_contain_text("Converged after")
    assert opened.figure("Values") == 6


def test_the_page_works_below_any_path_of_a_host(
    page: Page, serve_folder: Callable[..., HostedFolder], lab: HostedFolder
) -> None:
    hosted = serve_folder(lab.folder, prefix="/courses/statistics/em/")
    opened = Lab(page).open(hosted.url)
    opened.type_start()
    opened.calculate()
    expect(opened.ending).to_contain_text("Converged")
    outside = [path for path in hosted.asked_for if path.startswith("/")]
    assert outside == []


def test_a_link_to_other_data_shows_no_result_before_one_is_asked_for(
    page: Page, lab_url: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)  # links are opened when these have come

    page.route("**/experiments.json", hold)
    with page.expect_response("**/first-result.json"), page.expect_request("**/experiments.json"):
        page.goto(f"{lab_url}#data=1,2,10,11")
    opened = Lab(page)
    expect(opened.sample.get_by_role("option", name="Iris")).not_to_have_count(0)
    held[0].continue_()
    expect(opened.data).to_have_value("1,2,10,11")
    expect(opened.results).to_contain_text("Nothing is calculated yet: press Calculate EM.")
    expect(opened.ending).to_be_empty()
    expect(opened.parameters).to_be_hidden()
