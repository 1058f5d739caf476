import { byId, fillList, fromTemplate, markComponent, setText } from "../lib/dom.js";

/** How the run ended, its figures, and the parameters at the start and at the end. */

/** @param {import("../state/intents.js").Send} send */
export function mountResults(send) {
  const region = byId("results", HTMLElement);
  const allDigits = byId("all-digits", HTMLInputElement);
  const ending = byId("ending", HTMLParagraphElement);
  const notices = byId("notices", HTMLUListElement);
  const figures = byId("figures", HTMLDListElement);
  const parameters = byId("parameters", HTMLTableElement);
  const rows = /** @type {HTMLTableSectionElement} */ (parameters.tBodies[0]);

  allDigits.addEventListener("change", () => {
    send({ type: "digitsChosen", all: allDigits.checked });
  });

  /** @param {ReturnType<typeof import("../state/results/views.js").resultsView>} view */
  return function update(view) {
    region.dataset.stale = String(view.stale);
    allDigits.checked = view.allDigits;
    setText(ending, view.ending);
    ending.dataset.status = view.status;
    notices.hidden = view.notices.length === 0;
    fillList(notices, view.notices, () => document.createElement("li"), setText);
    fillList(figures, view.figures, () => fromTemplate("figure-item"), fillFigure);
    fillList(rows, view.rows, () => fromTemplate("parameter-row"), fillParameters);
  };
}

/**
 * @param {HTMLElement} item
 * @param {{ name: string, value: number, text: string }} figure
 */
function fillFigure(item, { name, value, text }) {
  const [term, data] = [item.querySelector("dt"), item.querySelector("data")];
  if (!term || !data) return;
  setText(term, name);
  setText(data, text);
  data.value = String(value);
}

/**
 * @param {HTMLElement} row
 * @param {ReturnType<typeof import("../state/results/views.js").resultsView>["rows"][number]} item
 * @param {number} index
 */
function fillParameters(row, { label, cells }, index) {
  const head = /** @type {HTMLElement} */ (row.querySelector("th"));
  const number = head.querySelector("span:last-child");
  if (number) setText(number, String(index + 1));
  head.setAttribute("aria-label", label);
  markComponent(head, index);
  row.querySelectorAll("td").forEach((cell, column) => {
    const { role, text } = cells[column] ?? { role: "", text: "" };
    setText(cell, text);
    cell.dataset.role = role;
  });
}
