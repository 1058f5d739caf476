"""WebKit on a display of its own, driven by Selenium."""

import contextlib
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from build_tools import webkit

SIZE = (1440, 1000)
PATIENCE = 60  # seconds
# The last of its compilers for WebAssembly takes half of the time of a boot.
WITHOUT_LAST_COMPILER = {"JSC_useOMGJIT": "0"}


@contextlib.contextmanager
def display() -> Iterator[str]:
    """The name of a display that nobody looks at."""
    reading, writing = os.pipe()
    options = f"-displayfd {writing} -screen 0 {SIZE[0]}x{SIZE[1]}x24"
    command = [webkit.DISPLAY, *options.split()]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, pass_fds=[writing], **quiet) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        assert number, f"{webkit.DISPLAY} did not start"
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextlib.contextmanager
def browser() -> Iterator[WebKitGTK]:
    """A fresh profile, which is thrown away; its tabs share what they keep."""
    with display() as name:
        surroundings = os.environ | {"DISPLAY": name} | WITHOUT_LAST_COMPILER
        service = Service(shutil.which(webkit.DRIVER), env=surroundings)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of Selenium's, by itself
            driver = WebKitGTK(options=Options(), service=service)
        try:
            driver.set_window_size(*SIZE)
            driver.set_page_load_timeout(PATIENCE)
            yield driver
        finally:
            driver.quit()
