/** What comes with the page: the samples, and the result that it opens with. */

/**
 * @typedef {object} Sample a data set that ships with the page, as emkit describes it
 * @property {string} name
 * @property {string} title
 * @property {string} text
 * @property {string} about
 * @property {string} source
 */

/**
 * @typedef {object} ShipmentState
 * @property {ReadonlyArray<Sample>} samples
 */

/**
 * @typedef {{ type: "samplesCame", samples: Sample[] }
 *   | { type: "firstResultCame", sample: string, data: import("./data/state.js").Summary,
 *       start: import("./model/state.js").Parameters,
 *       result: Pick<import("./results/state.js").Result, "report" | "arrays"> }
 *   | { type: "shipmentFailed", fault: import("../engine/protocol.js").Fault }} ShipmentIntent
 */

/** @type {ShipmentState} */
export const SHIPMENT_AT_FIRST = Object.freeze({ samples: [] });

/** @type {import("./reduce.js").Slice<"shipment">} */
export function reduceShipment({ shipment }, intent) {
  return intent.type === "samplesCame" ? { ...shipment, samples: intent.samples } : shipment;
}

/**
 * The sample that the page opens with, unless somebody was faster.
 * @param {import("./state.js").State} state
 * @param {Extract<ShipmentIntent, { type: "firstResultCame" }>} intent
 * @returns {Sample | null}
 */
export function openingSample({ shipment, data, results }, { sample: name }) {
  if (data.text !== "" || results.result) return null;
  return shipment.samples.find((sample) => sample.name === name) ?? null;
}
