import { byId, fillList, fromTemplate, markComponent, setText, setWrong } from "../lib/dom.js";
import { setNumberField } from "../lib/spin.js";

/** The start table: weight, mean and standard deviation of each component. */

/** @param {import("../state/intents.js").Send} send */
export function mountStart(send) {
  const components = byId("components", HTMLInputElement);
  const suggest = byId("suggest", HTMLButtonElement);
  const table = byId("start-table", HTMLTableElement);
  const feedback = byId("start-feedback", HTMLParagraphElement);
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);

  components.addEventListener("input", () => {
    send({ type: "componentsEdited", value: components.value });
  });
  suggest.addEventListener("click", () => send({ type: "startWanted" }));
  body.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const field = /** @type {import("../state/model/state.js").StartField} */ (
      target.dataset.field
    );
    const row = /** @type {HTMLTableRowElement} */ (target.closest("tr"));
    send({ type: "startEdited", field, index: row.sectionRowIndex, value: target.value });
  });

  /** @param {ReturnType<typeof import("../state/model/views.js").startView>} view */
  return function update(view) {
    setNumberField(components, view.components);
    setWrong(components, view.componentsWrong);
    fillList(body, view.rows, () => fromTemplate("start-row"), fillRow);
    setText(feedback, view.feedback);
    feedback.dataset.tone = "bad";
  };
}

/**
 * @param {HTMLElement} row
 * @param {ReturnType<typeof import("../state/model/views.js").startView>["rows"][number]} item
 * @param {number} index
 */
function fillRow(row, { label, cells }, index) {
  const head = /** @type {HTMLElement} */ (row.querySelector("th"));
  setText(head, String(index + 1));
  head.setAttribute("aria-label", label);
  markComponent(head, index);
  const fields = row.querySelectorAll("input");
  cells.forEach((cell, column) => {
    const field = /** @type {HTMLInputElement} */ (fields[column]);
    field.setAttribute("aria-label", cell.label);
    setNumberField(field, cell.value);
    setWrong(field, cell.wrong);
  });
}
