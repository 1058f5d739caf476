const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A sentence with its numbers as a book sets them and as charts do: a true minus, powers of ten.
 * Tables and fields keep numbers as programs read them.
 *
 * @param {string} sentence "the last one gained 4.6e-7"
 * @returns {string} "the last one gained 4.6×10⁻⁷"
 */
export function typeset(sentence) {
  return sentence
    .replace(/(?<=\d)e([+-]?)(\d+)\b/g, (_, sign, digits) => `×10${raised(sign, digits)}`)
    .replace(/(?<=^|[\s(])-(?=\d)/g, "\u2212");
}

/**
 * @param {string} sign
 * @param {string} digits
 */
function raised(sign, digits) {
  const power = [...digits].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return sign === "-" ? `⁻${power}` : power;
}
