"""The page's end and the worker's end of the engine, with a bridge that does what a test asks."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from build_tools import dist as building
from build_tools import places, wheel
from support.hosting import HostedFolder, host

BLANK = '<!doctype html><html lang="en"><title>Blank</title><link rel="icon" href="data:,"></html>'
START = """
async () => {
  const { createEngine } = await import("./js/engine/client.js");
  window.readyCalls = 0;
  window.engine = createEngine({
    onState: ({ phase }) => { document.documentElement.dataset.engine = phase; },
    onReady: () => { window.readyCalls += 1; },
  });
}
"""
ASK = """
async ([command, body]) => {
  const told = (error) => ({ kind: error.kind, detail: error.detail });
  return engine.ask(command, body).catch(told);
}
"""


@pytest.fixture(scope="module")
def folder(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A blank page with the engine and the stub bridge."""
    made = tmp_path_factory.mktemp("engine")
    site = made / "site"
    shutil.copytree(places.SITE / "js" / "engine", site / "js" / "engine")
    (site / "index.html").write_text(BLANK, encoding="utf-8")
    bridge = (places.ROOT / "tests" / "support" / "stub_bridge.py").read_text(encoding="utf-8")
    stub = packed(made / "stub", bridge)
    building.assemble(made / "dist", edition / "runtime", stub, {}, site)
    return made / "dist"


def packed(root: Path, bridge: str) -> wheel.Wheel:
    """A wheel of an emkit that is this bridge and nothing else."""
    package = root / "py" / "emkit"
    package.mkdir(parents=True)
    modules = {"__init__.py": "", "version.py": '__version__ = "1.0.0"\n', "bridge.py": bridge}
    for name, text in modules.items():
        (package / name).write_text(text, encoding="utf-8")
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(places.ROOT / name, root)
    return wheel.pack(root)


@pytest.fixture(scope="module")
def hosted(folder: Path) -> Iterator[HostedFolder]:
    """That page being served."""
    with host(folder) as served:
        yield served


