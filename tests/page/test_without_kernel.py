"""A kernel that does not load costs time and nothing else: NumPy computes in its place."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from build_tools import dist as building
from build_tools import editions, examples, homes, places, runtime, wheel
from support.hearing import Heard
from support.hosting import HostedFolder
from support.lab import Lab

REFERENCE = -1034.001749831608  # Old Faithful after 100 iterations (tests/references)


def test_a_damaged_kernel_is_passed_over_in_silence(
    page: Page, heard: Heard, serve_folder: Callable[..., HostedFolder], tmp_path: Path
) -> None:
    hosted = serve_folder(with_damaged_kernel(tmp_path / "dist"))
    lab = Lab(page, heard).open(hosted.url)
    lab.type_start()
    lab.type_limits("100", tolerance="0")
    lab.calculate()
    expect(page.locator("#versions")).to_contain_text("engine of the last fit: NumPy")
    assert abs(lab.figure("Log-likelihood") - REFERENCE) < 1e-8
    assert heard.errors == heard.console == []


def with_damaged_kernel(folder: Path) -> Path:
    """The lab whose wheel brings half of a kernel."""
    whole = places.PACKAGE / "kernel" / "libemkit.wasm"
    half = whole.read_bytes()[: whole.stat().st_size // 2]
    package = wheel.pack(platform=homes.PYODIDE.tag, libraries={whole.name: half})
    building.assemble(folder, runtime.FOLDER, package, examples.make(wheel.pack()))
    editions.settle(folder)
    return folder
