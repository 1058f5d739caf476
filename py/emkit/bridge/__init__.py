"""What the page's worker talks to: commands as JSON text, results as JSON text and arrays."""

from emkit.bridge.commands import begin, program, wants_micropip

__all__ = ["begin", "program", "wants_micropip"]
