"""What the page's worker talks to: commands as JSON text, results as JSON text and arrays."""

from emkit.bridge.commands import begin

__all__ = ["begin"]
