"""Fingers on a screen: what a person with a phone does, as the browser's own touch events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page

Spot = tuple[float, float]


class Hand:
    """A hand over the page of a context that has a touch screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def drag(self, *ways: Sequence[Spot], steps: int = 8) -> None:
        """Put down a finger for each way from one spot to another, move them, lift them."""
        self.hold(*ways, steps=steps)
        self.lift()

    def hold(self, *ways: Sequence[Spot], steps: int = 8) -> None:
        """The same without lifting them."""
        self._touch("touchStart", [start for start, _ in ways])
        for step in range(1, steps + 1):
            self._touch("touchMove", [between(*way, step / steps) for way in ways])

    def lift(self) -> None:
        """Lift all fingers."""
        self._touch("touchEnd", [])

    def tap(self, spot: Spot) -> None:
        """Tap a spot."""
        self.page.touchscreen.tap(*spot)

    def _touch(self, kind: str, spots: Sequence[Spot]) -> None:
        points: list[dict[str, Any]] = [
            {"x": x, "y": y, "id": number} for number, (x, y) in enumerate(spots)
        ]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def between(start: Spot, end: Spot, share: float) -> Spot:
    """The spot at a share of the way."""
    return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))


def spot_in(element: Locator, across: float = 0.5, down: float = 0.5) -> Spot:
    """A spot in an element that was brought into view, by shares of its width and height."""
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    assert box is not None
    return (box["x"] + across * box["width"], box["y"] + down * box["height"])
