import { connectEffects } from "./app/effects.js";
import { keptInput } from "./app/effects/keeping.js";
import { keptTheme, mountTheme } from "./app/theme.js";
import { mountDensityChart } from "./charts/density-chart.js";
import { smooth } from "./charts/smooth.js";
import { byId, setText } from "./lib/dom.js";
import { remembered } from "./lib/remembered.js";
import { mountAgreement } from "./panels/agreement.js";
import {
  mountBars,
  mountGoodness,
  mountLikelihood,
  mountPaths,
  mountTraces,
} from "./panels/charts/figures.js";
import { mountData } from "./panels/data.js";
import { mountDrawing } from "./panels/drawing.js";
import { mountFile } from "./panels/file.js";
import { mountFitted } from "./panels/fitted.js";
import { mountExperiments } from "./panels/lesson/experiments.js";
import { mountWork } from "./panels/lesson/work.js";
import { mountMatrices } from "./panels/matrices.js";
import { mountMeasuring } from "./panels/measuring.js";
import { mountPlanes } from "./panels/planes.js";
import { mountPlayer } from "./panels/player.js";
import { mountOffline } from "./panels/offline.js";
import { mountResponsibilities } from "./panels/responsibilities.js";
import { mountResults } from "./panels/results.js";
import { mountBeside } from "./panels/rooms/beside.js";
import { mountCriteria } from "./panels/rooms/criteria.js";
import { mountGroupCharts } from "./panels/rooms/group-charts.js";
import { mountGroups } from "./panels/rooms/groups.js";
import { mountLikelihoodRatio } from "./panels/rooms/likelihood-ratio.js";
import { mountPins } from "./panels/rooms/pins.js";
import { mountProgram } from "./panels/rooms/program.js";
import { mountRuns } from "./panels/rooms/runs.js";
import { mountStudy } from "./panels/rooms/study.js";
import { mountRun } from "./panels/run.js";
import { mountModel, mountStart } from "./panels/start.js";
import { mountTruth } from "./panels/truth.js";
import { mountTable } from "./panels/table.js";
import { mountTaking } from "./panels/taking.js";
import { besideCharts } from "./state/beside/chart-views.js";
import { besideAnswer, besideFound, besideView } from "./state/beside/views.js";
import { tableView } from "./state/data/table-view.js";
import { dataView } from "./state/data/views.js";
import { drawingSource, drawingView, truthView } from "./state/drawing/views.js";
import { footView } from "./state/engine.js";
import { densityGrips } from "./state/lesson/drag.js";
import { experimentsView, workSource, workView } from "./state/lesson/views.js";
import { controlsView, startSource, startView } from "./state/model/views.js";
import { pinsSource, pinsView } from "./state/pins/views.js";
import { planesView, shownRow } from "./state/planes/views.js";
import { createStaging, playerView } from "./state/player/views.js";
import { programView } from "./state/program/views.js";
import { offlineView } from "./state/offline.js";
import { reduce } from "./state/reduce.js";
import { agreementView } from "./state/results/agreement-view.js";
import { densityView, likelihoodView } from "./state/results/chart-views.js";
import { goodnessView } from "./state/results/goodness-view.js";
import { matricesSource, matricesView } from "./state/results/matrices-view.js";
import { parametersSource, parametersView } from "./state/results/parameters-view.js";
import { pathsView } from "./state/results/paths-view.js";
import { runsView } from "./state/results/runs-view.js";
import { measuringView, takingView } from "./state/results/taking-view.js";
import { traceView } from "./state/results/trace-view.js";
import { resultsView } from "./state/results/views.js";
import { barsSource, barsView } from "./state/rows/bars-view.js";
import { rowsSource, rowsView } from "./state/rows/views.js";
import { runView } from "./state/run/views.js";
import { INITIAL } from "./state/state.js";
import { createStore } from "./state/store.js";
import { criteriaSource, criteriaView } from "./state/study/criteria-view.js";
import { ratioView } from "./state/study/ratio-view.js";
import { studyView } from "./state/study/views.js";

/** Mounts the panels, joins them to the store, and lets the engine load. */

/** @typedef {import("./state/state.js").State} State */

/**
 * Shows a view of the state whenever it can have changed.
 * @template V
 * @param {(view: V) => void} update
 * @param {(state: State) => V} view
 * @param {(state: State) => unknown} [source]  the part of the state that the view is made of,
 *   where making it or showing it takes long
 */
