"""What must hold in WebKit too, the engine of Safari: the main job, offline, and embeds.

Debian's WebKitGTK stands in for Safari. A machine that lacks it leaves these tests out and says so,
except where none may be left out.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from build_tools import webkit
from support.hosting import HostedFolder, host
from support.lab import AFTER
from support.webkit import SIZE, browser
from support.webkit_lab import WebKitLab

HUNDREDTH_MILLIONTH = 1e-8
NOTHING_IS_CACHED = {"Cache-Control": "no-store"}  # so that what works offline is the copy kept
COURSE = """<!doctype html><html lang="en"><head>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'self' {lab}; frame-src {lab}; connect-src {lab}">
<title>A course</title><script src="note.js"></script>
<script type="module" src="{lab}/embed.js"></script></head><body>
<em-lab id="boxed" data="1,2,10,11" components="2" run sandbox></em-lab>
<em-lab id="free" data="1,2,10,11" components="2" run></em-lab></body></html>"""
NOTE = """
window.told = [];
addEventListener("em-result", ({ target, detail }) => told.push([target.id, detail]));
"""
RESULTS = "return told.filter(([id]) => id === arguments[0]).map(([, detail]) => detail)"
OTHER_NUMBERS = """
const lab = document.getElementById(arguments[0]);
lab.set({ data: [1, 2, 3, 20, 21] });
lab.run();
"""


@pytest.fixture(scope="module", autouse=True)
def is_here() -> None:
    """Say what is missing."""
    if complaint := webkit.complaint():
        missed = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missed(complaint)


@pytest.fixture(scope="module")
def hosted(dist: Path) -> Iterator[HostedFolder]:
    """dist/ below a path, as a course site has it."""
    with host(dist, prefix="/course/em/", headers=NOTHING_IS_CACHED) as folder:
        yield folder


@pytest.fixture(scope="module")
def bench(hosted: HostedFolder) -> Iterator[WebKitLab]:
    """The page with Python running in it, in a browser that keeps copies."""
    with browser() as driver:
        yield WebKitLab(driver).open(hosted.url)


@pytest.fixture
def course(
    dist: Path, serve_folder: Callable[..., HostedFolder], tmp_path: Path
) -> Iterator[WebKitLab]:
    """A page of another site with two labs."""
    lab = serve_folder(dist)
    (tmp_path / "index.html").write_text(COURSE.replace("{lab}", lab.origin), encoding="utf-8")
    (tmp_path / "note.js").write_text(NOTE, encoding="utf-8")
    with browser() as driver:
        # By another name it is another site, so that the frames find no storage of the lab's own.
        driver.get(serve_folder(tmp_path).url.replace("127.0.0.1", "localhost"))
        yield WebKitLab(driver)


def test_the_reference_run_ends_with_the_exact_figures(bench: WebKitLab) -> None:
    bench.type_start()
    bench.type_limits("2", "0")
    bench.calculate()
    assert bench.figure("Iterations") == 2
    assert abs(bench.figure("Log-likelihood") - AFTER[2]) < HUNDREDTH_MILLIONTH
    bench.type_limits("100", "1e-12")
    bench.calculate()
    assert "Converged after" in bench.text("#ending")
    assert abs(bench.figure("Log-likelihood") - AFTER[100]) < HUNDREDTH_MILLIONTH
    assert bench.rows("#parameters") == [
        ["0.5", "0.360886", "55", "54.6149", "5", "5.87122"],
        ["0.5", "0.639114", "80", "80.0911", "5", "5.86773"],
    ]


def test_a_narrow_window_shows_all_without_scrolling_sideways(bench: WebKitLab) -> None:
    bench.driver.set_window_size(400, 900)
    bench.until(lambda: bench.driver.execute_script("return innerWidth < 600"), "it was narrow")
    wanted = bench.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
    bench.driver.set_window_size(*SIZE)
    assert wanted <= 0


def test_after_one_visit_a_new_tab_and_a_reload_need_no_network(
    bench: WebKitLab, hosted: HostedFolder
) -> None:
    bench.until(lambda: "Ready offline" in bench.text("#offline"), "a copy was kept")
    hosted.is_down = True
    bench.open_in_new_tab(hosted.url)
    bench.calculate()
    assert "Converged after" in bench.text("#ending")
    bench.driver.refresh()
    bench.wait_until_ready()


def test_embedded_labs_run_and_obey_also_in_a_sandbox(course: WebKitLab) -> None:
    for name in ("boxed", "free"):
        result = waits_for(course, name, 1)
        assert (result["schema"], result["data"]["n"]) == ("emkit-result/1", 4)
        course.driver.execute_script(OTHER_NUMBERS, name)
        assert waits_for(course, name, 2)["data"]["n"] == 5


def waits_for(course: WebKitLab, name: str, times: int) -> Any:
    """The last result that a lab told, once it has told so many."""

    def told() -> Any:
        results = course.driver.execute_script(RESULTS, name)
        return len(results) >= times and results[-1]

    return course.until(told, f"{name} told {times} results")
