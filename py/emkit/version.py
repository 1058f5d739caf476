"""The one place that states emkit's version."""

__version__ = "0.1.0"
