/** What comes with the page: the samples, and the result that it opens with. */

/**
 * @typedef {object} Sample a data set that ships with the page, as emkit describes it
 * @property {string} name
 * @property {string} title
 * @property {string | null} text      null until a long one was fetched
 * @property {string | null} [file]    where a long text is
 * @property {string} about
 * @property {string} source
 * @property {number} [components]   the model to begin with
 * @property {string} [covariance]
 * @property {string | null} [label]      the column of known groups
 * @property {number | null} [principal]  how many principal components to fit, if any
 */

/**
 * @typedef {object} ShipmentState
 * @property {ReadonlyArray<Sample>} samples
 */

/**
 * @typedef {{ type: "samplesCame", samples: Sample[] }
 *   | { type: "sampleFetched", name: string, text: string }
 *   | { type: "firstResultCame", sample: string, data: import("./data/state.js").Summary,
 *       start: import("./model/state.js").Parameters,
 *       result: Pick<import("./results/state.js").Result, "report" | "arrays"> }
 *   | { type: "shipmentFailed", fault: import("../engine/protocol.js").Fault }} ShipmentIntent
 */

/** @type {ShipmentState} */
export const SHIPMENT_AT_FIRST = Object.freeze({ samples: [] });

/** @type {import("./reduce.js").Slice<"shipment">} */
export function reduceShipment({ shipment }, intent) {
  switch (intent.type) {
    case "samplesCame":
      return { ...shipment, samples: intent.samples };
    case "sampleFetched": {
      const { name, text } = intent;
      const samples = shipment.samples.map((one) => (one.name === name ? { ...one, text } : one));
      return { ...shipment, samples };
    }
  }
  return shipment;
}

/**
 * The sample that the page opens with, unless somebody was faster.
 * @param {import("./state.js").State} state
 * @param {Extract<ShipmentIntent, { type: "firstResultCame" }>} intent
 * @returns {Sample | null}
 */
export function openingSample({ shipment, data, results }, { sample: name }) {
  const isTaken = data.sample !== "" || data.text !== "" || data.file || data.lostFile;
  if (isTaken || results.result) return null;
  return shipment.samples.find((sample) => sample.name === name) ?? null;
}
