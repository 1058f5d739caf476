/** Whether the lab works on this device without a network, and whether a newer one is there. */

/**
 * @typedef {object} OfflineState
 * @property {"unknown" | "storing" | "ready" | "refused"} phase
 * @property {boolean} hasUpdate  a newer edition is kept, and opens at the next reload
 */

/**
 * @typedef {{ type: "offlineChanged", phase: OfflineState["phase"] }
 *   | { type: "updateCame" }
 *   | { type: "reloadWanted" }} OfflineIntent
 */

/** @type {OfflineState} */
export const OFFLINE_AT_FIRST = Object.freeze({ phase: "unknown", hasUpdate: false });

const SENTENCES = {
  unknown: "",
  storing: "A copy for use without a network is being kept.",
  ready: "Ready offline: it works here without a network too.",
  refused: "It needs the network: no copy is kept on this device.",
};

/** @type {import("./reduce.js").Slice<"offline">} */
export function reduceOffline({ offline }, intent) {
  if (intent.type === "offlineChanged") return { ...offline, phase: intent.phase };
  return intent.type === "updateCame" ? { ...offline, hasUpdate: true } : offline;
}

/** @param {import("./state.js").State} state */
export function offlineView({ offline: { phase, hasUpdate } }) {
  return { phase, sentence: SENTENCES[phase], hasUpdate };
}
