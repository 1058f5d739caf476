/** @typedef {import("./protocol.js").Fault} Fault */

/** Something that went wrong, in words a person can act on. */
export class EngineError extends Error {
  name = "EngineError";

  /** @param {Fault} fault */
  constructor({ kind, message, where, remedy, detail }) {
    super(message);
    this.kind = kind;
    this.where = where;
    this.remedy = remedy;
    this.detail = detail;
  }

  /**
   * The error as a plain object, since a class does not survive the way between two threads.
   * @returns {Fault}
   */
  toFault() {
    const { kind, message, where, remedy, detail } = this;
    return { kind, message, where, remedy, ...(detail && { detail }) };
  }
}
