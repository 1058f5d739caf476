import { count, countOf, digitsFor, megabytes, number } from "../lib/format.js";
import { shownText } from "./long-text.js";
import { componentsOf } from "./state.js";

/**
 * What each panel shows, computed from the state alone. Pure.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").StartField} StartField
 * @typedef {import("../engine/protocol.js").Fault} Fault
 */

/** What a person calls each start field, as its label and in links to it. */
const FIELD_NAMES = Object.freeze({
  weights: "Weight",
  means: "Mean",
  standard_deviations: "Standard deviation",
});

/** Which control each option of emkit is typed in. */
const OPTION_CONTROLS = Object.freeze({
  components: "components",
  max_iter: "iterations",
  tol: "tolerance",
  reg_covar: "regularisation",
});

/**
 * The label of a start field: "Mean 2".
 * @param {StartField} field
 * @param {number} index
 */
export function startLabel(field, index) {
  return `${FIELD_NAMES[field]} ${index + 1}`;
}

/** How a run can end without an answer to rely on. */
const BAD_ENDINGS = ["collapsed", "failed"];

/**
 * The fault to show: what the engine or the last run ran into, or what is wrong with the data.
 * @param {State} state
 * @returns {Fault | null}
 */
export function currentFault({ engine, fault, dataFault, startFault, result, stale }) {
  if (engine.phase === "failed") return engine.error;
  return fault ?? dataFault ?? startFault ?? (stale ? null : badEnding(result));
}

/**
 * @param {State["result"]} result
 * @returns {Fault | null}
 */
function badEnding(result) {
  if (!result || !BAD_ENDINGS.includes(result.report.status)) return null;
  return { kind: "BadEnding", message: result.report.message, where: null, remedy: "" };
}

/** @param {State} state */
export function dataView(state) {
  const { input, samples, data, dataFault } = state;
  const sample = samples.find(({ name }) => name === input.sample);
  return {
    ...shownText(input),
    sample: input.sample,
    samples: samples.map(({ name, title }) => ({ name, title })),
    about: sample ? `${sample.about} Source: ${sample.source}` : "",
    feedback: dataFault ? dataFault.message : data ? describe(data) : waitingFor(state),
    tone: dataFault ? "bad" : "plain",
  };
}

/** @param {import("./state.js").Summary} data */
function describe({ n, name, minimum, maximum, mean, standard_deviation, notices }) {
  const named = name === "x" ? "" : ` of “${name}”`;
  const range = n > 1 ? ` from ${String(minimum)} to ${String(maximum)}` : `: ${String(minimum)}`;
  const centre = number(mean, digitsFor(mean, standard_deviation));
  const shape = n > 1 ? ` Mean ${centre}, SD (÷ n) ${number(standard_deviation)}.` : "";
  return [`${countOf(n, "number")}${named}${range}.${shape}`, ...notices].join(" ");
}

/** @param {State} state */
function waitingFor({ input, engine }) {
  if (input.text === "") return "";
  if (engine.phase === "failed") return "Not read: the engine is not running.";
  return engine.phase === "loading" ? "To be read as soon as the engine is ready." : "Reading…";
}

/** @param {State} state */
export function startView(state) {
  const { components, start } = state.input;
  const k = componentsOf(state.input) ?? start.means.length;
  const fault = currentFault(state);
  return {
    components,
    componentsWrong: faultyControl(fault) === "components",
    rows: Array.from({ length: k }, (_, index) => ({
      label: `Component ${index + 1}`,
      cells: /** @type {StartField[]} */ (Object.keys(FIELD_NAMES)).map((field) => ({
        field,
        label: startLabel(field, index),
        value: start[field][index] ?? "",
        wrong: isAt(fault, field, index),
      })),
    })),
    feedback: state.startFault && !state.dataFault ? state.startFault.message : "",
  };
}

/** @param {State} state */
export function runView(state) {
  const { input, run, progress, engine } = state;
  const fault = currentFault(state);
  return {
    options: {
      iterations: input.iterations,
      tolerance: input.tolerance,
      regularisation: input.regularisation,
    },
    wrong: faultyControl(fault),
    canCalculate: run === "idle",
    canStop: run !== "idle",
    status: standing(state),
    isPassing: engine.phase === "loading" || run !== "idle",
    progress:
      run === "running" && progress ? progress.iteration / progress.max_iter : loaded(engine),
    fault,
    place: placeOf(fault),
    canRetry: engine.phase === "failed" || fault?.kind === "ShipmentMissing",
  };
}

/**
 * How things stand, in one sentence.
 * @param {State} state
 */
