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
import { dataView } from "./state/data/views.js";
import { footView } from "./state/engine.js";
import { startView } from "./state/model/views.js";
import { reduce } from "./state/reduce.js";
import { densityView, likelihoodView } from "./state/results/chart-views.js";
import { resultsView } from "./state/results/views.js";
import { runView } from "./state/run/views.js";
import { INITIAL } from "./state/state.js";
import { createStore } from "./state/store.js";

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
const densityChart = mountDensityChart(byId("density-chart", HTMLElement));
const likelihoodChart = mountLikelihoodChart(byId("likelihood-chart", HTMLElement));

/** @param {State} state */
const frameOf = ({ results }) => results.frame;

const panels = [
  joined(
    (phase) => (root.dataset.engine = phase),
    ({ engine }) => engine.phase,
  ),
  joined(mountTheme(send), ({ settings }) => settings.theme),
  joined(mountData(send), dataView),
  joined(mountStart(send), startView),
  joined(mountRun(send), runView),
  joined(mountResults(send), resultsView),
  joined(mountResponsibilities(), resultsView),
  joined(densityChart.update, ({ results }) => densityView(results), frameOf),
  joined(likelihoodChart.update, ({ results }) => likelihoodView(results), frameOf),
  joined((text) => setText(versions, text), footView),
];

/** @param {State} state */
const show = (state) => panels.forEach((panel) => panel(state));
store.listen((_, state) => show(state));
show(store.state());
connectEffects(store);
