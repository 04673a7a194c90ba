"""What stands in a line of text and is drawn: pills, icons and sparklines."""

from dataclasses import dataclass
from typing import Literal

from boardpack.charts.drawing import icons
from boardpack.charts.drawing.picture import Label, Picture, Shape
from boardpack.charts.drawing.shapes import placed
from boardpack.charts.drawing.sparkline import draw_spark
from boardpack.document.blocks import Arrow, Pill, Spark, Status
from boardpack.renderers.pdf.fonts import font_name, width
from boardpack.renderers.pdf.shapes import rounded_rectangle
from boardpack.style import Style

_PILL_SIZE = 9.0
_PILL_HEIGHT = 14.0
_PILL_ICON = 7.5
_PILL_SIDE = 6.0
_PILL_GAP = 4.0
_SPARK = (92.0, 18.0)
_ICON_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A picture in a line of text, its middle on the middle of the capitals.

    A reader who cannot see it hears its own lettering ("text"), hears `words` in its place
    ("figure"), or needs nothing, for the text beside it says the same ("decoration").
    """

    picture: Picture
    heard: Literal["text", "figure", "decoration"]
    words: str = ""

    @property
    def width(self) -> float:
        """How much of the line it takes."""
        return self.picture.width

    @property
    def height(self) -> float:
        """How tall its line has to be at least."""
        return self.picture.height


def pill(block: Pill, style: Style) -> Mark:
    """A rating as a filled pill with its shape and word; no rating is outlined and has no shape."""
    rating = block.rating
    colours = style.unrated if rating is None else style.ratings[rating]
    word = "No rating" if rating is None else rating.word
    start = _PILL_SIDE if rating is None else _PILL_SIDE + _PILL_ICON + _PILL_GAP
    font = font_name("semibold", style.typeface)
    across = start + width(word, font, _PILL_SIZE) + _PILL_SIDE
    inset = 0.4
    outline = rounded_rectangle(
        inset, inset, across - 2 * inset, _PILL_HEIGHT - 2 * inset, _PILL_HEIGHT / 2 - inset
    )
    edge = colours.text if rating is None else colours.fill
    baseline = (_PILL_HEIGHT - style.typeface.cap_height * _PILL_SIZE) / 2
    icon_at = (_PILL_SIDE, (_PILL_HEIGHT - _PILL_ICON) / 2)
    return Mark(
        Picture(
            across,
            _PILL_HEIGHT,
            (
                Shape(outline, fill=colours.fill, stroke=edge, width=2 * inset),
                *(
                    placed(icons.rating_icon(rating, colours.text), icon_at, _PILL_ICON)
                    if rating
                    else ()
                ),
                Label((start, baseline), word, _PILL_SIZE, colours.text, "semibold"),
            ),
        ),
        "text",
    )


def arrow_icon(block: Arrow, size: float, style: Style) -> Mark:
    """The arrow of a movement. Its words follow it in the line as text."""
    colour = tone_colour(block, style)
    return _icon(icons.arrow(block.direction, colour), size)


def tone_colour(block: Arrow, style: Style) -> str:
    """Dark for what is worse, blue for what is better, grey for neither: rating colours are for ratings."""
    return {"worse": style.text, "better": style.structure, "neutral": style.quiet}[block.tone]


def status_icon(block: Status, size: float, style: Style) -> Mark:
    """The shape of a status. Its words follow it in the line as text."""
    return _icon(icons.status_icon(block.status, style.text), size)


def spark(block: Spark, room: float, style: Style) -> Mark:
    """A sparkline, narrower where the line is."""
    across, tall = min(_SPARK[0], room), _SPARK[1]
    return Mark(draw_spark(block.values, block.target, across, tall, style), "figure", block.words)


def _icon(shapes: tuple[Shape, ...], size: float) -> Mark:
    tall = size * 0.82
    return Mark(Picture(tall + _ICON_GAP, tall, placed(shapes, (0.0, 0.0), tall)), "decoration")
