"""Pictures of charts to keep: the same marks as PNG and as SVG, with text that is text."""

import re
import struct
import zlib
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from support.chart_views import bars_view, criteria_view, fit_view, paths_view, trace_view
from support.charts import ChartPage, density_view, likelihood_view

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = {
    "density": ("density-chart.js", "mountDensityChart", density_view()),
    "log-likelihood": (
        "likelihood-chart.js",
        "mountLikelihoodChart",
        likelihood_view([-9, -5, -4, -3.5], shown=2),
    ),
    "parameter traces": ("trace-chart.js", "mountTraceChart", trace_view()),
    "responsibilities": ("bars-chart.js", "mountBarsChart", bars_view(k=9)),
    "information criteria": ("criteria-chart.js", "mountCriteriaChart", criteria_view()),
    "log-likelihood paths": ("paths-chart.js", "mountPathsChart", paths_view()),
    "goodness of fit": ("fit-chart.js", "mountFitChart", fit_view()),
}
SAVED_SVG = "chart.toSvg().then((blob) => blob?.text())"
BYTES = "chart.toBlob().then((blob) => blob.arrayBuffer()).then((all) => [...new Uint8Array(all)])"
SAVED_PNG = """async () => {
  const image = await createImageBitmap(await chart.toBlob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4 * 97) colours.add(data.slice(i, i + 3).join());
  return [image.width, colours.size];
}"""


def mounted(page: Page, site_url: str, name: str) -> ChartPage:
    """A chart of some kind, showing something."""
    module, mount, view = CHARTS[name]
    chart = ChartPage(page, site_url, module, mount)
    chart.update(view)
    return chart


def svg_of(chart: ChartPage) -> ElementTree.Element:
    """The SVG of a chart; that it can be read as XML is tested with it."""
    return ElementTree.fromstring(chart.page.evaluate(SAVED_SVG))


