"""The command line: what ``python -m emkit`` understands, does and shows."""
