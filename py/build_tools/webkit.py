"""The WebKit that Selenium drives in the tests: WebKitGTK's driver, and a display to draw on."""

import shutil

from . import debian

DRIVER = "WebKitWebDriver"
DISPLAY = "Xvfb"
DEBIAN_PACKAGES = {DRIVER: "webkit2gtk-driver", DISPLAY: "xvfb"}


def ensure() -> None:
    """Install what is missing where that can be done without asking; the tests say what is not."""
    if lacking := missing():
        debian.install(*(DEBIAN_PACKAGES[program] for program in lacking))


def missing() -> list[str]:
    """The programs that are not on the PATH."""
    return [program for program in DEBIAN_PACKAGES if not shutil.which(program)]


def complaint() -> str:
    """What is missing and how to get it; empty where all is there."""
    lacking = missing()
    if not lacking:
        return ""
    packages = " ".join(DEBIAN_PACKAGES[program] for program in lacking)
    return f"There is no {' and no '.join(lacking)} here. On Debian: apt-get install {packages}"
