/** @type {import("../reduce.js").Slice<"beside">} */
export function reduceBeside({ beside }, intent) {
  return intent.type === "besideEdited" ? { ...beside, [intent.field]: intent.value } : beside;
}
