import { count, countOf, number } from "../../lib/format.js";
import { isOutdated } from "../errands/about.js";
import { faultyField, standingView } from "../errands/views.js";
import { asMany } from "./questions.js";

/**
 * What the room "Beside EM" shows besides its charts. Pure.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").Grouping} Grouping
 * @typedef {import("./state.js").Against} Against
 * @typedef {import("../results/state.js").Result} Result
 */

/** Rows are listed with so many of their columns. */
const MOST_COLUMNS = 6;

/** @param {State} state */
export function besideView(state) {
  const { beside, errands } = state;
  const { cluster } = errands;
  const isIdle = cluster.phase === "idle";
  return {
    ...beside,
    hint: `as many as components (${asMany(state)}), if empty`,
    hasLinkage: beside.method === "hierarchical",
    wrong: faultyField(cluster.fault),
    canGroup: isIdle,
    canStop: !isIdle,
    standing: standingView(state, cluster, { doing: doing(cluster.progress), found: found(state) }),
  };
}

/**
 * The groups, if the fit that they are set against is the one that is shown.
 * @param {State} state
 */
export function besideAnswer({ errands: { cluster }, results: { result } }) {
  const { answer } = cluster;
  return result && answer?.body.against?.fit === result.report.fit ? answer : null;
}

/** @param {{ label: string, done?: number, total?: number } | null} progress */
function doing(progress) {
  if (!progress?.total) return `${progress?.label ?? "Grouping the rows"}…`;
  return `Grouping the rows: ${progress.label}, ${count(progress.done ?? 0)} of ${count(progress.total)}.`;
}

/** @param {State} state */
function found(state) {
  const { answer } = state.errands.cluster;
  if (!answer) return "";
  const grouping = /** @type {Grouping} */ (answer.body);
  const outdated = isOutdated("cluster", state, answer.about)
    ? "The data or the fit have changed since."
    : "";
  return [sizes(grouping), compared(grouping), outdated].filter(Boolean).join(" ");
}

/** @param {Grouping} grouping */
function nameOf({ method, linkage }) {
  return method === "kmeans" ? "k-means" : `Hierarchical clustering (${linkage})`;
}

/** @param {Grouping} grouping */
function sizes(grouping) {
  const parts = grouping.sizes.map(count);
  const listed =
    parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0];
  const rows = parts.length === 1 && grouping.sizes[0] === 1 ? "row" : "rows";
  return `${nameOf(grouping)} finds ${countOf(parts.length, "group")}, of ${listed} ${rows}.`;
}

/** @param {Grouping} grouping */
function compared({ against, sizes: groups }) {
  if (!against) return "There is no fit of these rows to set them against.";
  const n = groups.reduce((sum, size) => sum + size, 0);
  return `They agree with the likeliest components of EM on ${count(n - against.differ)} of ${countOf(n, "row")}; the adjusted Rand index is ${number(against.adjusted_rand, 3)}.`;
}

/**
 * The groups beside the components of the fit that is shown; null where there are none.
 * @param {State} state
 */
export function besideFound(state) {
  const answer = besideAnswer(state);
  const { result } = state.results;
  if (!answer || !result) return null;
  const { against } = /** @type {Grouping & { against: Against }} */ (answer.body);
  return {
    crossTable: crossTable(against, result),
    differing: differing(against, answer.arrays, result),
  };
}

/**
 * @param {Against} against
 * @param {Result} result
 */
function crossTable({ table, partners }, result) {
  const numberOf = numbering(result);
  return {
    groups: partners.map((partner, group) => ({
      name: `Group ${group + 1}`,
      partner: numberOf(partner),
    })),
    components: table.map((counts, j) => ({
      name: `Component ${numberOf(j) + 1}`,
      component: numberOf(j),
      cells: counts.map((size, group) => ({
        text: count(size),
        isMatched: partners[group] === j,
      })),
    })),
  };
}

/**
 * The number of each of the components that are left; -1, for none, stays that.
 * @param {Result} result
 * @returns {(j: number) => number}
 */
function numbering({ report: { frame } }) {
  return (j) => frame.components[j] ?? j;
}

/**
 * @param {Against} against
 * @param {import("../../engine/protocol.js").Arrays} arrays
 * @param {Result} result
 */
function differing({ differ, partners }, arrays, result) {
  const numberOf = numbering(result);
  const { report } = result;
  const { x, row_numbers } = result.arrays;
  const { d, columns } = report;
  const listed = Array.from(arrays["differs"] ?? []);
  const shown = columns.slice(0, MOST_COLUMNS);
  return {
    summary: `${countOf(differ, "row")} on which they differ${listed.length < differ ? ` (the first ${count(listed.length)} are listed)` : ""}`,
    heads: ["Row", ...shown, "Component", "Group"],
    rows: listed.map((place) => {
      const group = arrays["labels"]?.[place] ?? -1;
      return {
        cells: [
          count(row_numbers?.[place] ?? place + 1),
          ...shown.map((_, column) => String(x?.[place * d + column] ?? "")),
        ],
        component: numberOf(arrays["components"]?.[place] ?? -1),
        group,
        partner: numberOf(partners[group] ?? -1),
      };
    }),
  };
}
