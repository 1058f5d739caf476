"""A person writes Python on the page: prints, fits, errors, endless loops, packages."""

import re

import pytest
from playwright.sync_api import expect

from build_tools import editions
from support.hosting import HostedFolder
from support.lab import Lab
from support.rooms import Program


@pytest.fixture
def program(bench: Lab) -> Program:
    """The room, with nothing edited in it."""
    found = Program(bench.page)
    if found.back_button.is_visible():
        found.back_button.click()
    return found


def test_the_pages_own_code_is_there_and_follows_the_input(bench: Lab, program: Program) -> None:
    expect(program.code).to_have_value(re.compile(r"emkit\.fit\(x, components=2"))
    bench.type_number("Components", "3")
    expect(program.code).to_have_value(re.compile(r"emkit\.fit\(x, components=3"))
    program.code.press("Control+End")
    program.code.press_sequentially("# mine")
    bench.type_number("Components", "2")
    expect(program.code).to_have_value(re.compile(r"components=3[\s\S]*# mine"))
    program.back_button.click()
    expect(program.code).to_have_value(re.compile(r"components=2"))
    expect(program.back_button).to_be_hidden()


def test_the_pages_own_code_finds_what_the_page_finds(bench: Lab, program: Program) -> None:
    expect(program.code).to_have_value(re.compile(r"emkit\.fit"))
    before = bench.figure("Log-likelihood")
    program.run_button.click()
    expect(program.standing).to_contain_text("Its fit is shown")
    expect(program.log).to_contain_text(f"log-likelihood {before}")
    assert bench.figure("Log-likelihood") == before


@pytest.mark.both_engines
def test_what_a_program_prints_and_fits_is_shown(bench: Lab, program: Program) -> None:
    program.run("print(x.shape, columns)\nfit = emkit.fit(x, 3, seed=1)\nprint('done')")
    expect(program.log).to_have_text("(272, 1) ['waiting']\ndone\n")
    expect(program.standing).to_contain_text("Its fit is shown in the results and charts above.")
    expect(bench.ending).to_contain_text("This is the fit of your Python program.")
    assert abs(bench.figure("Log-likelihood") - -1031.6347087) < 1e-6


def test_a_mistake_is_told_with_its_line(program: Program) -> None:
    program.start("def f(a):\n    return 1 / a\n\nprint('before')\nf(0)")
    expect(program.wrong).to_have_text("Line 2: ZeroDivisionError: division by zero.")
    expect(program.traceback).to_contain_text('File "program.py", line 5, in <module>')
    expect(program.log).to_have_text("before\n")
    program.line_button.click()
    marked = program.code.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert marked == "    return 1 / a"


@pytest.mark.both_engines
def test_control_enter_runs_and_tab_indents_until_escape(program: Program) -> None:
    program.code.fill("for i in range(2):")
    program.code.press("Enter")
    program.code.press_sequentially("print(i)")
    program.code.press("Enter")
    program.code.press("Shift+Tab")
    program.code.press_sequentially("if True:")
    program.code.press("Enter")
    program.code.press("Shift+Tab")
    program.code.press("Tab")
    program.code.press_sequentially("print('end')")
    expected = "for i in range(2):\n    print(i)\nif True:\n    print('end')"
    expect(program.code).to_have_value(expected)
    program.code.press("Control+Enter")
    expect(program.log).to_have_text("0\n1\nend\n")
    program.code.press("Escape")
    program.code.press("Tab")
    expect(program.run_button).to_be_focused()


@pytest.mark.both_engines
def test_an_endless_loop_is_heard_and_stopped_and_the_page_goes_on(
    bench: Lab, program: Program
) -> None:
    code = "i = 0\nwhile True:\n    i += 1\n    print(i)"
    program.start(code)
    expect(program.log).to_contain_text("1000\n")
    bench.type_number("Mean 1", "50")  # the page is alive
    program.stop_button.click()
    expect(program.standing).to_contain_text("The program was stopped.")
    expect(program.code).to_have_value(code)
    bench.wait_until_ready()
    expect(bench.field("Mean 1")).to_have_value("50")
    bench.calculate()
    assert abs(bench.figure("Log-likelihood") - -1034.0017) < 1e-3
    program.run("print(len(x))")
    expect(program.log).to_have_text("272\n")


def test_a_program_that_eats_all_memory_is_told_so_and_the_page_goes_on(
    bench: Lab, program: Program
) -> None:
    # Memory that is asked for and never touched, so that the machine need not have it.
    program.start("pile = []\nwhile True:\n    pile.append(np.empty(2**26))")
    expect(program.wrong).to_contain_text("Line 3: The program needs more memory than this browser")
    bench.wait_until_ready()
    bench.calculate()
    program.run("print(len(x))")
    expect(program.log).to_have_text("272\n")


def test_micropip_installs_a_wheel_from_the_pages_own_origin(
    program: Program, lab: HostedFolder
) -> None:
    [wheel] = (editions.home(lab.folder) / "runtime").glob("packaging-*.whl")
    program.run(
        "import micropip\n"
        f"await micropip.install('{lab.url}{wheel.relative_to(lab.folder).as_posix()}')\n"
        "print('packaging' in micropip.list())"
    )
    expect(program.log).to_have_text("True\n")


def test_a_package_that_cannot_be_fetched_is_told_in_plain_words(program: Program) -> None:
    nowhere = "http://127.0.0.1:9/{package_name}/json"  # where nothing answers
    program.start(
        f"import micropip\nawait micropip.install('snowballstemmer', index_urls='{nowhere}')"
    )
    expect(program.wrong).to_contain_text("Line 2: What the program wanted to load could not be")
    expect(program.wrong).to_contain_text("You may be offline")


def test_a_package_that_is_not_there_can_be_installed(program: Program) -> None:
    program.start("import nosuchthing")
    expect(program.wrong).to_contain_text('await micropip.install("nosuchthing")')


def test_a_run_waits_for_the_program_and_says_so(bench: Lab, program: Program) -> None:
    program.start("import time\nstart = time.time()\nwhile time.time() < start + 3: pass")
    expect(program.standing).to_contain_text("Running the program")
    bench.calculate_button.click()
    expect(bench.status).to_contain_text("Waiting for your Python program to end")
    expect(program.standing).to_contain_text("has ended")
    expect(bench.status).to_contain_text("Converged")


def test_folding_and_loading_anew_lose_nothing(bench: Lab, program: Program) -> None:
    program.code.fill("print('kept')")
    heading = program.room.get_by_role("heading", name="Python")
    heading.click()
    heading.click()
    expect(program.code).to_have_value("print('kept')")
    bench.page.reload()
    bench.wait_until_ready()
    expect(Program(bench.page).code).to_have_value("print('kept')")
