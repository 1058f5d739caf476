import { makeCell, makeHead, makeRow } from "../lib/cells.js";
import { byId, fillList, fromTemplate, markComponent, setText } from "../lib/dom.js";

/**
 * The covariance or correlation matrix of each component, folded away until it is wanted.
 *
 * @typedef {ReturnType<typeof import("../state/results/matrices-view.js").matricesView>} View
 */

/** @param {import("../state/intents.js").Send} send */
export function mountMatrices(send) {
  const details = byId("matrices", HTMLDetailsElement);
  const kind = byId("matrices-kind", HTMLSelectElement);
  const list = byId("matrices-list", HTMLDivElement);
  /** @type {View | null} */
  let latest = null;

  kind.addEventListener("change", () => {
    const chosen = /** @type {View["kind"]} */ (kind.value);
    send({ type: "matricesChosen", kind: chosen });
  });
  details.addEventListener("toggle", draw);

  /** Sixteen matrices of 32 by 32 are drawn for somebody who looks at them only. */
  function draw() {
    if (!latest || !details.open) return;
    const { columns } = latest;
    fillList(
      list,
      latest.matrices,
      () => fromTemplate("matrix"),
      (element, matrix) => {
        fillMatrix(element, matrix, columns);
      },
    );
  }

  return (/** @type {View} */ view) => {
    latest = view;
    details.hidden = view.matrices.length === 0;
    kind.value = view.kind;
    draw();
  };
}

/**
 * @param {HTMLElement} element
 * @param {View["matrices"][number]} matrix
 * @param {string[]} columns
 */
function fillMatrix(element, { component, shared, rows }, columns) {
  const table = /** @type {HTMLTableElement} */ (element.querySelector("table"));
  const name = shared ? "All components" : `Component ${component + 1}`;
  element.setAttribute("aria-label", name);
  const caption = table.caption?.firstElementChild;
  if (caption instanceof HTMLElement) {
    setText(caption, name);
    if (shared) delete caption.dataset.component;
    else markComponent(caption, component);
  }
  const heads = /** @type {HTMLElement} */ (table.tHead?.rows[0]);
  fillList(heads, ["Column", ...columns], makeHead("col"), setText);
  fillList(/** @type {HTMLElement} */ (table.tBodies[0]), rows, makeRow, fillRow);
}

/**
 * @param {HTMLElement} row
 * @param {{ name: string, cells: string[] }} item
 */
function fillRow(row, { name, cells }) {
  fillList(row, [name, ...cells], makeCell(row), setText);
}
