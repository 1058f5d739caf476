import { element } from "./element.js";

/**
 * A list to choose from in a chart's toolbar, there only while there is a choice.
 *
 * @param {import("./frame.js").Frame} frame
 * @param {string} label
 * @param {(index: number) => void} onChoose
 */
export function createChoice(frame, label, onChoose) {
  const list = element("select", {});
  const field = element("label", { class: "chart-choice", hidden: "" }, `${label} `, list);
  /** @type {readonly string[]} */
  let offered = [];
  list.addEventListener("change", () => onChoose(list.selectedIndex));
  frame.note.after(field);

  return {
    /**
     * The choice is kept as long as it is offered.
     *
     * @param {readonly string[]} options
     * @returns {number} the index chosen
     */
    offer(options) {
      const isSame =
        options.length === offered.length && options.every((name, i) => name === offered[i]);
      if (isSame) return Math.max(0, list.selectedIndex);
      const kept = Math.max(0, options.indexOf(list.value));
      offered = [...options];
      list.replaceChildren(...options.map((name) => element("option", {}, name)));
      list.selectedIndex = options.length > 0 ? kept : -1;
      field.hidden = options.length < 2;
      return kept;
    },
  };
}
