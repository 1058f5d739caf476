import { mountPlanes } from "../panels/planes.js";
import { planesView } from "../state/planes/views.js";
import { joined } from "./joined.js";
import { createMoving } from "./moving.js";

/**
 * The charts of two variables and of more; fetched for data that have them.
 * @param {import("../state/intents.js").Send} send
 */
export function mountPlaneCharts(send) {
  const { update, picture } = mountPlanes(send);
  const { drawnFrame, source } = createMoving();

  /** @param {import("../state/state.js").State} state */
  const moving = (state) => ({
    view: planesView(state, drawnFrame(state)),
    pace: state.player.pace,
  });
  return { panels: [joined(update, moving, source)], picture };
}
