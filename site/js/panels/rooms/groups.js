import { makeCell, makeHead, makeRow } from "../../lib/cells.js";
import { byId, fillList, markComponent, setText } from "../../lib/dom.js";

/**
 * Where groups found without a model differ from the components of the fit.
 *
 * @typedef {NonNullable<ReturnType<typeof import("../../state/beside/views.js").besideFound>>} BesideFound
 */

export function mountGroups() {
  const found = byId("beside-found", HTMLDivElement);
  const showTable = mountCrossTable(byId("beside-table", HTMLTableElement));
  const showRows = mountDiffering(byId("beside-differing", HTMLDetailsElement));

  return (/** @type {BesideFound | null} */ view) => {
    found.hidden = view === null;
    if (!view) return;
    showTable(view.crossTable);
    showRows(view.differing);
  };
}

/** @param {HTMLTableElement} table */
function mountCrossTable(table) {
  const head = /** @type {HTMLTableRowElement} */ (table.tHead?.rows[0]);
  const body = /** @type {HTMLElement} */ (table.tBodies[0]);

  return (/** @type {BesideFound["crossTable"]} */ { groups, components }) => {
    const heads = [{ name: "", partner: -1 }, ...groups]; // the corner is there already
    fillList(head, heads, makeHead("col"), (cell, { name, partner }) => {
      setText(cell, name);
      mark(cell, partner);
    });
    fillList(body, components, makeRow, (row, { name, component, cells }) => {
      const texts = [{ text: name, isMatched: false }, ...cells];
      fillList(row, texts, makeCell(row), (cell, { text, isMatched }) => {
        setText(cell, text);
        cell.classList.toggle("best", isMatched);
      });
      mark(/** @type {HTMLElement} */ (row.firstElementChild), component);
    });
  };
}

/** @param {HTMLDetailsElement} details */
function mountDiffering(details) {
  const summary = /** @type {HTMLElement} */ (details.querySelector("summary"));
  const table = byId("beside-rows", HTMLTableElement);
  const head = /** @type {HTMLTableRowElement} */ (table.tHead?.rows[0]);
  const body = /** @type {HTMLElement} */ (table.tBodies[0]);
  return (/** @type {BesideFound["differing"]} */ view) => {
    setText(summary, view.summary);
    details.hidden = view.rows.length === 0;
    fillList(head, view.heads, makeHead("col"), setText);
    fillList(body, view.rows, makeRow, (row, { cells, component, group, partner }) => {
      const texts = [...cells, String(component + 1), String(group + 1)];
      fillList(row, texts, makeCell(row), setText);
      mark(/** @type {HTMLElement} */ (row.children[texts.length - 2]), component);
      mark(/** @type {HTMLElement} */ (row.children[texts.length - 1]), partner);
    });
  };
}

/**
 * A group has the colour of the component it is matched with, if any.
 * @param {HTMLElement} element
 * @param {number} component  from 0, or -1
 */
function mark(element, component) {
  if (component >= 0) markComponent(element, component);
  else delete element.dataset["component"];
}
