import { element } from "../parts/element.js";
import { MOST_COLUMNS, toggled } from "./view.js";

/**
 * A box to tick for every column, above the chart.
 *
 * @param {HTMLElement} figure
 * @param {(columns: readonly number[]) => void} onColumns
 * @returns {(view: import("./view.js").PairsView | null) => void}
 */
export function createChoices(figure, onColumns) {
  const boxes = element("div", { class: "chart-boxes" });
  const legend = element("legend", {}, `Columns shown (2 to ${MOST_COLUMNS})`);
  const group = element("fieldset", { class: "chart-choices" }, legend, boxes);
  figure.prepend(group);
  /** @type {readonly number[]} */
  let columns = [];
  /** @type {string} */
  let drawn = "";

  boxes.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    columns = toggled(columns, Number(target.value));
    mark();
    onColumns(columns);
  });

  function mark() {
    for (const input of boxes.querySelectorAll("input")) {
      const column = Number(input.value);
      input.checked = columns.includes(column);
      input.disabled = toggled(columns, column) === columns;
    }
  }

  return (view) => {
    group.hidden = !view || view.choices.length <= 2;
    if (!view) return;
    columns = view.columns;
    const names = view.choices.map((choice) => choice.name).join("\n");
    if (names !== drawn) boxes.replaceChildren(...view.choices.map(({ name }, i) => box(name, i)));
    drawn = names;
    mark();
  };
}

/**
 * @param {string} name
 * @param {number} column
 */
function box(name, column) {
  const input = element("input", { type: "checkbox", value: String(column) });
  return element("label", { class: "check" }, input, " ", name);
}
