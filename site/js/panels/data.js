import { byId, fillList, setText, setValue, setWrong } from "../lib/dom.js";
import { isLong } from "../state/data/long-text.js";

/** The text box, the samples, and what was understood of the text. */

/** @typedef {import("../state/intents.js").Send} Send */

/** @param {Send} send */
export function mountData(send) {
  const sample = byId("sample", HTMLSelectElement);
  const layout = byId("layout", HTMLSelectElement);
  const hint = byId("data-hint", HTMLParagraphElement);
  const feedback = byId("data-feedback", HTMLParagraphElement);
  const worked = byId("worked-sample", HTMLParagraphElement);
  const showText = mountText(send);
  const ownNumbers = hint.textContent ?? "";

  sample.addEventListener("change", () => send({ type: "sampleChosen", name: sample.value }));
  layout.addEventListener("change", () => {
    const chosen = /** @type {import("../state/data/state.js").Layout} */ (layout.value);
    send({ type: "layoutChosen", layout: chosen });
  });
  byId("forget", HTMLButtonElement).addEventListener("click", () => {
    byId("data", HTMLTextAreaElement).focus(); // before the button goes
    send({ type: "inputForgotten" });
  });

  /** @param {ReturnType<typeof import("../state/data/views.js").dataView>} view */
  return function update(view) {
    const options = [{ name: "", title: "Your own numbers" }, ...view.samples];
    fillList(
      sample,
      options,
      () => document.createElement("option"),
      (option, { name, title }) => {
        setText(option, title);
        option.setAttribute("value", name);
      },
    );
    setValue(sample, view.sample);
    showText(view);
    setText(hint, view.about || ownNumbers);
    worked.hidden = !view.isWorked;
    setText(feedback, view.feedback);
    feedback.dataset.tone = view.tone;
    setValue(layout, view.layout);
    byId("layout-field", HTMLDivElement).hidden = !view.canChooseLayout;
    byId("keeping", HTMLDivElement).hidden = !view.canForget;
    setText(byId("kept-hint", HTMLParagraphElement), view.keeping);
  };
}

/**
 * The text box. A text that is too long for a browser to lay out is shown by its beginning.
 * @param {Send} send
 */
function mountText(send) {
  const text = byId("data", HTMLTextAreaElement);
  const folded = byId("folded", HTMLDivElement);
  let isFolded = false;

  text.addEventListener("input", () => send({ type: "textEdited", text: text.value }));
  text.addEventListener("beforeinput", takeOver);
  byId("unfold", HTMLButtonElement).addEventListener("click", () => {
    text.focus(); // before this button goes, and the focus with it
    send({ type: "unfoldWanted" });
  });

  /**
   * Browsers insert a long text line by line, which can freeze a page for minutes: that is done
   * here instead. A folded text can only be replaced as a whole.
   * @param {InputEvent} event
   */
  function takeOver(event) {
    const { data } = event;
    const { value, selectionStart, selectionEnd } = text;
    const hasAllSelected = selectionStart === 0 && selectionEnd === value.length;
    if (!isFolded && !isLong(data?.length ?? 0)) return;
    event.preventDefault();
    if (isFolded && !hasAllSelected) return;
    const added = (data ?? "").replaceAll(/\r\n?/g, "\n"); // as text boxes have it
    const edited = value.slice(0, selectionStart) + added + value.slice(selectionEnd);
    send({ type: "textEdited", text: edited });
  }

  /** @param {{ text: string, folded: boolean, file: string, tone: string }} view */
  return function update(view) {
    setValue(text, view.text);
    text.placeholder = view.file
      ? "The file below is read. What you type here takes its place."
      : "";
    isFolded = view.folded;
    folded.hidden = !view.folded;
    setWrong(text, view.tone === "bad");
  };
}
