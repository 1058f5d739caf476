/** What tables are filled with by `fillList`, where a template would hold one empty element. */

/**
 * Makes heads of columns or of rows.
 * @param {"col" | "row"} scope
 */
export function makeHead(scope) {
  return () => Object.assign(document.createElement("th"), { scope });
}

/** Makes a row without cells. */
export function makeRow() {
  return document.createElement("tr");
}

/**
 * Makes the cells of a row, the first of which is its head.
 * @param {HTMLElement} row
 */
export function makeCell(row) {
  return () => (row.children.length === 0 ? makeHead("row")() : document.createElement("td"));
}
