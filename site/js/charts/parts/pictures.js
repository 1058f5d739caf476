import { saveBlob } from "../../lib/download.js";
import { pictureArea, pngOf, svgOf } from "../picture/sheet.js";
import { readTheme } from "../theme.js";
import { element } from "./element.js";

/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../surface.js").Area} Area */

/**
 * Pictures of a chart to keep: for paper, in light colours on white, or as the page shows it.
 *
 * @typedef {"paper" | "page"} Look
 *
 * @typedef {object} Pictures
 * @property {(look?: Look) => Promise<Blob | null>} toBlob a PNG; null while there is nothing
 * @property {(look?: Look) => Promise<Blob | null>} toSvg
 * @property {() => void} refresh after the view changed
 */

/**
 * @template View
 * @param {import("./frame.js").Frame} frame
 * @param {import("./chart.js").Kind<View, any, any>} kind
 * @param {{
 *   view: () => View | null,
 *   theme: () => Theme,
 *   area: () => Area,
 *   zoom: () => import("../zoom.js").Zoom,
 * }} present
 * @returns {Pictures}
 */
export function createPictures(frame, kind, present) {
  const title = capitalised(kind.name);

  /**
   * @param {Look} look
   * @param {typeof pngOf | typeof svgOf} develop
   */
  async function take(look, develop) {
    const view = present.view();
    if (!view) return null;
    const theme = look === "page" ? present.theme() : readTheme(frame.paperProbe);
    const scene = kind.prepare(view, theme);
    const area = pictureArea(present.area());
    if (kind.height) area.height = kind.height(scene, area.width, theme);
    const caption = { title, summary: scene.summary, paper: theme.paper };
    return develop(area, caption, (context, room) => {
      const layout = kind.layout(context, scene, theme, room, present.zoom());
      const picture = { scene, layout, theme, place: null, drag: null, saved: true };
      kind.paintStill?.(context, picture, room.ratio);
      kind.paint(context, picture, room.ratio);
    });
  }

  /** @type {Pictures["toBlob"]} */
  const toBlob = (look = "paper") => take(look, pngOf);
  /** @type {Pictures["toSvg"]} */
  const toSvg = (look = "paper") => take(look, svgOf);
  const buttons = element(
    "span",
    { class: "chart-save" },
    button("PNG", kind.name, toBlob),
    button("SVG", kind.name, toSvg),
  );
  frame.foot.append(buttons);
  return { toBlob, toSvg, refresh: () => void (buttons.hidden = !present.view()) };
}

/**
 * @param {"PNG" | "SVG"} format
 * @param {string} name
 * @param {() => Promise<Blob | null>} take
 */
function button(format, name, take) {
  const saying = `Save the ${name} as ${format}`;
  const made = element("button", { type: "button", class: "quiet", title: saying }, format);
  made.setAttribute("aria-label", saying);
  made.addEventListener("click", async () => {
    const blob = await take();
    const file = `emkit ${name}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    if (blob) saveBlob(blob, `${file}.${format.toLowerCase()}`);
  });
  return made;
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
