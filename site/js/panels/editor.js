import { fillList, fromTemplate, markComponent, setText, setValue, setWrong } from "../lib/dom.js";
import { isSame } from "../lib/same.js";
import { setNumberField } from "../lib/spin.js";

/**
 * A table of parameters to be edited, a row for each component, and beside it one covariance
 * matrix at a time.
 *
 * @typedef {import("../state/parameters/grid.js").Cell} Cell
 * @typedef {import("../state/parameters/grid.js").Grid} Grid
 * @typedef {import("../state/parameters/grid.js").Matrix} Matrix
 * @typedef {import("../state/parameters/grid.js").Row} Row
 */

/** @type {WeakMap<HTMLInputElement, Cell>} which number a field is for */
const CELLS = new WeakMap();

/**
 * @param {HTMLElement} place  where the editor goes
 * @param {object} means
 * @param {string} means.caption
 * @param {(field: Cell["field"], path: number[], value: string) => void} means.onEdit
 * @param {(component: number) => void} means.onShown
 */
export function mountEditor(place, { caption, onEdit, onShown }) {
  const editor = fromTemplate("parameters-editor");
  const [table, square] = /** @type {NodeListOf<HTMLTableElement>} */ (
    editor.querySelectorAll("table")
  );
  const matrix = part(editor, ".matrix");
  const chooser = part(editor, ".chooser");
  const choice = /** @type {HTMLSelectElement} */ (editor.querySelector("select"));
  if (!table || !square) throw new Error("template #parameters-editor lacks its tables");
  setText(part(table, "caption"), caption);
  place.append(editor);

  editor.addEventListener("input", ({ target }) => {
    const cell = target instanceof HTMLInputElement ? CELLS.get(target) : undefined;
    if (cell) onEdit(cell.field, cell.path, /** @type {HTMLInputElement} */ (target).value);
  });
  choice.addEventListener("change", () => onShown(choice.selectedIndex));

  /** @param {Grid} grid */
  return function update({ heads, rows, matrix: shown }) {
    editor.dataset.wide = String(heads.length > 3);
    fillHead(table, heads);
    fillRows(table, rows, markComponent);
    matrix.hidden = shown === null;
    if (!shown) return;
    chooser.hidden = shown.components.length === 0;
    fillChoice(choice, shown);
    setText(part(square, "caption"), shown.title);
    fillHead(
      square,
      shown.heads.map((head) => ({ head, note: "" })),
    );
    fillRows(square, shown.rows);
  };
}

/**
 * @param {HTMLElement} element
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(element, selector) {
  return /** @type {HTMLElement} */ (element.querySelector(selector));
}

/**
 * @param {HTMLTableElement} table
 * @param {Grid["heads"]} heads
 */
function fillHead(table, heads) {
  const row = /** @type {HTMLElement} */ (table.tHead?.rows[0]);
  const cells = [{ head: "", note: "" }, ...heads]; // the first, above the rows' heads, is empty
  fillList(
    row,
    cells,
    () => fromTemplate("parameters-head"),
    (cell, { head, note }, i) => {
      if (i === 0) return;
      setText(/** @type {HTMLElement} */ (cell.firstElementChild), head);
      setText(/** @type {HTMLElement} */ (cell.lastElementChild), note);
    },
  );
}

/**
 * @param {HTMLTableElement} table
 * @param {Row[]} rows
 * @param {(head: HTMLElement, index: number) => void} [mark]
 */
function fillRows(table, rows, mark = () => {}) {
  const body = /** @type {HTMLElement} */ (table.tBodies[0]);
  fillList(
    body,
    rows,
    () => fromTemplate("parameters-row"),
    (line, { head, label, cells }, index) => {
      const name = /** @type {HTMLElement} */ (line.firstElementChild);
      setText(name, head);
      setLabel(name, label);
      mark(name, index);
      fillList(line, [null, ...cells], () => fromTemplate("parameters-cell"), fillCell);
    },
  );
}

/**
 * @param {HTMLElement} place
 * @param {Cell | null} cell  null for the head of the row
 */
function fillCell(place, cell) {
  if (!cell) return;
  const field = /** @type {HTMLInputElement} */ (place.firstElementChild);
  const before = CELLS.get(field);
  CELLS.set(field, cell);
  // Sixteen components of 32 variables have 1,500 fields: only what changes is touched.
  if (field.value === cell.value && isSame(before, cell)) return;
  setLabel(field, cell.label);
  setNumberField(field, cell.value);
  setWrong(field, cell.wrong);
}

/**
 * @param {HTMLElement} element
 * @param {string} label
 */
function setLabel(element, label) {
  if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
}

/**
 * @param {HTMLSelectElement} choice
 * @param {Matrix} matrix
 */
function fillChoice(choice, { components, shown }) {
  fillList(choice, components, () => document.createElement("option"), setOption);
  setValue(choice, components[shown] ?? "");
}

/**
 * @param {HTMLElement} option
 * @param {string} name
 */
function setOption(option, name) {
  setText(option, name);
}
