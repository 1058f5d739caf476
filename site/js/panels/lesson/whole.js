import { isEnabled, setEnabled } from "../../lib/button.js";
import { makeCell, makeHead, makeRow } from "../../lib/cells.js";
import { byId, fillList, setText } from "../../lib/dom.js";

/**
 * The whole E-step as the table that one fills in by hand, a page of rows at a time.
 *
 * @typedef {ReturnType<typeof import("../../state/lesson/views.js").workView>} WorkView
 * @typedef {NonNullable<WorkView["whole"]>} Whole
 */

/** @param {import("../../state/intents.js").Send} send */
export function mountWhole(send) {
  const toggle = byId("work-whole", HTMLButtonElement);
  const box = byId("work-table-box", HTMLDivElement);
  const table = byId("work-table", HTMLTableElement);
  const range = byId("work-range", HTMLSpanElement);
  const previous = byId("work-previous", HTMLButtonElement);
  const next = byId("work-next", HTMLButtonElement);
  /** @type {Whole | null} */
  let shown = null;

  toggle.addEventListener("click", () => send({ type: "wholeToggled" }));
  /** @param {HTMLButtonElement} button @param {1 | -1} direction */
  const turn = (button, direction) => () => {
    if (!shown || !isEnabled(button)) return;
    send({ type: "workPageChosen", from: shown.from + direction * shown.step });
  };
  previous.addEventListener("click", turn(previous, -1));
  next.addEventListener("click", turn(next, 1));
  table.addEventListener("click", ({ target }) => {
    const row = target instanceof Element ? target.closest("tr[data-row]") : null;
    if (row instanceof HTMLElement) send({ type: "workRowChosen", row: Number(row.dataset.row) });
  });

  /** @param {WorkView} view */
  return function update({ isWhole, whole }) {
    shown = whole;
    setText(toggle, isWhole ? "Hide the whole E-step" : "Show the whole E-step");
    toggle.setAttribute("aria-expanded", String(isWhole));
    box.hidden = whole === null;
    if (!whole) return;
    fill(table, whole);
    setText(range, whole.range);
    setEnabled(previous, whole.canGoBack);
    setEnabled(next, whole.canGoOn);
  };
}

/**
 * @param {HTMLTableElement} table
 * @param {Whole} whole
 */
function fill(table, { title, heads, rows, totals, blanks }) {
  const head = /** @type {HTMLTableRowElement} */ (table.tHead?.rows[0]);
  const foot = /** @type {HTMLTableRowElement} */ (table.tFoot?.rows[0]);
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
  if (table.caption) setText(table.caption, title);
  fillList(head, heads, makeHead("col"), setText);
  fillList(body, rows, makeRow, fillRow);
  foot.replaceChildren(sumHead(blanks), ...totals.map(total));
}

/**
 * @param {HTMLElement} line
 * @param {Whole["rows"][number]} row
 */
function fillRow(line, { index, head, cells, isChosen }) {
  line.dataset.row = String(index);
  line.toggleAttribute("data-chosen", isChosen);
  fillList(line, [head, ...cells], makeCell(line), setText);
}

/** @param {number} blanks  columns whose sum means nothing */
function sumHead(blanks) {
  const head = makeHead("row")();
  head.colSpan = blanks + 1;
  head.textContent = "Sum over all rows";
  return head;
}

/** @param {{ text: string, quantity: string }} sum */
function total({ text, quantity }) {
  const cell = document.createElement("td");
  cell.textContent = text;
  cell.dataset.quantity = quantity;
  return cell;
}
