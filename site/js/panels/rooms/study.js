import { isEnabled, setEnabled, whenPressed } from "../../lib/button.js";
import { byId, fillList, fromTemplate, setText, setWrong } from "../../lib/dom.js";
import { enableArrows, setNumberField } from "../../lib/spin.js";
import { mountStanding } from "./standing.js";

/**
 * How many components: what to compare, and the table of fits, each of which can be loaded.
 *
 * @typedef {ReturnType<typeof import("../../state/study/views.js").studyView>} StudyView
 */

/** @param {import("../../state/intents.js").Send} send */
export function mountStudy(send) {
  const form = byId("study-form", HTMLFormElement);
  const upTo = byId("study-up-to", HTMLInputElement);
  const structures = byId("study-structures", HTMLFieldSetElement);
  const crossed = byId("study-crossed", HTMLInputElement);
  const folds = byId("study-folds", HTMLInputElement);
  const compare = byId("study-compare", HTMLButtonElement);
  const stop = byId("study-stop", HTMLButtonElement);
  const scroll = byId("study-scroll", HTMLDivElement);
  const body = /** @type {HTMLElement} */ (byId("study-table", HTMLTableElement).tBodies[0]);
  const showStanding = mountStanding("study");
  /** @type {StudyView | null} */
  let shown = null;

  enableArrows(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isEnabled(compare)) send({ type: "errandWanted", errand: "compare" });
  });
  whenPressed(stop, () => send({ type: "errandStopWanted", errand: "compare" }));
  upTo.addEventListener("input", () => {
    send({ type: "studyEdited", field: "upTo", value: upTo.value });
  });
  folds.addEventListener("input", () => {
    send({ type: "studyEdited", field: "folds", value: folds.value });
  });
  crossed.addEventListener("change", () => {
    send({ type: "crossValidationTicked", isTicked: crossed.checked });
  });
  structures.addEventListener("change", ({ target }) => {
    const { value, checked } = /** @type {HTMLInputElement} */ (target);
    const structure = /** @type {import("../../state/study/state.js").Structure} */ (value);
    send({ type: "structureTicked", structure, isTicked: checked });
  });
  body.addEventListener("click", ({ target }) => {
    const row = target instanceof Element ? target.closest("tr") : null;
    const taken = row && shown?.rows[[...body.children].indexOf(row)];
    if (taken && shown?.canTake) {
      send({ type: "errandWanted", errand: "take", detail: taken.choice });
    }
  });

  return (/** @type {StudyView} */ view) => {
    shown = view;
    setNumberField(upTo, view.upTo);
    setWrong(upTo, view.wrong === "components");
    setNumberField(folds, view.folds);
    setWrong(folds, view.wrong === "folds");
    crossed.checked = view.isCrossValidated;
    for (const box of structures.querySelectorAll("input")) {
      box.checked = view.structures.some((structure) => structure === box.value);
    }
    setEnabled(compare, view.canCompare);
    setEnabled(stop, view.canStop);
    showStanding(view.standing);
    scroll.hidden = view.rows.length === 0;
    fillList(body, view.rows, () => fromTemplate("compared-row"), fillRow);
    for (const button of body.querySelectorAll("button")) setEnabled(button, view.canTake);
  };
}

/**
 * @param {HTMLElement} row
 * @param {StudyView["rows"][number]} item
 */
function fillRow(row, { name, cells }) {
  row.querySelectorAll("button span").forEach((part, i) => setText(part, name[i] ?? ""));
  row.querySelectorAll("td").forEach((cell, column) => {
    const { text, isBest } = cells[column] ?? { text: "", isBest: false };
    setText(cell, isBest ? `${text} best` : text);
    cell.classList.toggle("best", isBest);
  });
}
