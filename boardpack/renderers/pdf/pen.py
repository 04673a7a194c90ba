"""What draws on the canvas: text, rules, pictures, links and places to go to. Nothing else does."""

from collections.abc import Container
from functools import cache
from urllib.parse import quote

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from boardpack.charts.drawing.picture import Close, Curve, Label, Line, Move, Picture, Shape
from boardpack.errors import UnknownAnchor
from boardpack.renderers.pdf.fonts import CAP_HEIGHT, spans, width
from boardpack.renderers.pdf.lines import Line as TextLine
from boardpack.renderers.pdf.lines import Run

_ROUND = 1
_URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%~-._"
_ABOVE_ANCHOR = 8.0


class Pen:
    """Draws on the current page of a canvas. The origin is the lower left corner, y goes up."""

    def __init__(self, canvas: Canvas, places: Container[str]) -> None:
        self._canvas = canvas
        self._places = places
        self._outline_level = -1

    def line(self, line: TextLine, x: float, top: float) -> None:
        """A line of text with its upper left corner at a point, capitals centred in its height."""
        middle = top - line.height / 2
        baseline = middle - CAP_HEIGHT * line.size / 2
        text = self._canvas.beginText()
        for number, (offset, atom) in enumerate(line.atoms, start=1):
            if not isinstance(atom, Run):
                continue
            text.setTextOrigin(x + offset, baseline)
            text.setFont(atom.font, atom.size)
            text.setFillColor(_colour(atom.colour))
            goes_on = number == len(line.atoms) and not line.ends
            text.textOut(atom.text + " " if goes_on else atom.text)
        self._canvas.drawText(text)
        for offset, atom in line.atoms:
            if not isinstance(atom, Run):
                self.picture(atom.picture, x + offset, middle - atom.height / 2)
            elif atom.href:
                self._link(atom.href, x + offset, top - line.height, atom.width, line.height)

    def rule(self, x: float, y: float, length: float, colour: str, weight: float = 0.5) -> None:
        """A horizontal line."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.setDash()
        self._canvas.line(x, y, x + length, y)

    def area(self, x: float, y: float, across: float, tall: float, colour: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._canvas.setFillColor(_colour(colour))
        self._canvas.rect(x, y, across, tall, stroke=0, fill=1)

    def picture(self, picture: Picture, x: float, y: float) -> None:
        """A picture from its lower left corner, as vectors and text."""
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.setLineJoin(_ROUND)
        for item in picture.items:
            match item:
                case Shape():
                    self._shape(item)
                case Label():
                    self._label(item)
        self._canvas.restoreState()

    def anchor(self, name: str, top: float) -> None:
        """A place that links lead to, a little above what stands there."""
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=top + _ABOVE_ANCHOR, zoom=0)

    def bookmark(self, title: str, anchor: str, level: int) -> None:
        """An entry in the list of bookmarks; a level is never more than one below the last."""
        self._outline_level = min(level - 1, self._outline_level + 1)
        shown = "".join(text for _, text in spans(title, "regular"))
        self._canvas.addOutlineEntry(
            shown, anchor, self._outline_level, closed=self._outline_level > 0
        )

    def _link(self, href: str, x: float, y: float, across: float, tall: float) -> None:
        box = (x, y, x + across, y + tall)
        if href.startswith("#"):
            if href[1:] not in self._places:
                raise UnknownAnchor(href[1:])
            self._canvas.linkRect("", href[1:], box, relative=0, thickness=0)
        else:
            self._canvas.linkURL(quote(href, safe=_URL_CHARACTERS), box, relative=0, thickness=0)

    def _shape(self, shape: Shape) -> None:
        path = self._canvas.beginPath()
        for segment in shape.segments:
            match segment:
                case Move(to):
                    path.moveTo(*to)
                case Line(to):
                    path.lineTo(*to)
                case Curve(first, second, to):
                    path.curveTo(*first, *second, *to)
                case Close():
                    path.close()
        if shape.fill:
            self._canvas.setFillColor(_colour(shape.fill))
        if shape.stroke:
            self._canvas.setStrokeColor(_colour(shape.stroke))
            self._canvas.setLineWidth(shape.width)
            self._canvas.setDash(list(shape.dash))
        self._canvas.drawPath(path, stroke=bool(shape.stroke), fill=bool(shape.fill))

    def _label(self, label: Label) -> None:
        x, y = label.at
        self._canvas.setFillColor(_colour(label.colour))
        for font, text in spans(label.text, label.weight):
            self._canvas.setFont(font, label.size)
            self._canvas.drawString(x, y, text)
            x += width(text, font, label.size)


@cache
def _colour(code: str) -> Color:
    return HexColor(code)