function joined(update, view, source = (state) => state) {
  /** @type {unknown} */
  let last = null;
  return (/** @type {State} */ state) => {
    if (source(state) === last) return;
    last = source(state);
    update(view(state));
  };
}

const store = createStore(
  { ...INITIAL, settings: { ...INITIAL.settings, theme: keptTheme() } },
  reduce,
);
const { send } = store;

const root = document.documentElement;
const versions = byId("versions", HTMLSpanElement);
const densityChart = mountDensityChart(byId("density-chart", HTMLElement), {
  onPick: (row) => send({ type: "workRowChosen", row }),
  onDrag: (drag) => send({ type: "startDragged", drag }),
});

const densityFigure = byId("density-chart", HTMLElement);
const planes = mountPlanes(send);
const mainPicture = async () => (await densityChart.toBlob()) ?? planes.picture();

/** @param {State} state */
const frameOf = ({ results }) => results.frame;
const drawnFrame = createStaging();

/** @param {State} state */
function movingDensity(state) {
  const view = densityView({ ...state.results, frame: drawnFrame(state) });
  densityFigure.hidden = (state.results.result?.report.d ?? 1) > 1;
  const extras = { shown: shownRow(state), grips: densityGrips(state) };
  return { view: view && { ...view, ...extras }, pace: state.player.pace };
}

/** @param {State} state */
const movingPlanes = (state) => ({
  view: planesView(state, drawnFrame(state)),
  pace: state.player.pace,
});

/** @param {State} state */
const chartSource = (state) => [
  drawnFrame(state),
  shownRow(state),
  state.planes,
  state.model.start,
  state.lesson.isDragging,
];

const panels = [
  joined(
    (phase) => (root.dataset.engine = phase),
    ({ engine }) => engine.phase,
  ),
  joined(mountTheme(send), ({ settings }) => settings.theme),
  joined(mountData(send), dataView),
  joined(mountFile(send), dataView),
  joined(mountTable(send), tableView, ({ data }) => data),
  joined(mountModel(send), controlsView),
  joined(mountDrawing(send), drawingView, remembered(drawingSource)),
  joined(mountTruth(), truthView),
  joined(mountStart(send), startView, remembered(startSource)),
  joined(mountRun(send), runView),
  joined(mountResults(send), resultsView),
  joined(mountFitted(), parametersView, remembered(parametersSource)),
  joined(mountMeasuring(send), measuringView),
  joined(mountMatrices(send), matricesView, remembered(matricesSource)),
  joined(mountResponsibilities(send), rowsView, remembered(rowsSource)),
  joined(mountAgreement(), agreementView, frameOf),
  joined(mountTaking(send, mainPicture), takingView),
  joined(mountRuns(send), runsView),
  joined(mountPlayer(send), playerView),
  joined(mountExperiments(send), experimentsView),
  joined(mountWork(send), workView, remembered(workSource)),
  joined(smooth(densityChart.update), movingDensity, remembered(chartSource)),
  joined(planes.update, movingPlanes, remembered(chartSource)),
  joined(mountLikelihood(send), ({ results }) => likelihoodView(results), frameOf),
  joined(mountTraces(send), ({ results }) => traceView(results), frameOf),
  joined(mountGoodness(), ({ results }) => goodnessView(results), frameOf),
  joined(mountBars(send), barsView, remembered(barsSource)),
  joined(
    mountPaths(send),
    ({ results }) => pathsView(results.result),
    ({ results }) => results.result,
  ),
  joined(mountPins(send), pinsView, remembered(pinsSource)),
  joined(mountStudy(send), studyView),
  joined(mountCriteria(send), criteriaView, criteriaSource),
  joined(mountLikelihoodRatio(send), ratioView),
  joined(mountBeside(send), besideView),
  joined(mountGroups(), besideFound, besideAnswer),
  joined(mountGroupCharts(), besideCharts, besideAnswer),
  joined(mountProgram(send), programView),
  joined((text) => setText(versions, text), footView),
  joined(mountOffline(send), offlineView),
];

/** @param {State} state */
const show = (state) => panels.forEach((panel) => panel(state));
store.listen((_, state) => show(state));
const kept = keptInput();
if (kept) send(kept);
show(store.state());
connectEffects(store);
