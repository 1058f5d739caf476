"""A frame without an origin is bound by the page's policy, in words that every browser applies."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.hosting import HostedFolder

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
HOST = "<!doctype html><title>A course</title><iframe sandbox='allow-scripts' src='{}'></iframe>"


@pytest.mark.both_engines
def test_in_a_sandbox_the_policy_names_the_address_instead_of_self(
    page: Page,
    lab: HostedFolder,
    dist: Path,
    serve_folder: Callable[..., HostedFolder],
    tmp_path: Path,
) -> None:
    (tmp_path / "index.html").write_text(HOST.format(lab.url), encoding="utf-8")
    page.goto(serve_folder(tmp_path).url)
    policies = page.frame_locator("iframe").locator("meta[http-equiv='Content-Security-Policy']")
    stated = POLICY.search((dist / "index.html").read_text(encoding="utf-8"))
    assert stated is not None
    spelt = [policy.get_attribute("content") for policy in policies.all()]
    assert spelt == [stated[1].replace("'self'", lab.origin)]
