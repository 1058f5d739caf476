/** What can happen to the results beside a run's answer. */

/** @typedef {{ type: "resultRenewed", result: import("./state.js").Result }} ResultsIntent */

export {};
