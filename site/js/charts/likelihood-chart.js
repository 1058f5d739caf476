import { layoutLikelihood } from "./likelihood/layout.js";
import { paintPath, paintPlaces } from "./likelihood/paint.js";
import { likelihoodReadings } from "./likelihood/readings.js";
import { likelihoodTables } from "./likelihood/tables.js";
import { windowNote, windowStart } from "./likelihood/window.js";
import { mountChart } from "./parts/chart.js";
import { element } from "./parts/element.js";

/** @typedef {import("./likelihood/view.js").LikelihoodView} LikelihoodView */
/** @typedef {import("./likelihood/view.js").LikelihoodScene} LikelihoodScene */
/** @typedef {import("./likelihood/layout.js").LikelihoodLayout} LikelihoodLayout */

/**
 * The log-likelihood after every iteration. Where early gains would flatten the rest, the axis leaves
 * them out, says so, and a button brings them back.
 *
 * @param {HTMLElement} figure
 * @param {{ onPick?: (iteration: number) => void }} [wishes]
 * @returns {import("./parts/chart.js").Chart<LikelihoodView>}
 */
export function mountLikelihoodChart(figure, { onPick } = {}) {
  /** @type {LikelihoodView | null} */
  let view = null;
  let isWhole = false;
  const chart = mountChart(
    figure,
    likelihoodKind(() => isWhole),
    { onPick },
  );
  const whole = element("button", { type: "button", class: "quiet" }, "Show the whole path");
  chart.frame.canvas.classList.add("chart-low");
  chart.frame.note.after(whole);

  function offer() {
    whole.hidden = !view || windowStart(view.logLikelihood) === 0;
    whole.setAttribute("aria-pressed", String(isWhole));
  }

  whole.addEventListener("click", () => {
    isWhole = !isWhole;
    offer();
    chart.refresh();
  });
  offer();
  return {
    ...chart,
    update(next) {
      const before = view;
      view = next && next.logLikelihood.length > 0 ? next : null;
      if (view?.logLikelihood !== before?.logLikelihood) offer();
      chart.update(view);
    },
  };
}

/**
 * @param {() => boolean} isWhole whether the reader asked for the whole path
 * @returns {import("./parts/chart.js").Kind<LikelihoodView, LikelihoodScene, LikelihoodLayout>}
 */
function likelihoodKind(isWhole) {
  return {
    name: "log-likelihood",
    handleName: "Place along the path",
    prepare: (view) => ({ ...view, from: isWhole() ? 0 : windowStart(view.logLikelihood) }),
    layout: layoutLikelihood,
    paintStill: paintPath,
    paint: paintPlaces,
    count: ({ logLikelihood }) => logLikelihood.length,
    home: shownIteration,
    placeAt: ({ logLikelihood }, point, { x }) =>
      Math.min(Math.max(Math.round(x.invert(point.x)), 0), logLikelihood.length - 1),
    onward: (_scene, place, { by }) => place + by,
    readings: likelihoodReadings,
    idle: (scene) => likelihoodReadings(scene, shownIteration(scene)),
    tables: likelihoodTables,
    note: ({ from }) => windowNote(from),
  };
}

/** @param {LikelihoodScene} scene */
function shownIteration({ shown, logLikelihood }) {
  return shown ?? logLikelihood.length - 1;
}
