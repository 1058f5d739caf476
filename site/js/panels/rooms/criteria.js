import { mountCriteriaChart } from "../../charts/criteria-chart.js";
import { byId } from "../../lib/dom.js";

/**
 * The criteria of a comparison as a chart; choosing a fit in it shows that fit.
 * @param {import("../../state/intents.js").Send} send
 */
export function mountCriteria(send) {
  const figure = byId("criteria-chart", HTMLElement);
  const chart = mountCriteriaChart(figure, {
    onPick: (choice) => canTake && send({ type: "errandWanted", errand: "take", detail: choice }),
  });
  let canTake = false;

  /** @param {ReturnType<typeof import("../../state/study/criteria-view.js").criteriaView>} view */
  return function update(view) {
    canTake = view.canTake;
    figure.hidden = view.chart === null;
    chart.update(view.chart);
  };
}
