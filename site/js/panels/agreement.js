import { makeCell, makeHead, makeRow } from "../lib/cells.js";
import { byId, fillList, markComponent, setText } from "../lib/dom.js";

/**
 * How the likeliest components agree with the label column.
 *
 * @typedef {ReturnType<typeof import("../state/results/agreement-view.js").agreementView>} View
 * @typedef {NonNullable<View>["rows"][number]} Row
 */

export function mountAgreement() {
  const block = byId("agreement", HTMLElement);
  const heading = byId("agreement-heading", HTMLHeadingElement);
  const sentence = byId("agreement-sentence", HTMLParagraphElement);
  const table = byId("agreement-table", HTMLTableElement);
  const heads = /** @type {HTMLElement} */ (table.tHead?.rows[0]);
  const body = /** @type {HTMLElement} */ (table.tBodies[0]);

  return (/** @type {View} */ view) => {
    block.hidden = view === null;
    if (!view) return;
    setText(heading, `Agreement with ${view.label}`);
    setText(sentence, view.sentence);
    sentence.dataset.rand = String(view.rand);
    fillList(heads, ["Component", ...view.values], makeHead("col"), setText);
    fillList(body, view.rows, makeRow, fillRow);
  };
}

/**
 * @param {HTMLElement} row
 * @param {Row} item
 */
function fillRow(row, { component, cells }) {
  const texts = [{ text: `Component ${component + 1}`, isMatched: false }, ...cells];
  fillList(row, texts, makeCell(row), (cell, { text, isMatched }) => {
    setText(cell, text);
    cell.classList.toggle("best", isMatched);
  });
  markComponent(/** @type {HTMLElement} */ (row.firstElementChild), component);
}
