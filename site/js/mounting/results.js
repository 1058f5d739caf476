import { remembered } from "../lib/remembered.js";
import { mountAgreement } from "../panels/agreement.js";
import { mountBars, mountLikelihood } from "../panels/charts/figures.js";
import { mountFitted } from "../panels/fitted.js";
import { mountMatrices } from "../panels/matrices.js";
import { mountMeasuring } from "../panels/measuring.js";
import { mountPlayer } from "../panels/player.js";
import { mountResponsibilities } from "../panels/responsibilities.js";
import { mountResults } from "../panels/results.js";
import { mountTaking } from "../panels/taking.js";
import { mountTruth } from "../panels/truth.js";
import { truthView } from "../state/drawing/views.js";
import { playerView } from "../state/player/views.js";
import { agreementView } from "../state/results/agreement-view.js";
import { likelihoodView } from "../state/results/chart-views.js";
import { matricesSource, matricesView } from "../state/results/matrices-view.js";
import { parametersSource, parametersView } from "../state/results/parameters-view.js";
import { measuringView, takingView } from "../state/results/taking-view.js";
import { resultsView } from "../state/results/views.js";
import { barsSource, barsView } from "../state/rows/bars-view.js";
import { rowsSource, rowsView } from "../state/rows/views.js";
import { joined } from "./joined.js";
import { mountMovingCharts } from "./moving-charts.js";

/**
 * The column of the answer, but for what is folded away in it.
 * @param {import("../state/intents.js").Send} send
 */
export function mountAnswer(send) {
  const moving = mountMovingCharts(send);
  const first = [joined(mountResults(send), resultsView), ...moving.panels];
  const rest = [
    joined(mountPlayer(send), playerView),
    joined(mountLikelihood(send), ({ results }) => likelihoodView(results), frameOf),
    joined(mountFitted(), parametersView, remembered(parametersSource)),
    joined(mountMeasuring(send), measuringView),
    joined(mountMatrices(send), matricesView, remembered(matricesSource)),
    joined(mountTruth(), truthView),
    joined(mountBars(send), barsView, remembered(barsSource)),
    joined(mountResponsibilities(send), rowsView, remembered(rowsSource)),
    joined(mountAgreement(), agreementView, frameOf),
    joined(mountTaking(send, moving.picture), takingView),
  ];
  return { first, planes: moving.planes, rest };
}

/** @param {import("../state/state.js").State} state */
const frameOf = ({ results }) => results.frame;
