import { makeHead } from "../lib/cells.js";
import { byId, fillList, fromTemplate, setText, setValue, setWrong } from "../lib/dom.js";

/** A table's first rows, and the choice of what in it is fitted. */

/** @typedef {import("../state/data/state.js").Choice} Choice */
/** @typedef {NonNullable<ReturnType<typeof import("../state/data/table-view.js").tableView>>} View */

/** @param {import("../state/intents.js").Send} send */
export function mountTable(send) {
  const panel = byId("table-panel", HTMLDivElement);
  const list = byId("column-list", HTMLUListElement);
  const label = byId("label-column", HTMLSelectElement);
  const weight = byId("weight-column", HTMLSelectElement);
  const drop = byId("drop-missing", HTMLInputElement);
  const standardise = byId("standardise", HTMLInputElement);
  const principal = byId("principal", HTMLInputElement);
  /** @type {View | null} */
  let shown = null;

  /** @param {Partial<Choice>} change */
  const choose = (change) => send({ type: "choiceEdited", change });

  list.addEventListener("change", () => choose({ columns: checkedIn(list, shown) }));
  byId("all-numbers", HTMLButtonElement).addEventListener("click", () =>
    choose({ columns: shown?.numbers ?? [] }),
  );
  byId("no-columns", HTMLButtonElement).addEventListener("click", () => choose({ columns: [] }));
  label.addEventListener("change", () => choose({ label: label.value || null }));
  weight.addEventListener("change", () => choose({ weight: weight.value || null }));
  drop.addEventListener("change", () => choose({ dropMissing: drop.checked }));
  standardise.addEventListener("change", () => choose({ standardise: standardise.checked }));
  principal.addEventListener("input", () => choose({ principal: principal.value }));

  /** @param {View | null} view */
  return function update(view) {
    panel.hidden = !view;
    shown = view;
    if (!view) return;
    showPreview(view.preview);
    fillList(list, view.columns, () => fromTemplate("column-choice"), fillColumn);
    fillChoices(label, view.names, view.label);
    fillChoices(weight, view.numberNames, view.weight);
    drop.checked = view.dropMissing;
    byId("drop-field", HTMLLabelElement).hidden = !view.canDrop;
    standardise.checked = view.standardise;
    setValue(principal, view.principal);
    if (view.isTransformed) byId("transform", HTMLDetailsElement).open = true;
    for (const field of [label, weight, principal]) setWrong(field, field.id === view.wrong);
  };
}

/**
 * The columns that are ticked, in the order of the table.
 * @param {HTMLElement} list
 * @param {View | null} view
 */
function checkedIn(list, view) {
  const boxes = [...list.querySelectorAll("input")];
  return (view?.columns ?? []).filter((_, j) => boxes[j]?.checked).map(({ name }) => name);
}

/**
 * @param {HTMLElement} item
 * @param {View["columns"][number]} column
 */
function fillColumn(item, { name, note, isChosen }) {
  const [box, text, small] = [
    item.querySelector("input"),
    item.querySelector("span"),
    item.querySelector("small"),
  ];
  if (box) box.checked = isChosen;
  if (text) setText(text, name);
  if (small) setText(small, note);
}

/**
 * @param {HTMLSelectElement} select
 * @param {string[]} names
 * @param {string} chosen
 */
function fillChoices(select, names, chosen) {
  fillList(
    select,
    ["", ...names],
    () => document.createElement("option"),
    (option, name) => {
      setText(option, name || "none");
      option.setAttribute("value", name);
    },
  );
  setValue(select, chosen);
}

/** @param {View["preview"]} preview */
function showPreview({ caption, names, kinds, rows }) {
  const table = byId("preview", HTMLTableElement);
  if (table.caption) setText(table.caption, caption);
  const head = table.tHead?.rows[0];
  const body = table.tBodies[0];
  if (!head || !body) return;
  fillList(head, names, makeHead("col"), (cell, name, j) => fillCell(cell, name, kinds[j]));
  fillList(
    body,
    rows,
    () => fromTemplate("preview-row"),
    (row, cells) => {
      fillList(
        row,
        cells,
        () => document.createElement("td"),
        (cell, text, j) => fillCell(cell, text, kinds[j]),
      );
    },
  );
}

/**
 * @param {HTMLElement} cell
 * @param {string} text
 * @param {string | undefined} kind
 */
function fillCell(cell, text, kind = "number") {
  setText(cell, text);
  cell.dataset.kind = kind;
}
