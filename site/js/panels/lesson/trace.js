import { byId, setText } from "../../lib/dom.js";
import { describeQuantity } from "../../lib/quantity.js";

/**
 * Shows where a number comes from: wherever the same quantity stands, it is outlined. By pointing,
 * or from one quantity to the next with the arrow keys.
 *
 * @param {HTMLElement} room
 */
export function mountTrace(room) {
  const handle = byId("work-trace", HTMLParagraphElement);
  const spoken = byId("work-spoken", HTMLParagraphElement);
  const invitation = handle.textContent ?? "";
  /** @type {string | null} */
  let traced = null;
  let isByPointer = false;

  /** @param {string | null} quantity */
  function trace(quantity) {
    if (quantity === traced) return;
    traced = quantity;
    for (const one of room.querySelectorAll("[data-quantity]")) {
      one.toggleAttribute("data-traced", one.getAttribute("data-quantity") === quantity);
    }
    setText(handle, quantity ? describeQuantity(quantity) : invitation);
  }

  /** @param {number} by */
  function move(by) {
    const names = [...room.querySelectorAll("#work [data-quantity]")];
    const quantities = [...new Set(names.map((one) => one.getAttribute("data-quantity") ?? ""))];
    if (quantities.length === 0) return;
    const place = traced === null ? (by > 0 ? -1 : 0) : quantities.indexOf(traced);
    const next = quantities[(place + by + quantities.length) % quantities.length] ?? "";
    trace(next);
    const value = names.find((one) => one.getAttribute("data-quantity") === next)?.textContent;
    setText(spoken, `${value ?? ""}: ${describeQuantity(next)}`);
  }

  room.addEventListener("pointerover", ({ target }) => {
    const found = target instanceof Element ? target.closest("[data-quantity]") : null;
    if (!found && !isByPointer) return; // something may move under a pointer at rest
    isByPointer = found !== null;
    trace(found?.getAttribute("data-quantity") ?? null);
  });
  room.addEventListener("pointerleave", ({ pointerType }) => {
    if (isByPointer && pointerType !== "touch") trace(null); // a finger leaves as soon as it has tapped
  });
  handle.addEventListener("blur", () => trace(null));
  handle.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") trace(null);
    if (by === undefined) return;
    event.preventDefault();
    move(by);
  });
}
