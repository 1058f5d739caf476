import { MOST_PINS, PINS_AT_FIRST } from "./state.js";

/** @type {import("../reduce.js").Slice<"pins">} */
export function reducePins({ pins, results: { result } }, intent) {
  if (intent.type === "pinsForgotten") return PINS_AT_FIRST;
  if (intent.type !== "runPinned" || !result || pins.results.includes(result)) return pins;
  return { results: [...pins.results, result].slice(-MOST_PINS) };
}