def texts(svg: ElementTree.Element) -> list[str]:
    """Everything written in a picture."""
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_saved_as_svg_that_says_what_it_is(
    page: Page, site_url: str, name: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    chart = mounted(page, site_url, name)
    svg = svg_of(chart)
    assert errors == []
    assert (svg.findtext(f"{SVG}title") or "").lower() == name
    assert svg.findtext(f"{SVG}desc") == chart.canvas.get_attribute("aria-label")
    assert len(texts(svg)) > 5
    assert len(list(svg.iter(f"{SVG}path"))) > 0
    written = ElementTree.tostring(svg, encoding="unicode")
    assert re.findall(r"NaN|undefined|Infinity", written) == []


@pytest.mark.parametrize("window", [360, 1600])
def test_a_png_says_that_it_is_as_wide_as_a_page(page: Page, site_url: str, window: int) -> None:
    page.set_viewport_size({"width": window, "height": 700})
    png = bytes(mounted(page, site_url, "density").page.evaluate(BYTES))
    size, kind = struct.unpack(">I4s", png[33:41])
    data, (check,) = png[41 : 41 + size], struct.unpack(">I", png[41 + size : 45 + size])
    assert (kind, check) == (b"pHYs", zlib.crc32(kind + data))
    per_metre, _, unit = struct.unpack(">IIB", data)
    (width,) = struct.unpack(">I", png[16:20])
    assert unit == 1  # the metre
    assert per_metre * 0.0254 == pytest.approx(288, abs=0.02)
    assert 0.17 < width / per_metre < 0.19  # A4 and Letter without their margins


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_saved_as_a_png_fine_enough_for_print(
    page: Page, site_url: str, name: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    width, colours = mounted(page, site_url, name).page.evaluate(SAVED_PNG)
    assert width >= 3 * 640  # however narrow the screen is
    assert colours > 10


@pytest.mark.parametrize("name", CHARTS)
def test_what_is_hidden_can_be_saved_too(page: Page, site_url: str, name: str) -> None:
    chart = mounted(page, site_url, name)
    chart.figure.evaluate("(figure) => (figure.hidden = true)")
    chart.drawn()
    assert len(texts(svg_of(chart))) > 5


@pytest.fixture
def faithful(page: Page, site_url: str) -> ChartPage:
    """The density of two components."""
    return mounted(page, site_url, "density")


def test_text_is_written_once_and_can_be_found(faithful: ChartPage) -> None:
    written = texts(svg_of(faithful))
    assert written.count("Component 1") == 1
    assert written.count("waiting (min)") == 1


def test_what_is_cut_off_on_the_screen_is_cut_off_in_the_svg(faithful: ChartPage) -> None:
    svg = svg_of(faithful)
    bounds = [f"url(#{clip.get('id')})" for clip in svg.iter(f"{SVG}clipPath")]
    groups = [one for one in svg.iter(f"{SVG}g") if one.get("clip-path")]
    assert {group.get("clip-path") for group in groups} <= {*bounds}
    assert max(len(list(group)) for group in groups) >= 3  # curves share theirs


@pytest.mark.parametrize(("look", "ground"), [("paper", "255, 255, 255"), ("page", "21, 23, 26")])
def test_pictures_are_for_white_paper_unless_the_page_is_asked_for(
    faithful: ChartPage, look: str, ground: str
) -> None:
    faithful.page.emulate_media(color_scheme="dark")
    faithful.drawn()
    script = f"chart.toSvg('{look}').then((blob) => blob.text())"
    svg = ElementTree.fromstring(faithful.page.evaluate(script))
    assert (svg.find(f"{SVG}rect") or svg[2]).get("fill") == f"rgb({ground})"


def test_forced_colours_do_not_reach_the_paper(faithful: ChartPage) -> None:
    plain = faithful.page.evaluate(SAVED_SVG)
    faithful.page.emulate_media(forced_colors="active")
    faithful.drawn()
    assert faithful.page.evaluate(SAVED_SVG) == plain


def test_a_dark_chart_is_printed_as_a_light_one(faithful: ChartPage) -> None:
    page = faithful.page
    drawn = "document.querySelector('canvas').toDataURL()"
    printed = f"kind => {{ dispatchEvent(new Event(kind)); return {drawn}; }}"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(printed, "beforeprint")
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(printed, "afterprint")
    assert dark != light
    assert page.evaluate(printed, "beforeprint") == light
    assert page.evaluate(printed, "afterprint") == dark


def test_there_is_nothing_to_save_before_there_is_something_to_show(faithful: ChartPage) -> None:
    faithful.update(None)
    expect(faithful.page.get_by_role("button", name="Save the density")).to_have_count(0)
    assert faithful.page.evaluate("chart.toBlob()") is None
    assert faithful.page.evaluate("chart.toSvg()") is None


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_a_button_saves_the_chart_in_a_file_of_its_name(faithful: ChartPage, kind: str) -> None:
    with faithful.page.expect_download() as saving:
        faithful.page.get_by_role("button", name=f"Save the density as {kind}").click()
    assert saving.value.suggested_filename == f"emkit-density.{kind.lower()}"


def drawn_svg(page: Page, site_url: str, script: str) -> ElementTree.Element:
    """What some calls of a canvas come to as SVG."""
    page.goto(f"{site_url}icons/emkit.svg")
    page.goto(f"{site_url}styles/tokens.css")
    text: Any = page.evaluate(
        f"""async (url) => {{
          const {{ recordSvg }} = await import(url);
          const size = {{ width: 100, height: 50, margin: 0 }};
          const caption = {{ title: "A test", summary: "Drawn.", paper: "white" }};
          return recordSvg(size, caption, (context) => {{ {script} }});
        }}""",
        f"{site_url}js/charts/picture/svg.js",
    )
    return ElementTree.fromstring(text)


def test_saved_state_comes_back(page: Page, site_url: str) -> None:
    svg = drawn_svg(
        page,
        site_url,
        """context.fillStyle = "red"; context.save(); context.fillStyle = "blue";
           context.translate(5, 6); context.fillRect(0, 0, 1, 1); context.restore();
           context.fillRect(0, 0, 1, 1);""",
    )
    _, moved, back = svg.iter(f"{SVG}rect")
    assert (moved.get("fill"), moved.get("transform")) == ("blue", "matrix(1 0 0 1 5 6)")
    assert (back.get("fill"), back.get("transform")) == ("red", None)


def test_a_whole_circle_ends_where_it_begins(page: Page, site_url: str) -> None:
    svg = drawn_svg(
        page,
        site_url,
        "context.beginPath(); context.arc(20, 10, 5, 0, 2 * Math.PI); context.fill();",
    )
    [circle] = svg.iter(f"{SVG}path")
    assert circle.get("d") == "M25 10A5 5 0 0 1 15 10A5 5 0 0 1 25 10"


def test_text_stands_where_the_canvas_would_put_it(page: Page, site_url: str) -> None:
    svg = drawn_svg(
        page,
        site_url,
        """context.font = "600 20px sans-serif"; context.textAlign = "right";
           context.textBaseline = "top"; context.fillText("a < b", 50, 0);""",
    )
    [text] = svg.iter(f"{SVG}text")
    assert text.text == "a < b"
    assert (text.get("text-anchor"), text.get("font-weight")) == ("end", "600")
    assert 14 < float(text.get("y") or "") < 24  # about the ascent of 20 pixels of type
