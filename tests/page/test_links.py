"""Links: every one that was ever made opens, however long, and none can do harm."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from support import hostile, links
from support.lab import TEN_NUMBERS, Lab

NEARLY = 1e-9  # the last digits of a sum depend on the machine's own arithmetic


@pytest.fixture
def opened(booted: Lab) -> Iterator[Lab]:
    """The page with the ten numbers, and no link in its address."""
    booted.choose_sample(TEN_NUMBERS)
    yield booted
    booted.data.fill("1 2 10 11")  # which takes a link out of the address


@pytest.mark.parametrize("one", links.kept(), ids=lambda one: one["link"][:60])
def test_a_link_that_was_made_once_still_opens(opened: Lab, one: dict[str, Any]) -> None:
    links.follow(opened, one["link"])
    links.awaits(opened, one["states"])
    opened.calculate()
    found = links.found(opened)
    assert found == pytest.approx(one["finds"], rel=NEARLY)
    expect(opened.page.locator("#link-complaints")).to_be_hidden()


def test_a_link_states_as_many_components_as_it_gives_starts(opened: Lab) -> None:
    links.follow(opened, "data=1,2,5,6,9,10&means=1,5,9&run=1")
    expect(opened.field("Components")).to_have_value("3")
    expect(opened.field("Mean 3")).to_have_value("9")
    expect(opened.status).to_contain_text("Converged")


def test_a_link_to_columns_that_are_not_there_says_so_and_does_not_run(opened: Lab) -> None:
    before = links.found(opened)
    links.follow(opened, "data=a,b%0A1,2%0A2,4%0A8,9%0A9,7&columns=a,weight&components=1&run=1")
    complaint = opened.page.locator("#link-complaints")
    expect(complaint).to_have_text(
        "The link names the column “weight”, which the data do not have."
    )
    opened.wait_until_ready()
    assert links.found(opened) == before


def test_back_and_forward_go_from_input_to_input(opened: Lab) -> None:
    opened.type_data("1, 2, 3, 20, 21")
    opened.page.get_by_text("Experiments", exact=True).click()
    opened.page.get_by_role("link", name="Two peaks", exact=True).click()
    expect(opened.sample).to_have_value("galaxies")
    opened.page.go_back()
    expect(opened.data).to_have_value("1, 2, 3, 20, 21")
    opened.page.go_forward()
    expect(opened.sample).to_have_value("galaxies")
    expect(opened.field("Components")).to_have_value("3")


def test_a_hundred_thousand_numbers_fit_in_a_link(opened: Lab) -> None:
    rng = random.Random(6)
    text = "\n".join(f"{rng.gauss(50, 10):.4f}" for _ in range(100_000))
    opened.data.fill(text)
    expect(opened.feedback).to_contain_text("100,000 numbers", timeout=60_000)
    opened.page.get_by_role("button", name="Copy link").click()
    expect(opened.page.locator("#taking-standing")).to_contain_text("is on the clipboard")
    fragment = opened.page.evaluate("navigator.clipboard.readText()").partition("#")[2]
    assert "z=" in fragment
    opened.choose_sample(TEN_NUMBERS)
    links.follow(opened, fragment)
    expect(opened.feedback).to_contain_text("100,000 numbers", timeout=60_000)
    opened.page.get_by_role("button", name="Show all of the text").click()
    assert opened.data.input_value() == text


# --- links that nobody means well with ----------------------------------------------------------

OPEN_ALL = """async (fragments) => {
  const pause = () => new Promise((done) => setTimeout(done));
  const complaints = document.querySelector("#link-complaints");
  const silent = [];
  for (const [fragment, isMalformed] of fragments) {
    const isOpened = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.replace(`#${fragment}`);
    await Promise.race([isOpened, new Promise((done) => setTimeout(done, 300))]);
    for (let i = 0; i < 20 && isMalformed && complaints.hidden; i += 1) await pause();
    if (isMalformed && (complaints.hidden || !complaints.innerText.trim())) silent.push(fragment);
  }
  return silent.map((fragment) => fragment.slice(0, 200));
}"""

# All that could run or load something, and what a harmless page has of each.
MARKUP = """() => {
  const all = [...document.querySelectorAll("*")];
  const loaders = "script,iframe,object,embed,img,style,link,base,meta,form,video,audio,a[href]";
  const counts = loaders.split(",").map((one) => [one, document.querySelectorAll(one).length]);
  const acting = all.flatMap(({ attributes }) => [...attributes])
    .filter(({ name, value }) => /^on|^srcdoc$/i.test(name) || /^\\s*javascript:/i.test(value));
  return { ...Object.fromEntries(counts), acting: acting.length, harmed: "harmed" in globalThis,
    title: document.title };
}"""


def test_hostile_links_are_told_of_and_do_no_harm(opened: Lab, dist: Path) -> None:
    url = opened.page.url.partition("#")[0]
    before = opened.page.evaluate(MARKUP)
    said, asked = len(opened.heard.console), len(opened.heard.requests)
    fragments = [[one.text, one.is_malformed] for one in hostile.fragments()]
    assert opened.page.evaluate(OPEN_ALL, fragments) == []
    for bomb in hostile.bombs():
        links.follow(opened, bomb)
        expect(opened.page.locator("#link-complaints")).to_contain_text("they do not unpack")
    opened.start_over()
    expect(opened.ending).to_contain_text("Converged")
    assert opened.page.evaluate(MARKUP) == before
    assert opened.heard.errors == []
    assert [
        one for one in opened.heard.console[said:] if one.startswith(("error", "warning"))
    ] == []
    known = {f"{url}{path.relative_to(dist).as_posix()}" for path in dist.rglob("*")}
    assert set(opened.heard.requests[asked:]) <= known
