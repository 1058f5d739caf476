import { connectEffects } from "./app/effects.js";
import { keptTheme, mountTheme } from "./app/theme.js";
import { mountDensityChart } from "./charts/density-chart.js";
import { mountLikelihoodChart } from "./charts/likelihood-chart.js";
import { byId, setText } from "./lib/dom.js";
import { mountData } from "./panels/data.js";
import { mountResponsibilities } from "./panels/responsibilities.js";
import { mountResults } from "./panels/results.js";
import { mountRun } from "./panels/run.js";
import { mountStart } from "./panels/start.js";
import { densityView, likelihoodView } from "./state/chart-views.js";
import { reduce } from "./state/reduce.js";
import { INITIAL } from "./state/state.js";
import { createStore } from "./state/store.js";
import { dataView, footView, resultsView, runView, startView } from "./state/views.js";

/** Mounts the panels, joins them to the store, and lets the engine load. */

const store = createStore({ ...INITIAL, theme: keptTheme() }, reduce);
const { send } = store;

const showData = mountData(send);
const showStart = mountStart(send);
const showRun = mountRun(send);
const showResults = mountResults(send);
const showResponsibilities = mountResponsibilities();
const showTheme = mountTheme(send);
const densityChart = mountDensityChart(byId("density-chart", HTMLElement));
const likelihoodChart = mountLikelihoodChart(byId("likelihood-chart", HTMLElement));
const versions = byId("versions", HTMLSpanElement);

/** @type {import("./state/state.js").State | null} */
let shown = null;

/** @param {import("./state/state.js").State} state */
function show(state) {
  document.documentElement.dataset.engine = state.engine.phase;
  showData(dataView(state));
  showStart(startView(state));
  showRun(runView(state));
  showResults(resultsView(state));
  showResponsibilities(resultsView(state));
  showTheme(state.theme);
  setText(versions, footView(state));
  if (state.result !== shown?.result) {
    densityChart.update(densityView(state.result));
    likelihoodChart.update(likelihoodView(state.result));
  }
  shown = state;
}

store.listen((_, state) => show(state));
show(store.state());
connectEffects(store);
