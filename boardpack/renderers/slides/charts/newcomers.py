"""The look of a series that a template's chart has not got, made from its last one."""

from boardpack.charts.spec import MarkKind
from boardpack.renderers.slides.charts.lines import SYMBOLS, marker_xml
from boardpack.renderers.slides.charts.palette import Colour, Palette, looks
from boardpack.renderers.slides.charts.parts import colour, line
from boardpack.renderers.slides.charts.theme import Ink
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove

_FILL, _STROKE = "c:spPr/a:solidFill", "c:spPr/a:ln/a:solidFill"


def recolour(series: Element, root: Element, palette: Palette) -> None:
    """Give a series the next accent that no other has; a colour that is automatic follows by itself."""
    own = _colour_of(series)
    if own is None:
        return
    used = {said for one in every(root, "c:ser") if (said := _colour_of(one))}
    new = next((one for one in palette.accents if not _names(one) & used), palette.quiet)
    for place in (child(series, "c:spPr"), child(series, "c:marker/c:spPr")):
        for fill in [] if place is None else list(every(place, "a:solidFill")):
            if _said(fill) == own:
                parent = fill.getparent()
                assert parent is not None
                parent.replace(fill, read(colour(new)))


def as_sign(series: Element, kind: MarkKind, palette: Palette) -> None:
    """Make a series of a line chart points without a line or labels, in the shape of what they mean."""
    plot = series.getparent()
    if plot is None or plot.tag != name("c:lineChart"):
        return
    for short in ("c:spPr", "c:marker", "c:dLbls", "c:trendline", "c:errBars"):
        for found in children(series, short):
            remove(found)
    symbol, size = SYMBOLS[kind]
    title = child(series, "c:tx")
    before = title if title is not None else child(series, "c:order")
    assert before is not None
    before.addnext(read(marker_xml(symbol, size, palette.mark(kind))))
    before.addnext(read(f"<c:spPr>{line(None)}</c:spPr>"))
    if child(plot, "c:marker") is None:
        children(plot, "c:axId")[0].addprevious(read('<c:marker val="1"/>'))


def _colour_of(series: Element) -> str | None:
    """What the fill of a series, or else its line, is called."""
    fill = child(series, _FILL)
    fill = fill if fill is not None else child(series, _STROKE)
    return None if fill is None else _said(fill)


def _said(fill: Element) -> str:
    return fill[0].get("val", "").casefold() if len(fill) else ""


def _names(one: Colour) -> set[str]:
    """All that a colour may be called in a chart."""
    named = {looks(one).removeprefix("#").casefold()}
    return named | {one.slot} if isinstance(one, Ink) else named
