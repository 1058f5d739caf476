/**
 * The look of the charts, read from the design tokens. Tokens are resolved by the browser through a
 * probe element, so `var()`, system colours and forced colours all arrive as plain rgb.
 *
 * @typedef {object} ComponentLook
 * @property {string} line
 * @property {string} text the same hue with more contrast
 * @property {number[]} dash
 *
 * @typedef {object} Theme
 * @property {string} ink
 * @property {string} inkSoft
 * @property {string} paper
 * @property {string} bar
 * @property {string} barEdge
 * @property {string} barChosen
 * @property {string} grid
 * @property {string} axis
 * @property {string} mixture
 * @property {string} ghost
 * @property {string} cursor
 * @property {string} halo
 * @property {ComponentLook[]} components
 * @property {string} font
 * @property {string} fontStrong
 * @property {number} fontSize in CSS pixels
 */

const COMPONENT_LOOKS = 8;
const GHOST_DASH = [3, 3];

/**
 * @param {HTMLElement} probe an element that is in the page and shows nothing
 * @returns {Theme}
 */
export function readTheme(probe) {
  const computed = getComputedStyle(probe);
  /** @param {string} token */
  const colour = (token) => {
    probe.style.color = `var(${token})`;
    return computed.color;
  };
  const fontSize = parseFloat(computed.fontSize);
  const font = `${fontSize}px ${computed.fontFamily}`;
  return {
    ink: colour("--ink"),
    inkSoft: colour("--ink-soft"),
    paper: colour("--paper"),
    bar: colour("--chart-bar"),
    barEdge: colour("--chart-bar-edge"),
    barChosen: colour("--chart-bar-chosen"),
    grid: colour("--chart-grid"),
    axis: colour("--chart-axis"),
    mixture: colour("--chart-mixture"),
    ghost: colour("--chart-ghost"),
    cursor: colour("--chart-cursor"),
    halo: colour("--chart-halo"),
    components: Array.from({ length: COMPONENT_LOOKS }, (_, j) => ({
      line: colour(`--component-${j + 1}`),
      text: colour(`--component-${j + 1}-ink`),
      dash: dashOf(computed.getPropertyValue(`--component-${j + 1}-dash`)),
    })),
    font,
    fontStrong: `600 ${font}`,
    fontSize,
  };
}

/** @param {string} token numbers, or `none` */
function dashOf(token) {
  return (token.match(/[\d.]+/g) ?? []).map(Number);
}

/**
 * Colours repeat after eight components, each time with another dash.
 *
 * @param {Theme} theme
 * @param {number} j the component, counted from 0
 * @returns {ComponentLook}
 */
export function lookOf(theme, j) {
  const round = Math.floor(j / COMPONENT_LOOKS);
  const { line, text } = theme.components[j % COMPONENT_LOOKS];
  return { line, text, dash: theme.components[(j + 3 * round) % COMPONENT_LOOKS].dash };
}

/** @param {Theme} theme */
export function ghostLook(theme) {
  return { line: theme.ghost, text: theme.inkSoft, dash: GHOST_DASH };
}

/**
 * Calls back when the page is about to be printed, and when it has been.
 *
 * @param {(isOnPaper: boolean) => void} onChange
 * @returns {() => void} stops watching
 */
export function watchPaper(onChange) {
  const listening = new AbortController();
  addEventListener("beforeprint", () => onChange(true), { signal: listening.signal });
  addEventListener("afterprint", () => onChange(false), { signal: listening.signal });
  return () => listening.abort();
}

/**
 * Calls back when the tokens may have changed: the system's or the reader's choice of colours.
 *
 * @param {() => void} onChange
 * @returns {() => void} stops watching
 */
export function watchTheme(onChange) {
  const wishes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((q) =>
    matchMedia(q),
  );
  for (const wish of wishes) wish.addEventListener("change", onChange);
  const choice = new MutationObserver(onChange);
  choice.observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
  return () => {
    for (const wish of wishes) wish.removeEventListener("change", onChange);
    choice.disconnect();
  };
}
