/** The few things that panels do to the document, none of them by way of HTML in strings. */

/**
 * The element with this id, which index.html is known to hold.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`index.html holds no ${type.name} #${id}`);
  return element;
}

/**
 * A copy of what a template holds.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function fromTemplate(id) {
  const first = byId(id, HTMLTemplateElement).content.firstElementChild;
  if (!(first instanceof HTMLElement)) throw new Error(`template #${id} is empty`);
  return /** @type {HTMLElement} */ (first.cloneNode(true));
}

/**
 * Makes `parent` hold as many children as there are items, made by `make`, filled by `fill`.
 * Children that are there already are kept, with the focus and the caret that may be in them.
 * @template T
 * @param {HTMLElement} parent
 * @param {ReadonlyArray<T>} items
 * @param {() => HTMLElement} make
 * @param {(child: HTMLElement, item: T, index: number) => void} fill
 */
export function fillList(parent, items, make, fill) {
  while (parent.children.length > items.length) parent.lastElementChild?.remove();
  while (parent.children.length < items.length) parent.append(make());
  items.forEach((item, index) => {
    fill(/** @type {HTMLElement} */ (parent.children[index]), item, index);
  });
}

/** As many component colours as the tokens have; after these they come round again. */
const COLOURS = 8;

/**
 * Marks what names a component with its colour.
 * @param {HTMLElement} element
 * @param {number} index
 */
export function markComponent(element, index) {
  element.dataset.component = String(index + 1);
  setSwatch(element, index);
}

/**
 * Gives an element the colour of a component.
 * @param {HTMLElement} element
 * @param {number} index
 */
export function setSwatch(element, index) {
  element.style.setProperty("--swatch", `var(--component-${(index % COLOURS) + 1})`);
}

/**
 * Writes a text only where it differs, so that live regions do not speak twice.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Writes a field's value only where it differs, so that the caret stays.
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 * @param {string} value
 */
export function setValue(field, value) {
  if (field.value !== value) field.value = value;
}

/**
 * Marks a field as wrong, or no longer.
 * @param {Element} field
 * @param {boolean} isWrong
 */
export function setWrong(field, isWrong) {
  if (isWrong) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
