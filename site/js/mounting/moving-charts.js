import { mountDensityChart } from "../charts/density-chart.js";
import { densityBetween } from "../charts/density/motion.js";
import { smooth } from "../charts/smooth.js";
import { byId } from "../lib/dom.js";
import { remembered } from "../lib/remembered.js";
import { mountPlanes } from "../panels/planes.js";
import { densityGrips } from "../state/lesson/drag.js";
import { planesView, shownRow } from "../state/planes/views.js";
import { createStaging } from "../state/player/views.js";
import { densityView } from "../state/results/chart-views.js";
import { joined } from "./joined.js";

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
  const planes = mountPlanes(send);
  const drawnFrame = createStaging();

  /** @param {State} state */
  const source = (state) => [
    drawnFrame(state),
    shownRow(state),
    state.planes,
    state.model.start,
    state.lesson.isDragging,
  ];

  /** @param {State} state */
  function densityMoving(state) {
    const view = densityView({ ...state.results, frame: drawnFrame(state) });
    figure.hidden = (state.results.result?.report.d ?? 1) > 1;
    const extras = { shown: shownRow(state), grips: densityGrips(state) };
    return { view: view && { ...view, ...extras }, pace: state.player.pace };
  }

  /** @param {State} state */
  const planesMoving = (state) => ({
    view: planesView(state, drawnFrame(state)),
    pace: state.player.pace,
  });

  return {
    panels: [
      joined(smooth(density.update, densityBetween), densityMoving, remembered(source)),
      joined(planes.update, planesMoving, remembered(source)),
    ],
    picture: async () => (await density.toBlob()) ?? planes.picture(),
  };
}

/** @typedef {import("../state/state.js").State} State */
