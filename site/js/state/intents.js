/**
 * All that can happen to the page, each as a plain object: what a person did, and what came back.
 */

/**
 * @typedef {import("./state.js").Sample} Sample
 * @typedef {import("./state.js").Summary} Summary
 * @typedef {import("./state.js").Result} Result
 * @typedef {import("./state.js").Parameters} Parameters
 * @typedef {import("./state.js").StartField} StartField
 * @typedef {import("./state.js").FitProgress} FitProgress
 * @typedef {import("./state.js").Option} Option
 * @typedef {import("./state.js").Input} Input
 * @typedef {import("./state.js").State} State
 * @typedef {import("../engine/protocol.js").Fault} Fault
 * @typedef {import("../engine/protocol.js").EngineState} EngineState
 */

/**
 * @typedef {{ type: "textEdited", text: string }
 *   | { type: "unfoldWanted" }
 *   | { type: "sampleChosen", name: string }
 *   | { type: "componentsEdited", value: string }
 *   | { type: "startEdited", field: StartField, index: number, value: string }
 *   | { type: "startWanted" }
 *   | { type: "optionEdited", option: Option, value: string }
 *   | { type: "runWanted" }
 *   | { type: "stopWanted" }
 *   | { type: "retryWanted" }
 *   | { type: "digitsChosen", all: boolean }
 *   | { type: "themeChosen", theme: State["theme"] }
 *   | { type: "samplesCame", samples: Sample[] }
 *   | { type: "firstResultCame", sample: string, data: Summary, start: Parameters, result: Result }
 *   | { type: "engineChanged", engine: EngineState }
 *   | { type: "dataRead", data: Summary }
 *   | { type: "dataRefused", fault: Fault }
 *   | { type: "startSuggested", start: Parameters }
 *   | { type: "startRefused", fault: Fault }
 *   | { type: "runBegan" }
 *   | { type: "runProgressed", progress: FitProgress }
 *   | { type: "runAnswered", input: Input, result: Result }
 *   | { type: "resultRenewed", result: Result }
 *   | { type: "runRefused", fault: Fault | null }
 *   | { type: "shipmentFailed", fault: Fault }} Intent
 */

/** @typedef {(intent: Intent) => void} Send */

export {};
