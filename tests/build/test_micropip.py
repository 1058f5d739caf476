"""The shipped micropip installs the shipped wheel from the page's own origin."""

from pathlib import Path

from playwright.sync_api import Page

from build_tools import homes, wheel
from support.hearing import Heard
from support.hosting import HostedFolder

INSTALL = """
async ([base, wheel]) => {
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  const pyodide = await loadPyodide({ packageBaseUrl: base, packages: ["numpy", "micropip"] });
  const micropip = pyodide.pyimport("micropip");
  await micropip.install(`${base}${wheel}`);
  return pyodide.runPython(`
import emkit, importlib.metadata
found = importlib.metadata.distribution("emkit")
fit = emkit.fit([1.0, 2.0, 8.0, 9.0], components=2)
installer = found.read_text("INSTALLER").strip()
f"{found.version} by {installer}: {emkit.engine_name()}, {fit.status.code}"
`);
}
"""


def test_micropip_installs_the_wheel_from_the_pages_own_origin(
    page: Page, lab: HostedFolder, edition: Path, heard: Heard
) -> None:
    runtime = f"{lab.url}{edition.name}/runtime/"
    page.goto(f"{runtime}manifest.json")  # a document without a policy of its own
    packed = wheel.best(homes.PYODIDE)
    said = page.evaluate(INSTALL, [runtime, packed.name])
    assert said == f"{packed.version} by micropip: kernel (C, SIMD), converged"
    assert heard.off_origin(lab.origin) == []
