"""Python starts from what the last visit left, and from scratch whenever anything is wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support import copies
from support.faults import Fault
from support.hosting import HostedFolder
from support.lab import Lab
from support.rooms import Program

PATIENCE = 90_000
WORKER = "js/engine/worker.js"

# The place where memory lies as soon as it is there, of those that are not `known` yet.
LEFT = """async (known) => {
  for (;;) {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("emkit start"));
    const [request] = name ? await (await caches.open(name)).keys() : [];
    if (request && request.url !== known) return request.url;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}"""
CHANGE = """async ([url, change]) => {
  const [name] = (await caches.keys()).filter((name) => name.startsWith("emkit start"));
  const cache = await caches.open(name);
  const { headers } = await cache.match(url);
  const bytes = new Uint8Array(await (await cache.match(url)).arrayBuffer());
  await cache.delete(url);
  if (change === "damaged") bytes[bytes.length >> 1] ^= 1;
  if (change === "cut off") await cache.put(url, new Response(bytes.subarray(9), { headers }));
  else await cache.put(change === "renamed" ? `${url}0` : url, new Response(bytes, { headers }));
}"""
KEPT = "async () => (await caches.keys()).filter((name) => name.startsWith('emkit start'))"

# What a worker marks, told to its page: not every driver can look into a worker.
MARKS = """
const { mark } = performance;
performance.mark = (name) => {
  new BroadcastChannel("marks").postMessage(name);
  return mark.call(performance, name);
};
"""
HEAR_MARKS = "self.marks = []; new BroadcastChannel('marks').onmessage = (e) => marks.push(e.data);"
BEGUN = "marks.find((name) => ['emkit: restored', 'emkit: imported'].includes(name))"

FORBIDDEN = "Object.defineProperty(self, 'caches', { get() { throw new DOMException(); } });"
FULL = "Cache.prototype.put = async () => { throw new DOMException('', 'QuotaExceededError'); };"
CANNOT_UNPACK = "delete self.DecompressionStream;"
CANNOT_GROW_ONCE = """
const { grow } = WebAssembly.Memory.prototype;
let isFirst = true;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (isFirst) {
    isFirst = false;
    throw new RangeError();
  }
  return grow.call(this, pages);
};
"""


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A profile for several visits."""
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(HEAR_MARKS)
    copies.keep_none(context)
    yield context
    context.close()


@pytest.fixture
def hosted(serve_folder: Callable[..., HostedFolder], dist: Path) -> HostedFolder:
    """The page on a host that can be made faulty."""
    return serve_folder(dist, faults={WORKER: prefixed("")})


def visit(visitor: BrowserContext, hosted: HostedFolder) -> Page:
    """A new tab in which Python is ready."""
    page = visitor.new_page()
    Lab(page).open(hosted.url)
    return page


def was_restored(page: Page) -> bool:
    """Whether Python began where an earlier visit left it."""
    return page.wait_for_function(BEGUN).json_value() == "emkit: restored"


def leave(visitor: BrowserContext, hosted: HostedFolder) -> str:
    """Visit until memory is left, which lies at the address that is returned."""
    page = visit(visitor, hosted)
    assert not was_restored(page)
    place = page.evaluate(LEFT, "")
    page.close()
    return place


def prefixed(script: str) -> Fault:
    """The worker in a browser of another kind, and heard."""
    return Fault(content=lambda content: (MARKS + script).encode() + content)


def computes(page: Page) -> None:
    """A run of all that Python does for one."""
    lab = Lab(page)
    lab.calculate()
    expect(lab.ending).to_contain_text("Converged")
    assert abs(lab.figure("Log-likelihood") + 1034.0018447) < 1e-6


@pytest.mark.both_engines
def test_the_second_visit_begins_where_the_first_was_ready(
    visitor: BrowserContext, hosted: HostedFolder
) -> None:
    leave(visitor, hosted)
    drawn = set()
    for _ in range(2):
        page = visit(visitor, hosted)
        assert was_restored(page)
        computes(page)
        program = Program(page)
        program.run("import random, numpy\nprint(random.random(), numpy.random.random())")
        expect(program.log).to_contain_text("0.")
        drawn |= {*program.log.inner_text().split()}
        page.close()
    assert len(drawn) == 4


@pytest.mark.parametrize("change", ["damaged", "cut off", "renamed"])
def test_a_memory_that_is_not_whole_or_of_another_build_is_thrown_away(
    visitor: BrowserContext, hosted: HostedFolder, change: str
) -> None:
    place = leave(visitor, hosted)
    page = visitor.new_page()
    page.goto(f"{hosted.url}icons/emkit.svg")
    page.evaluate(CHANGE, [place, change])
    page = visit(visitor, hosted)
    assert not was_restored(page)
    computes(page)
    assert page.evaluate(LEFT, f"{place}0") == place


def test_a_memory_that_python_cannot_be_restored_from_is_thrown_away(
    visitor: BrowserContext, hosted: HostedFolder
) -> None:
    leave(visitor, hosted)
    hosted.faults[WORKER] = prefixed(CANNOT_GROW_ONCE)
    page = visit(visitor, hosted)
    assert not was_restored(page)
    expect(Lab(page).alert).to_be_empty()


@pytest.mark.parametrize("script", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_where_nothing_can_be_left_every_visit_is_a_first_one(
    visitor: BrowserContext, hosted: HostedFolder, script: str
) -> None:
    hosted.faults[WORKER] = prefixed(script)
    page = visit(visitor, hosted)
    computes(page)
    assert page.evaluate(KEPT) == []


def test_a_browser_that_cannot_inflate_leaves_unpacking_to_python(
    visitor: BrowserContext, hosted: HostedFolder
) -> None:
    hosted.faults[WORKER] = prefixed(CANNOT_UNPACK)
    computes(visit(visitor, hosted))


def test_a_program_may_import_what_a_start_did_without(
    visitor: BrowserContext, hosted: HostedFolder
) -> None:
    page = visit(visitor, hosted)
    asked = hosted.asked_for.count("runtime/python_stdlib.zip")
    assert asked == 0
    program = Program(page)
    program.run("import colorsys, email.mime.text\nprint(colorsys.rgb_to_hsv(0, 0, 1))")
    expect(program.log).to_contain_text("(0.6")
    assert hosted.asked_for.count("runtime/python_stdlib.zip") == 1
    assert "runtime/numpy-rest.zip" not in hosted.asked_for
    program.run("import numpy as np, numpy.polynomial\nprint(np.fft.fft([1, 2]), np.fft.__name__)")
    expect(program.log).to_contain_text("[ 3.+0.j -1.+0.j] numpy.fft")
    assert hosted.asked_for.count("runtime/numpy-rest.zip") == 1
