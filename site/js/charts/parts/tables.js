import { element } from "./element.js";

/**
 * @typedef {object} Table
 * @property {string} caption
 * @property {readonly string[]} columns
 * @property {readonly (readonly string[])[]} rows the first cell of each is its heading
 */

/**
 * Keeps the tables of an opened `<details>` up to date; a closed one costs nothing.
 *
 * @param {{ details: HTMLDetailsElement, tables: HTMLElement }} frame
 * @param {() => Table[]} describe
 * @returns {{ refresh: () => void }}
 */
export function createTables({ details, tables }, describe) {
  const refresh = () => {
    if (details.open) tables.replaceChildren(...describe().map(build));
  };
  details.addEventListener("toggle", refresh);
  return { refresh };
}

/** @param {Table} table */
function build({ caption, columns, rows }) {
  const heads = columns.map((name) => element("th", { scope: "col" }, name));
  return element(
    "table",
    { class: "chart-table" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows.map(buildRow)),
  );
}

/** @param {readonly string[]} cells */
function buildRow([heading, ...cells]) {
  const head = element("th", { scope: "row" }, heading);
  return element("tr", {}, head, ...cells.map((cell) => element("td", {}, cell)));
}

/**
 * At most `limit` indexes spread evenly over 0 to n - 1, both ends among them.
 *
 * @param {number} n
 * @param {number} limit at least 2
 * @returns {number[]}
 */
export function spread(n, limit) {
  const kept = Math.min(n, limit);
  const reach = kept < 2 ? 0 : (n - 1) / (kept - 1);
  return Array.from({ length: kept }, (_, i) => Math.round(i * reach));
}
