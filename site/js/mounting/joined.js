/** @typedef {import("../state/state.js").State} State */

/** @typedef {(state: State) => void} Panel  shows what a state means for it */

/**
 * Shows a view of the state whenever it can have changed.
 * @template V
 * @param {(view: V) => void} update
 * @param {(state: State) => V} view
 * @param {(state: State) => unknown} [source]  the part of the state that the view is made of,
 *   where making it or showing it takes long
 * @returns {Panel}
 */
export function joined(update, view, source = (state) => state) {
  /** @type {unknown} */
  let last = null;
  return (state) => {
    if (source(state) === last) return;
    last = source(state);
    update(view(state));
  };
}
