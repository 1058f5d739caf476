"""The runtime in .cache/runtime/: fetched once, checked every time."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from . import places
from .files import write_whole
from .pins import RUNTIME_FILES, PinnedFile, Refused
from .report import BuildError, say
from .sources import Source, Unreachable

FOLDER = places.CACHE / "runtime"


def fetch(
    sources: Iterable[Source],
    folder: Path = FOLDER,
    wanted: Sequence[PinnedFile] = RUNTIME_FILES,
) -> Path:
    """The folder with every wanted file in it, asking the sources in turn for what is missing."""
    missing = missing_files(folder, wanted)
    complaints = []
    for source in sources:
        if not missing:
            break
        say(f"Fetching {count(missing)} of the runtime from {source.name}")
        try:
            take(source, missing, folder)
        except (Unreachable, Refused) as error:
            complaints.append(f"{source.name}: {error}")
            say(f"  no success: {error}")
        missing = missing_files(folder, missing)
    if missing:
        names = ", ".join(file.name for file in missing)
        raise BuildError(
            "\n  ".join([f"The runtime is incomplete, it lacks {names}.", *complaints]),
            f"Connect to a network that reaches one of the two places and try again, or copy the "
            f"files into {folder} by hand: whatever has the right SHA-256 is used.",
        )
    return folder


def take(source: Source, wanted: Sequence[PinnedFile], folder: Path) -> None:
    """Keep what the source gives, each file once it has been checked."""
    for file, content in source.fetch(wanted):
        file.check(content)
        write_whole(folder / file.name, content)


def missing_files(folder: Path, wanted: Sequence[PinnedFile]) -> list[PinnedFile]:
    """Those that are absent or not what they should be."""
    return [file for file in wanted if not file.is_at(folder / file.name)]


def count(wanted: Sequence[PinnedFile]) -> str:
    """How many files, in words."""
    return "1 file" if len(wanted) == 1 else f"{len(wanted)} files"
