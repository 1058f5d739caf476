import { byId, fillList, fromTemplate, markComponent, setText } from "../lib/dom.js";

/**
 * The parameters at the start and at the iteration that is shown, a row for each component and
 * variable.
 *
 * @typedef {ReturnType<typeof import("../state/results/parameters-view.js").parametersView>} View
 */

export function mountFitted() {
  const table = byId("parameters", HTMLTableElement);
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
  const moments = table.querySelectorAll("thead [data-moment]");

  return (/** @type {View} */ view) => {
    table.dataset.several = String(view.hasColumns);
    for (const moment of moments) setText(moment, view.moment);
    fillList(body, view.rows, () => fromTemplate("parameter-row"), fillRow);
  };
}

/**
 * @param {HTMLElement} row
 * @param {View["rows"][number]} item
 */
function fillRow(row, { component, label, column, cells }) {
  const head = /** @type {HTMLElement} */ (row.querySelector("th"));
  const number = head.querySelector("span:last-child");
  if (number) setText(number, String(component + 1));
  head.setAttribute("aria-label", label);
  markComponent(head, component);
  const [name, ...values] = row.querySelectorAll("td");
  if (name) setText(name, column);
  values.forEach((cell, index) => {
    const { role, text, error } = cells[index] ?? { role: "", text: "", error: "" };
    cell.dataset.role = role;
    const [value, deviation] = cell.querySelectorAll("span, small");
    if (!value || !deviation) return;
    setText(value, text);
    setText(deviation, error && `± ${error}`);
  });
}
