"""What is taken away: which answer goes to the clipboard, and which into a file."""

from support.modules import Modules


def test_a_file_is_saved_although_a_copy_was_stopped_before_it(modules: Modules) -> None:
    script = """async ({ takingEffects }) => {
      const said = [];
      const send = ({ sentence }) => said.push(sentence);
      const { errandWanted, errandAnswered } = takingEffects({ store: { send } });
      errandWanted({ errand: "export", detail: "latex" });
      errandWanted({ errand: "export", detail: "json" });
      const body = { name: "emkit-result.json", mime: "application/json", text: "{}" };
      errandAnswered({ errand: "export", answer: { body } });
      await new Promise((done) => setTimeout(done));
      return said;
    }"""
    said = modules.run("app/effects/taking.js", script)
    assert said == ["emkit-result.json was handed to your browser to save."]
