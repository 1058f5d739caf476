import { createSurface } from "../surface.js";
import { readTheme, watchTheme } from "../theme.js";
import { createCursor } from "./cursor.js";
import { buildFrame, keepRows, showNote } from "./frame.js";
import { showReadings, spoken } from "./readout.js";
import { createTables } from "./tables.js";

/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {import("../surface.js").Area} Area */
/** @typedef {import("./readout.js").Reading} Reading */

/**
 * What makes one kind of chart. A scene is a view with all that is worth working out only once.
 *
 * @template View
 * @template {{ summary: string }} Scene
 * @template {{ x: Scale, legendRows?: number }} Layout
 * @typedef {object} Kind
 * @property {string} handleName what a screen reader calls the handle over the drawing
 * @property {(view: View, theme: Theme) => Scene} prepare
 * @property {(context: CanvasRenderingContext2D, scene: Scene, theme: Theme, area: Area) => Layout} layout
 * @property {(
 *   context: CanvasRenderingContext2D,
 *   picture: { scene: Scene, layout: Layout, theme: Theme, place: number | null },
 *   ratio: number,
 * ) => void} paint
 * @property {(scene: Scene) => number} count how many places can be read
 * @property {(scene: Scene) => number} home where the keyboard starts
 * @property {(scene: Scene, value: number) => number} nearestTo the place nearest to a value; -1 if none
 * @property {(scene: Scene, place: number, by: number, x: Scale) => number} onward
 * @property {(scene: Scene, place: number) => Reading[]} readings
 * @property {(scene: Scene) => Reading[] | string} idle what stands there while nothing is read
 * @property {(scene: Scene) => import("./tables.js").Table[]} tables
 * @property {(scene: Scene) => string} note
 */

/**
 * @template View
 * @typedef {object} Chart
 * @property {(view: View | null) => void} update
 * @property {() => Promise<Blob | null>} toBlob a PNG of the chart as it stands
 * @property {() => void} destroy
 */

/**
 * @template View
 * @template {{ summary: string }} Scene
 * @template {{ x: Scale, legendRows?: number }} Layout
 * @param {HTMLElement} figure
 * @param {Kind<View, Scene, Layout>} kind
 * @returns {Chart<View> & { frame: import("./frame.js").Frame }}
 */
export function mountChart(figure, kind) {
  const frame = buildFrame(figure, kind.handleName);
  let theme = readTheme(frame.probe);
  /** @type {View | null} */
  let view = null;
  /** @type {Scene | null} */
  let scene = null;
  /** @type {Scale | null} */
  let x = null;

  const surface = createSurface(frame.canvas, (context, area) => {
    if (!scene) return;
    const layout = kind.layout(context, scene, theme, area);
    x = layout.x;
    keepRows(frame, layout.legendRows ?? 0);
    kind.paint(context, { scene, layout, theme, place: cursor.place() }, area.ratio);
  });

  const cursor = createCursor(frame.handle, {
    count: () => (scene ? kind.count(scene) : 0),
    home: () => (scene ? kind.home(scene) : 0),
    placeAt: (pixel) => (scene && x ? kind.nearestTo(scene, x.invert(pixel)) : -1),
    onward: (place, by) => (scene && x ? kind.onward(scene, place, by, x) : place + by),
    describe: (place) => (scene ? spoken(kind.readings(scene, place)) : ""),
    onMove(place) {
      showReadings(frame.readout, readingsAt(kind, scene, place));
      surface.redraw();
    },
  });
  const tables = createTables(frame, () => (scene ? kind.tables(scene) : []));

  function refresh() {
    scene = view && kind.prepare(view, theme);
    frame.canvas.setAttribute("aria-label", scene?.summary ?? "Nothing to draw yet");
    showNote(frame.note, scene ? kind.note(scene) : "");
    showReadings(frame.sizer, scene ? kind.readings(scene, kind.home(scene)) : []);
    cursor.refresh();
    tables.refresh();
  }

  const stopWatching = watchTheme(() => {
    theme = readTheme(frame.probe);
    refresh();
  });

  refresh();
  return {
    frame,
    update(next) {
      view = next;
      refresh();
    },
    toBlob: () => surface.toBlob(theme.paper),
    destroy() {
      stopWatching();
      cursor.destroy();
      surface.destroy();
      frame.remove();
    },
  };
}

/**
 * @template View
 * @template {{ summary: string }} Scene
 * @template {{ x: Scale, legendRows?: number }} Layout
 * @param {Kind<View, Scene, Layout>} kind
 * @param {Scene | null} scene
 * @param {number | null} place
 */
function readingsAt(kind, scene, place) {
  if (!scene) return [];
  return place === null ? kind.idle(scene) : kind.readings(scene, place);
}
