"""A picture as SVG for a web page: real text, short numbers, no ids that could clash."""

from html import escape

from boardpack.charts.drawing.lettering import visible
from boardpack.charts.drawing.picture import (
    Close,
    Curve,
    Label,
    Line,
    Move,
    Picture,
    Point,
    Segment,
    Shape,
)
from boardpack.style import OPEN_SANS

_WEIGHTS = {"regular": "400", "semibold": "600", "bold": "700"}


def to_svg(picture: Picture, *, title: str, css_class: str, family: str = OPEN_SANS.family) -> str:
    """The picture as an `<svg>` element; without a title it is decoration, hidden from readers.

    Its words, where it has any, are in the typeface of this family.
    """
    width, height = _number(picture.width), _number(picture.height)
    named = escape(visible(title))
    told = f'role="img" aria-label="{named}"' if named else 'aria-hidden="true"'
    heading = f"<title>{named}</title>" if named else ""
    has_words = any(isinstance(item, Label) for item in picture.items)
    face = f'font-family="&quot;{escape(family)}&quot;, sans-serif" ' if has_words else ""
    body = "".join(_element(item, picture.height) for item in picture.items)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{escape(css_class)}" {told} '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'{face}fill="none">{heading}{body}</svg>'
    )


def _element(item: Shape | Label, height: float) -> str:
    return _path(item, height) if isinstance(item, Shape) else _text(item, height)


def _path(shape: Shape, height: float) -> str:
    drawn = "".join(_command(segment, height) for segment in shape.segments)
    fill = f' fill="{escape(shape.fill)}"' if shape.fill else ""
    return f'<path d="{drawn}"{fill}{_stroke(shape)}/>'


def _stroke(shape: Shape) -> str:
    if shape.stroke is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(_number, shape.dash))}"' if shape.dash else ""
    return f' stroke="{escape(shape.stroke)}" stroke-width="{_number(shape.width)}"{dash}'


def _command(segment: Segment, height: float) -> str:
    match segment:
        case Move(to):
            return "M" + _pair(to, height)
        case Line(to):
            return "L" + _pair(to, height)
        case Curve(first, second, to):
            return "C" + " ".join(_pair(point, height) for point in (first, second, to))
        case Close():
            return "Z"


def _text(label: Label, height: float) -> str:
    x, y = label.at
    weight = "" if label.weight == "regular" else f' font-weight="{_WEIGHTS[label.weight]}"'
    return (
        f'<text x="{_number(x)}" y="{_number(height - y)}" font-size="{_number(label.size)}" '
        f'fill="{escape(label.colour)}"{weight}>{escape(visible(label.text))}</text>'
    )


def _pair(point: Point, height: float) -> str:
    return f"{_number(point[0])} {_number(height - point[1])}"


def _number(value: float) -> str:
    """A coordinate to a hundredth of a point, without zeros that say nothing."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
