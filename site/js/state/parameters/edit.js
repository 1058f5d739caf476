import { isPerComponent, mirrorOf, ranksOf } from "./form.js";
import { isBlank, shapeOf, textOf, withText } from "./nested.js";

/**
 * What becomes of typed parameters. Pure.
 *
 * @typedef {import("./form.js").Field} Field
 * @typedef {import("./form.js").Form} Form
 * @typedef {import("./form.js").Typed} Typed
 * @typedef {Partial<Record<Field, import("./nested.js").Numbers>>} Parameters
 */

/**
 * With another text in a cell; in a symmetric matrix, in both of its places.
 * @param {Typed} typed
 * @param {Field} field
 * @param {ReadonlyArray<number>} path
 * @param {string} value
 * @returns {Typed}
 */
export function edited(typed, field, path, value) {
  const mirror = mirrorOf(field, path);
  const once = withText(typed[field], path, value);
  return Object.freeze({ ...typed, [field]: mirror ? withText(once, mirror, value) : once });
}

/**
 * The parameters that emkit gave, as text.
 * @param {Parameters} parameters
 * @returns {Typed}
 */
export function written(parameters) {
  const pairs = Object.entries(parameters).map(([field, numbers]) => [field, textOf(numbers)]);
  return Object.freeze(Object.fromEntries(pairs));
}

/**
 * What a person typed, with what emkit suggests where nothing is: in new components, and in
 * fields that the model did not have before.
 * @param {Typed} typed
 * @param {Parameters} suggested
 * @param {Form} form
 * @returns {Typed}
 */
export function completed(typed, suggested, form) {
  const whole = written(suggested);
  /** @type {[Field, any][]} */
  const pairs = fieldsOf(form).map((field) => [field, whole[field]]);
  const filled = pairs.map(([field, fresh]) => {
    if (!fits(typed, field, form)) return [field, fresh];
    if (!isPerComponent(form, field)) return [field, typed[field]];
    const own = /** @type {any[]} */ (typed[field]);
    const count = Math.max(own.length, fresh?.length ?? 0);
    const lines = Array.from({ length: count }, (_, j) =>
      isNew(typed, form, j) ? (fresh?.[j] ?? own[j]) : own[j],
    );
    return [field, lines];
  });
  return Object.freeze(Object.fromEntries(filled));
}

/**
 * Whether all that the form asks for is there, if only as text that is no number.
 * @param {Typed} typed
 * @param {Form} form
 */
export function isComplete(typed, form) {
  const isWhole = fieldsOf(form).every((field) => fits(typed, field, form));
  return (
    isWhole && Array.from({ length: form.k }, (_, j) => j).every((j) => !isNew(typed, form, j))
  );
}

/**
 * Those of the typed parameters that the form asks for.
 * @param {Typed} typed
 * @param {Form} form
 * @returns {Typed}
 */
export function asked(typed, form) {
  const pairs = fieldsOf(form).map((field) => {
    const own = /** @type {any[]} */ (typed[field] ?? []);
    return [field, isPerComponent(form, field) ? own.slice(0, form.k) : own];
  });
  return Object.fromEntries(pairs);
}

/**
 * Whether the typed means are of other columns than the form's.
 * @param {Typed} typed
 * @param {Form} form
 */
export function isForeign(typed, form) {
  return !fits(typed, "means", form);
}

/**
 * @param {Form} form
 * @returns {Field[]}
 */
function fieldsOf(form) {
  return /** @type {Field[]} */ (Object.keys(ranksOf(form)));
}

/**
 * Whether a field is typed in the shape that the form asks for, however many components it has.
 * @param {Typed} typed
 * @param {Field} field
 * @param {Form} form
 */
function fits(typed, field, form) {
  const shape = shapeOf(typed[field]);
  const inner = isPerComponent(form, field) ? shape.slice(1) : shape;
  const d = form.columns.length;
  return shape.length === ranksOf(form)[field] && inner.every((length) => length === d);
}

/**
 * Whether nothing has been typed of a component.
 * @param {Typed} typed
 * @param {Form} form
 * @param {number} j
 */
function isNew(typed, form, j) {
  const own = fieldsOf(form).filter((field) => isPerComponent(form, field));
  return own.every((field) => isBlank(/** @type {any} */ (typed[field])?.[j]));
}
