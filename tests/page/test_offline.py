"""After one visit everything works without a network, and no tab ever mixes two editions."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from build_tools import dist as building
from build_tools import editions, examples, places, runtime, wheel
from support import faults, links
from support.hosting import HostedFolder, host
from support.lab import OLD_FAITHFUL, Lab

PATIENCE = 90_000  # keeping a copy comes after the engine's own start
WASM = "runtime/pyodide.asm.wasm"
GITHUB_PAGES = {"Cache-Control": "max-age=600"}


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A profile that keeps copies, unlike that of the other tests."""
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def visit(context: BrowserContext, hosted: HostedFolder) -> Page:
    """A tab in which the lab has come up and been kept."""
    page = context.new_page()
    Lab(page).open(hosted.url)
    is_kept(page)
    return page


def is_kept(page: Page) -> None:
    """Wait until the foot of the page says so."""
    expect(page.get_by_text("Ready offline")).to_be_visible(timeout=PATIENCE)


@pytest.fixture(scope="module")
def away(browser: Browser, dist: Path) -> Iterator[Lab]:
    """A new tab without a network, after one visit to a copy that lies as on GitHub Pages."""
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(PATIENCE)
    with host(dist, prefix="/course/em/", headers=GITHUB_PAGES) as hosted:
        hosted.is_compressing = True
        visit(context, hosted)
        hosted.is_down = True
        yield Lab(context.new_page()).open(hosted.url)
        context.close()


@pytest.mark.both_engines
def test_after_one_visit_a_new_tab_and_an_old_one_need_no_network(away: Lab) -> None:
    away.calculate()
    expect(away.ending).to_contain_text("Converged")
    away.page.reload()
    away.wait_until_ready()
    is_kept(away.page)


def test_every_sample_is_there_without_a_network(away: Lab, edition: Path) -> None:
    samples = json.loads((edition / "samples.json").read_text(encoding="utf-8"))
    for sample in samples:
        away.sample.select_option(sample["name"])
        expect(away.feedback).to_contain_text(re.compile("numbers|To be fitted"))
        away.calculate()
        expect(away.alert).to_be_empty()
        expect(away.results.get_by_role("figure").first).to_be_visible()


def test_every_experiment_is_there_without_a_network(away: Lab, edition: Path) -> None:
    experiments = json.loads((edition / "experiments.json").read_text(encoding="utf-8"))
    for one in experiments:
        links.follow(away, one["fragment"])
        expect(away.page.locator("#experiment-title")).to_have_text(one["title"])
        away.calculate()
        expect(away.alert).not_to_contain_text("Retry")  # that it collapsed it may say
        assert away.figure("Iterations") > 0


def test_results_are_taken_away_without_a_network(away: Lab) -> None:
    away.choose_sample(OLD_FAITHFUL)
    away.calculate()
    for name in ("Download JSON", "Download CSV", "Download PNG"):
        with away.page.expect_download() as coming:
            away.page.get_by_role("button", name=name, exact=True).click()
        assert Path(coming.value.path()).stat().st_size > 100


def test_a_copy_that_did_not_arrive_whole_is_not_called_one(
    visitor: BrowserContext, serve_folder: Callable[..., HostedFolder], dist: Path
) -> None:
    hosted = serve_folder(dist, faults={"samples.json": faults.WRONG_TYPE})
    hosted.faults["icons/emkit-512.png"] = faults.TRUNCATED
    page = visitor.new_page()
    Lab(page).open(hosted.url)
    expect(page.get_by_text("no copy is kept")).to_be_visible()
    assert page.evaluate("caches.match('icons/emkit-512.png').then(Boolean)") is False
    hosted.faults.clear()
    is_kept(page)  # tried again by itself


def test_a_newer_edition_is_announced_and_opens_at_a_reload(
    visitor: BrowserContext,
    serve_folder: Callable[..., HostedFolder],
    dist: Path,
    tmp_path: Path,
) -> None:
    hosted = serve_folder(dist)
    old = visit(visitor, hosted)
    hosted.folder = newer(dist, tmp_path / "newer")
    hosted.sent.clear()
    new = visitor.new_page()
    new.goto(hosted.url)
    for page in (old, new):
        expect(page.get_by_text("A new version is ready")).to_be_visible(timeout=PATIENCE)
    assert WASM not in hosted.sent  # what did not change comes from the copy
    hosted.is_down = True
    old.workers[0].evaluate("self.close()")
    Lab(old).retry_button.click()
    Lab(old).wait_until_ready()  # its own edition is still there
    new.get_by_role("button", name="Reload").click()
    expect(new).to_have_title("Newer")
    Lab(new).wait_until_ready()


def newer(dist: Path, folder: Path) -> Path:
    """The lab as a later build makes it, with another title."""
    site = folder.parent / "site"
    shutil.copytree(places.SITE, site)
    page = site / "index.html"
    title = "<title>Expectation maximization, understood</title>"
    page.write_text(page.read_text(encoding="utf-8").replace(title, "<title>Newer</title>"))
    package = wheel.pack()
    building.assemble(folder, runtime.FOLDER, package, examples.make(package), site)
    editions.settle(folder)
    assert editions.home(folder).name != editions.home(dist).name
    return folder


def test_the_list_of_what_to_keep_names_every_file(dist: Path) -> None:
    text = (dist / "sw.js").read_text(encoding="utf-8")
    begin = text.index("const SHIPMENT = ") + len("const SHIPMENT = ")
    listed = json.JSONDecoder().raw_decode(text[begin:])[0]["files"]
    present = {path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_file()}
    assert set(listed) == present - {"sw.js"}
