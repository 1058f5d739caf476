import { remembered } from "../lib/remembered.js";
import { shownRow } from "../state/planes/shown-row.js";
import { createStaging } from "../state/player/views.js";

/** @typedef {import("../state/state.js").State} State */

/** What charts follow on which the iterations are seen to move. */
export function createMoving() {
  const drawnFrame = createStaging();
  const source = remembered((/** @type {State} */ state) => [
    drawnFrame(state),
    shownRow(state),
    state.planes,
    state.model.start,
    state.lesson.isDragging,
  ]);
  return { drawnFrame, source };
}
