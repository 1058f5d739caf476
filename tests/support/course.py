"""A course page with labs in it: what they tell their host, and what the host asks of them."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Frame, Page

PATIENCE = 180_000

# The events cannot be awaited from outside where the page's own policy forbids to evaluate.
NOTE = """(() => {
  const told = [];
  const news = new EventTarget();
  for (const name of ["em-ready", "em-step", "em-result", "em-error"]) {
    addEventListener(name, ({ target, detail }) => {
      told.push({ id: target.id, name, detail });
      news.dispatchEvent(new Event("more"));
    });
  }
  globalThis.toldBy = (id, name) =>
    told.filter((one) => one.id === id && one.name === name).map(({ detail }) => detail);
  globalThis.whenTold = (id, name, times, patience) =>
    new Promise((resolve, reject) => {
      const look = () => toldBy(id, name).length >= times && resolve(toldBy(id, name));
      news.addEventListener("more", look);
      const late = () => reject(new Error(`${id}: ${JSON.stringify(told)}`.slice(-3000)));
      setTimeout(late, patience);
      look();
    });
})()"""


class Embedded:
    """One lab on the course page, by its id."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name

    def told(self, kind: str) -> list[Any]:
        """The details of all events of a kind so far."""
        return self.page.evaluate("([id, kind]) => toldBy(id, kind)", [self.name, kind])

    def tells(self, kind: str, times: int = 1) -> list[Any]:
        """The same once there are so many."""
        script = "([id, kind, times, patience]) => whenTold(id, kind, times, patience)"
        return self.page.evaluate(script, [self.name, kind, times, PATIENCE])

    def answers(self, kind: str, wish: str) -> Any:
        """The detail of the first event of a kind after a wish: "run()", "set({ data: [1] })"."""
        before = len(self.told(kind))
        self.wish(wish)
        return self.tells(kind, before + 1)[before]

    def wish(self, wish: str) -> None:
        """Call a method of the element, or anything else on it."""
        self.page.evaluate(f"void document.querySelector({json.dumps('#' + self.name)}).{wish}")

    def send(self, messages: str) -> None:
        """Post messages, as an expression for a list of them."""
        frame = f"document.querySelector({json.dumps('#' + self.name)}).firstElementChild"
        post = f"{frame}.contentWindow.postMessage(one, '*')"
        self.page.evaluate(f"() => {{ for (const one of {messages}) {post}; }}")

    @property
    def frame(self) -> Frame:
        """The lab itself."""
        element = self.page.locator(f"#{self.name} iframe").element_handle()
        frame = element.content_frame()
        assert frame is not None
        return frame
