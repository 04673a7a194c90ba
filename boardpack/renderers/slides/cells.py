"""The cells of a slide's table: what blocks say, as text with the looks of the template's cell."""

from copy import deepcopy
from dataclasses import dataclass, field

from boardpack.document.blocks import (
    Align,
    Arrow,
    Content,
    LineBreak,
    PageNumber,
    Pill,
    Spark,
    Status,
    Text,
)
from boardpack.renderers.slides.advances import Font, font_named
from boardpack.renderers.slides.charts.parts import colour
from boardpack.renderers.slides.faces import KNOWN_FONT
from boardpack.renderers.slides.flow import Flow, Run
from boardpack.renderers.slides.inheritance import Ancestry, of
from boardpack.renderers.slides.symbols import STATUS_SHAPES, rating_text
from boardpack.renderers.slides.xml import EMU, Element, child, every, name, read, remove, safe
from boardpack.style import RatingColours, Style

_ALIGN: dict[Align, str] = {"left": "l", "right": "r", "centre": "ctr"}
_LARGE, _SMALL = 1.25, 0.85
_INSETS = {"marL": 7.2, "marR": 7.2, "marT": 3.6, "marB": 3.6}
FILLS = ("a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")
"""The ways in which a cell or a letter can be filled."""
_BEFORE_FILL = {
    name(f"a:{part}") for part in ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr", "cell3D")
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a template's cell looks: its XML to be copied, and what measuring needs of it."""

    cell: Element
    size: float
    bold: bool
    font: Font = field(default_factory=lambda: font_named(KNOWN_FONT))
    least: float = 14.0
    """The size that it is not shrunk below."""

    @property
    def sides(self) -> float:
        """The width that the insets take, in points."""
        return self._inset("marL") + self._inset("marR")

    @property
    def ends(self) -> float:
        """The height that the insets take, in points."""
        return self._inset("marT") + self._inset("marB")

    def _inset(self, key: str) -> float:
        properties = child(self.cell, "a:tcPr")
        said = None if properties is None else properties.get(key)
        return int(said) / EMU if said else _INSETS[key]

    @classmethod
    def of(cls, cell: Element, source: Ancestry, least: float) -> "Look":
        """The look of a cell: that of its first run, or of the end of its empty paragraph."""
        marks = list(every(cell, "a:rPr", "a:endParaRPr"))
        size = next((int(s) / 100 for mark in marks if (s := mark.get("sz"))), 18.0)
        faces = (of(child(mark, "a:latin"), "typeface") for mark in marks)
        font = source.font(next(filter(None, faces), ""))
        bold = any(mark.get("b") in {"1", "true"} for mark in marks[:1])
        return cls(cell, size, bold, font, least)


@dataclass(frozen=True, slots=True)
class Letters:
    """A run of a cell's text; a line feed in it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    scale: float = 1.0


def letters(content: Content) -> list[Letters]:
    """The text of a cell: ratings and movements in words, drawings as what they show."""
    found: list[Letters] = []
    for inline in content:
        match inline:
            case Text(text=text):
                scale = {"large": _LARGE, "small": _SMALL, "normal": 1.0}[inline.size]
                found.append(Letters(safe(text), inline.strong, inline.emphasis, scale))
            case LineBreak():
                found.append(Letters("\n"))
            case Pill(rating=rating):
                found.append(_apart(found, rating_text(rating), bold=True))
            case Status(status=status, words=words):
                found.append(_apart(found, f"{STATUS_SHAPES[status]} {safe(words)}"))
            case Arrow(words=words) | Spark(words=words):
                found.append(_apart(found, safe(words)))
            case PageNumber():
                pass  # a deck has no pages of the pack
    return found


def _apart(found: list[Letters], text: str, *, bold: bool = False) -> Letters:
    """A word that on a page is a drawing stands off the text before it."""
    before = found[-1].text[-1:] if found else ""
    return Letters(("" if not before or before.isspace() else " ") + text, bold)


def cell_flow(content: list[Letters], look: Look) -> Flow:
    """The text of a cell as it is measured."""
    return Flow(
        tuple(
            Run(
                one.text,
                size_of(one, look, 1.0),
                look.bold or one.bold,
                italic=one.italic,
                font=look.font,
            )
            for one in content
        ),
        empty=look.size,
    )


def size_of(one: Letters, look: Look, scale: float) -> float:
    """The size of a run, never below the smallest that is allowed where the template's is not."""
    return max(look.size * scale * one.scale, min(look.least, look.size))


def make_cell(content: Content, look: Look, align: Align, scale: float, style: Style) -> Element:
    """A cell with this content; a cell with one rating has its colour."""
    cell = deepcopy(look.cell)
    for key in ("gridSpan", "rowSpan", "hMerge", "vMerge"):
        cell.attrib.pop(key, "")
    (body,) = every(cell, "a:txBody")
    model = child(body, "a:p")
    assert model is not None
    for old in list(body):
        if old.tag == name("a:p"):
            body.remove(old)
    colours = rating_colours(content, style)
    body.append(_paragraph(letters(content), model, look, align, scale, colours))
    if colours is not None:
        _fill(cell, colours.fill)
    return cell


def rating_colours(content: Content, style: Style) -> RatingColours | None:
    """The colours of a cell with exactly one rating."""
    pills = [inline for inline in content if isinstance(inline, Pill)]
    if len(pills) != 1 or pills[0].rating is None:
        return None
    return style.ratings[pills[0].rating]


def _paragraph(
    content: list[Letters],
    model: Element,
    look: Look,
    align: Align,
    scale: float,
    colours: RatingColours | None,
) -> Element:
    paragraph = read("<a:p/>")
    properties = child(model, "a:pPr")
    properties = read("<a:pPr/>") if properties is None else deepcopy(properties)
    properties.set("algn", _ALIGN[align])
    paragraph.append(properties)
    own = next(every(model, "a:rPr", "a:endParaRPr"), None)
    for one in content:
        for index, text in enumerate(one.text.split("\n")):
            if index:
                line_break = read("<a:br/>")
                line_break.append(_run_look(own, one, size_of(one, look, scale), colours))
                paragraph.append(line_break)
            if text:
                run = read("<a:r><a:t/></a:r>")
                run.insert(0, _run_look(own, one, size_of(one, look, scale), colours))
                run[1].text = text
                paragraph.append(run)
    if not content:
        end = _run_look(own, Letters(""), look.size * scale, colours)
        end.tag = name("a:endParaRPr")
        paragraph.append(end)
    return paragraph


def _run_look(
    own: Element | None, one: Letters, size: float, colours: RatingColours | None
) -> Element:
    look = read("<a:rPr/>") if own is None else deepcopy(own)
    look.tag = name("a:rPr")
    look.set("lang", "en-GB")
    look.set("sz", str(int(size * 100)))
    if one.bold:
        look.set("b", "1")
    if one.italic:
        look.set("i", "1")
    if colours is not None:
        for fill in FILLS:
            for old in look.findall(name(fill)):
                remove(old)
        at = 1 if child(look, "a:ln") is not None else 0
        look.insert(at, _solid(colours.text))
    return look


def _solid(value: str) -> Element:
    return read(colour(value))


def _fill(cell: Element, value: str) -> None:
    properties = child(cell, "a:tcPr")
    if properties is None:
        properties = read("<a:tcPr/>")
        cell.append(properties)
    for fill in FILLS:
        for old in properties.findall(name(fill)):
            remove(old)
    at = sum(1 for part in properties if part.tag in _BEFORE_FILL)
    properties.insert(at, _solid(value))
