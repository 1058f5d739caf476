import { mountDensityChart } from "../charts/density-chart.js";
import { densityBetween } from "../charts/density/motion.js";
import { smooth } from "../charts/smooth.js";
import { byId } from "../lib/dom.js";
import { densityGrips } from "../state/lesson/drag.js";
import { shownRow } from "../state/planes/shown-row.js";
import { densityView } from "../state/results/chart-views.js";
import { joined } from "./joined.js";
import { comingLater } from "./later.js";
import { createMoving } from "./moving.js";

/**
 * The charts on which the iterations are seen to move, and the picture of the one that is shown.
 * @param {import("../state/intents.js").Send} send
 */
export function mountMovingCharts(send) {
  const figure = byId("density-chart", HTMLElement);
  const density = mountDensityChart(figure, {
    onPick: (row) => send({ type: "workRowChosen", row }),
    onDrag: (drag) => send({ type: "startDragged", drag }),
  });
  const { drawnFrame, source } = createMoving();
  /** @type {() => Promise<Blob | null>} */
  let planesPicture = async () => null;

  const planes = comingLater({ name: "the charts of several variables", load: loadPlanes, send });

  async function loadPlanes() {
    const { mountPlaneCharts } = await import("./late.js");
    return () => {
      const { panels, picture } = mountPlaneCharts(send);
      planesPicture = picture;
      return panels;
    };
  }

  /** @param {State} state */
  function densityMoving(state) {
    const view = densityView({ ...state.results, frame: drawnFrame(state) });
    figure.hidden = hasPlanes(state);
    const extras = { shown: shownRow(state), grips: densityGrips(state) };
    return { view: view && { ...view, ...extras }, pace: state.player.pace };
  }

  return {
    panels: [
      joined(smooth(density.update, densityBetween), densityMoving, source),
      joined((isWanted) => void (isWanted && planes.want()), hasPlanes, resultOf),
    ],
    planes,
    picture: async () => (await density.toBlob()) ?? planesPicture(),
  };
}

/** @param {State} state */
const resultOf = ({ results }) => results.result;

/** @param {State} state */
const hasPlanes = ({ results }) => (results.result?.report.d ?? 1) > 1;

/** @typedef {import("../state/state.js").State} State */
