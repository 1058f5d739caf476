"""``python -m emkit``: fit, compare and sample mixtures from the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from emkit.cli.arguments import parser
from emkit.cli.commands import COMMANDS
from emkit.errors import EmError


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks; the value is the program's exit code.

    A mistake ends with 2 and one line on standard error, an interruption with 130.
    """
    asked = parser().parse_args(words)
    try:
        COMMANDS[asked.command](asked)
        sys.stdout.flush()
    except EmError as error:
        print(f"error: {error.message} {error.remedy}".rstrip(), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever was reading has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
