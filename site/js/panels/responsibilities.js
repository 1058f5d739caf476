import { makeCell, makeRow } from "../lib/cells.js";
import { byId, fillList, fromTemplate, markComponent, setText } from "../lib/dom.js";
import { count, probability } from "../lib/format.js";
import { enableArrows, setNumberField } from "../lib/spin.js";
import { createVirtualRows } from "./virtual-rows.js";

/**
 * One row a row of the data: its values and how sure each component is of it. Sorted by the heads,
 * searched by number.
 *
 * @typedef {NonNullable<ReturnType<typeof import("../state/rows/views.js").rowsView>>} View
 */

/** @param {import("../state/intents.js").Send} send */
export function mountResponsibilities(send) {
  const scroller = byId("responsibilities-scroll", HTMLDivElement);
  const table = byId("responsibilities", HTMLTableElement);
  const head = /** @type {HTMLTableRowElement} */ (table.tHead?.rows[0]);
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
  const find = byId("find-row", HTMLInputElement);
  const note = byId("rows-note", HTMLSpanElement);
  /** @type {View | null} */
  let shown = null;
  const rows = createVirtualRows(scroller, body, fill);

  enableArrows(/** @type {HTMLElement} */ (find.parentElement));
  find.addEventListener("input", () => send({ type: "rowSought", text: find.value }));
  head.addEventListener("click", ({ target }) => {
    const cell = target instanceof Element ? target.closest("th") : null;
    const heading = cell ? shown?.headings[cell.cellIndex] : null;
    if (heading) send({ type: "sortWanted", by: heading.by });
  });
  body.addEventListener("click", ({ target }) => {
    const chosen = target instanceof Element ? target.closest("tr[data-row]") : null;
    if (chosen instanceof HTMLElement) {
      send({ type: "workRowChosen", row: Number(chosen.dataset.row) });
    }
  });

  /** @type {Parameters<typeof createVirtualRows>[2]} */
  function fill(parent, first, last) {
    if (!shown) return;
    const view = shown;
    const places = Array.from({ length: last - first }, (_, offset) => first + offset);
    fillList(parent, places, makeRow, (row, place) => fillRow(row, place, view));
  }

  return function update(/** @type {View | null} */ view) {
    const before = shown;
    shown = view;
    const heads = view?.headings ?? [];
    fillList(head, heads, () => fromTemplate("column-head"), fillHead);
    table.style.setProperty("--columns", String(heads.length));
    table.setAttribute("aria-rowcount", String((view?.n ?? 0) + 1));
    setNumberField(find, view?.find ?? "");
    setText(note, view?.sought === -1 ? `There is no row ${view.find} here.` : (view?.note ?? ""));
    if (before?.fit !== view?.fit || before?.order !== view?.order) scroller.scrollTop = 0;
    rows.show(view?.n ?? 0);
    if (view && view.sought !== null && view.sought >= 0 && isNewlySought(before, view)) {
      rows.scrollTo(placeOf(view, view.sought));
    }
  };
}

/**
 * @param {View | null} before
 * @param {View} view
 */
function isNewlySought(before, view) {
  return before?.sought !== view.sought || before?.order !== view.order;
}

/**
 * Where a row stands in the order shown.
 * @param {View} view
 * @param {number} index
 */
function placeOf({ order }, index) {
  return order ? order.indexOf(index) : index;
}

/**
 * @param {HTMLElement} head
 * @param {View["headings"][number]} heading
 */
function fillHead(head, { name, long, text, component, sorted }) {
  const label = /** @type {HTMLElement} */ (head.querySelector("button"));
  const [prefix, rest] = label.children;
  if (prefix && rest) {
    setText(prefix, long);
    setText(rest, text);
  }
  label.setAttribute("aria-label", name);
  head.setAttribute("aria-label", name);
  if (sorted === "none") head.removeAttribute("aria-sort");
  else head.setAttribute("aria-sort", sorted);
  if (component === undefined) delete label.dataset.component;
  else markComponent(label, component);
}

/**
 * @param {HTMLElement} row
 * @param {number} place  in the order shown
 * @param {View} view
 */
function fillRow(row, place, view) {
  const index = view.order?.[place] ?? place;
  row.setAttribute("aria-rowindex", String(place + 2));
  row.dataset.row = String(index);
  if (index === view.sought) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
  fillList(row, cellsOf(index, view), makeCell(row), setText);
}

/**
 * @param {number} index
 * @param {View} view
 */
function cellsOf(index, { d, k, x, shares, hard, numbers, codes, labels, components, allDigits }) {
  const values = x.subarray(index * d, (index + 1) * d);
  const own = shares.subarray(index * k, (index + 1) * k);
  const likeliest = hard[index] ?? 0;
  return [
    count(numbers?.[index] ?? index + 1),
    ...Array.from(values, String),
    ...(codes ? [labels[codes[index] ?? -1] ?? ""] : []),
    ...Array.from(own, (share) => probability(share, allDigits)),
    String((components[likeliest] ?? likeliest) + 1),
    probability(own[likeliest] ?? NaN, allDigits),
  ];
}
