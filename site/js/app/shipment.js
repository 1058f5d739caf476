import { bringsData } from "../state/permalink.js";
import { HOME } from "./home.js";

/** The files that come with the page: the samples, and the result it opens with. */

/**
 * @param {string} file  below the folder of this edition
 * @returns {Promise<any>}
 */
async function fetchJson(file) {
  const response = await fetch(new URL(file, HOME));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

/**
 * Fetches the text of a sample that is too long to come with the list.
 * @param {import("../state/shipment.js").Sample} sample
 * @param {import("../state/intents.js").Send} send
 */
export async function fetchSample({ name, file }, send) {
  try {
    const response = await fetch(new URL(String(file), HOME));
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    send({ type: "sampleFetched", name, text: await response.text() });
  } catch (error) {
    send({ type: "shipmentFailed", fault: missing(String(error)) });
  }
}

/** @param {import("../state/intents.js").Send} send */
export async function unpackShipment(send) {
  try {
    const [samples, first] = await Promise.all([
      fetchJson("samples.json"),
      fetchJson("first-result.json"),
    ]);
    send({ type: "samplesCame", samples });
    if (bringsData(location.hash)) return; // the first result is of other data
    send({
      type: "firstResultCame",
      sample: first.sample,
      data: first.read.body,
      start: first.start.body,
      result: { report: first.fit.body, arrays: asArrays(first.fit.arrays) },
    });
  } catch (error) {
    send({ type: "shipmentFailed", fault: missing(String(error)) });
  }
}

/** @param {Record<string, number[]>} lists */
function asArrays(lists) {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, Float64Array.from(list)]),
  );
}

/**
 * @param {string} detail
 * @returns {import("../engine/protocol.js").Fault}
 */
function missing(detail) {
  return {
    kind: "ShipmentMissing",
    message: "The samples did not load.",
    where: null,
    remedy: "Check that you are online, then press Retry. Your own numbers work all the same.",
    detail,
  };
}
