"""What axe-core finds in a page."""

from playwright.sync_api import Locator, Page

from build_tools import node_tools

# What it finds, a line each, by all of its rules or by some.
VIOLATIONS = """async (_, rules) => {
  const all = { resultTypes: ["violations"] };
  const { violations } = await axe.run(rules ? { ...all, runOnly: rules } : all);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""

# All that can change when only the colours do.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


def violations(place: Page | Locator, *, only_colours: bool = False) -> list[str]:
    """What is wrong in the document of a page, or in that of a frame's element."""
    script = (node_tools.MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    rules = COLOUR_RULES if only_colours else None
    root = place.locator("html") if isinstance(place, Page) else place
    root.evaluate(f"() => {{ {script} }}")
    return root.evaluate(VIOLATIONS, rules)
