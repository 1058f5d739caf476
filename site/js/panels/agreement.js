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
    fillList(heads, ["Component", ...view.values], makeHead, setText);
    fillList(body, view.rows, makeRow, fillRow);
  };
}

function makeHead() {
  const head = document.createElement("th");
  head.scope = "col";
  return head;
}

function makeRow() {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  row.append(head);
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {Row} item
 */
function fillRow(row, { component, cells }) {
  while (row.children.length > cells.length + 1) row.lastElementChild?.remove();
  while (row.children.length <= cells.length) row.append(document.createElement("td"));
  const [head, ...others] = /** @type {HTMLCollectionOf<HTMLElement>} */ (row.children);
  if (head) {
    setText(head, `Component ${component + 1}`);
    markComponent(head, component);
  }
  others.forEach((cell, index) => {
    const { text, isMatched } = cells[index] ?? { text: "", isMatched: false };
    setText(cell, text);
    cell.classList.toggle("best", isMatched);
  });
}
