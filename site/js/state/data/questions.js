/**
 * What the engine is asked about the data.
 *
 * @param {import("../state.js").State} state
 */
export function readQuestion({ data }) {
  return { command: "read", body: { text: data.text } };
}
