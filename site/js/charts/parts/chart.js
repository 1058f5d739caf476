import { isSame } from "../../lib/same.js";
import { createSurface } from "../surface.js";
import { readTheme, watchTheme } from "../theme.js";
import { createCursor } from "./cursor.js";
import { buildFrame, keepHeight, keepRows, showNote } from "./frame.js";
import { createPictures } from "./pictures.js";
import { showReadings, spoken } from "./readout.js";
import { createTables } from "./tables.js";

/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {import("../surface.js").Area} Area */
/** @typedef {import("./readout.js").Reading} Reading */
/** @typedef {import("./cursor.js").Move} Move */
/** @typedef {import("./cursor.js").Point} Point */

/**
 * What makes one kind of chart. A scene is a view with all that is worth working out only once. Its
 * `shown` is the place shown elsewhere on the page: when nothing else is new, nothing is prepared
 * or laid out again, and only what moves is painted.
 *
 * @template View
 * @template {{ summary: string, shown?: number | null }} Scene
 * @template {{ lineHeight: number, legendRows?: number }} Layout
 * @typedef {object} Kind
 * @property {string} name of what is drawn: "log-likelihood"; it names the files of pictures too
 * @property {string} handleName what a screen reader calls the handle over the drawing
 * @property {(view: View, theme: Theme) => Scene} prepare
 * @property {(context: CanvasRenderingContext2D, scene: Scene, theme: Theme, area: Area) => Layout} layout
 * @property {Paint<Scene, Layout>} [paintStill] what stays while the cursor or what is shown moves
 * @property {Paint<Scene, Layout>} paint what moves over it, or everything
 * @property {(scene: Scene, width: number, theme: Theme) => number} [height] of the drawing, in CSS
 *   pixels, where it is not the one of the style sheet
 * @property {(scene: Scene) => number} count how many places can be read
 * @property {(scene: Scene) => number} home where the keyboard starts
 * @property {(scene: Scene, point: Point, layout: Layout) => number} placeAt the place nearest to a
 *   pixel; -1 if none
 * @property {(scene: Scene, place: number, move: Move, layout: Layout) => number} onward
 * @property {(scene: Scene, place: number) => Reading[]} readings
 * @property {(scene: Scene) => Reading[] | string} idle what stands there while nothing is read
 * @property {(scene: Scene) => import("./tables.js").Table[]} tables
 * @property {(scene: Scene) => string} note
 */

/**
 * @template Scene
 * @template Layout
 * @typedef {(
 *   context: CanvasRenderingContext2D,
 *   picture: { scene: Scene, layout: Layout, theme: Theme, place: number | null, saved?: boolean },
 *   ratio: number,
 * ) => void} Paint a picture that is saved has no cursor, and no second chance to be painted
 */

/**
 * @template View
 * @typedef {object} Chart
 * @property {(view: View | null) => void} update
 * @property {import("./pictures.js").Pictures["toBlob"]} toBlob a PNG of the chart
 * @property {import("./pictures.js").Pictures["toSvg"]} toSvg
 * @property {() => void} destroy
 */

/**
 * @template View
 * @template {{ summary: string, shown?: number | null }} Scene
 * @template {{ lineHeight: number, legendRows?: number }} Layout
 * @param {HTMLElement} figure
 * @param {Kind<View, Scene, Layout>} kind
 * @param {{ onPick?: (place: number, scene: Scene) => void }} [wishes] onPick: a place was clicked,
 *   or Enter pressed there
 * @returns {Chart<View> & { frame: import("./frame.js").Frame, refresh: () => void }} refresh:
 *   after something beside the view changed
 */
export function mountChart(figure, kind, { onPick } = {}) {
  const frame = buildFrame(figure, kind.handleName);
  let theme = readTheme(frame.probe);
  /** @type {View | null} */
  let view = null;
  /** @type {Scene | null} */
  let scene = null;
  /** @type {Layout | null} */
  let layout = null;

  const still = kind.paintStill;
  const surface = createSurface(frame.canvas, paint, still && paintStill);

  /** @type {import("../surface.js").Paint} */
  function paintStill(context, area) {
    if (!scene) return;
    layout = arranged(context, scene, area);
    still?.(context, { scene, layout, theme, place: null }, area.ratio);
  }

  /** @type {import("../surface.js").Paint} */
  function paint(context, area) {
    if (!scene) return;
    if (!still || !layout) layout = arranged(context, scene, area);
    kind.paint(context, { scene, layout, theme, place: cursor.place() }, area.ratio);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Scene} drawn
   * @param {Area} area
   */
  function arranged(context, drawn, area) {
    if (kind.height) keepHeight(frame, kind.height(drawn, area.width, theme));
    const made = kind.layout(context, drawn, theme, area);
    keepRows(frame, made.legendRows ?? 0);
    return made;
  }

  const cursor = createCursor(frame.handle, {
    count: () => (scene ? kind.count(scene) : 0),
    home: () => (scene ? kind.home(scene) : 0),
    placeAt: (point) => (scene && layout ? kind.placeAt(scene, point, layout) : -1),
    onward: (place, move) => (scene && layout ? kind.onward(scene, place, move, layout) : place),
    describe: (place) => (scene ? spoken(kind.readings(scene, place)) : ""),
    onMove(place) {
      showReadings(frame.readout, readingsAt(kind, scene, place));
      surface.retouch();
    },
    onPick: onPick && ((place) => scene && onPick(place, scene)),
  });
  const tables = createTables(frame, () => (scene ? kind.tables(scene) : []));

  function refresh() {
    scene = view && kind.prepare(view, theme);
    frame.canvas.setAttribute("aria-label", scene?.summary ?? "Nothing to draw yet");
    showNote(frame.note, scene ? kind.note(scene) : "");
    showReadings(frame.sizer, scene ? kind.readings(scene, kind.home(scene)) : []);
    surface.redraw();
    cursor.refresh();
    tables.refresh();
    pictures.refresh();
  }

  const stopWatching = watchTheme(() => {
    theme = readTheme(frame.probe);
    refresh();
  });

  const pictures = createPictures(frame, kind, {
    view: () => view,
    theme: () => theme,
    area: surface.area,
  });

  refresh();
  return {
    frame,
    refresh,
    update(next) {
      const moves = scene && view && next && isMove(view, next);
      view = next;
      if (!scene || !moves) return refresh();
      scene = { ...scene, shown: /** @type {Partial<Scene>} */ (next).shown };
      cursor.refresh();
    },
    toBlob: pictures.toBlob,
    toSvg: pictures.toSvg,
    destroy() {
      stopWatching();
      cursor.destroy();
      surface.destroy();
      frame.remove();
    },
  };
}

/**
 * Whether the place shown is all that a view changes.
 *
 * @param {any} before
 * @param {any} next
 */
function isMove(before, next) {
  return isSame({ ...before, shown: null }, { ...next, shown: null });
}

/**
 * @template View
 * @template {{ summary: string }} Scene
 * @template {{ lineHeight: number, legendRows?: number }} Layout
 * @param {Kind<View, Scene, Layout>} kind
 * @param {Scene | null} scene
 * @param {number | null} place
 */
function readingsAt(kind, scene, place) {
  if (!scene) return [];
  return place === null ? kind.idle(scene) : kind.readings(scene, place);
}
