import { byId, fillList, setText, setValue, setWrong } from "../lib/dom.js";

/** The text box, the samples, and what was understood of the text. */

/** @param {import("../state/intents.js").Send} send */
export function mountData(send) {
  const sample = byId("sample", HTMLSelectElement);
  const text = byId("data", HTMLTextAreaElement);
  const hint = byId("data-hint", HTMLParagraphElement);
  const feedback = byId("data-feedback", HTMLParagraphElement);
  const ownNumbers = setText.bind(null, hint, hint.textContent ?? "");

  sample.addEventListener("change", () => send({ type: "sampleChosen", name: sample.value }));
  text.addEventListener("input", () => send({ type: "textEdited", text: text.value }));

  /** @param {ReturnType<typeof import("../state/views.js").dataView>} view */
  return function update(view) {
    const options = [{ name: "", title: "Your own numbers" }, ...view.samples];
    fillList(sample, options, () => document.createElement("option"), (option, { name, title }) => {
      setText(option, title);
      option.setAttribute("value", name);
    });
    setValue(sample, view.sample);
    setValue(text, view.text);
    if (view.about) setText(hint, view.about);
    else ownNumbers();
    setText(feedback, view.feedback);
    feedback.dataset.tone = view.tone;
    setWrong(text, view.tone === "bad");
  };
}
