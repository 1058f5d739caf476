import { byId } from "../lib/dom.js";

/**
 * The page in a frame of another: what is seldom needed there is folded, and a link leads to the
 * whole of it. The styles do the rest.
 * @param {import("../state/intents.js").Send} send
 */
export function mountFrame(send) {
  if (document.documentElement.dataset.embed === undefined) return;
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll("details.framed")
  );
  for (const fold of folds) fold.open = false;
  mountSettings();
  mountWayOut(send);
}

/** All settings, or those of an exercise only: numbers, components and start. */
function mountSettings() {
  const form = byId("input", HTMLFormElement);
  const button = byId("all-settings", HTMLButtonElement);
  button.addEventListener("click", () => {
    const isWhole = form.toggleAttribute("data-whole");
    button.setAttribute("aria-expanded", String(isWhole));
    button.textContent = isWhole ? "Fewer settings" : "All settings";
  });
}

/**
 * The address is made when it is asked for, since long data are compressed for it. A sandbox opens
 * no other page.
 * @param {import("../state/intents.js").Send} send
 */
function mountWayOut(send) {
  const link = byId("full-lab", HTMLAnchorElement);
  link.hidden = self.origin === "null";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    send({ type: "fullLabWanted" });
  });
}
