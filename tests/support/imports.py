"""Who imports whom, read from the sources without running them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

NAMES = r"[\w\s{},*$]+"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
JS_IMPORT_LATER = re.compile(r'\bimport\("([^"]+)"\)')
JS_IMPORT = re.compile(rf'^(?:import|(?:import|export)\b{NAMES}\bfrom)\s*"([^"]+)"', re.MULTILINE)


def python_module(path: Path, below: Path) -> str:
    """The dotted name of a module."""
    parts = path.relative_to(below).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def python_imports(path: Path, below: Path) -> Iterator[str]:
    """The dotted names of the modules that a module imports."""
    package = path.relative_to(below).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                yield inner if is_module(inner, below) else origin


def is_module(name: str, below: Path) -> bool:
    """Whether a dotted name is a module or a package of this project."""
    path = below.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def js_imports(path: Path) -> Iterator[str]:
    """What a JavaScript module imports, at once or later, as written; types do not count."""
    code = COMMENT.sub("", path.read_text(encoding="utf-8"))
    yield from JS_IMPORT.findall(code)
    yield from JS_IMPORT_LATER.findall(code)
