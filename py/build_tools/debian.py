"""Debian's packages, where they can be had without asking anybody."""

import os
import shutil
import subprocess

from .report import say


def install(*packages: str) -> bool:
    """Whether packages could be installed; tried by root only."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    say(f"Installing from Debian: {', '.join(packages)}")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    subprocess.run(["apt-get", "update", "--quiet"], env=quiet, capture_output=True, check=False)
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        say(done.stderr.rstrip())
    return done.returncode == 0
