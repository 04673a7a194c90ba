"""What draws on the canvas: text, rules, pictures, links and places to go to. Nothing else does.

Everything that is drawn is marked, as content of an element of the structure or as an artifact that
a screen reader passes over. Text that belongs to no element would be lost to it, and is refused.
"""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal
from urllib.parse import quote

from PIL.Image import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from boardpack.charts.drawing.picture import Close, Curve, Label, Line, Move, Picture, Shape
from boardpack.errors import UnknownAnchor
from boardpack.renderers.pdf.annotations import link_to_place, link_to_web
from boardpack.renderers.pdf.fonts import font_name, spans, width
from boardpack.renderers.pdf.lines import Line as TextLine
from boardpack.renderers.pdf.lines import Look, Run
from boardpack.renderers.pdf.marks import Mark
from boardpack.renderers.pdf.private import coded
from boardpack.renderers.pdf.tags import Annotation, Box, Content, Tag
from boardpack.style import OPEN_SANS, Typeface

_URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%~-._"
_ABOVE_ANCHOR = 8.0
_ROUND_JOINS = "1 j"

Artifact = Literal["Header", "Footer", "Layout"]
_ARTIFACTS: dict[Artifact, str] = {
    "Header": "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
    "Layout": "/Artifact <</Type /Layout>> BDC",
}


