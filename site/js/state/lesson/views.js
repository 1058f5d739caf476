import { count, number } from "../../lib/format.js";
import { hasRun, lastOf, positionOf } from "../player/views.js";
import { densityLines, shareLines, sumLine } from "./e-step.js";
import { entries } from "./entries.js";
import { updateLines } from "./m-step.js";
import { PAGE_ROWS } from "./state.js";

/**
 * What the lesson's panels show. Pure.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").Work} Work
 */

/** @param {State} state */
export function experimentsView(state) {
  const { lesson, run } = state;
  const chosen = lesson.experiments.find(({ name }) => name === lesson.chosen) ?? null;
  return {
    experiments: lesson.experiments.map(({ name, title, fragment }) => ({
      name,
      title,
      fragment,
      isChosen: name === lesson.chosen,
    })),
    chosen,
    hasRun: run.phase === "idle" && hasRun(state),
    complaints: lesson.complaints,
  };
}

/**
 * The parts of the state that the work is made of.
 * @param {State} state
 */
export function workSource({ lesson, results, settings, player, run }) {
  return [lesson, results.frame, results.wanted, results.result, settings.allDigits, player, run];
}

/** @param {State} state */
export function workView(state) {
  const { lesson } = state;
  const work = currentWork(state);
  return {
    isOpen: lesson.isOpen,
    isWhole: lesson.isWhole,
    row: String(state.results.result?.arrays.row_numbers?.[lesson.row] ?? lesson.row + 1),
    rows: state.results.result?.report.n ?? 0,
    note: noteOf(state, work),
    written: work && writtenOut(work, state.settings.allDigits),
    whole: wholeOf(state, work),
  };
}

/**
 * The work, unless it is that of another fit; of another iteration it stays until the new comes.
 * @param {State} state
 */
function currentWork(state) {
  const { work, isOpen } = state.lesson;
  const fit = state.results.result?.report.fit;
  return isOpen && work && work.fit === fit && positionOf(state) > 0 && hasRun(state) ? work : null;
}

/**
 * @param {State} state
 * @param {Work | null} work
 */
function noteOf(state, work) {
  const { results, lesson } = state;
  if (!results.result) return "Press Calculate EM or Step: there is no iteration to work out yet.";
  if (!hasRun(state)) return "The input has changed. Press Calculate EM or Step to work with it.";
  if (lastOf(state) === 0) return "This run made no iteration, so there is no work to show.";
  if (positionOf(state) === 0) {
    return "This is the start. Press Step, and the work of iteration 1 stands here.";
  }
  if (lesson.fault) return lesson.fault;
  if (lesson.missing) return lesson.missing;
  if (!work) return "Working it out…";
  if (work.accelerated) {
    return "This iteration was extrapolated: the parameters went farther than the E-step and M-step below, from which it set out.";
  }
  return work.plain
    ? ""
    : "This iteration was no plain one: a component was dropped or regularised after the steps below.";
}

/**
 * @param {Work} work
 * @param {boolean} allDigits
 */
function writtenOut(work, allDigits) {
  /** @param {number | null} value */
  const show = (value) => (value === null ? "—" : number(value, allDigits ? Infinity : 6));
  const { iteration, e_step, columns } = work;
  const values = e_step.x.map((value, index) => `${columns[index]} = ${show(value)}`).join(", ");
  return {
    eTitle: `E-step of iteration ${count(iteration)} for row ${count(e_step.row_number)}: ${values}`,
    eHint: `with the parameters after iteration ${count(iteration - 1)}`,
    densities: densityLines(work, show),
    sum: sumLine(work, show),
    shares: shareLines(work, show),
    vanished: e_step.sum === 0,
    mTitle: `M-step of iteration ${count(iteration)}: all rows together`,
    updates: updateLines(work, show),
    changes: changes(work, show),
    changesTitle: `What iteration ${count(iteration)} changed`,
    before: count(iteration - 1),
    after: count(iteration),
    logLikelihoods: [
      ...work.log_likelihoods.map((value) => {
        return value === null ? "—" : number(value, allDigits ? Infinity : 10);
      }),
      signed(work.gain, show),
    ],
  };
}

/**
 * Every parameter before, after, and what was added.
 * @param {Work} work
 * @param {(value: number | null) => string} show
 */
function changes(work, show) {
  const { columns, old, new: now, change } = work;
  const kinds = /** @type {const} */ ([
    ["weights", "Weight", "weight"],
    ["means", "Mean", "mean"],
    ["standard_deviations", "SD", "sd"],
  ]);
  return now.weights.flatMap((_, j) =>
    kinds.flatMap(([field, label, quantity]) =>
      entries(now[field], j).map((value, index) => {
        const several = field !== "weights" && entries(now[field], j).length > 1;
        return {
          component: j,
          label: several ? `${label} ${j + 1}, ${columns[index]}` : `${label} ${j + 1}`,
          quantity: `${quantity}.${j + 1}`,
          before: show(entries(old[field], j)[index] ?? null),
          after: show(value),
          change: change ? signed(entries(change[field], j)[index] ?? null, show) : "—",
        };
      }),
    ),
  );
}

/**
 * @param {number | null} value
 * @param {(value: number | null) => string} show
 */
function signed(value, show) {
  return value !== null && value > 0 ? `+${show(value)}` : show(value);
}

/**
 * The whole E-step, a page of it.
 * @param {State} state
 * @param {Work | null} work
 */
function wholeOf(state, work) {
  const { page, isWhole, row } = state.lesson;
  const { result } = state.results;
  if (!work || !isWhole || !page || !result || page.body.fit !== work.fit) return null;
  const { allDigits } = state.settings;
  const { body, arrays } = page;
  const k = work.old.weights.length;
  const d = work.columns.length;
  /** @param {number | undefined} value */
  const show = (value) => (value === undefined ? "" : number(value, allDigits ? Infinity : 6));
  const rowNumbers = result.arrays.row_numbers;
  const n = (result.arrays.x?.length ?? 0) / d;
  return {
    title: `The whole E-step of iteration ${count(body.iteration)}`,
    heads: headsOf(work.columns, k),
    rows: Array.from({ length: body.count }, (_, i) => ({
      index: body.from + i,
      isChosen: body.from + i === row,
      head: count(rowNumbers?.[body.from + i] ?? body.from + i + 1),
      cells: [
        ...part(arrays.x, i, d),
        ...part(arrays.densities, i, k),
        ...part(arrays.weighted, i, k),
        arrays.sums?.[i],
        ...part(arrays.responsibilities, i, k),
      ].map(show),
    })),
    totals: work.m_step.counts.map((value, j) => ({
      text: show(value),
      quantity: `count.${j + 1}`,
    })),
    range: `Rows ${count(body.from + 1)} to ${count(body.from + body.count)} of ${count(n)}`,
    canGoBack: body.from > 0,
    canGoOn: body.from + body.count < n,
    from: body.from,
    step: PAGE_ROWS,
    blanks: d + 2 * k + 1,
  };
}

/**
 * @param {string[]} columns
 * @param {number} k
 */
function headsOf(columns, k) {
  const numbers = Array.from({ length: k }, (_, j) => j + 1);
  return [
    "Row",
    ...columns,
    ...numbers.map((j) => `Density ${j}`),
    ...numbers.map((j) => `Weighted ${j}`),
    "Sum",
    ...numbers.map((j) => `r${j}`),
  ];
}

/**
 * @param {Float64Array | undefined} values
 * @param {number} i
 * @param {number} width
 */
function part(values, i, width) {
  return [...(values?.subarray(i * width, (i + 1) * width) ?? [])];
}
