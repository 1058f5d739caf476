/**
 * What a function of a state is made of, as a list: the same list as long as all of its parts are
 * the same, so that who compares lists by identity knows that nothing has changed.
 *
 * @template S
 * @param {(state: S) => unknown[]} partsOf
 * @returns {(state: S) => unknown[]}
 */
export function remembered(partsOf) {
  /** @type {unknown[]} */
  let last = [];
  return (state) => {
    const parts = partsOf(state);
    const isSame = parts.length === last.length && parts.every((part, i) => part === last[i]);
    if (!isSame) last = parts;
    return last;
  };
}
