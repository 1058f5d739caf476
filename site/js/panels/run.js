import { isEnabled, setEnabled } from "../lib/button.js";
import { byId, fillList, setText } from "../lib/dom.js";
import { showProgress } from "../lib/progress.js";
import { createSayer } from "../lib/sayer.js";
import { enableArrows } from "../lib/spin.js";
import { unfold } from "./controls.js";

/** @typedef {import("../state/run/places.js").Destination} Destination */

/** The buttons, how things stand, and what is wrong with its place and remedy. */

/** @param {import("../state/intents.js").Send} send */
export function mountRun(send) {
  const form = byId("input", HTMLFormElement);
  const calculate = byId("calculate", HTMLButtonElement);
  const stop = byId("stop", HTMLButtonElement);
  const status = byId("status", HTMLParagraphElement);
  const say = createSayer(status);
  const progress = byId("progress", HTMLProgressElement);
  const alert = byId("alert", HTMLDivElement);
  const remedies = byId("remedies", HTMLDivElement);
  const showPlace = byId("show-place", HTMLButtonElement);
  const retry = byId("retry", HTMLButtonElement);
  /** @type {Destination | null} */
  let place = null;

  enableArrows(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isEnabled(calculate)) send({ type: "runWanted" });
  });
  stop.addEventListener("click", () => isEnabled(stop) && send({ type: "stopWanted" }));
  retry.addEventListener("click", () => {
    calculate.focus(); // before this button goes, and the focus with it
    send({ type: "retryWanted" });
  });
  showPlace.addEventListener("click", () => {
    if (place && "from" in place) send({ type: "unfoldWanted" });
    if (place) goTo(place);
  });

  /** @param {ReturnType<typeof import("../state/run/views.js").runView>} view */
  return function update(view) {
    setEnabled(calculate, view.canCalculate);
    setEnabled(stop, view.canStop);
    say(view.status, view.isPassing);
    showProgress(progress, view.progress);
    showFault(alert, view.fault);
    place = view.place;
    showPlace.hidden = place === null;
    retry.hidden = !view.canRetry;
    remedies.hidden = showPlace.hidden && retry.hidden;
  };
}

/**
 * @param {HTMLElement} alert
 * @param {import("../engine/protocol.js").Fault | null} fault
 */
function showFault(alert, fault) {
  const sentences = fault ? [fault.message, fault.remedy].filter(Boolean) : [];
  fillList(alert, sentences, () => document.createElement("p"), setText);
}

/**
 * Leads to the place of a mistake: marks it in the text, or puts the caret into its field.
 * @param {Destination} place
 */
function goTo(place) {
  if ("from" in place) {
    const text = byId("data", HTMLTextAreaElement);
    text.focus();
    text.setSelectionRange(place.from, place.to);
    return;
  }
  const field = "control" in place ? document.getElementById(place.control) : labelled(place.label);
  if (!field) return;
  unfold(field);
  field.focus();
}

/**
 * The field of that name.
 * @param {string} label
 */
function labelled(label) {
  const fields = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("input[aria-label]")
  );
  return [...fields].find((field) => field.getAttribute("aria-label") === label) ?? null;
}