class UntaggedText(Exception):
    """Text was to be drawn that no screen reader would find: whoever set it gave it no element."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} belongs to no element of the structure")


class Pen:
    """Draws on the current page of a canvas. The origin is the lower left corner, y goes up."""

    def __init__(
        self,
        canvas: Canvas,
        places: Container[str],
        pages: int,
        face: Typeface = OPEN_SANS,
    ) -> None:
        self.owners: list[list[Tag]] = [[]]
        """The element of each stretch of content, page by page."""
        self.links: list[Tag] = []
        """The element of each link's area. Its key in the file goes on behind those of the pages."""
        self._pages = pages
        self._face = face
        self._canvas = canvas
        self._places = places
        self._outline_level = -1
        self._artifact: Artifact | None = None
        self._open_link: tuple[Tag, str, Tag] | None = None

    def turn(self) -> None:
        """Finish the page and begin another."""
        self._canvas.showPage()
        self.owners.append([])

    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        """All that is drawn meanwhile is passed over by a screen reader."""
        self._artifact = kind
        try:
            yield
        finally:
            self._artifact = None

    def line(self, line: TextLine, x: float, top: float, tag: Tag | None) -> None:
        """A line of text with its upper left corner at a point, capitals centred in its height."""
        middle = top - line.height / 2
        baseline = middle - self._face.cap_height * line.size / 2
        last = len(line.atoms) - 1
        for number, (offset, atom) in enumerate(line.atoms):
            after = " " if number == last and not line.goes_on else ""
            if isinstance(atom, Mark):
                self._open_link = None  # what is drawn stands between two parts of a link
                self._mark(atom, x + offset, middle - atom.height / 2, tag, after)
                continue
            owner = self._link_of(atom, tag)
            self._text(atom.text + after, atom.look, x + offset, baseline, owner)
            if owner is not tag and owner is not None:
                box = (x + offset, top - line.height, x + offset + atom.width, top)
                self._link(atom, box, owner)

    def rule(self, x: float, y: float, length: float, colour: str, weight: float = 0.5) -> None:
        """A horizontal line."""
        self._decoration(
            f"{_colour(colour)} RG {weight:g} w [] 0 d {x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S"
        )

    def area(self, x: float, y: float, across: float, tall: float, colour: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._decoration(f"{_colour(colour)} rg {x:.2f} {y:.2f} {across:.2f} {tall:.2f} re f")

    def figure(self, picture: Picture, x: float, y: float, tag: Tag) -> None:
        """A picture from its lower left corner, as vectors and text; its element says it in words."""
        tag.box = (x, y, x + picture.width, y + picture.height)
        self._open(tag)
        self._place(x, y)
        for item in picture.items:
            if isinstance(item, Shape):
                self._draw(_shape(item))
            else:
                self._label(item)
        self._draw("Q EMC")

    def image(self, image: Image, box: Box, tag: Tag) -> None:
        """An opaque picture of pixels that fills a box; its element says it in words."""
        left, bottom, right, top = box
        tag.box = box
        self._open(tag)
        self._canvas.drawImage(ImageReader(image), left, bottom, right - left, top - bottom)
        self._draw("EMC")

    def anchor(self, name: str, top: float) -> None:
        """A place that links lead to, a little above what stands there."""
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=top + _ABOVE_ANCHOR, zoom=0)

    def bookmark(self, title: str, anchor: str, level: int) -> None:
        """An entry in the list of bookmarks; a level is never more than one below the last."""
        self._outline_level = min(level - 1, self._outline_level + 1)
        shown = "".join(text for _, text in spans(title, font_name("regular", self._face)))
        self._canvas.addOutlineEntry(
            shown, anchor, self._outline_level, closed=self._outline_level > 0
        )

    def reserve(self, tag: Tag) -> None:
        """Keep the page's first stretch of content for what is put on it later."""
        assert not self.owners[-1]
        self._own(tag)

    def _own(self, tag: Tag) -> int:
        """The number of a new stretch of content of an element."""
        owners = self.owners[-1]
        tag.kids.append(Content(len(self.owners) - 1, len(owners)))
        owners.append(tag)
        return len(owners) - 1

    def _draw(self, operators: str) -> None:
        self._canvas.addLiteral(operators)

    def _open(self, tag: Tag | None, text: str = "") -> None:
        """Begin a stretch of content of an element, or of an artifact where one is being drawn."""
        if self._artifact:
            self._draw(_ARTIFACTS[self._artifact])
        elif tag is None:
            raise UntaggedText(text)
        else:
            self._draw(f"/{tag.role} <</MCID {self._own(tag)}>> BDC")

    def _decoration(self, operators: str) -> None:
        self._draw(f"{_ARTIFACTS[self._artifact or 'Layout']} {operators} EMC")

    def _place(self, x: float, y: float) -> None:
        self._draw(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {_ROUND_JOINS}")

    def _text(self, text: str, look: Look, x: float, y: float, tag: Tag | None) -> None:
        self._open(tag, text)
        self._draw(f"BT {_colour(look.colour)} rg 1 0 0 1 {x:.2f} {y:.2f} Tm")
        self._letters(text, look.font, look.size)
        self._draw("ET EMC")

    def _letters(self, text: str, font: str, size: float) -> None:
        """Show the text, in as many subsets of the font as its characters need."""
        for name, codes in coded(self._canvas, text, font):
            self._draw(f"{name} {size:g} Tf <{codes.hex()}> Tj")

    def _label(self, label: Label, after: str = "") -> None:
        x, y = label.at
        for font, text in spans(label.text + after, font_name(label.weight, self._face)):
            self._draw(f"BT {_colour(label.colour)} rg 1 0 0 1 {x:.2f} {y:.2f} Tm")
            self._letters(text, font, label.size)
            self._draw("ET")
            x += width(text, font, label.size)

    def _mark(self, mark: Mark, x: float, y: float, tag: Tag | None, after: str) -> None:
        """What is drawn in a line: a figure in words, or shapes that nobody misses and their lettering."""
        if mark.heard == "figure" and tag is not None:
            self.figure(mark.picture, x, y, tag.add("Figure", mark.words))
            return
        shapes = [item for item in mark.picture.items if isinstance(item, Shape)]
        labels = [item for item in mark.picture.items if isinstance(item, Label)]
        self._draw(_ARTIFACTS[self._artifact or "Layout"])
        self._place(x, y)
        for shape in shapes:
            self._draw(_shape(shape))
        self._draw("Q EMC")
        for label in labels:
            self._open(tag, label.text)
            self._place(x, y)
            self._label(label, after)
            self._draw("Q EMC")

    def _link_of(self, run: Run, tag: Tag | None) -> Tag | None:
        """The element of a run: its own, or that of the link which it begins or goes on with."""
        href = run.look.href
        if tag is None or href is None or self._artifact:
            self._open_link = None
            return tag
        if self._open_link and self._open_link[:2] == (tag, href):
            return self._open_link[2]
        link = tag.add("Link")
        self._open_link = (tag, href, link)
        return link

    def _link(self, run: Run, box: Box, link: Tag) -> None:
        """Make the area of a run active."""
        href = str(run.look.href)
        key = self._pages + len(self.links)
        if href.startswith("#"):
            if href[1:] not in self._places:
                raise UnknownAnchor(href[1:])
            area = link_to_place(self._canvas, box, run.text, key, href[1:])
        else:
            url = quote(href, safe=_URL_CHARACTERS)
            area = link_to_web(self._canvas, box, run.text, key, url)
        self.links.append(link)
        link.kids.append(Annotation(len(self.owners) - 1, area))


def _shape(shape: Shape) -> str:
    """The operators that draw a shape."""
    parts = []
    if shape.fill:
        parts.append(f"{_colour(shape.fill)} rg")
    if shape.stroke:
        dash = " ".join(f"{length:g}" for length in shape.dash)
        parts.append(f"{_colour(shape.stroke)} RG {shape.width:g} w [{dash}] 0 d")
    for segment in shape.segments:
        match segment:
            case Move((x, y)):
                parts.append(f"{x:.2f} {y:.2f} m")
            case Line((x, y)):
                parts.append(f"{x:.2f} {y:.2f} l")
            case Curve((a, b), (c, d), (x, y)):
                parts.append(f"{a:.2f} {b:.2f} {c:.2f} {d:.2f} {x:.2f} {y:.2f} c")
            case Close():
                parts.append("h")
    paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    parts.append(paint[bool(shape.fill), bool(shape.stroke)])
    return " ".join(parts)


@cache
def _colour(code: str) -> str:
    """`#RRGGBB` as the three numbers of a colour operator."""
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
