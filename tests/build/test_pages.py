"""A page is joined from its parts."""

from pathlib import Path

import pytest

from build_tools import pages
from build_tools.report import BuildError


def page_of(folder: Path, text: str, **parts: str) -> Path:
    for name, part in parts.items():
        (folder / f"{name}.html").write_text(part, encoding="utf-8")
    page = folder / "page"
    page.write_text(text, encoding="utf-8")
    return page


def test_a_part_stands_where_it_is_named_and_as_far_in(tmp_path: Path) -> None:
    text = "<main>\n  <!-- part: one.html -->\n</main>\n"
    page = page_of(tmp_path, text, one="<p>\n  Hello\n\n</p>\n")
    assert pages.joined(page) == "<main>\n  <p>\n    Hello\n\n  </p>\n</main>\n"


def test_a_part_may_name_parts_and_each_is_changed_once(tmp_path: Path) -> None:
    parts = {"one": "b\n<!-- part: two.html -->\n", "two": "b\n"}
    page = page_of(tmp_path, "<!-- part: one.html -->\n", **parts)
    assert pages.joined(page, lambda text: text.replace("b\n", "bb\n")) == "bb\nbb\n"


def test_a_part_that_is_not_there_is_an_error_with_its_name(tmp_path: Path) -> None:
    page = page_of(tmp_path, "<!-- part: gone.html -->\n")
    with pytest.raises(BuildError, match=r"gone\.html"):
        pages.joined(page)


def test_nothing_that_is_a_part_is_shipped_by_itself(dist: Path) -> None:
    assert not any((dist / folder).exists() for folder in pages.PART_FOLDERS)
    assert "<!-- part:" not in (dist / "index.html").read_text(encoding="utf-8")
