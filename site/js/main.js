import { connectEffects } from "./app/effects.js";
import { keptInput } from "./app/effects/keeping.js";
import { keptTheme } from "./app/theme.js";
import { mountInput } from "./mounting/input.js";
import { mountPage } from "./mounting/page.js";
import { mountAnswer } from "./mounting/results.js";
import { mountRooms } from "./mounting/rooms.js";
import { reduce } from "./state/reduce.js";
import { INITIAL } from "./state/state.js";
import { createStore } from "./state/store.js";

/** Mounts the panels, joins them to the store, and lets the engine load. */

const store = createStore(
  { ...INITIAL, settings: { ...INITIAL.settings, theme: keptTheme() } },
  reduce,
);
const panels = [mountPage, mountInput, mountAnswer, mountRooms].flatMap((mount) => {
  return mount(store.send);
});

/** @param {import("./state/state.js").State} state */
const show = (state) => panels.forEach((panel) => panel(state));
store.listen((_, state) => show(state));
const kept = keptInput();
if (kept) store.send(kept);
show(store.state());
connectEffects(store);
