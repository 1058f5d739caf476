/** The Python panel: a program, and what it printed. */

/**
 * @typedef {object} ProgramState
 * @property {boolean} isOpen      whether the panel is unfolded
 * @property {string | null} own   the program as a person edited it; null as long as nobody has
 * @property {string} page         the program that does what the page does
 * @property {string} log          what the last run printed
 * @property {boolean} isCut       whether the beginning of that is left out
 */

/** @type {ProgramState} */
export const PROGRAM_AT_FIRST = Object.freeze({
  isOpen: false,
  own: null,
  page: "",
  log: "",
  isCut: false,
});

/**
 * The program in the box.
 * @param {ProgramState} program
 */
export const codeOf = ({ own, page }) => own ?? page;
