import { count, countOf, digitsFor, number } from "../../lib/format.js";
import { isDrawn } from "../drawing/state.js";
import { shownText } from "./long-text.js";
import { isSampleComing } from "./questions.js";
import { DRAWN } from "./state.js";

/** The sample that the guide works through by hand. */
const WORKED = "ten-numbers";

/** @param {import("../state.js").State} state */
export function dataView(state) {
  const { data, shipment } = state;
  const { file, fault, choiceFault, progress } = data;
  const sample = shipment.samples.find(({ name }) => name === data.sample);
  return {
    ...shownText(data),
    sample: isDrawn(state) ? DRAWN : data.sample,
    samples: [...shipment.samples, ...drawnSamples(state)].map(({ name, title }) => ({
      name,
      title,
    })),
    isWorked: sample?.name === WORKED,
    about: sample ? `${sample.about} Source: ${sample.source}` : "",
    file: file ? `${file.name}, ${size(file.size)}` : "",
    isReading: file !== null && data.summary === null && fault === null,
    isAtWork: progress !== null && !fault && !choiceFault,
    share: progress?.total ? (progress.done ?? 0) / progress.total : undefined,
    lostFile: data.lostFile,
    layout: data.layout,
    canChooseLayout: canChooseLayout(data),
    keeping: keeping(data),
    canForget: data.sample === "" && (data.text !== "" || file !== null || data.lostFile !== ""),
    feedback: (fault ?? choiceFault)?.message ?? found(state),
    tone: fault || choiceFault ? "bad" : "plain",
  };
}

/**
 * The sample that a person has drawn, among those to choose from.
 * @param {import("../state.js").State} state
 */
function drawnSamples({ drawing }) {
  return drawing.drawn ? [{ name: DRAWN, title: "The sample you have drawn" }] : [];
}

/**
 * Whether the text can be meant in two ways, or a person has said how it is meant.
 * @param {import("./state.js").DataState} data
 */
function canChooseLayout({ layout, summary, fault, text }) {
  if (layout !== "auto" || summary?.is_ambiguous) return true;
  return fault !== null && text.trim().includes("\n");
}

/** @param {import("./state.js").DataState} data */
function keeping({ file, isTooLong }) {
  if (file) return "The file is not kept when the page is loaded anew; your choices are.";
  return isTooLong
    ? "Too long to be kept when the page is loaded anew."
    : "Kept in this tab until you close it.";
}

/** @param {import("../state.js").State} state */
function found(state) {
  const { summary, chosen } = state.data;
  if (!summary) return waitingFor(state);
  if (summary.kind === "list") return describeList(summary);
  const fitted = chosen ? describeChosen(chosen, summary) : underWay(state.data);
  return [describeTable(summary), ...fitted, ...summary.notices].join(" ");
}

/** @param {import("./state.js").Summary} summary */
function describeList({ rows, columns: [column], notices }) {
  if (!column) return "";
  const { name, minimum, maximum, mean, standard_deviation } = column;
  const named = name === "x" ? "" : ` of “${name}”`;
  const range = rows > 1 ? ` from ${String(minimum)} to ${String(maximum)}` : `: ${minimum}`;
  const [centre, spread] = [mean ?? NaN, standard_deviation ?? NaN];
  const shape =
    rows > 1
      ? ` Mean ${number(centre, digitsFor(centre, spread))}, SD (÷ n) ${number(spread)}.`
      : "";
  return [`${countOf(rows, "number")}${named}${range}.${shape}`, ...notices].join(" ");
}

/** What stands between the cells of a table, in words. */
const DELIMITERS = Object.freeze({
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
  " ": "blanks",
});

/** @param {import("./state.js").Summary} summary */
function describeTable({ rows, columns, dialect }) {
  const { delimiter, decimal, encoding, header } = dialect;
  const said = [
    ...(columns.length > 1
      ? [`cells set apart by ${DELIMITERS[/** @type {","} */ (delimiter)] ?? `“${delimiter}”`}`]
      : []),
    ...(decimal === "," ? ["decimal commas"] : []),
    header ? "names in the first line" : "no names",
    ...(encoding === "utf-8" ? [] : [encoding]),
  ];
  return `A table of ${countOf(rows, "row")} and ${countOf(columns.length, "column")} (${said.join(", ")}).`;
}

/**
 * @param {import("./state.js").Chosen} chosen
 * @param {import("./state.js").Summary} summary
 */
function describeChosen({ n, columns, principal, weighted, standardised, notices }, { rows }) {
  const kept = n === rows ? `all ${count(n)} rows` : `${countOf(n, "row")}`;
  const explained = principal?.explained.reduce((sum, share) => sum + share, 0) ?? 0;
  const what = principal
    ? `${countOf(columns.length, "principal component")} (${number(100 * explained, 3)} % of all variance)`
    : listed(columns);
  const how = [...(weighted ? ["weighted"] : []), ...(standardised ? ["standardised"] : [])];
  const ways = how.length > 0 ? `, ${how.join(" and ")}` : "";
  return [`To be fitted: ${what}, ${kept}${ways}.`, ...notices];
}

/** @param {string[]} names */
function listed(names) {
  return names.length > 6 ? `${names.length} columns` : names.join(", ");
}

/** @param {import("../state.js").State} state */
function waitingFor(state) {
  const { data, engine } = state;
  if (isSampleComing(state)) return "Loading the sample…";
  if (data.text === "" && !data.file) return "";
  if (engine.phase === "failed") return "Not read: the engine is not running.";
  if (engine.phase === "loading") return "To be read as soon as the engine is ready.";
  return underWay(data)[0] ?? "Reading…";
}

/**
 * What is being done, and how far it is.
 * @param {import("./state.js").DataState} data
 */
function underWay({ progress }) {
  if (!progress) return [];
  const { label, done, total } = progress;
  const share = total && done !== undefined ? ` ${Math.floor((100 * done) / total)} %` : "";
  return [`${label}…${share}`];
}

/** @param {number} bytes */
function size(bytes) {
  if (bytes < 1e6) return `${number(bytes / 1e3, 2)} KB`;
  return `${number(bytes / 1e6, 3)} MB`;
}
