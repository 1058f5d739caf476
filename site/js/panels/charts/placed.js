import { byId } from "../../lib/dom.js";

/**
 * A chart in its place on the page, there only while it has something to show.
 * @template View
 * @param {string} id
 * @param {(figure: HTMLElement) => import("../../charts/parts/chart.js").Chart<View>} mount
 */
export function placed(id, mount) {
  const figure = byId(id, HTMLElement);
  const chart = mount(figure);
  return (/** @type {View | null} */ view) => {
    figure.hidden = view === null;
    chart.update(view);
  };
}

/** @param {import("../../state/intents.js").Send} send */
export const showingIterations = (send) => ({
  onPick: (/** @type {number} */ iteration) => send({ type: "iterationWanted", iteration }),
});
