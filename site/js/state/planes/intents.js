/** @typedef {{ type: "columnsDrawn", columns: readonly number[] }} PlanesIntent */

export {};
