import { mountPairsChart } from "../charts/pairs-chart.js";
import { mountScatterChart } from "../charts/scatter-chart.js";
import { smooth } from "../charts/smooth.js";
import { byId } from "../lib/dom.js";

/**
 * The charts of two variables and of more. Each is made when it is first wanted, and hidden where it
 * has nothing to show.
 *
 * @typedef {ReturnType<typeof import("../state/planes/views.js").planesView>} PlanesView
 * @typedef {import("../charts/scatter/view.js").ScatterView} ScatterView
 * @typedef {import("../charts/pairs/view.js").PairsView} PairsView
 */

/** Above this many numbers that change their colour, they change at once. */
const MOST_BLENDED = 40_000;

/** @param {import("../state/intents.js").Send} send */
export function mountPlanes(send) {
  const onPick = (/** @type {number} */ row) => send({ type: "workRowChosen", row });
  const onDrag = (/** @type {import("../charts/parts/grips.js").Drag} */ drag) =>
    send({ type: "startDragged", drag });
  const scatter = lazy("scatter-chart", (figure) => mountScatterChart(figure, { onPick, onDrag }));
  const plane = lazy("plane-chart", (figure) =>
    mountScatterChart(figure, { onPick, name: "separating plane" }),
  );
  const pairs = lazy("pairs-chart", (figure) =>
    mountPairsChart(figure, {
      onPick,
      onColumns: (columns) => send({ type: "columnsDrawn", columns }),
    }),
  );
  const move = smooth(show);

  /** @param {PlanesView | null} view */
  function show(view) {
    scatter.update(view?.scatter ?? null);
    plane.update(view?.plane ?? null);
    pairs.update(view?.pairs ?? null);
  }

  return {
    /** @param {{ view: PlanesView, pace: number }} moving */
    update({ view, pace }) {
      const cells = (view.scatter ?? view.plane)?.responsibilities?.length ?? 0;
      move({ view, pace: cells > MOST_BLENDED ? 0 : pace });
    },
    /** The first of the charts that shows something. */
    picture: async () => (await scatter.toBlob()) ?? plane.toBlob(),
  };
}

/**
 * @template View
 * @param {string} id
 * @param {(figure: HTMLElement) => import("../charts/parts/chart.js").Chart<View>} mount
 */
function lazy(id, mount) {
  const figure = byId(id, HTMLElement);
  /** @type {import("../charts/parts/chart.js").Chart<View> | null} */
  let chart = null;
  return {
    /** @param {View | null} view */
    update(view) {
      figure.hidden = view === null;
      if (view) chart ??= mount(figure);
      chart?.update(view);
    },
    toBlob: async () => chart?.toBlob() ?? null,
  };
}
