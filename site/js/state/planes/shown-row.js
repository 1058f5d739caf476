/**
 * The row whose work is shown.
 * @param {import("../state.js").State} state
 */
export function shownRow({ lesson }) {
  return lesson.isOpen || lesson.row > 0 ? lesson.row : null;
}
