/** What can happen to the program besides being run. */

/**
 * @typedef {{ type: "programOpened", isOpen: boolean }
 *   | { type: "codeEdited", code: string }
 *   | { type: "pageCodeWanted" }
 *   | { type: "pageCodeCame", code: string }
 *   | { type: "programPrinted", text: string }} ProgramIntent
 */

export {};
