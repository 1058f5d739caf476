"""The lab in a frame of a course page: compact, and whole when it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from support import copies
from support.accessibility import violations
from support.hosting import HostedFolder, host
from support.lab import Lab

HOST = """<!doctype html><html lang="en"><head><title>A course</title>
<script type="module" src="{lab}embed.js"></script></head><body>
<em-lab data="1 1.1 1.2 1.3 1.4 4.6 4.8 5 5.2 5.4" components="2" weights="0.5,0.5" means="1,3"
  sds="1,1" iterations="5" run></em-lab></body></html>"""

# The height in CSS pixels that a frame of a width may take: about two screens of a phone, and no
# more than one and a half of a laptop.
MOST = {400: 1400, 600: 1200, 800: 1000}


@dataclass(frozen=True)
class Course:
    """A course page with one lab."""

    page: Page
    frame: Locator
    inside: FrameLocator

    def give(self, width: int) -> None:
        """Make the frame so wide, and wait until it is as high as its content."""
        self.page.evaluate(
            "width => { document.querySelector('em-lab').style.width = `${width}px` }", width
        )
        expect(self.inside.locator("html")).to_have_js_property("clientWidth", width)
        self.fits()

    def fits(self) -> int:
        """The height of the frame once it is that of its content."""
        whole = self.inside.locator("html")
        height = whole.evaluate("html => Math.ceil(document.body.getBoundingClientRect().height)")
        expect(self.frame).to_have_js_property("offsetHeight", height)
        return height


@pytest.fixture(scope="module")
def opened(
    browser: Browser, lab: HostedFolder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Course]:
    """The course page, whose lab has run once for all tests."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "index.html").write_text(HOST.replace("{lab}", lab.url), encoding="utf-8")
    context = browser.new_context(locale="en-US", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    copies.keep_none(context)
    page = context.new_page()
    with host(folder) as hosted:
        page.goto(hosted.url)
        inside = page.frame_locator("em-lab iframe")
        expect(inside.locator("#ending")).to_contain_text("Converged after", timeout=90_000)
        yield Course(page, page.locator("em-lab iframe"), inside)
    context.close()


@pytest.mark.parametrize("width", MOST)
def test_a_frame_shows_data_start_chart_and_result_in_little_height(
    opened: Course, width: int
) -> None:
    opened.give(width)
    assert opened.fits() <= MOST[width]
    for name in ("Data", "Components", "Mean 2"):
        expect(opened.inside.get_by_label(name, exact=True)).to_be_visible()
    for name in ("density-chart", "player", "parameters", "calculate", "full-lab"):
        expect(opened.inside.locator(f"#{name}")).to_be_visible()
    for name in ("sample", "control-tol", "likelihood-chart", "responsibilities", "guide-why"):
        expect(opened.inside.locator(f"#{name}")).to_be_hidden()
    overflow = "html => html.scrollWidth - html.clientWidth"
    assert opened.inside.locator("html").evaluate(overflow) <= 0


def test_the_frame_grows_with_what_is_unfolded_and_shrinks_again(opened: Course) -> None:
    opened.give(600)
    compact = opened.fits()
    settings = opened.inside.locator("#all-settings")
    settings.click()
    expect(opened.inside.locator("#control-tol")).to_be_visible()
    opened.inside.get_by_text("Responsibilities", exact=True).first.click()
    expect(opened.inside.locator("#responsibilities")).to_be_visible()
    expect(settings).to_have_attribute("aria-expanded", "true")
    assert opened.fits() > compact + 300
    settings.click()
    opened.inside.get_by_text("Responsibilities", exact=True).first.click()
    expect(opened.inside.locator("#control-tol")).to_be_hidden()
    assert opened.fits() == compact


def test_axe_finds_nothing_in_a_frame(opened: Course) -> None:
    opened.give(400)
    assert violations(opened.inside.locator("html")) == []


def test_the_full_lab_opens_with_the_input_of_the_frame(opened: Course) -> None:
    opened.inside.get_by_label("Mean 2", exact=True).fill("3.5")
    with opened.page.expect_popup() as coming:
        opened.inside.get_by_role("link", name="Open in the full lab").click()
    full = Lab(coming.value)
    expect(full.field("Mean 2")).to_have_value("3.5")
    expect(full.field("Iterations")).to_have_value("5")
    expect(full.page.get_by_role("heading", name="Look closer")).to_be_visible()
    full.page.close()


def test_a_setting_that_is_wrong_is_shown(opened: Course, on_lab: Callable[[str], None]) -> None:
    on_lab("tol=much")
    expect(opened.inside.locator("#control-tol")).to_be_visible()
    on_lab("tol=1e-6")
    expect(opened.inside.locator("#control-tol")).to_be_hidden()


@pytest.fixture
def on_lab(opened: Course) -> Callable[[str], None]:
    """Sets a key of the lab as its host does."""

    def set_key(pair: str) -> None:
        opened.page.evaluate(
            """([key, value]) => {
                 const lab = document.querySelector("em-lab");
                 lab.set({ [key]: value });
                 lab.run();
               }""",
            pair.split("="),
        )

    return set_key
