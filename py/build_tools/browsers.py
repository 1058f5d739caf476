"""A Chromium and a Firefox that Playwright can drive, found, fetched or installed.

What was found is kept in .cache/browsers.json: for each engine, the options to launch it with, and
the version of Playwright they were tried with.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from . import debian, environment, places
from .files import write_whole
from .report import BuildError, say

Options = dict[str, str]

ENGINES = ("chromium", "firefox")
CHOICES = places.CACHE / "browsers.json"
ON_SYSTEM = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox": ("firefox-esr", "firefox"),
}
# Mozilla's own builds speak another protocol than Playwright's patched ones.
SYSTEM_OPTIONS: dict[str, Options] = {"chromium": {}, "firefox": {"channel": "moz-firefox"}}
DEBIAN_PACKAGES = {"chromium": "chromium", "firefox": "firefox-esr"}
TRIAL = """
import json, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    getattr(playwright, sys.argv[1]).launch(**json.loads(sys.argv[2])).close()
"""


def ensure() -> None:
    """See that both engines are there, and keep how they are launched."""
    known = choices()
    found = {engine: known[engine] if engine in known else find(engine) for engine in ENGINES}
    if found != known:
        kept = {"playwright": playwright_version(), "engines": found}
        write_whole(CHOICES, json.dumps(kept, indent=1).encode())


def choices() -> dict[str, Options]:
    """How to launch each engine that was found before and is still there."""
    if not CHOICES.is_file():
        return {}
    kept = json.loads(CHOICES.read_text(encoding="utf-8"))
    if kept["playwright"] != playwright_version():
        return {}
    return {engine: options for engine, options in kept["engines"].items() if is_there(options)}


def playwright_version() -> str:
    """The pinned Playwright, on which its own browsers depend."""
    return next(pin for pin in environment.pinned("test") if pin.startswith("playwright=="))


def is_there(options: Options) -> bool:
    """Whether the program these options name exists; Playwright's own is not named."""
    return "executable_path" not in options or Path(options["executable_path"]).exists()


def find(engine: str) -> Options:
    """The options of the first candidate that really starts."""
    say(f"Looking for a {engine.capitalize()} that the tests can drive")
    for options in candidates(engine):
        if launches(engine, options):
            say(f"  {options.get('executable_path', 'the one that Playwright brings')}")
            return options
    raise BuildError(
        f"There is no {engine.capitalize()} here that Playwright can drive.",
        f"Install one: on Debian, apt-get install {DEBIAN_PACKAGES[engine]}; elsewhere, "
        f"{environment.PYTHON} -m playwright install --with-deps {engine}",
    )


def candidates(engine: str) -> Iterator[Options]:
    """What to try, from the least effort to the most; each step is taken only when asked for."""
    yield {}
    if downloaded(engine):
        yield {}
    yield from on_system(engine)
    if debian.install(DEBIAN_PACKAGES[engine]):
        yield from on_system(engine)


def launches(engine: str, options: Options) -> bool:
    """Whether a browser starts with these options."""
    command = [environment.PYTHON, "-c", TRIAL, engine, json.dumps(options)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def downloaded(engine: str) -> bool:
    """Whether Playwright could fetch its own build of the engine."""
    quick = os.environ | {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}
    command = [environment.PYTHON, "-m", "playwright", "install", engine]
    return subprocess.run(command, env=quick, capture_output=True, check=False).returncode == 0


def on_system(engine: str) -> Iterator[Options]:
    """The engine's programs on the PATH."""
    for name in ON_SYSTEM[engine]:
        if path := shutil.which(name):
            yield {"executable_path": path, **SYSTEM_OPTIONS[engine]}
