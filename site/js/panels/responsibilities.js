import { byId, fillList, fromTemplate, markComponent, setText } from "../lib/dom.js";
import { count, probability } from "../lib/format.js";

/**
 * One row a value, of which only those in view exist: two spacer rows stand for the others, so
 * that 100,000 rows cost what forty do.
 */

const ROWS_BEYOND = 12;

export function mountResponsibilities() {
  const scroller = byId("responsibilities-scroll", HTMLDivElement);
  const table = byId("responsibilities", HTMLTableElement);
  const head = /** @type {HTMLTableRowElement} */ (table.tHead?.rows[0]);
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
  const above = spacer();
  const below = spacer();
  /** @type {Shown | null} */
  let shown = null;

  scroller.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(scroller);

  function draw() {
    if (!shown) return body.replaceChildren();
    const height = rowHeight(scroller);
    const { first, last } = inView(scroller, height, shown.values.length);
    const rows = Array.from({ length: last - first }, (_, offset) => first + offset);
    above.remove();
    below.remove();
    const { k } = shown;
    for (const row of [...body.rows]) if (row.cells.length !== k + 2) row.remove();
    fillList(
      body,
      rows,
      () => makeRow(k),
      (row, index) => fillRow(row, index, shown),
    );
    setSpace(above, first * height);
    setSpace(below, (shown.values.length - last) * height);
    body.prepend(above);
    body.append(below);
  }

  /** @param {ReturnType<typeof import("../state/results/views.js").resultsView>} view */
  return function update({ report, arrays, allDigits }) {
    const previous = shown;
    shown = report && arrays ? shownOf(report, arrays, allDigits) : null;
    if (shown?.values === previous?.values && shown?.allDigits === previous?.allDigits) return;
    if (shown?.values !== previous?.values) scroller.scrollTop = 0;
    const heads = shown ? headings(shown) : [];
    fillList(head, heads, () => fromTemplate("column-head"), fillHead);
    table.style.setProperty("--columns", String(heads.length));
    table.setAttribute("aria-rowcount", String((shown?.values.length ?? 0) + 1));
    draw();
  };
}

/** @typedef {{ values: Float64Array, shares: Float64Array, k: number, name: string, allDigits: boolean }} Shown */

/**
 * @param {import("../state/results/state.js").Report} report
 * @param {import("../engine/protocol.js").Arrays} arrays
 * @param {boolean} allDigits
 * @returns {Shown | null}
 */
function shownOf(report, arrays, allDigits) {
  const { x: values, responsibilities: shares } = arrays;
  if (!values || !shares) return null;
  return { values, shares, k: report.final.weights.length, name: report.name, allDigits };
}

/** More components than this are named by number and colour alone, to fit. */
const NAMED_IN_FULL = 4;

/** @typedef {{ name: string, text: string, component?: number }} Heading  component: from 0 */

/**
 * @param {Shown} shown
 * @returns {Heading[]}
 */
function headings({ k, name }) {
  const long = k <= NAMED_IN_FULL ? "Component " : "";
  const components = Array.from({ length: k }, (_, component) => {
    return { name: long, text: String(component + 1), component };
  });
  return [{ name: "", text: "Row" }, { name: "", text: name }, ...components];
}

/**
 * @param {HTMLElement} head
 * @param {Heading} heading
 */
function fillHead(head, { name, text, component }) {
  const [long, short] = head.querySelectorAll("span");
  if (!long || !short) return;
  setText(long, name);
  setText(short, text);
  if (component === undefined) return;
  head.setAttribute("aria-label", `Component ${text}`);
  markComponent(head, component);
}

/** @param {HTMLElement} scroller */
function rowHeight(scroller) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return parseFloat(getComputedStyle(scroller).getPropertyValue("--row-height")) * rem;
}

/**
 * The rows in view and a few beyond, as [first, last).
 * @param {HTMLElement} scroller
 * @param {number} height of a row, in pixels
 * @param {number} n
 */
function inView(scroller, height, n) {
  const top = Math.floor(scroller.scrollTop / height) - ROWS_BEYOND;
  const first = Math.max(0, Math.min(top, n - 1));
  const visible = Math.ceil(scroller.clientHeight / height) + 2 * ROWS_BEYOND;
  return { first, last: Math.min(n, first + visible) };
}

/** @param {number} k */
function makeRow(k) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  row.append(head, ...Array.from({ length: k + 1 }, () => document.createElement("td")));
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {number} index
 * @param {Shown | null} shown
 */
function fillRow(row, index, shown) {
  if (!shown) return;
  const { values, shares, k, allDigits } = shown;
  row.setAttribute("aria-rowindex", String(index + 2));
  const [head, value, ...cells] = row.children;
  if (!head || !value) return;
  setText(head, count(index + 1));
  setText(value, String(values[index]));
  cells.forEach((cell, j) => {
    setText(cell, probability(shares[index * k + j] ?? NaN, allDigits));
  });
}

function spacer() {
  const row = document.createElement("tr");
  row.className = "spacer";
  row.setAttribute("aria-hidden", "true");
  row.append(document.createElement("td"));
  return row;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} height
 */
function setSpace(row, height) {
  row.style.height = `${height}px`;
}
