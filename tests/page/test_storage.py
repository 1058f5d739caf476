"""A browser that keeps little or nothing, and one that keeps several copies of the lab."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.hosting import HostedFolder
from support.lab import Lab

PATIENCE = 90_000
REFUSED = """
for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"]) {
  Object.defineProperty(globalThis, name, {
    get() { throw new DOMException("refused", "SecurityError"); },
  });
}
"""
TOO_LITTLE = 2_000_000  # bytes; the runtime alone takes more

Serve = Callable[..., HostedFolder]


def test_where_storage_is_refused_the_lab_works_and_says_that_it_needs_the_network(
    page: Page, lab_url: str
) -> None:
    page.add_init_script(REFUSED)
    lab = Lab(page).open(lab_url)
    lab.type_data("1 2 3 10 11 12")
    lab.calculate()
    expect(lab.ending).to_contain_text("Converged")
    page.get_by_role("button", name="Theme: auto").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(page.get_by_text("It needs the network")).to_be_visible()
    expect(page.get_by_text("Ready offline")).to_have_count(0)


def test_where_storage_is_full_nothing_is_promised_until_there_is_room(
    browser: Browser, serve_folder: Serve, dist: Path
) -> None:
    hosted = serve_folder(dist)
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    quota = context.new_cdp_session(page)
    set_to = {"origin": hosted.origin, "quotaSize": TOO_LITTLE}
    quota.send("Storage.overrideQuotaForOrigin", set_to)
    lab = Lab(page).open(hosted.url)
    expect(page.get_by_text("It needs the network")).to_be_visible(timeout=PATIENCE)
    lab.calculate()
    expect(lab.ending).to_contain_text("Converged")
    quota.send("Storage.overrideQuotaForOrigin", {"origin": hosted.origin})
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Ready offline")).to_be_visible(timeout=PATIENCE)
    context.close()


@pytest.fixture
def shelf(dist: Path, tmp_path: Path) -> Path:
    """A folder with two copies of the lab."""
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(dist, target_is_directory=True)
    return tmp_path


def test_two_copies_on_one_host_know_nothing_of_each_other(
    browser: Browser, serve_folder: Serve, shelf: Path
) -> None:
    hosted = serve_folder(shelf)
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    for name in ("one", "two"):
        Lab(page).open(f"{hosted.url}{name}/")
        expect(page.get_by_text("Ready offline")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{hosted.url}one/")
    Lab(page).type_data("1 2 3 4 5 and six")
    hosted.is_down = True
    page.goto(f"{hosted.url}two/")
    expect(Lab(page).data).not_to_have_value("1 2 3 4 5 and six")
    page.goto(f"{hosted.url}one/")
    expect(Lab(page).data).to_have_value("1 2 3 4 5 and six")
    names = [name for name in page.evaluate("caches.keys()") if "start of" not in name]
    assert sorted(name.rpartition(" ")[0] for name in names) == ["emkit /one/", "emkit /two/"]
    context.close()
