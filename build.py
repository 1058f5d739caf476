"""Build, serve, test and measure the laboratory. Needs Python 3.11 or newer and nothing else.

Commands:
    python3 build.py                                   build dist/, for any static host
    python3 build.py serve [--port N] [--no-browser]   build it and serve it on this machine
    python3 build.py test [pytest's arguments]         set up everything for the tests; run them
    python3 build.py bench [--short]                   measure it beside its peers
"""

import argparse
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (this is who says so)
    sys.exit("build.py needs Python 3.11 or newer, this is " + sys.version.split()[0] + ".")

sys.path.insert(0, str(Path(__file__).resolve().parent / "py"))

from build_tools import bench, dist, serving, testing
from build_tools.report import BuildError, say


def main(words: list[str]) -> int:
    """Do what the command line asks; the value is the program's exit code."""
    asked, others = parser().parse_known_args(words)
    if others and asked.command != "test":
        parser().error(f"unrecognized arguments: {' '.join(others)}")
    try:
        return run(asked, others)
    except BuildError as error:
        say(f"\n{error}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return 130


def parser() -> argparse.ArgumentParser:
    """What may be asked."""
    top = argparse.ArgumentParser(
        prog="build.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = top.add_subparsers(dest="command")
    serve = commands.add_parser("serve", help="build dist/ and serve it on 127.0.0.1")
    serve.add_argument("--port", type=int, help="the port (8000, or a free one if that is taken)")
    serve.add_argument("--no-browser", action="store_true", help="do not open a browser")
    commands.add_parser("test", help="run all tests; further arguments go to pytest")
    bench_words = commands.add_parser("bench", help="run the benchmarks")
    bench_words.add_argument("--short", action="store_true", help="small problems, nothing kept")
    return top


def run(asked: argparse.Namespace, others: list[str]) -> int:
    """Carry out one command."""
    if asked.command == "test":
        return testing.run(others)
    if asked.command == "bench":
        return bench.run(["--short"] if asked.short else [])
    folder = dist.build()
    if asked.command == "serve":
        serving.serve(folder, asked.port, open_browser=not asked.no_browser)
    else:
        say(f"Built {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
