import { byId, fillList, fromTemplate, setText } from "../lib/dom.js";

/** How the run ended, and its figures. */

/** @param {import("../state/intents.js").Send} send */
export function mountResults(send) {
  const region = byId("results", HTMLElement);
  const allDigits = byId("all-digits", HTMLInputElement);
  const staleness = byId("staleness", HTMLParagraphElement);
  const ending = byId("ending", HTMLParagraphElement);
  const invitation = byId("invitation", HTMLParagraphElement);
  const notices = byId("notices", HTMLUListElement);
  const figures = byId("figures", HTMLDListElement);

  allDigits.addEventListener("change", () => {
    send({ type: "digitsChosen", all: allDigits.checked });
  });

  /** @param {ReturnType<typeof import("../state/results/views.js").resultsView>} view */
  return function update(view) {
    region.dataset.stale = String(view.stale);
    region.dataset.empty = String(view.invitation !== "");
    setText(invitation, view.invitation);
    allDigits.checked = view.allDigits;
    setText(staleness, view.staleness);
    setText(ending, view.ending);
    ending.dataset.status = view.status;
    notices.hidden = view.notices.length === 0;
    fillList(notices, view.notices, () => document.createElement("li"), setText);
    fillList(figures, view.figures, () => fromTemplate("figure-item"), fillFigure);
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
