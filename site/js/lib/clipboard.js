/**
 * Puts a text on the clipboard that may still be on its way.
 * @param {Promise<string | null>} coming  null: it does not come after all
 * @returns {Promise<boolean | null>} whether it is there; null where it did not come
 */
export async function copyText(coming) {
  const written = writeWhenItComes(coming);
  const text = await coming;
  if (text === null) return null;
  return (await written) || (await writeNow(text)) || copySelected(text);
}

/**
 * As browsers want it that ask who pressed a button just now.
 * @param {Promise<string | null>} coming
 */
async function writeWhenItComes(coming) {
  try {
    const blob = coming.then((text) => {
      if (text === null) throw new Error("nothing to copy");
      return new Blob([text], { type: "text/plain" });
    });
    blob.catch(() => {}); // where the clipboard refuses first, nobody else hears of it
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text */
async function writeNow(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The old way, which works in frames that have no right to the clipboard.
 * @param {string} text
 */
function copySelected(text) {
  const field = document.createElement("textarea");
  const before = document.activeElement;
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
