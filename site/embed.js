/**
 * <em-lab data="1, 2, 10, 11" components="2" run>: the lab in a frame of a course page.
 *
 * Attributes are the keys of a link. The frame takes the height of what is in it. What happens in
 * it is told by the events em-ready, em-step, em-result (detail: the exported result) and em-error.
 * With the attribute "sandbox" the frame may run scripts and nothing else.
 */

const LAB = new URL("./", import.meta.url);
const KEYS = [
  ...["sample", "data", "family", "components", "covariance", "weights", "means", "sds", "start"],
  ...["seed", "restarts", "iterations", "tol", "reg", "run", "theme"],
];
const EVENTS = ["em-ready", "em-step", "em-result", "em-error"];
const FIRST_HEIGHT = 640;

class EmLab extends HTMLElement {
  static observedAttributes = KEYS;

  #frame = document.createElement("iframe");
  #isReady = false;
  #hear = (/** @type {MessageEvent} */ event) => this.#receive(event);

  connectedCallback() {
    addEventListener("message", this.#hear);
    const frame = this.#frame;
    if (this.hasAttribute("sandbox")) frame.setAttribute("sandbox", "allow-scripts");
    frame.title = this.getAttribute("title") ?? "Expectation maximization";
    frame.loading = "lazy";
    frame.allow = "clipboard-write";
    Object.assign(this.style, { display: "block" });
    Object.assign(frame.style, { width: "100%", height: `${FIRST_HEIGHT}px`, border: "0" });
    frame.src = new URL(`#embed=1&${this.#fragment()}`, LAB).href;
    this.append(frame);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#isReady = false;
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (this.#isReady && value !== null && value !== before) {
      this.set({ [name]: name === "run" ? true : value });
    }
  }

  /** @param {Record<string, unknown>} input by the keys of a link */
  set(input) {
    this.#say("set", input);
  }
  run() {
    this.#say("run");
  }
  step() {
    this.#say("step");
  }
  stop() {
    this.#say("stop");
  }
  /** Asks for the result, which comes as an event. */
  get() {
    this.#say("get");
  }

  /** @param {string} type @param {unknown} [detail] */
  #say(type, detail) {
    this.#frame.contentWindow?.postMessage({ target: "emkit", type, detail }, "*");
  }

  /** @param {MessageEvent} event */
  #receive({ source, data }) {
    if (source !== this.#frame.contentWindow || data?.source !== "emkit") return;
    if (data.type === "em-size") this.#resize(data.detail?.height);
    if (data.type === "em-ready") this.#isReady = true;
    if (!EVENTS.includes(data.type)) return;
    this.dispatchEvent(new CustomEvent(data.type, { detail: data.detail, bubbles: true }));
  }

  /** @param {unknown} height */
  #resize(height) {
    if (Number.isFinite(height)) this.#frame.style.height = `${height}px`;
  }

  #fragment() {
    const stated = KEYS.filter((key) => this.hasAttribute(key));
    return stated
      .map(
        (key) =>
          `${key}=${encodeURIComponent(key === "run" ? "1" : (this.getAttribute(key) ?? ""))}`,
      )
      .join("&");
  }
}

if (!customElements.get("em-lab")) customElements.define("em-lab", EmLab);
