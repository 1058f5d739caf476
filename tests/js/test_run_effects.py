"""Runs that are asked for: which of them are heard, and what waits for what."""

from typing import Any

from support.modules import Modules

CHOOSE_A_LONG_SAMPLE = """
  const long = { name: "long", title: "Long", text: null, about: "", source: "" };
  bench.send({ type: "samplesCame", samples: [long] });
  bench.send({ type: "sampleChosen", name: "long" });
"""

# The effects with the real state, an engine whose answers a test gives, and all that was sent.
BENCH = """async ({ runEffects }, url) => {
  const { createStore } = await import(`${url}js/state/store.js`);
  const { reduce } = await import(`${url}js/state/reduce.js`);
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { createGate } = await import(`${url}js/app/gate.js`);
  const [sent, asked] = [[], []];
  const engine = { ask: () => new Promise((answer, refuse) => asked.push({ answer, refuse })) };
  const pipeline = { upTo: async () => "done" };
  const [store, gate] = [createStore(INITIAL, reduce), createGate()];
  const means = { store, engine, pipeline, gate, faultOf: () => null };
  const { effects, refresh } = runEffects(means);
  store.listen((intent) => void (sent.push(intent.type), effects[intent.type]?.(intent)));
  const settled = () => new Promise((done) => setTimeout(done));
  const act = async (bench) => { SCRIPT };
  return act({ store, gate, refresh, sent, asked, settled, send: store.send });
}"""


def acted(modules: Modules, script: str) -> Any:
    """What a script answers that is given the bench."""
    return modules.run("app/effects/run.js", BENCH.replace("SCRIPT", script), modules.url)


def test_what_comes_of_a_run_that_another_has_replaced_is_dropped(modules: Modules) -> None:
    script = """
      const { send, sent, asked, settled, store } = bench;
      for (const times of [1, 2, 3]) {
        send({ type: "runWanted" });
        await settled();
      }
      asked[0].refuse(new Error("late"));
      asked[1].answer({ body: {}, arrays: {} });
      await settled();
      return [store.state().run.phase, sent.filter((type) => /Refused|Answered/.test(type))];
    """
    assert acted(modules, script) == ["running", []]


def test_a_run_waits_for_the_text_of_its_sample(modules: Modules) -> None:
    script = """
      const { send, asked, settled, store } = bench;
      send({ type: "runWanted" });
      await settled();
      const before = [store.state().run.phase, asked.length];
      send({ type: "sampleFetched", name: "long", text: "1 2 3" });
      await settled();
      return [...before, store.state().run.phase, asked.length];
    """
    expected = ["waiting", 0, "running", 1]
    assert acted(modules, CHOOSE_A_LONG_SAMPLE + script) == expected


def test_a_run_whose_sample_does_not_come_ends_with_the_reason(modules: Modules) -> None:
    script = """
      const { send, store } = bench;
      send({ type: "runWanted" });
      send({ type: "shipmentFailed", fault: { kind: "ShipmentMissing" } });
      const { phase, fault } = store.state().run;
      return [phase, fault.kind];
    """
    assert acted(modules, CHOOSE_A_LONG_SAMPLE + script) == ["idle", "ShipmentMissing"]


def test_the_gate_opens_when_a_new_engine_is_where_the_page_is(modules: Modules) -> None:
    script = """
      const { gate, refresh, settled } = bench;
      const heard = [];
      void gate.pass().then(() => heard.push("passed"));
      const late = gate.opener();
      gate.close();
      late();
      await settled();
      heard.push("still closed");
      await refresh();
      await settled();
      return heard;
    """
    assert acted(modules, script) == ["still closed", "passed"]


def test_a_sample_that_did_not_come_is_fetched_again_on_retry(modules: Modules) -> None:
    script = """async ({ inputEffects }) => {
      const sample = { name: "long", text: null, file: "long.csv" };
      const data = { sample: "long", text: "", file: null };
      const [sent, asked, real] = [[], [], window.fetch];
      window.fetch = async (url) => (asked.push(String(url)), { ok: false, status: 404 });
      const send = ({ type }) => sent.push(type);
      const store = { state: () => ({ shipment: { samples: [sample] }, data }), send };
      const { sampleChosen, runWanted, retryWanted } = inputEffects({ pipeline: null, store });
      const settled = () => new Promise((done) => setTimeout(done));
      sampleChosen();
      runWanted();
      const once = asked.length;
      await settled();
      retryWanted();
      await settled();
      window.fetch = real;
      return [once, asked.length, sent];
    }"""
    failures = ["shipmentFailed", "shipmentFailed"]
    assert modules.run("app/effects/input.js", script) == [1, 2, failures]
