"""Whatever happens to the engine: a sentence, a place, a remedy, and nothing typed is lost."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools import editions
from support import faults
from support.faults import Fault
from support.hearing import Heard
from support.hosting import HostedFolder
from support.lab import Lab

Serve = Callable[..., HostedFolder]

TYPED = "1.5 2.25 2 9 9.5 10"
POLICY = (
    "default-src 'none'; script-src 'self'{}; connect-src 'self'; style-src 'self'; img-src 'self'"
)
TIGHT_POLICY = POLICY.format("")
SUFFICIENT_POLICY = POLICY.format(" 'wasm-unsafe-eval'")

WASM = "runtime/pyodide.asm.wasm"
STDLIB = "runtime/python_stdlib_core.zip"
LOCK = "runtime/pyodide-lock.json"
MANIFEST = "runtime/manifest.json"
LOADER = "runtime/pyodide.mjs"
GLUE = "runtime/pyodide.asm.mjs"
WORKER = "js/engine/worker.js"

PLACE = {
    WASM: "Python",
    STDLIB: "Python's standard library",
    LOCK: "the list of packages",
    MANIFEST: "the list of files",
    LOADER: "Python's loader",
    GLUE: "Python's loader",
    "numpy": "NumPy",
    "emkit": "emkit",
}
WORDING = {
    "missing": r"the server did not send “.+” \(answer 404\)",
    "refused": r"the server did not send “.+” \(answer 500\)",
    "cut short": "“.+” was cut off after",
    "damaged": "“.+” arrived damaged",
    "broken off": "the connection broke while fetching “.+”",
    "unreadable": "“.+” cannot be read",
}


@dataclass(frozen=True)
class Case:
    """A fault with one file, and how the page words it."""

    file: str  # its path, or the name of a package
    fault: Fault
    worded: str

    def __str__(self) -> str:
        return f"{self.file.rpartition('/')[2]} {self.worded}"

    @property
    def sentence(self) -> re.Pattern[str]:
        """What the alert says."""
        return re.compile(f"Loading {PLACE[self.file]} failed: {WORDING[self.worded]}")


CASES = [
    Case(WASM, faults.MISSING, "missing"),
    Case(WASM, faults.TRUNCATED, "cut short"),
    Case(WASM, faults.CORRUPT, "damaged"),
    Case(WASM, faults.CUT_OFF, "broken off"),
    Case(STDLIB, faults.MISSING, "missing"),
    Case("numpy", faults.MISSING, "missing"),
    Case("numpy", faults.CORRUPT, "damaged"),
    Case("numpy", faults.BROKEN_HOST, "refused"),
    Case("emkit", faults.MISSING, "missing"),
    Case(LOCK, faults.MISSING, "missing"),
    Case(LOCK, faults.A_PAGE_INSTEAD, "cut short"),
    Case(MANIFEST, faults.MISSING, "missing"),
    Case(MANIFEST, faults.A_PAGE_INSTEAD, "unreadable"),
    Case(LOADER, faults.MISSING, "missing"),
    Case(GLUE, faults.TRUNCATED, "cut short"),
]


@pytest.fixture
def hosted(serve_folder: Serve, dist: Path) -> HostedFolder:
    """The page on a host that can be made faulty."""
    return serve_folder(dist)


@pytest.fixture
def lab(page: Page) -> Lab:
    """The page as a person sees it."""
    return Lab(page)


@pytest.fixture
def long_run(hosted: HostedFolder, lab: Lab) -> Lab:
    """A run that will not end by itself while a test lasts."""
    lab.open(hosted.url)
    lab.type_data(" ".join(str(i % 997 + i % 7) for i in range(20_000)))
    lab.field("Iterations").fill("100000")
    lab.field("Tolerance").fill("0")
    lab.calculate_button.click()
    expect(lab.status).to_contain_text("Iteration ")
    return lab


# --- while it loads ----------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_file_that_does_not_arrive_whole_is_named(
    hosted: HostedFolder, lab: Lab, case: Case
) -> None:
    hosted.faults[file_of(case.file, hosted.folder)] = case.fault
    lab.page.goto(hosted.url)
    expect(lab.alert).to_have_text(case.sentence)
    expect(lab.alert).to_contain_text("press Retry", ignore_case=True)


@pytest.mark.parametrize("name", [MANIFEST, "numpy"])
@pytest.mark.parametrize("fault", [faults.MISSING, faults.CORRUPT], ids=["missing", "corrupt"])
def test_retry_works_once_the_file_is_whole(
    hosted: HostedFolder, lab: Lab, name: str, fault: Fault
) -> None:
    hosted.faults[file_of(name, hosted.folder)] = fault
    lab.page.goto(hosted.url)
    lab.type_data(TYPED)
    expect(lab.alert).to_contain_text(f"Loading {PLACE[name]} failed")
    hosted.faults.clear()
    recovers(lab)


@pytest.mark.both_engines
def test_a_missing_script_of_the_worker_is_noticed(hosted: HostedFolder, lab: Lab) -> None:
    lab.page.clock.install()
    hosted.faults[WORKER] = faults.MISSING
    lab.page.goto(hosted.url)
    lab.type_data(TYPED)
    lab.page.clock.run_for(21_000)  # Firefox raises no error when a module in the middle is missing
    expect(lab.alert).to_contain_text("its script “worker.js” did not load")
    hosted.faults.clear()
    recovers(lab)


def test_a_file_damaged_only_once_is_fetched_again_without_a_word(
    hosted: HostedFolder, lab: Lab
) -> None:
    damaged_once = iter([faults.one_bit_flipped])
    hosted.faults[WASM] = Fault(content=lambda content: next(damaged_once, faults.whole)(content))
    lab.open(hosted.url)
    assert hosted.asked_for.count(WASM) == 2
    expect(lab.alert).to_be_empty()


def test_a_wrong_type_for_webassembly_does_no_harm(
    hosted: HostedFolder, lab: Lab, heard: Heard
) -> None:
    hosted.faults[WASM] = faults.WRONG_TYPE
    lab.open(hosted.url)
    assert heard.console == []


@pytest.mark.both_engines
def test_a_policy_against_webassembly_is_told_before_anything_large_is_fetched(
    serve_folder: Serve, dist: Path, lab: Lab
) -> None:
    hosted = serve_folder(dist, headers={"Content-Security-Policy": TIGHT_POLICY})
    lab.page.goto(hosted.url)
    lab.type_data(TYPED)
    expect(lab.alert).to_contain_text("a security policy forbids WebAssembly")
    expect(lab.alert).to_contain_text("wasm-unsafe-eval")
    assert WASM not in hosted.asked_for
    hosted.headers["Content-Security-Policy"] = SUFFICIENT_POLICY
    recovers(lab)


@pytest.mark.both_engines
def test_the_engine_starts_under_the_tightest_policy_it_needs(
    serve_folder: Serve, dist: Path, lab: Lab
) -> None:
    lab.open(serve_folder(dist, headers={"Content-Security-Policy": SUFFICIENT_POLICY}).url)


def test_a_download_that_stands_still_is_given_up_after_a_minute(
    hosted: HostedFolder, lab: Lab
) -> None:
    lab.page.clock.install()
    hosted.faults[file_of("numpy", hosted.folder)] = faults.STALLED
    lab.page.goto(hosted.url)
    expect(lab.status).to_contain_text("Downloading NumPy")
    lab.type_data(TYPED)
    lab.page.clock.run_for(61_000)
    expect(lab.alert).to_contain_text("stuck at “Downloading NumPy”: nothing has happened for 60")
    hosted.faults.clear()
    recovers(lab)


def test_a_manifest_without_the_runtime_it_lists_is_not_believed(
    hosted: HostedFolder, lab: Lab
) -> None:
    hosted.faults[MANIFEST] = Fault(content=lambda _: json.dumps({"start": ["x"]}).encode())
    lab.page.goto(hosted.url)
    expect(lab.alert).to_contain_text("Loading the list of files failed")


# --- once it is there --------------------------------------------------------------------------


def test_the_death_of_an_idle_worker_is_noticed_at_once(hosted: HostedFolder, lab: Lab) -> None:
    lab.open(hosted.url)
    lab.type_data(TYPED)
    expect(lab.feedback).to_contain_text("6 numbers")
    lab.page.workers[0].evaluate("self.close()")
    expect(lab.alert).to_contain_text("The Python engine has stopped working")
    recovers(lab)
    expect(lab.feedback).to_contain_text("6 numbers")


def test_the_death_of_a_running_worker_is_noticed_at_once(long_run: Lab) -> None:
    long_run.page.workers[0].evaluate("self.close()")
    expect(long_run.alert).to_contain_text("The Python engine has stopped working")
    expect(long_run.calculate_button).to_be_enabled()
    long_run.type_data(TYPED)
    recovers(long_run)


def test_an_exception_nobody_caught_in_the_worker_ends_it_in_words(
    hosted: HostedFolder, lab: Lab
) -> None:
    lab.open(hosted.url)
    lab.type_data(TYPED)
    lab.page.workers[0].evaluate("setTimeout(() => { throw new Error('out of the blue'); })")
    expect(lab.alert).to_contain_text("The Python engine has stopped working")
    recovers(lab)


def test_a_worker_that_does_not_hear_stop_is_replaced(long_run: Lab) -> None:
    hang(long_run.page)
    long_run.stop_button.click()
    expect(long_run.alert).to_contain_text("stopped before it had a result")
    long_run.type_data(TYPED)
    long_run.wait_until_ready()
    expect(long_run.feedback).to_contain_text("6 numbers")


def test_a_worker_without_a_sign_of_life_is_given_up_after_a_minute(
    hosted: HostedFolder, lab: Lab
) -> None:
    lab.page.clock.install()
    lab.open(hosted.url)
    hang(lab.page)
    lab.calculate_button.click()
    lab.type_data(TYPED)
    lab.page.clock.run_for(62_000)
    expect(lab.alert).to_contain_text("no sign of life for 60 seconds")
    recovers(lab)


def test_where_there_are_no_locks_a_dead_worker_is_missed_at_the_next_question(
    hosted: HostedFolder, lab: Lab
) -> None:
    lab.page.add_init_script("Object.defineProperty(navigator, 'locks', { value: undefined })")
    lab.page.clock.install()
    lab.open(hosted.url)
    lab.page.workers[0].evaluate("self.close()")
    lab.calculate_button.click()
    lab.type_data(TYPED)
    lab.page.clock.run_for(62_000)
    expect(lab.alert).to_contain_text("no sign of life for 60 seconds")
    recovers(lab)


# --- helpers -----------------------------------------------------------------------------------


def file_of(name: str, dist: Path) -> str:
    """The path of a file, or of the wheel of the package with that name."""
    if "/" in name:
        return name
    [wheel] = (editions.home(dist) / "runtime").glob(f"{name}-*.whl")
    return f"runtime/{wheel.name}"


def hang(page: Page) -> None:
    """Keep the worker's thread busy for ever, with nobody able to tell it anything."""
    page.workers[0].evaluate("setTimeout(() => { for (;;); })")


def recovers(lab: Lab) -> None:
    """Retry brings the engine back, the alert goes, and the data are as they were typed."""
    lab.retry_button.click()
    lab.wait_until_ready()
    expect(lab.alert).to_be_empty()
    expect(lab.retry_button).to_be_hidden()
    expect(lab.data).to_have_value(TYPED)
