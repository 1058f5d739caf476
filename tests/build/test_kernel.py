"""The kernel is compiled where it is at home, once, and the build goes on where it cannot be."""

import ctypes
from pathlib import Path

import pytest

from build_tools import environment, homes, kernel
from build_tools.report import BuildError
from emkit.kernel import library
from emkit.kernel.self_test import is_sound

TOY = '__attribute__((visibility("default"))) int emkit_toy(void) { return 7; }\n'
PYODIDES = "libemkit.wasm"

machine = homes.this_machine()
at_home = pytest.mark.skipif(machine is None, reason="the kernel was never tried on this machine")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A C file in a folder of its own, and nothing compiled before."""
    monkeypatch.setattr(kernel, "FOLDER", tmp_path / "kept")
    return written(tmp_path / "project", TOY)


def written(root: Path, text: str) -> Path:
    path = root / "py" / "emkit" / "kernel" / "kernel.c"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return path


def made_beside(source: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in kernel.libraries_in(source.parent)}


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("nothing is to be compiled")


def test_pyodides_library_is_a_side_module(source: Path) -> None:
    kernel.build(source)
    content = made_beside(source)[PYODIDES]
    assert content.startswith(b"\0asm")
    assert b"dylink.0" in content[:32]  # what a loader of side modules asks for first
    assert b"emkit_toy" in content


@at_home
def test_this_machine_can_call_its_library(source: Path) -> None:
    assert machine is not None
    kernel.build(source)
    first = next(iter(machine.libraries))
    assert ctypes.CDLL(str(source.with_name(first))).emkit_toy() == 7


@at_home
def test_every_library_of_this_machine_that_it_can_run_computes() -> None:
    assert machine is not None
    kernel.build()
    able = [name for name in machine.libraries if name in library.names()]
    assert able
    for name in able:
        assert is_sound(library.load(kernel.SOURCE.with_name(name)))


def test_the_same_source_makes_the_same_bytes_anywhere(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel.build(source)
    monkeypatch.setattr(kernel, "FOLDER", tmp_path / "kept elsewhere")
    other = written(tmp_path / "elsewhere", TOY)
    kernel.build(other)
    assert made_beside(other) == made_beside(source) != {}


def test_what_was_compiled_is_not_compiled_again(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel.build(source)
    before = made_beside(source)
    monkeypatch.setattr(kernel, "compile_to", refuse)
    source.with_name(PYODIDES).write_bytes(b"damaged since")
    kernel.build(source)
    assert made_beside(source) == before


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of what is compiled from now on."""
    compile_to, names = kernel.compile_to, set[str]()

    def noting(made: Path, source: Path, words: tuple[str, ...]) -> None:
        names.add(made.name)
        compile_to(made, source, words)

    monkeypatch.setattr(kernel, "compile_to", noting)
    return names


def test_another_source_another_compiler_or_other_words_make_it_anew(
    source: Path, asked_for: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def anew() -> bool:
        asked_for.clear()
        kernel.build(source)
        return PYODIDES in asked_for

    assert anew()
    source.write_text(TOY.replace("7", "8"))
    assert anew()
    monkeypatch.setattr(homes, "PYODIDE", homes.home("x", PYODIDES, "wasm32-freestanding"))
    assert anew()
    fingerprint = kernel.fingerprint
    monkeypatch.setattr(kernel, "fingerprint", lambda *facts: f"{fingerprint(*facts)}-newer")
    assert anew()
    assert not anew()


def test_the_compiler_is_part_of_the_fingerprint(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kernel.fingerprint(source, ())
    monkeypatch.setattr(environment, "pinned", lambda _: ["ziglang==9.9.9"])
    assert kernel.fingerprint(source, ()) != before


def test_without_a_compiler_the_build_says_so_in_one_line_and_goes_on_in_numpy(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unsupported(*_: object, **__: object) -> None:
        raise BuildError("pip could not install the pinned packages")

    kernel.build(source)
    source.write_text(TOY.replace("7", "8"))
    monkeypatch.setattr(environment, "ensure", unsupported)
    capsys.readouterr()
    kernel.build(source)
    *_, said = capsys.readouterr().err.splitlines()
    assert said.startswith("No kernel, so emkit computes in NumPy alone: ziglang==")
    assert made_beside(source) == {}  # the old ones are not those of this source


def test_a_source_that_is_no_c_is_told_of_and_leaves_no_library(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kernel.build(source)
    source.write_text("int emkit_toy(void) { return }\n")
    kernel.build(source)
    assert "kernel.c:1:" in capsys.readouterr().err
    assert made_beside(source) == {}


def test_a_machine_of_another_kind_is_told_so_and_gets_pyodides_library_alone(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(homes.platform, "machine", lambda: "abacus")
    kernel.build(source)
    assert set(made_beside(source)) == {PYODIDES}
    assert "so emkit computes in NumPy here" in capsys.readouterr().err
