import { PLANES_AT_FIRST } from "./state.js";

/** @type {import("../reduce.js").Slice<"planes">} */
export function reducePlanes({ planes, results }, intent) {
  switch (intent.type) {
    case "columnsDrawn":
      return { columns: intent.columns };
    case "runAnswered":
    case "fitTaken":
      return isAlike(results.result, intent.result) ? planes : PLANES_AT_FIRST;
  }
  return planes;
}

/**
 * Whether two results are of the same columns.
 * @param {import("../results/state.js").Result | null} one
 * @param {import("../results/state.js").Result} other
 */
function isAlike(one, other) {
  return one?.report.columns?.join("\n") === other.report.columns?.join("\n");
}
