import { isSame } from "../../lib/same.js";
import { FASTEST_HALVES } from "../../state/player/state.js";
import { hasRun, lastOf, positionOf } from "../../state/player/views.js";
import { createFrames } from "./frames.js";

/**
 * Steps, plays and scrubs through the iterations of a run. A step from iteration t to t + 1 is two
 * half-steps: colours move to the values, then curves to the colours.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function playerEffects({ store, engine, gate, faultOf }) {
  const { send, state } = store;
  const frames = createFrames(async (fit, iteration) => engine.ask("frame", { fit, iteration }));
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  /** Counts what a person wants; a walk that was begun for an earlier wish ends. */
  let wish = 0;
  /** @type {(() => unknown) | null} what is to follow when the run has answered */
  let afterRun = null;

  /**
   * Shows an iteration; whether it is shown then.
   * @param {number} iteration
   */
  async function show(iteration) {
    const { result, frame } = state().results;
    if (!result) return false;
    if (frame?.body.iteration === iteration) {
      if (state().results.wanted !== null) send({ type: "frameCame", frame });
      return true;
    }
    try {
      await gate.pass();
      const now = state().results.result;
      if (!now || !isSame(now.question, result.question)) return false;
      const found = await frames.get(now.report.fit, iteration);
      if (found) send({ type: "frameCame", frame: found });
      return found !== null && state().results.frame === found;
    } catch (error) {
      send({ type: "frameRefused", fault: faultOf(error) });
      return false;
    }
  }

  /** How long a half-step lasts, in milliseconds; 0 where it is not shown. */
  function halfTime() {
    const { speed, playing } = state().player;
    const pace = playing ? speed : Math.max(1, speed);
    return stillness.matches || pace > FASTEST_HALVES ? 0 : 500 / pace;
  }

  /**
   * From the iteration that is shown to the one after it; false where something came in between.
   * @param {number} mine
   */
  async function forward(mine) {
    const before = state().results.frame;
    const half = halfTime();
    const next = (before?.body.iteration ?? 0) + 1;
    if (half > 0) {
      send({ type: "stageReached", stage: "undecided", pace: 0 });
      await pause(half / 5);
      if (!isWished(mine)) return false;
      send({ type: "stageReached", stage: "expectation", pace: half * 0.6 });
      await pause(half * 0.8);
      if (!isWished(mine)) return false;
      send({ type: "stageReached", stage: "maximisation", pace: half * 0.7, before });
    }
    const isShown = await show(next);
    if (half > 0 && isShown && isWished(mine)) await pause(half * 0.8);
    if (!isWished(mine)) return false;
    send({ type: "stageReached", stage: "rest", pace: half * 0.2 });
    return isShown;
  }

  /** @param {number} mine */
  const isWished = (mine) => mine === wish;

  async function play() {
    const mine = (wish += 1);
    if (positionOf(state()) >= lastOf(state()) && !(await show(0))) return end(mine);
    while (isWished(mine) && positionOf(state()) < lastOf(state())) {
      const began = performance.now();
      const before = state().player.speed;
      const stride = Math.max(1, Math.round(before / 30)); // no screen shows more
      const target = Math.min(lastOf(state()), positionOf(state()) + stride);
      const went = stride > 1 ? await show(target) : await forward(mine);
      if (!went) return end(mine);
      await pause((1000 * stride) / before - (performance.now() - began));
    }
    end(mine);
  }

  /** @param {number} mine */
  function end(mine) {
    if (isWished(mine) && state().player.playing) send({ type: "playEnded" });
  }

  /**
   * Does it with the input as it is: where that has not been run yet, runs it first.
   * @param {() => unknown} what
   * @param {number} [from]  the iteration to begin from after a run
   */
  function withRun(what, from = 0) {
    if (hasRun(state())) return void what();
    afterRun = async () => {
      if (await show(from)) await what();
    };
    send({ type: "runWanted" });
  }

  function settle() {
    wish += 1;
    if (state().player.stage !== "rest") send({ type: "stageReached", stage: "rest", pace: 0 });
  }

  return {
    iterationWanted: ({ iteration }) => {
      settle();
      end(wish);
      void show(iteration);
    },
    stepWanted: ({ by }) => {
      settle();
      end(wish);
      if (by < 0) return void show(Math.max(0, positionOf(state()) - 1));
      withRun(() => positionOf(state()) < lastOf(state()) && forward((wish += 1)));
    },
    resetWanted: () => {
      settle();
      end(wish);
      withRun(() => show(0));
    },
    playToggled: () => {
      if (state().player.playing) withRun(play);
      else settle();
    },
    runAnswered: () => {
      const what = afterRun;
      afterRun = null;
      void what?.();
    },
    runRefused: () => {
      afterRun = null;
      end(wish);
    },
    runWanted: () => {
      wish += 1;
      if (!afterRun) end(wish); // else it is the run that is to be played
    },
    stopWanted: () => {
      if (state().run.phase !== "idle") return; // the run answers with what it has
      afterRun = null;
      settle();
      end(wish);
    },
  };
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, Math.max(0, milliseconds)));
}
