import { makeCell, makeRow } from "../../lib/cells.js";
import { byId, fillList, setSwatch, setText } from "../../lib/dom.js";
import { enableArrows, setNumberField, typedNumber } from "../../lib/spin.js";
import { mathOf } from "./formula.js";
import { mountTrace } from "./trace.js";
import { mountWhole } from "./whole.js";

/**
 * Work shown: one iteration in formulas, with the numbers that Python computed.
 *
 * @typedef {ReturnType<typeof import("../../state/lesson/views.js").workView>} WorkView
 * @typedef {NonNullable<WorkView["written"]>} Written
 * @typedef {import("../../lib/formula.js").Formula} Formula
 */

/** @param {import("../../state/intents.js").Send} send */
export function mountWork(send) {
  const room = byId("work-room", HTMLDetailsElement);
  const note = byId("work-note", HTMLParagraphElement);
  const row = byId("work-row", HTMLInputElement);
  const work = byId("work", HTMLDivElement);
  const showWhole = mountWhole(send);

  enableArrows(room);
  mountTrace(room);
  room.addEventListener("toggle", () => send({ type: "workFolded", isOpen: room.open }));
  row.addEventListener("input", () => {
    const number = typedNumber(row.value);
    if (number !== null) send({ type: "workRowSought", number });
  });

  /** @param {WorkView} view */
  return function update(view) {
    if (document.activeElement !== row) setNumberField(row, view.row);
    setText(note, view.note);
    note.hidden = view.note === "";
    work.hidden = view.written === null;
    if (view.written) write(view.written);
    showWhole(view);
  };
}

/** @param {Written} written */
function write(written) {
  setText(byId("work-e-title", HTMLHeadingElement), written.eTitle);
  setText(byId("work-e-hint", HTMLParagraphElement), written.eHint);
  setText(byId("work-m-title", HTMLHeadingElement), written.mTitle);
  byId("work-vanished", HTMLParagraphElement).hidden = !written.vanished;
  writeComponents("work-densities", written.densities);
  byId("work-sum", HTMLDivElement).replaceChildren(mathOf(written.sum));
  writeComponents("work-shares", written.shares);
  writeComponents("work-updates", written.updates);
  writeChanges(written);
}

/**
 * @param {string} id
 * @param {{ component: number, lines: Formula[] }[]} components
 */
function writeComponents(id, components) {
  const boxes = components.map(({ component, lines }) => {
    const box = document.createElement("div");
    box.className = "work-component";
    const head = document.createElement("p");
    head.className = "work-component-name";
    head.textContent = `Component ${component + 1}`;
    setSwatch(box, component);
    box.append(head, ...lines.map(mathOf));
    return box;
  });
  byId(id, HTMLDivElement).replaceChildren(...boxes);
}

/** @param {Written} written */
function writeChanges({ changes, changesTitle, logLikelihoods }) {
  const table = byId("work-changes", HTMLTableElement);
  if (table.caption) setText(table.caption, changesTitle);
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
  fillList(body, changes, makeRow, (line, change) => {
    const { label, before, after, quantity } = change;
    fillList(line, [label, before, after, change.change], makeCell(line), setText);
    line.children[1]?.setAttribute("data-quantity", `old.${quantity}`);
    line.children[2]?.setAttribute("data-quantity", `new.${quantity}`);
  });
  const cells = table.tFoot?.querySelectorAll("td") ?? [];
  cells.forEach((cell, index) => setText(cell, logLikelihoods[index] ?? ""));
}
