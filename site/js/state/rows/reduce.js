import { isSame } from "../../lib/same.js";
import { ROWS_AT_FIRST } from "./state.js";

/** @type {import("../reduce.js").Slice<"rows">} */
export function reduceRows({ rows }, intent) {
  switch (intent.type) {
    case "sortWanted":
      return sorted(rows, intent.by);
    case "orderCame":
      return { ...rows, order: intent.order };
    case "rowSought":
      return { ...rows, find: intent.text };
    case "runAnswered":
    case "resultRenewed":
    case "fitTaken":
    case "firstResultCame":
      return ROWS_AT_FIRST;
  }
  return rows;
}

/**
 * The other way round where it was sorted by that already. What tells components apart is most
 * wanted with the largest first, "how sure" with the least sure.
 * @param {import("./state.js").RowsState} rows
 * @param {import("./state.js").Key} by
 */
function sorted(rows, by) {
  const descending = isSame(by, rows.by) ? !rows.descending : typeof by === "number";
  return { ...rows, by, descending, order: isNatural(by, descending) ? null : rows.order };
}

/**
 * Whether rows are in the order of the table that they are from.
 * @param {import("./state.js").Key} by
 * @param {boolean} descending
 */
export function isNatural(by, descending) {
  return by === "row" && !descending;
}
