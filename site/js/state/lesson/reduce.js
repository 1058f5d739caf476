import { count } from "../../lib/format.js";
import { placeOf } from "../rows/views.js";

/** @typedef {import("./state.js").LessonState} LessonState */

/** What makes the experiment that was loaded a thing of the past. */
const OTHER_DATA = ["sampleChosen", "textEdited", "fileOpened"];

/** After these the start, if it was being dragged, is shown again or left. */
const SETTLED = ["runRefused", "frameRefused", "stepWanted", "playToggled", "iterationWanted"];

/** @type {import("../reduce.js").Slice<"lesson">} */
export function reduceLesson(state, intent) {
  const lesson = reduceWork(state, intent);
  if (intent.type === "startDragged") return { ...lesson, isDragging: true };
  const isBack = intent.type === "frameCame" && intent.frame.body.iteration === 0;
  const isSettled = isBack || SETTLED.includes(intent.type);
  return lesson.isDragging && isSettled ? { ...lesson, isDragging: false } : lesson;
}

/** @type {import("../reduce.js").Slice<"lesson">} */
function reduceWork({ lesson, results }, intent) {
  switch (intent.type) {
    case "experimentsCame":
      return { ...lesson, experiments: intent.experiments };
    case "linkOpened":
      return { ...lesson, chosen: nameOf(lesson, intent.fragment), complaints: intent.complaints };
    case "linkDoubted":
      return { ...lesson, complaints: [...lesson.complaints, ...intent.complaints] };
    case "workFolded":
      return { ...lesson, isOpen: intent.isOpen };
    case "wholeToggled":
      return { ...lesson, isWhole: !lesson.isWhole };
    case "workRowChosen":
      return { ...lesson, row: Math.max(0, intent.row), missing: "" };
    case "workRowSought":
      return withRow(lesson, intent.number, results.result);
    case "workPageChosen":
      return { ...lesson, from: Math.max(0, intent.from) };
    case "workCame":
      return { ...lesson, work: intent.work, fault: "" };
    case "workPageCame":
      return { ...lesson, page: intent.page };
    case "workRefused":
      return { ...lesson, work: null, page: null, fault: intent.message };
    case "runAnswered":
    case "fitTaken": {
      const isOther = intent.result.report.n !== results.result?.report.n;
      return isOther ? { ...lesson, row: 0, missing: "", from: 0, work: null, page: null } : lesson;
    }
  }
  return OTHER_DATA.includes(intent.type) && lesson.chosen ? { ...lesson, chosen: "" } : lesson;
}

/**
 * With the row of a number, as the table of the data counts; not all of these need be shown.
 * @param {LessonState} lesson
 * @param {number} number
 * @param {import("../results/state.js").Result | null} result
 * @returns {LessonState}
 */
function withRow(lesson, number, result) {
  if (!result) return lesson;
  const { report, arrays } = result;
  const row = placeOf(number, arrays.row_numbers, (arrays.x?.length ?? 0) / report.d);
  if (row >= 0) return { ...lesson, row, missing: "" };
  return { ...lesson, missing: `There is no row ${count(number)} among those shown.` };
}

/**
 * The experiment that a link is, if it is one, whether or not it runs at once.
 * @param {LessonState} lesson
 * @param {string} fragment
 */
function nameOf({ experiments }, fragment) {
  const plain = fragment.replace(/^#/, "").replace(/&run=1$/, "");
  return experiments.find((one) => one.fragment === plain)?.name ?? "";
}
