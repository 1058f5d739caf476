import { byId, fillList, fromTemplate, markComponent, setText } from "../lib/dom.js";

/** The fit beside the mixture that its sample was drawn from. */

export function mountTruth() {
  const place = byId("truth", HTMLElement);
  const table = byId("truth-table", HTMLTableElement);
  const head = /** @type {HTMLElement} */ (table.tHead?.rows[0]);
  const body = /** @type {HTMLElement} */ (table.tBodies[0]);

  /** @param {ReturnType<typeof import("../state/drawing/views.js").truthView>} view */
  return function update(view) {
    place.hidden = view === null;
    if (!view) return;
    const heads = ["", "Found as", ...view.heads.flatMap((name) => [name, ""])];
    fillList(
      head,
      heads,
      () => document.createElement("th"),
      (cell, _, i) => {
        cell.setAttribute("scope", "col");
        fillHead(cell, heads, i);
      },
    );
    fillList(body, view.rows, () => fromTemplate("truth-row"), fillRow);
  };
}

/**
 * @param {HTMLElement} cell
 * @param {string[]} heads
 * @param {number} i
 */
function fillHead(cell, heads, i) {
  if (i === 0) return setText(cell, "Component");
  if (i === 1) return setText(cell, heads[i] ?? "");
  const isTruth = i % 2 === 0;
  setText(cell, `${heads[isTruth ? i : i - 1]} ${isTruth ? "true" : "found"}`);
}

/** @typedef {NonNullable<ReturnType<typeof import("../state/drawing/views.js").truthView>>} View */

/**
 * @param {HTMLElement} line
 * @param {View["rows"][number]} row
 */
function fillRow(line, { head, counterpart, cells }) {
  setText(/** @type {HTMLElement} */ (line.firstElementChild), head);
  const texts = [
    counterpart === null ? "none" : String(counterpart + 1),
    ...cells.flatMap(({ truth, estimate }) => [truth, estimate]),
  ];
  fillList(
    line,
    ["", ...texts],
    () => document.createElement("td"),
    (cell, text, i) => {
      if (i > 0) setText(cell, text);
      if (i !== 1) return;
      if (counterpart === null) delete cell.dataset.component;
      else markComponent(cell, counterpart);
    },
  );
}
