/** What can happen to the pinned runs. */

/** @typedef {{ type: "runPinned" } | { type: "pinsForgotten" }} PinsIntent */

export {};
