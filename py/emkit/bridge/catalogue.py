"""What can be set: ``python -m emkit.bridge.catalogue`` prints catalogue.json for the page."""

from __future__ import annotations

from emkit.bridge.task import to_json
from emkit.catalogue import as_data

if __name__ == "__main__":
    print(to_json(as_data()))
