import { layoutCriteria } from "./criteria/layout.js";
import { nextResult, resultAt } from "./criteria/moves.js";
import { paintCriteria } from "./criteria/paint.js";
import { criteriaReadings } from "./criteria/readings.js";
import { prepareCriteria } from "./criteria/scene.js";
import { criteriaTables } from "./criteria/tables.js";
import { mountChart } from "./parts/chart.js";
import { createChoice } from "./parts/choice.js";

/** @typedef {import("./criteria/view.js").CriteriaView} CriteriaView */
/** @typedef {import("./criteria/scene.js").CriteriaScene} CriteriaScene */
/** @typedef {import("./criteria/layout.js").CriteriaLayout} CriteriaLayout */

/**
 * An information criterion by the number of components, a line for each covariance structure.
 *
 * @param {HTMLElement} figure
 * @param {{ onPick?: (choice: import("./criteria/view.js").Choice) => void }} [wishes]
 * @returns {import("./parts/chart.js").Chart<CriteriaView>}
 */
export function mountCriteriaChart(figure, { onPick } = {}) {
  let index = 0;
  const prepare = (/** @type {CriteriaView} */ view) => prepareCriteria(view, index);
  const chart = mountChart(figure, { ...CRITERIA, prepare }, { onPick: onPick && pick });
  const choice = createChoice(chart.frame, "Criterion", (chosen) => {
    index = chosen;
    chart.refresh();
  });

  /**
   * @param {number} place
   * @param {CriteriaScene} scene
   */
  function pick(place, { results }) {
    const { components, covariance } = results[place];
    onPick?.({ components, covariance });
  }

  return {
    ...chart,
    update(view) {
      const drawn = view && view.criteria.length > 0 && view.components.length > 0 ? view : null;
      index = choice.offer(drawn?.criteria.map(({ name }) => name) ?? []);
      chart.update(drawn);
    },
  };
}

/** @type {Omit<import("./parts/chart.js").Kind<CriteriaView, CriteriaScene, CriteriaLayout>, "prepare">} */
const CRITERIA = {
  name: "information criteria",
  handleName: "Place among the models compared",
  layout: layoutCriteria,
  paint: paintCriteria,
  count: ({ results }) => results.length,
  home: startingPlace,
  placeAt: resultAt,
  onward: nextResult,
  readings: (scene, place) => (scene.results[place] ? criteriaReadings(scene, place) : []),
  idle: (scene) =>
    scene.results.length > 0 ? criteriaReadings(scene, startingPlace(scene)) : "Nothing known yet",
  tables: criteriaTables,
  note: ({ isZoomed, criterion }) =>
    isZoomed
      ? `Zoomed in: some values lie ${criterion.better === "low" ? "above" : "below"} this axis.`
      : "",
};

/** @param {CriteriaScene} scene */
function startingPlace({ chosen, best }) {
  return Math.max(chosen >= 0 ? chosen : best, 0);
}
