/**
 * Places along a line for labels that would like to stand at their wishes, none nearer to another
 * than `gap`, all within the bounds as far as they fit; each group that is pushed apart stays
 * centred on where its members wanted to be.
 *
 * @param {readonly number[]} wishes
 * @param {number} gap
 * @param {readonly [number, number]} bounds
 * @returns {number[]} in the order of the wishes
 */
export function spreadApart(wishes, gap, [low, high]) {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a] - wishes[b] || a - b);
  /** @type {{ from: number, count: number }[]} */
  const groups = [];
  for (const i of order) {
    let group = { from: within(wishes[i], 1), count: 1 };
    let last = groups.at(-1);
    while (last && last.from + last.count * gap > group.from) {
      groups.pop();
      group = merged(last, group);
      last = groups.at(-1);
    }
    groups.push(group);
  }
  const places = groups.flatMap(({ from, count }) =>
    Array.from({ length: count }, (_, i) => from + i * gap),
  );
  const spread = /** @type {number[]} */ (new Array(wishes.length));
  order.forEach((i, rank) => (spread[i] = places[rank]));
  return spread;

  /**
   * @param {number} from
   * @param {number} count
   */
  function within(from, count) {
    return Math.max(low, Math.min(from, high - (count - 1) * gap));
  }

  /**
   * @param {{ from: number, count: number }} one
   * @param {{ from: number, count: number }} next
   */
  function merged(one, next) {
    const count = one.count + next.count;
    const middle = one.from + ((one.count - 1) * gap) / 2;
    const other = next.from + ((next.count - 1) * gap) / 2;
    const centre = (middle * one.count + other * next.count) / count;
    return { from: within(centre - ((count - 1) * gap) / 2, count), count };
  }
}