function standing(state) {
  const { engine, run, progress, result, stale } = state;
  if (engine.phase === "loading") {
    const { label, loaded: bytes, total } = engine.progress;
    const amount =
      bytes === null || total === null ? "" : `: ${megabytes(bytes)} of ${megabytes(total)} MB`;
    return `${label}${amount}…${run === "waiting" ? " Your run starts as soon as it is ready." : ""}`;
  }
  if (engine.phase === "failed") return "The engine is not running. Your input is kept.";
  if (run === "waiting") return "Reading the data…";
  if (run === "running" && progress) {
    const { iteration, max_iter, log_likelihood } = progress;
    return `Iteration ${count(iteration)} of at most ${count(max_iter)}: log-likelihood ${number(log_likelihood, 10)}.`;
  }
  if (run === "running") return "Running EM…";
  if (currentFault(state) && !badEnding(result)) return "Not calculated: see below.";
  if (!result) return "Ready.";
  if (stale) return "Ready. The input has changed since the result.";
  if (badEnding(result)) return "The run broke off. The results are those of its last good step.";
  return [result.report.message, ...result.report.notices].join(" ");
}

/** @param {State["engine"]} engine */
function loaded(engine) {
  if (engine.phase !== "loading") return null;
  const { loaded: bytes, total } = engine.progress;
  return bytes === null || total === null ? undefined : bytes / total;
}

/** @param {State} state */
export function resultsView({ result, stale, allDigits }) {
  const digits = allDigits ? Infinity : 6;
  const report = result?.report ?? null;
  return {
    report,
    arrays: result?.arrays ?? null,
    stale,
    allDigits,
    ending: !report
      ? ""
      : stale
        ? `${report.message} (The input has changed since.)`
        : report.message,
    status: report?.status ?? "",
    notices: report?.notices ?? [],
    figures: report ? figures(report, allDigits) : [],
    rows: report ? parameterRows(report, digits) : [],
  };
}

/**
 * @param {import("./state.js").Report} report
 * @param {boolean} allDigits
 */
function figures(report, allDigits) {
  const { n, iterations, log_likelihood, aic, bic, n_free } = report;
  // Twelve digits: what an iteration changes in a log-likelihood is far behind the point.
  const fine = allDigits ? Infinity : 12;
  const rough = allDigits ? Infinity : 8;
  return [
    { name: "Log-likelihood", value: log_likelihood, text: number(log_likelihood, fine) },
    { name: "Iterations", value: iterations, text: count(iterations) },
    { name: "AIC", value: aic, text: number(aic, rough) },
    { name: "BIC", value: bic, text: number(bic, rough) },
    { name: "Values", value: n, text: count(n) },
    { name: "Free parameters", value: n_free, text: count(n_free) },
  ];
}

/**
 * @param {import("./state.js").Report} report
 * @param {number} digits
 */
function parameterRows({ start, final }, digits) {
  const spread = Math.min(...final.standard_deviations);
  /** @type {(value: number, field: StartField) => string} */
  const shown = (value, field) =>
    number(value, field === "means" ? Math.max(digits, digitsFor(value, spread)) : digits);
  return final.weights.map((_, index) => ({
    label: `Component ${index + 1}`,
    cells: /** @type {StartField[]} */ (Object.keys(FIELD_NAMES)).flatMap((field) => [
      { role: "start", text: shown(start[field][index] ?? NaN, field) },
      { role: "final", text: shown(final[field][index] ?? NaN, field) },
    ]),
  }));
}

/** @param {State} state */
export function footView({ engine }) {
  if (engine.phase === "loading") return "is loading Python into this tab";
  if (engine.phase === "failed") return "could not start Python";
  const { emkit, python, numpy, pyodide } = engine.versions;
  return `${emkit} runs Python ${python} and NumPy ${numpy} in this tab, through Pyodide ${pyodide}`;
}

/**
 * @param {Fault | null} fault
 * @param {StartField} field
 * @param {number} index
 */
function isAt(fault, field, index) {
  const where = fault?.where;
  if (!where || !("field" in where) || where.field !== field) return false;
  return where.component === undefined || where.component === index + 1;
}

/**
 * The id of the control that an option's fault is about.
 * @param {Fault | null} fault
 * @returns {string | null}
 */
function faultyControl(fault) {
  const where = fault?.where;
  if (!where || !("field" in where)) return null;
  return OPTION_CONTROLS[/** @type {keyof typeof OPTION_CONTROLS} */ (where.field)] ?? null;
}

/**
 * Where "Show the place" leads: a stretch of the text, a control, or a field by its name.
 * @typedef {{ from: number, to: number } | { control: string } | { label: string }} Destination
 */

/**
 * @param {Fault | null} fault
 * @returns {Destination | null}
 */
function placeOf(fault) {
  const where = fault?.where;
  if (!where) return null;
  if ("line" in where) return { from: where.from ?? 0, to: where.to ?? 0 };
  const control = faultyControl(fault);
  if (control) return { control };
  if (!("field" in where) || !(where.field in FIELD_NAMES)) return null;
  const field = /** @type {StartField} */ (where.field);
  return { label: startLabel(field, (where.component ?? 1) - 1) };
}
