"""The folder under servers that know nothing of it, or under none."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from build_tools import browsers, places
from support.course import NOTE, Embedded
from support.hosting import host
from support.lab import Lab

PATIENCE = 90_000
SNIPPET = re.compile(r"```html\n(.+?)```", re.DOTALL)
COURSE = """<!doctype html><html lang="en"><title>A course</title>{snippet}
<em-lab id="other" data="3,4,8,9" run></em-lab>"""


@pytest.fixture
def plain_url(dist: Path) -> Iterator[str]:
    """The folder below another one, served by Python itself."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(command, cwd=dist.parent, **options) as server:
        line = server.stdout.readline()
        found = re.search(r"http://[\d.:]+/", line)
        assert found, line
        yield f"{found[0]}{dist.name}/"
        server.terminate()


def test_pythons_own_server_is_enough(page: Page, plain_url: str) -> None:
    lab = Lab(page).open(plain_url)
    lab.calculate()
    expect(lab.ending).to_contain_text("Converged")


@pytest.mark.both_engines
def test_a_page_opened_as_a_file_says_which_command_to_run(page: Page, dist: Path) -> None:
    page.goto((dist / "index.html").as_uri())
    expect(page.get_by_text("python3 -m http.server")).to_be_visible()
    expect(page.get_by_text("did not load")).to_be_hidden()


def test_labs_as_in_the_readme_and_their_copy_share_one_download(
    playwright: Playwright, dist: Path, tmp_path: Path
) -> None:
    # A profile with a disk: the cache of a private window takes no file as large as Python.
    options = browsers.choices()["chromium"]
    context = playwright.chromium.launch_persistent_context(tmp_path / "profile", **options)
    context.add_init_script(NOTE)
    with host(dist) as lab, host(tmp_path) as course:
        (tmp_path / "index.html").write_text(course_with_labs_from(lab.url), encoding="utf-8")
        page = context.pages[0]
        page.goto(course.url)
        labs = {name: Embedded(page, name) for name in ("copied", "other")}
        for name, one in labs.items():
            page.locator(f"#{name}").scroll_into_view_if_needed()
            one.tells("em-result")
            offline = one.frame.locator("html[data-offline='ready']")
            expect(offline).to_have_count(1, timeout=PATIENCE)
        [result] = labs["copied"].told("em-result")
        context.close()
        fetched = [path for path in lab.sent if path.startswith("runtime/")]
    assert (result["data"]["n"], result["fit"]["status"]) == (4, "converged")
    assert len(fetched) > 8
    assert sorted(set(fetched)) == sorted(fetched)


def course_with_labs_from(url: str) -> str:
    """A page with the lines that the README gives for one, and another lab."""
    readme = (places.ROOT / "README.md").read_text(encoding="utf-8")
    snippets = [one for one in SNIPPET.findall(readme) if "<em-lab" in one]
    snippet = snippets[0].replace("https://example.org/em/", url)
    return COURSE.format(snippet=snippet.replace("<em-lab ", '<em-lab id="copied" '))
