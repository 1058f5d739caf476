/** What can happen to the choice of another way to group. */

/** @typedef {{ type: "besideEdited", field: keyof import("./state.js").BesideState, value: string }} BesideIntent */

export {};
