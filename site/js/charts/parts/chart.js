import { isSame } from "../../lib/same.js";
import { createSurface } from "../surface.js";
import { readTheme, watchPaper, watchTheme } from "../theme.js";
import { createCursor } from "./cursor.js";
import { buildFrame, keepHeight, keepRows, showNote } from "./frame.js";
import { listenToGestures } from "./gestures.js";
import { createGrips } from "./grips.js";
import { createPictures } from "./pictures.js";
import { showReadings, spoken } from "./readout.js";
import { createTables } from "./tables.js";
import { createZoom } from "./zoom.js";

/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {import("../surface.js").Area} Area */
/** @typedef {import("./readout.js").Reading} Reading */
/** @typedef {import("./cursor.js").Move} Move */
/** @typedef {import("./cursor.js").Point} Point */
/** @typedef {import("./grips.js").Drag} Drag */
/** @typedef {import("../zoom.js").Zoom} Zoom */

/**
 * @typedef {object} AnyLayout
 * @property {number} lineHeight
 * @property {number} [legendRows]
 * @property {Scale} [x]
 * @property {Scale} [y]
 * @property {import("../zoom.js").Whole} [whole] what can be zoomed into
 */

/**
 * What makes one kind of chart. A scene is a view with all that is worth working out only once. Its
 * `shown` is the place shown elsewhere on the page: when nothing else is new, nothing is prepared
 * or laid out again, and only what moves is painted.
 *
 * @template View
 * @template {{ summary: string, shown?: number | null }} Scene
 * @template {AnyLayout} Layout
 * @typedef {object} Kind
 * @property {string} name of what is drawn: "log-likelihood"; it names the files of pictures too
 * @property {string} handleName what a screen reader calls the handle over the drawing
 * @property {(view: View, theme: Theme) => Scene} prepare
 * @property {(
 *   context: CanvasRenderingContext2D,
 *   scene: Scene,
 *   theme: Theme,
 *   area: Area,
 *   zoom: Zoom,
 * ) => Layout} layout
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
 * @property {(scene: Scene, place: number) => { x: number, y?: number }} [valueAt] where a place lies,
 *   so that a zoomed chart can follow the keyboard
 * @property {(scene: Scene, layout: Layout, drag: Drag | null) => import("./grips.js").GripSpot[]} [grips]
 *   what can be dragged
 */

/**
 * @template Scene
 * @template Layout
 * @typedef {(
 *   context: CanvasRenderingContext2D,
 *   picture: {
 *     scene: Scene,
 *     layout: Layout,
 *     theme: Theme,
 *     place: number | null,
 *     drag: Drag | null,
 *     saved?: boolean,
 *   },
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
 * @template {AnyLayout} Layout
 * @param {HTMLElement} figure
 * @param {Kind<View, Scene, Layout>} kind
 * @param {{
 *   onPick?: (place: number, scene: Scene) => void,
 *   onDrag?: (drag: Drag) => void,
 * }} [wishes] onPick: a place was clicked, or Enter pressed there
 * @returns {Chart<View> & {
 *   frame: import("./frame.js").Frame,
 *   refresh: () => void,
 *   repaint: () => void,
 * }} refresh: after something beside the view changed; repaint: the same scene
 */
export function mountChart(figure, kind, { onPick, onDrag } = {}) {
  const frame = buildFrame(figure, kind.handleName);
  let theme = readTheme(frame.probe);
  /** @type {View | null} */
  let view = null;
  /** @type {Scene | null} */
  let scene = null;
  /** @type {Layout | null} */
  let layout = null;
  /** @type {Drag | null} what is being dragged, until the page knows */
  let drag = null;
  const listening = new AbortController();

  const still = kind.paintStill;
  const surface = createSurface(frame.canvas, paint, still && paintStill);

  /** @type {import("../surface.js").Paint} */
  function paintStill(context, area) {
    if (!scene) return;
    layout = arranged(context, scene, area);
    still?.(context, { scene, layout, theme, place: null, drag }, area.ratio);
  }

  /** @type {import("../surface.js").Paint} */
  function paint(context, area) {
    if (!scene) return;
    if (!still || !layout) layout = arranged(context, scene, area);
    kind.paint(context, { scene, layout, theme, place: cursor.place(), drag }, area.ratio);
    showGrips();
  }

  function showGrips() {
    if (scene && layout) grips.show(kind.grips?.(scene, layout, drag) ?? []);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Scene} drawn
   * @param {Area} area
   */
  function arranged(context, drawn, area) {
    if (kind.height) keepHeight(frame, kind.height(drawn, area.width, theme));
    const made = kind.layout(context, drawn, theme, area, zoom.seen());
    keepRows(frame, made.legendRows ?? 0);
    const isOther = zoom.settle(made.whole);
    return isOther ? kind.layout(context, drawn, theme, area, zoom.seen()) : made;
  }

  const answers = { layout: () => layout, anchor, onChange: surface.redraw };
  const zoom = createZoom(frame, answers, listening.signal);
  listenToGestures(frame.handle, { onDrag: zoom.pan, onScale: zoom.scale }, listening.signal);

  /** Where keys zoom in: at the place being read. */
  function anchor() {
    const place = cursor.place();
    if (!scene || !layout?.x || place === null || !kind.valueAt) return null;
    const { x, y } = kind.valueAt(scene, place);
    return { x: layout.x.at(x), y: layout.y && y !== undefined ? layout.y.at(y) : 0 };
  }

  const grips = createGrips(frame.plot, (next) => {
    drag = next;
    showGrips(); // not only when it is painted: the next key may come before that
    surface.retouch();
    onDrag?.(next);
  });

  const cursor = createCursor(frame.handle, {
    count: () => (scene ? kind.count(scene) : 0),
    home: () => (scene ? kind.home(scene) : 0),
    placeAt: (point) => (scene && layout ? kind.placeAt(scene, point, layout) : -1),
    onward: (place, move) => (scene && layout ? kind.onward(scene, place, move, layout) : place),
    describe: (place) => (scene ? spoken(kind.readings(scene, place)) : ""),
    onMove(place) {
      showReadings(frame.readout, readingsAt(kind, scene, place));
      const isSteered = place !== null && frame.handle.matches(":focus-visible");
      if (scene && isSteered && kind.valueAt) zoom.reveal(kind.valueAt(scene, place));
      surface.retouch();
    },
    onPick: onPick && ((place) => scene && onPick(place, scene)),
  });
  const tables = createTables(frame, () => (scene ? kind.tables(scene) : []));

  function refresh() {
    scene = view && kind.prepare(view, theme);
    if (!grips.isHeld()) drag = null;
    if (!scene) {
      grips.show([]);
      zoom.settle();
    }
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
  const stopPrinting = watchPaper((isOnPaper) => {
    theme = readTheme(isOnPaper ? frame.paperProbe : frame.probe);
    refresh();
    surface.finish();
  });

  const pictures = createPictures(frame, kind, {
    view: () => view,
    theme: () => theme,
    area: surface.area,
    zoom: zoom.seen,
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
    repaint: surface.redraw,
    destroy() {
      listening.abort();
      stopWatching();
      stopPrinting();
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
 * @template {AnyLayout} Layout
 * @param {Kind<View, Scene, Layout>} kind
 * @param {Scene | null} scene
 * @param {number | null} place
 */
function readingsAt(kind, scene, place) {
  if (!scene) return [];
  return place === null ? kind.idle(scene) : kind.readings(scene, place);
}
