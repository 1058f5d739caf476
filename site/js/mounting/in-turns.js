/** @typedef {import("../state/state.js").State} State */
/** @typedef {import("./joined.js").Panel} Panel */

/** How long panels may keep the page's thread in one go, in milliseconds. */
const BUDGET = 10;

/**
 * Shows a state in many panels, as many in one task as there is time for, so that a person's next
 * key or click is heard between them. A state that comes meanwhile is shown from the first panel on;
 * a panel to which it brings nothing new costs nothing.
 * @param {ReadonlyArray<ReadonlyArray<Panel>>} groups  which may grow from one state to the next
 * @returns {Panel}
 */
export function inTurns(groups) {
  /** @type {State} */
  let latest;
  /** @type {Panel[]} */
  let panels = [];
  let next = 0; // the first that has yet to show the latest state
  let isWaiting = false;
  const channel = new MessageChannel();
  channel.port1.onmessage = goOn;

  function goOn() {
    isWaiting = false;
    const until = performance.now() + BUDGET;
    while (next < panels.length && performance.now() < until) panels[next++]?.(latest);
    if (next < panels.length) wait();
  }

  function wait() {
    if (!isWaiting) channel.port2.postMessage(null);
    isWaiting = true;
  }

  return (state) => {
    latest = state;
    panels = groups.flat();
    next = 0;
    wait();
  };
}
