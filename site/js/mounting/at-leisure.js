/** After these there is an answer on the page, or none is to be expected soon. */
const ANSWERED = ["firstResultCame", "linkOpened", "runAnswered", "shipmentFailed"];

/**
 * Fetches what comes later as soon as the page has nothing better to do, so that it is here when it
 * is wanted; and once more when a person presses Retry.
 * @param {ReadonlyArray<import("./later.js").Later>} laters
 * @param {ReturnType<typeof import("../state/store.js").createStore>} store
 */
export function fetchAtLeisure(laters, { listen }) {
  const comeAll = () => laters.forEach(({ come }) => void come());
  listen(({ type }) => {
    if (ANSWERED.includes(type)) whenIdle(comeAll);
    if (type === "retryWanted") laters.forEach(({ retry }) => void retry());
  });
}

/** @param {() => void} work */
function whenIdle(work) {
  if ("requestIdleCallback" in self) self.requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 200); // Safari
}
