"""The samples as the page reads them: ``python -m emkit.bridge.samples`` prints samples.json."""

from __future__ import annotations

from dataclasses import asdict

from emkit.bridge.task import to_json
from emkit.data.datasets import samples

if __name__ == "__main__":
    print(to_json([asdict(sample) for sample in samples()]))
