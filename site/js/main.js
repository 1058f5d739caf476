import { connectEffects } from "./app/effects.js";
import { keptInput } from "./app/effects/keeping.js";
import { keptTheme } from "./app/theme.js";
import { fetchAtLeisure } from "./mounting/at-leisure.js";
import { mountFolded } from "./mounting/folded.js";
import { inTurns } from "./mounting/in-turns.js";
import { mountInput } from "./mounting/input.js";
import { mountPage } from "./mounting/page.js";
import { mountAnswer } from "./mounting/results.js";
import { mountStanding } from "./mounting/standing.js";
import { reduce } from "./state/reduce.js";
import { INITIAL } from "./state/state.js";
import { createStore } from "./state/store.js";

/** Mounts the panels, joins them to the store, and lets the engine load. */

const store = createStore(
  { ...INITIAL, settings: { ...INITIAL.settings, theme: keptTheme() } },
  reduce,
);
const { send } = store;
const standing = mountStanding(send);
const atOnce = [...mountPage(send), ...mountInput(send), standing.atOnce];
const { first, planes, rest } = mountAnswer(send);
const folded = mountFolded(send);
const soon = inTurns([first, planes.panels, rest, folded.panels, standing.last]);

/** @param {import("./state/state.js").State} state */
const show = (state) => [...atOnce, soon].forEach((panel) => panel(state));
store.listen((_, state) => show(state));
const kept = keptInput();
if (kept) send(kept);
fetchAtLeisure([planes, folded], store);
show(store.state());
connectEffects(store);