@pytest.fixture(scope="module")
def started(browser: Browser, hosted: HostedFolder) -> Iterator[Page]:
    """An engine that all tests share; each leaves it ready."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(hosted.url)
    page.evaluate(START)
    yield page
    context.close()


@pytest.fixture
def page(started: Page) -> Page:
    """The page with the engine ready."""
    return ready(started)


def ready(page: Page) -> Page:
    """Wait until the engine is ready."""
    expect(page.locator("html")).to_have_attribute("data-engine", "ready")
    return page


def ask(page: Page, command: str, **body: object) -> Any:
    """What the engine answers, or the kind of its error."""
    return page.evaluate(ASK, [command, body])


@pytest.mark.both_engines
def test_arrays_arrive_as_numbers_of_their_own(page: Page) -> None:
    said = page.evaluate(
        """async () => {
          const { arrays } = await engine.ask("double", { numbers: [1, 2.5, -3] });
          const { doubled } = arrays;
          return [doubled.constructor.name, doubled.buffer.byteLength, ...doubled];
        }"""
    )
    assert said == ["Float64Array", 24, 2, 5, -6]


def test_two_computations_asked_for_at_once_never_mix(page: Page) -> None:
    ask(page, "read_diary")
    page.evaluate(
        """() => Promise.all(["a", "b"].map((name) => engine.ask("count", { name, slices: 3 })))"""
    )
    assert ask(page, "read_diary")["body"] == {"diary": ["a", "a", "a", "b", "b", "b"]}


def test_progress_comes_between_the_slices(page: Page) -> None:
    said = page.evaluate(
        """async () => {
          const heard = [];
          const onProgress = ({ slices }) => heard.push(slices);
          await engine.ask("read_diary", {});
          await engine.ask("count", { name: "a", slices: 3 }, { onProgress });
          return heard;
        }"""
    )
    assert said == [1, 2, 3]


@pytest.mark.both_engines
def test_a_wish_to_stop_is_heard_between_the_slices(page: Page) -> None:
    said = page.evaluate(
        """async () => {
          const stopper = new AbortController();
          const { signal } = stopper;
          const onProgress = () => stopper.abort();
          const endless = { name: "endless", slices: 1e9 };
          return (await engine.ask("count", endless, { onProgress, signal })).body;
        }"""
    )
    assert said == {"stopped": True}


def test_a_command_stopped_while_it_waits_never_begins(page: Page) -> None:
    ask(page, "read_diary")
    said = page.evaluate(
        """async () => {
          const [first, second] = [new AbortController(), new AbortController()];
          const [running, waiting] = [first, second].map(({ signal }, index) =>
            engine.ask("count", { name: `number ${index}`, slices: 1e9 }, { signal }));
          second.abort();
          const [told] = await Promise.allSettled([waiting, first.abort()]);
          return [told.reason.kind, (await running).body];
        }"""
    )
    assert said == ["Stopped", {"stopped": True}]
    assert "number 1" not in ask(page, "read_diary")["body"]["diary"]


def test_a_command_stopped_while_it_waits_is_told_so_while_another_works_on(page: Page) -> None:
    calls = page.evaluate("readyCalls")
    kinds = page.evaluate(
        """async () => {
          const [first, second] = [new AbortController(), new AbortController()];
          const [running, waiting] = [first, second].map(({ signal }) =>
            engine.ask("count", { name: "endless", slices: 1e9 }, { signal }));
          second.abort();
          const told = await waiting.catch(({ kind }) => kind);
          first.abort();
          return [told, (await running).body];
        }"""
    )
    assert kinds == ["Stopped", {"stopped": True}]
    assert page.evaluate("readyCalls") == calls


def test_a_look_is_answered_between_the_slices_of_long_work(page: Page) -> None:
    said = page.evaluate(
        """async () => {
          const stopper = new AbortController();
          const { signal } = stopper;
          const long = engine.ask("count", { name: "long", slices: 1e9 }, { signal });
          const looks = [1, 2].map(() => engine.ask("frame", {}));
          const found = await Promise.all(looks);
          stopper.abort();
          return [found.every(({ body }) => body.pages > 0), (await long).body];
        }"""
    )
    assert said == [True, {"stopped": True}]
    ask(page, "read_diary")
    assert ask(page, "frame")["body"] == {"pages": 0}


def test_nothing_of_an_answered_command_stays_alive_in_python(page: Page) -> None:
    page.evaluate(
        """async () => {
          for (let i = 0; i < 20; i += 1) await engine.ask("double", { numbers: [i] });
        }"""
    )
    assert ask(page, "census")["body"] == {"tasks": 1, "arrays": 0}


def test_a_mistake_in_python_is_told_with_its_traceback_and_does_no_harm(page: Page) -> None:
    told = ask(page, "fail")
    assert told["kind"] == "Bug"
    assert "ZeroDivisionError: a mistake" in told["detail"]
    assert page.evaluate("document.documentElement.dataset.engine") == "ready"


def test_out_of_memory_is_told_and_the_engine_replaced_unasked_but_not_for_ever(
    page: Page,
) -> None:
    calls = page.evaluate("readyCalls")
    ask(page, "read_diary")
    assert ask(page, "exhaust")["kind"] == "OutOfMemory"
    ready(page)
    assert page.evaluate("readyCalls") == calls + 1
    assert ask(page, "exhaust")["kind"] == "OutOfMemory"
    expect(page.locator("html")).to_have_attribute("data-engine", "failed")
    assert ask(page, "read_diary")["kind"] == "OutOfMemory"
    page.evaluate("engine.restart()")
    ready(page)


def test_a_restart_ends_what_was_under_way_and_calls_for_the_data_again(page: Page) -> None:
    calls = page.evaluate("readyCalls")
    told = page.evaluate(
        """() => new Promise((resolve) => {
          const onProgress = () => engine.restart();
          const endless = { name: "endless", slices: 1e9 };
          engine.ask("count", endless, { onProgress }).catch(({ kind }) => resolve(kind));
        })"""
    )
    assert told == "EngineLost"
    ready(page)
    assert page.evaluate("readyCalls") == calls + 1


def test_a_program_is_heard_while_it_computes(page: Page) -> None:
    said = page.evaluate(
        """async () => {
          const heard = [];
          const onProgress = ({ output }) => output && heard.push([output, performance.now()]);
          const code = `
import time
print("one")
start = time.perf_counter()
while time.perf_counter() < start + 0.5: pass
print("two")
answer = 6`;
          const { body } = await engine.ask("program", { code }, { onProgress, isProgram: true });
          const [[first, early], [second, late]] = heard;
          return [first, second, late - early > 300, body];
        }"""
    )
    assert said == ["one", "two", True, {"answer": 6}]


@pytest.mark.both_engines
def test_a_program_that_never_ends_is_stopped_by_another_worker(page: Page) -> None:
    calls = page.evaluate("readyCalls")
    kinds = page.evaluate(
        """async () => {
          const stopper = new AbortController();
          const onProgress = ({ output }) => output && stopper.abort();
          const options = { onProgress, isProgram: true, signal: stopper.signal };
          const code = "print('begun')\\nwhile True: pass";
          const program = engine.ask("program", { code }, options);
          const behind = engine.ask("read_diary", {});
          const ends = await Promise.allSettled([program, behind]);
          return ends.map(({ reason }) => reason.kind);
        }"""
    )
    assert kinds == ["Stopped", "EngineLost"]
    ready(page)
    assert page.evaluate("readyCalls") == calls + 1


def test_a_program_may_be_silent_for_longer_than_a_calculation(page: Page) -> None:
    said = page.evaluate(
        """async () => {
          const { createEngine } = await import("./js/engine/client.js");
          const patience = { firstWord: 20, boot: 60, answer: 1, stop: 1.5 };
          const other = await new Promise((resolve) => {
            const made = createEngine({ patience, onReady: () => resolve(made) });
          });
          const code = `
import time
start = time.perf_counter()
while time.perf_counter() < start + 3: pass
answer = "at last"`;
          return (await other.ask("program", { code }, { isProgram: true })).body;
        }"""
    )
    assert said == {"answer": "at last"}


def test_a_program_stopped_while_it_waits_its_turn_harms_nothing(page: Page) -> None:
    calls = page.evaluate("readyCalls")
    said = page.evaluate(
        """async () => {
          const stopper = new AbortController();
          const running = engine.ask("count", { name: "before", slices: 100 });
          const options = { isProgram: true, signal: stopper.signal };
          const program = engine.ask("program", { code: "" }, options);
          stopper.abort();
          const [first, second] = await Promise.allSettled([running, program]);
          return [first.value.body, second.reason.kind];
        }"""
    )
    assert said == [{"stopped": False}, "Stopped"]
    assert page.evaluate("readyCalls") == calls


def test_micropip_comes_only_when_a_program_imports_it(page: Page, hosted: HostedFolder) -> None:
    assert [path for path in hosted.asked_for if "micropip" in path] == []
    code = "import micropip\nanswer = micropip.__name__"
    assert ask(page, "program", code=code)["body"] == {"answer": "micropip"}
    assert any("micropip" in path for path in hosted.asked_for)
