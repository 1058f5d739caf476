import { element } from "./element.js";

/**
 * What every chart stands in: the drawing, a handle over it to point and to focus, the line of
 * values read there, a note, and the numbers behind it all.
 *
 * @typedef {object} Frame
 * @property {HTMLDivElement} plot the drawing and what lies over it
 * @property {HTMLCanvasElement} canvas
 * @property {HTMLDivElement} handle
 * @property {HTMLParagraphElement} readout
 * @property {HTMLParagraphElement} sizer an unseen twin that keeps the readout's room free
 * @property {HTMLParagraphElement} note
 * @property {HTMLDivElement} toolbar
 * @property {HTMLDivElement} foot
 * @property {HTMLDetailsElement} details
 * @property {HTMLDivElement} tables
 * @property {HTMLSpanElement} probe
 * @property {HTMLSpanElement} paperProbe the same for what goes on paper
 * @property {() => void} remove
 */

/**
 * @param {HTMLElement} figure
 * @param {string} handleName what a screen reader calls the handle
 * @returns {Frame}
 */
export function buildFrame(figure, handleName) {
  const canvas = element("canvas", { class: "chart-canvas", role: "img" });
  const handle = element("div", {
    class: "chart-handle",
    role: "slider",
    tabindex: "0",
    "aria-label": handleName,
    "aria-valuenow": "0",
  });
  const probe = element("span", { class: "chart-probe", hidden: "" });
  const paper = { class: "chart-probe chart-paper", "data-theme": "light", hidden: "" };
  const paperProbe = element("span", paper);
  const readout = element("p", { class: "chart-readout" });
  const sizer = element("p", { class: "chart-sizer", "aria-hidden": "true" });
  const note = element("p", { class: "chart-note", hidden: "" });
  const toolbar = element("div", { class: "chart-toolbar" }, note);
  const tables = element("div", { class: "chart-tables", role: "group", tabindex: "0" });
  tables.setAttribute("aria-label", "Numbers drawn");
  const summary = element("summary", {}, "Data behind this chart");
  const details = element("details", { class: "chart-data" }, summary, tables);
  const plot = element("div", { class: "chart-plot" }, canvas, handle, probe, paperProbe);
  const foot = element("div", { class: "chart-foot" }, details);
  figure.classList.add("chart");
  figure.replaceChildren(
    plot,
    element("div", { class: "chart-readings" }, readout, sizer),
    toolbar,
    foot,
  );
  const remove = () => figure.replaceChildren();
  const lines = { readout, sizer, note, toolbar, foot, details, tables };
  return { plot, canvas, handle, ...lines, probe, paperProbe, remove };
}

/**
 * @param {HTMLElement} note
 * @param {string} text nothing hides the note
 */
export function showNote(note, text) {
  note.hidden = text === "";
  if (note.textContent !== text) note.textContent = text;
}

/**
 * Legend rows of its own make the chart taller, a frame later: a canvas may not change its own size
 * while its size is being reported.
 *
 * @param {Pick<Frame, "canvas">} frame
 * @param {number} rows
 */
export function keepRows({ canvas }, rows) {
  const extra = String(rows);
  if (canvas.style.getPropertyValue("--extra-rows") === extra) return;
  requestAnimationFrame(() => canvas.style.setProperty("--extra-rows", extra));
}

/**
 * A height of its own, a frame later for the same reason.
 *
 * @param {Pick<Frame, "canvas">} frame
 * @param {number} height in CSS pixels
 */
export function keepHeight({ canvas }, height) {
  const wanted = `${Math.round(height)}px`;
  if (canvas.style.height === wanted) return;
  requestAnimationFrame(() => (canvas.style.height = wanted));
}
