"""Several labs in frames of a course page on another origin, one of them without any rights."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support import hostile
from support.course import NOTE, Embedded
from support.hearing import Heard
from support.hosting import HostedFolder, host

HOST = """<!doctype html><html lang="en"><head>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src {lab}; frame-src {lab}; connect-src {lab}">
<title>A course</title><script type="module" src="{lab}/embed.js"></script></head><body>
<em-lab id="free" data="1,2,10,11" components="2" run></em-lab>
<em-lab id="boxed" data="1,2,10,11" components="2" run sandbox></em-lab></body></html>"""
START = "components: 2, weights: [0.5, 0.5], means: [1, 2], sds: [1, 1]"
MARKUP = """() => [document.title, "harmed" in globalThis,
  document.querySelectorAll("script, iframe, object, embed, img, style, base, form").length]"""


@pytest.fixture(scope="module")
def heard() -> Heard:
    """What the course page and its frames said and asked for."""
    return Heard()


@pytest.fixture(scope="module")
def course(
    browser: Browser, lab: HostedFolder, heard: Heard, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Embedded]]:
    """The two labs of the course page, which have run."""
    folder: Path = tmp_path_factory.mktemp("course")
    text = HOST.replace("{lab}", lab.origin)
    (folder / "index.html").write_text(text, encoding="utf-8")
    context = browser.new_context(locale="en-US")
    context.add_init_script(NOTE)
    heard.listen_to(context)
    with host(folder) as hosted:
        page = context.new_page()
        page.goto(hosted.url)
        labs = {name: Embedded(page, name) for name in ("free", "boxed")}
        for one in labs.values():
            one.tells("em-result")
        yield labs
    context.close()


@pytest.fixture(params=["free", "boxed"])
def embedded(course: dict[str, Embedded], request: pytest.FixtureRequest) -> Embedded:
    """One of them, within sight: what is not is not laid out."""
    found = course[request.param]
    found.page.locator(f"#{found.name} iframe").scroll_into_view_if_needed()
    return found


@pytest.mark.both_engines
def test_a_lab_runs_reports_and_obeys_under_a_strict_policy_and_in_a_sandbox(
    embedded: Embedded,
) -> None:
    ready, first = embedded.told("em-ready"), embedded.told("em-result")[0]
    assert [set(one["versions"]) for one in ready] == [{"python", "numpy", "emkit", "pyodide"}]
    assert first["schema"] == "emkit-result/1"
    assert first["data"]["n"] == 4
    result = embedded.answers("em-result", "set({ data: [1, 2, 3, 20, 21] })")  # it is to run
    assert result["data"]["n"] == 5
    lab = embedded.frame
    expect(lab.get_by_role("textbox", name="Data", exact=True)).to_have_value("1\n2\n3\n20\n21")
    expect(lab.get_by_role("heading", name="Look closer")).to_be_hidden()
    assert embedded.answers("em-result", "run()")["fit"] == result["fit"]
    assert embedded.answers("em-result", "get()") == result


def test_the_frame_is_as_high_as_what_is_in_it(embedded: Embedded) -> None:
    frame = embedded.page.locator(f"#{embedded.name} iframe")
    height = "document.body.getBoundingClientRect().height"
    for data in ("1,2,10,11", "a,b\\n1,2\\n2,1\\n8,9\\n9,7"):  # a table asks for its columns
        embedded.wish(f"set({{ data: '{data}', components: 1, run: false }})")
        expect(embedded.frame.get_by_role("textbox", name="Data", exact=True)).to_have_value(
            data.replace("\\n", "\n")
        )
        whole = -(-embedded.frame.evaluate(height) // 1)
        expect(frame).to_have_js_property("offsetHeight", whole)


def test_each_step_asked_for_is_answered_by_a_step_or_a_sentence(embedded: Embedded) -> None:
    embedded.wish(f"set({{ data: '1,2,10,11', iterations: 3, run: false, {START} }})")
    before, errors = len(embedded.told("em-step")), len(embedded.told("em-error"))
    embedded.send("Array(5).fill({ target: 'emkit', type: 'step' })")
    said = embedded.tells("em-error", errors + 2)[errors:]
    assert [one["kind"] for one in said] == ["NoStep", "NoStep"]
    steps = embedded.told("em-step")[before:]
    assert [one["iteration"] for one in steps] == [0, 1, 2, 3]
    trace = embedded.answers("em-result", "get()")["trace"]
    assert steps == trace


def test_what_cannot_be_is_told_to_the_host_and_shown_in_the_frame(embedded: Embedded) -> None:
    refused = embedded.answers("em-error", "set({ data: '1,2,x', run: true })")
    assert "x" in refused["message"]
    before = len(embedded.told("em-error"))
    assert embedded.answers("em-error", "get()")["kind"] == "NoResult"
    assert len(embedded.told("em-error")) == before + 1  # and one mistake is told once
    missing = "set({ data: 'a,b\\n1,2\\n3,5\\n6,1', columns: 'c', components: 1 })"
    assert "“c”" in embedded.answers("em-error", missing)["message"]
    expect(embedded.frame.get_by_text("which the data do not have")).to_be_visible()


def test_an_attribute_that_changes_is_a_wish(embedded: Embedded) -> None:
    embedded.wish("set({ data: '1,2,10,11', run: false, components: 2, iterations: 50 })")
    data = embedded.frame.get_by_role("textbox", name="Data", exact=True)
    embedded.wish("setAttribute('data', '4,5,6,7')")
    expect(data).to_have_value("4,5,6,7")
    embedded.wish("setAttribute('iterations', '7')")
    limit = embedded.frame.locator("#control-max_iter")
    expect(limit).to_have_value("7")
    embedded.wish("removeAttribute('iterations')")
    expect(limit).to_have_value("100")


def test_hostile_messages_are_answered_in_words_and_do_no_harm(
    embedded: Embedded, heard: Heard, lab: HostedFolder
) -> None:
    markup, before = embedded.frame.evaluate(MARKUP), len(embedded.told("em-error"))
    messages = hostile.messages()
    embedded.send(f"(() => {{ {hostile.HELPERS} return [{', '.join(messages)}]; }})()")
    said = embedded.tells("em-error", before + len(messages))[before:]
    assert {one["kind"] for one in said} == {"BadMessage"}
    result = embedded.answers("em-result", "set({ data: [1, 2, 3, 9], components: 1, run: true })")
    assert result["data"]["n"] == 4
    assert len(embedded.told("em-error")) == before + len(messages)
    assert embedded.frame.evaluate(MARKUP) == markup
    assert heard.errors == []
    elsewhere = {url.rpartition("/")[0] for url in heard.off_origin(lab.origin)}
    assert elsewhere <= {embedded.page.url.rstrip("/")}


def test_only_the_host_is_heard(embedded: Embedded) -> None:
    errors = len(embedded.told("em-error"))
    embedded.frame.evaluate("postMessage({ target: 'emkit', type: 'nonsense' }, '*')")
    embedded.send("[{ target: 'emkit', type: 'nonsense' }]")
    embedded.tells("em-error", errors + 1)
    embedded.answers("em-result", "set({ data: [1, 2, 3, 9], components: 1, run: true })")
    assert len(embedded.told("em-error")) == errors + 1
