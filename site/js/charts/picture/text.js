/** How a canvas sets text, said in SVG's words. */

const FONT = /^(?:(\S+) )?([\d.]+px) (.+)$/;
const ANCHORS = { left: null, start: null, center: "middle", right: "end", end: "end" };

/**
 * @param {string} font as a canvas takes it: "600 14px sans-serif"
 * @param {CanvasTextAlign} align
 */
export function textAttributes(font, align) {
  const [, weight, size = "", family = ""] = FONT.exec(font) ?? [];
  return {
    "font-family": family,
    "font-size": size,
    "font-weight": weight,
    "text-anchor": ANCHORS[align],
  };
}

/** Measures text as a canvas would set it. */
export function createRuler() {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) throw new Error("This browser cannot measure text.");
  return {
    /**
     * @param {string} font
     * @param {string} text
     */
    measure(font, text) {
      context.font = font;
      return context.measureText(text);
    },
    /**
     * How far below its own line the baseline of a text lies: SVG readers agree on baselines only.
     * Told by where one letter reaches to; older Firefox does not tell it of the font.
     *
     * @param {string} font
     * @param {CanvasTextBaseline} line
     */
    lift(font, line) {
      context.font = font;
      context.textBaseline = "alphabetic";
      const own = context.measureText("x").actualBoundingBoxAscent;
      context.textBaseline = line;
      return own - context.measureText("x").actualBoundingBoxAscent;
    },
  };
}
