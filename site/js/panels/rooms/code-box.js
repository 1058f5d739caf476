/**
 * A text box for a program. Tab indents, since programs need it; Escape gives the next Tab back to
 * moving on, so that nobody is caught. What is inserted can be undone as if it had been typed.
 */

const INDENT = "    ";

/**
 * @param {HTMLTextAreaElement} box
 * @param {() => void} onRun  when Ctrl+Enter is pressed
 */
export function enableCode(box, onRun) {
  let isLeaving = false;

  box.addEventListener("blur", () => (isLeaving = false));
  box.addEventListener("keydown", (event) => {
    const { key } = event;
    const hasOther = event.altKey || event.ctrlKey || event.metaKey;
    if (key === "Escape") {
      isLeaving = true;
    } else if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onRun();
    } else if (key === "Tab" && !isLeaving && !hasOther) {
      event.preventDefault();
      if (event.shiftKey) outdent(box);
      else indent(box);
    } else if (key === "Enter" && !hasOther && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      insert(box, `\n${indentAfter(lineBefore(box))}`);
    } else if (key !== "Tab" && key !== "Shift") {
      isLeaving = false;
    }
  });
}

/**
 * Puts the caret at a line and marks it.
 * @param {HTMLTextAreaElement} box
 * @param {number} line  from 1
 */
export function showLine(box, line) {
  const lines = box.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  box.focus();
  box.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}

/** @param {HTMLTextAreaElement} box */
function lineBefore({ value, selectionStart }) {
  return value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
}

/**
 * A line begins where the one before it did, and further in after a colon.
 * @param {string} line
 */
function indentAfter(line) {
  const own = /^ */.exec(line)?.[0] ?? "";
  return line.trimEnd().endsWith(":") ? own + INDENT : own;
}

/** @param {HTMLTextAreaElement} box */
function indent(box) {
  const lines = selectedLines(box);
  if (lines.text.includes("\n")) replaceLines(box, lines, (line) => (line ? INDENT + line : line));
  else insert(box, INDENT.slice(lineBefore(box).length % INDENT.length));
}

/** @param {HTMLTextAreaElement} box */
function outdent(box) {
  replaceLines(box, selectedLines(box), (line) => line.replace(/^ {1,4}/, ""));
}

/** @param {HTMLTextAreaElement} box */
function selectedLines({ value, selectionStart, selectionEnd }) {
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const next = value.indexOf("\n", Math.max(selectionStart, selectionEnd - 1));
  const end = next === -1 ? value.length : next;
  return { start, end, text: value.slice(start, end) };
}

/**
 * @param {HTMLTextAreaElement} box
 * @param {{ start: number, end: number, text: string }} lines
 * @param {(line: string) => string} change
 */
function replaceLines(box, { start, end, text }, change) {
  const { selectionStart, selectionEnd } = box;
  const changed = text.split("\n").map(change).join("\n");
  if (changed === text) return;
  box.setSelectionRange(start, end);
  insert(box, changed);
  if (selectionStart !== selectionEnd) return box.setSelectionRange(start, start + changed.length);
  const caret = Math.max(start, selectionStart + changed.length - text.length);
  box.setSelectionRange(caret, caret);
}

/**
 * The old command is the only way to insert that the browser's own Undo knows of.
 * @param {HTMLTextAreaElement} box
 * @param {string} text
 */
function insert(box, text) {
  if (document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
