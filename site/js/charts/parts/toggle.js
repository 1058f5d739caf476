import { element } from "./element.js";

/**
 * A button in a chart's toolbar that stays pressed, there only while it would change something.
 *
 * @param {import("./frame.js").Frame} frame
 * @param {string} label
 * @param {(isOn: boolean) => void} onToggle
 */
export function createToggle(frame, label, onToggle) {
  let isOn = false;
  const button = element("button", { type: "button", class: "quiet", hidden: "" }, label);
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    isOn = !isOn;
    button.setAttribute("aria-pressed", String(isOn));
    onToggle(isOn);
  });
  frame.note.after(button);
  return {
    /** @param {boolean} isUseful */
    offer: (isUseful) => void (button.hidden = !isUseful),
  };
}
