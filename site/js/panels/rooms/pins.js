import { mountPathsChart } from "../../charts/paths-chart.js";
import { setEnabled, whenPressed } from "../../lib/button.js";
import { byId } from "../../lib/dom.js";

/**
 * Runs set beside each other, each of which can be shown again.
 *
 * @typedef {ReturnType<typeof import("../../state/pins/views.js").pinsView>} View
 */

/** @param {import("../../state/intents.js").Send} send */
export function mountPins(send) {
  const pin = byId("pin-run", HTMLButtonElement);
  const forget = byId("forget-pins", HTMLButtonElement);
  const figure = byId("pins-chart", HTMLElement);
  const chart = mountPathsChart(figure, { onPick: show });
  /** @type {View | null} */
  let shown = null;

  /** @param {number} run */
  function show(run) {
    const result = shown?.results[run - 1];
    if (result && run !== shown?.chart?.chosen) send({ type: "fitTaken", result });
  }

  whenPressed(pin, () => send({ type: "runPinned" }));
  whenPressed(forget, () => send({ type: "pinsForgotten" }));
  return (/** @type {View} */ view) => {
    shown = view;
    setEnabled(pin, view.canPin);
    setEnabled(forget, view.canForget);
    figure.hidden = view.chart === null;
    chart.update(view.chart);
  };
}
