import { countOf, digitsFor, number } from "../../lib/format.js";
import { shownText } from "./long-text.js";

/** @param {import("../state.js").State} state */
export function dataView(state) {
  const { data, shipment } = state;
  const { summary, fault } = data;
  const sample = shipment.samples.find(({ name }) => name === data.sample);
  return {
    ...shownText(data),
    sample: data.sample,
    samples: shipment.samples.map(({ name, title }) => ({ name, title })),
    about: sample ? `${sample.about} Source: ${sample.source}` : "",
    feedback: fault ? fault.message : summary ? describe(summary) : waitingFor(state),
    tone: fault ? "bad" : "plain",
  };
}

/** @param {import("./state.js").Summary} summary */
function describe({ n, name, minimum, maximum, mean, standard_deviation, notices }) {
  const named = name === "x" ? "" : ` of “${name}”`;
  const range = n > 1 ? ` from ${String(minimum)} to ${String(maximum)}` : `: ${String(minimum)}`;
  const centre = number(mean, digitsFor(mean, standard_deviation));
  const shape = n > 1 ? ` Mean ${centre}, SD (÷ n) ${number(standard_deviation)}.` : "";
  return [`${countOf(n, "number")}${named}${range}.${shape}`, ...notices].join(" ");
}

/** @param {import("../state.js").State} state */
function waitingFor({ data, engine }) {
  if (data.text === "") return "";
  if (engine.phase === "failed") return "Not read: the engine is not running.";
  return engine.phase === "loading" ? "To be read as soon as the engine is ready." : "Reading…";
}
