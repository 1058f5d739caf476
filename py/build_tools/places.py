"""Where things are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
PYTHON_SOURCES = ROOT / "py"
PACKAGE = PYTHON_SOURCES / "emkit"
PROJECT_FILE = ROOT / "pyproject.toml"

DIST = ROOT / "dist"
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
