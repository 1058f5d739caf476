"""A page of few files made of one with many."""

from pathlib import Path

from . import esbuild, scripts, styles
from .modules import named_ahead


def joined(page: str, folder: Path) -> str:
    """The page with its styles and scripts joined, where esbuild is at hand."""
    program = esbuild.program()
    if program is None:
        return named_ahead(page, folder)
    page = styles.joined(page, folder, program)
    page, imports = scripts.joined(page, folder, program)
    return named_ahead(page, folder, imports)
