import { byId, fillList, setText, setValue, setWrong } from "../lib/dom.js";
import { isLong } from "../state/data/long-text.js";

/** The text box, the samples, and what was understood of the text. */

/** @param {import("../state/intents.js").Send} send */
export function mountData(send) {
  const sample = byId("sample", HTMLSelectElement);
  const text = byId("data", HTMLTextAreaElement);
  const hint = byId("data-hint", HTMLParagraphElement);
  const feedback = byId("data-feedback", HTMLParagraphElement);
  const folded = byId("folded", HTMLDivElement);
  const unfold = byId("unfold", HTMLButtonElement);
  let isFolded = false;
  const ownNumbers = setText.bind(null, hint, hint.textContent ?? "");

  sample.addEventListener("change", () => send({ type: "sampleChosen", name: sample.value }));
  text.addEventListener("input", () => send({ type: "textEdited", text: text.value }));
  text.addEventListener("beforeinput", takeOver);
  unfold.addEventListener("click", () => {
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
    setValue(text, view.text);
    isFolded = view.folded;
    folded.hidden = !view.folded;
    if (view.about) setText(hint, view.about);
    else ownNumbers();
    setText(feedback, view.feedback);
    feedback.dataset.tone = view.tone;
    setWrong(text, view.tone === "bad");
  };
}
