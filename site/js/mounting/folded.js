import { comingLater } from "./later.js";

/**
 * What is folded away as the page opens: charts among the results, and the rooms below.
 * @param {import("../state/intents.js").Send} send
 */
export function mountFolded(send) {
  const places = document.querySelectorAll("details.room, details.fold");
  return comingLater({
    name: "what was folded",
    load: async () => (await import("./late.js")).mountRooms,
    send,
    folds: [...places].filter((one) => one instanceof HTMLDetailsElement),
  });
}
