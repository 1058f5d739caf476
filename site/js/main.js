import { connectEffects } from "./app/effects.js";
import { keptInput } from "./app/effects/keeping.js";
import { keptTheme } from "./app/theme.js";
import { inTurns } from "./mounting/in-turns.js";
import { mountInput } from "./mounting/input.js";
import { mountPage } from "./mounting/page.js";
import { mountAnswer } from "./mounting/results.js";
import { mountRooms } from "./mounting/rooms.js";
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
const atOnce = [...mountPage(send), ...mountInput(send)];
const soon = inTurns([...mountAnswer(send), ...mountRooms(send), ...mountStanding(send)]);

/** @param {import("./state/state.js").State} state */
const show = (state) => [...atOnce, soon].forEach((panel) => panel(state));
store.listen((_, state) => show(state));
const kept = keptInput();
if (kept) send(kept);
show(store.state());
connectEffects(store);
