"""A page names the modules that it starts with."""

import re
from pathlib import Path

from build_tools import editions, modules


def scripts(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_modules_near_and_far_are_named_once_and_as_far_in_as_their_place(tmp_path: Path) -> None:
    far = 'export {\n  x,\n} from "./c.js";\n'
    folder = scripts(tmp_path, a='import "./b.js";\nimport { x } from "./c.js";\n', b=far, c="")
    assert modules.named_ahead("  <!-- modules of: a.js -->\n<p>\n", folder) == (
        '  <link rel="modulepreload" href="a.js">\n'
        '  <link rel="modulepreload" href="b.js">\n'
        '  <link rel="modulepreload" href="c.js">\n<p>\n'
    )


def test_types_and_modules_loaded_later_are_not_named(tmp_path: Path) -> None:
    late = '/** @type {import("./b.js").B} */\nconst later = () => import("./c.js");\n'
    folder = scripts(tmp_path, a=f'{late}export const home = new URL("../", "x:/");\n', b="", c="")
    assert modules.imported(folder / "a.js", folder) == {"a.js"}


def test_every_module_that_the_page_names_is_there(dist: Path) -> None:
    page = (dist / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'rel="modulepreload" href="([^"]+)"', page)
    assert f"{editions.home(dist).name}/js/engine/main.js" in named
    assert [name for name in named if not (dist / name).is_file()] == []
