import { isEnabled, setEnabled } from "../../lib/button.js";
import { byId, fillList, fromTemplate, setText } from "../../lib/dom.js";

/**
 * All runs of a search, each of which can be shown.
 *
 * @typedef {ReturnType<typeof import("../../state/results/runs-view.js").runsView>} View
 */

/** @param {import("../../state/intents.js").Send} send */
export function mountRuns(send) {
  const sentence = byId("runs-standing", HTMLParagraphElement);
  const fault = byId("runs-fault", HTMLParagraphElement);
  const scroll = byId("runs-scroll", HTMLDivElement);
  const body = /** @type {HTMLElement} */ (byId("runs-table", HTMLTableElement).tBodies[0]);
  /** @type {View | null} */
  let shown = null;

  body.addEventListener("click", ({ target }) => {
    const row = target instanceof Element ? target.closest("tr") : null;
    const item = row ? shown?.rows[[...body.children].indexOf(row)] : null;
    const button = row?.querySelector("button");
    if (!item || !button || !isEnabled(button)) return;
    send({ type: "errandWanted", errand: "load", detail: { run: item.run } });
  });

  return (/** @type {View} */ view) => {
    shown = view;
    setText(sentence, view.sentence);
    setText(fault, view.fault);
    scroll.hidden = view.rows.length === 0;
    fillList(body, view.rows, () => fromTemplate("run-row"), fillRow);
    for (const button of body.querySelectorAll("button")) setEnabled(button, view.canLoad);
  };
}

/**
 * @param {HTMLElement} row
 * @param {View["rows"][number]} item
 */
function fillRow(row, { name, isShown, cells }) {
  const button = row.querySelector("button");
  if (button) setText(button, isShown ? `${name}, shown` : name);
  if (isShown) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
  row.querySelectorAll("td").forEach((cell, index) => setText(cell, cells[index] ?? ""));
}
