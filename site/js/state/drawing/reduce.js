import { completed, edited, isForeign, written } from "../parameters/edit.js";
import { truthForm } from "./state.js";

/**
 * @typedef {import("./state.js").DrawingState} DrawingState
 * @typedef {import("../parameters/form.js").Form} Form
 */

/** @type {import("../reduce.js").Slice<"drawing">} */
export function reduceDrawing({ drawing }, intent) {
  switch (intent.type) {
    case "drawingEdited": {
      const settings = Object.freeze({ ...drawing.settings, [intent.setting]: intent.value });
      return fitted({ ...drawing, settings, fault: null });
    }
    case "truthEdited": {
      const typed = edited(drawing.typed, intent.field, intent.path, intent.value);
      return { ...drawing, typed, fault: null };
    }
    case "truthShown":
      return { ...drawing, shown: intent.index };
    case "drawingWanted":
      return { ...drawing, isBusy: true, fault: null };
    case "sampleDrawn": {
      const { text, truth } = intent;
      return { ...drawing, isBusy: false, drawn: { text, truth }, comparison: null };
    }
    case "drawingRefused":
      return { ...drawing, isBusy: false, fault: intent.fault };
    case "truthCompared":
      return { ...drawing, comparison: intent.comparison };
  }
  return drawing;
}

/**
 * With parameters for as many components and columns as are asked for.
 * @param {DrawingState} drawing
 * @returns {DrawingState}
 */
function fitted(drawing) {
  const form = truthForm(drawing);
  const usual = usualTruth(form);
  const isNew = isForeign(drawing.typed, form);
  return { ...drawing, typed: isNew ? written(usual) : completed(drawing.typed, usual, form) };
}

/**
 * Round components of equal weight in a row, four standard deviations apart.
 * @param {Form} form
 */
function usualTruth({ k, columns }) {
  const d = columns.length;
  /** @type {<T>(make: (j: number) => T) => T[]} */
  const each = (make) => Array.from({ length: k }, (_, j) => make(j));
  const weights = each(() => Number((1 / k).toPrecision(4)));
  if (d === 1) return { weights, means: each((j) => 4 * j), standard_deviations: each(() => 1) };
  return {
    weights,
    means: each((j) => columns.map(() => 4 * j)),
    covariances: each(() => columns.map((one) => columns.map((other) => (one === other ? 1 : 0)))),
  };
}
