"""Runs of text, pills, arrows, sparklines and links within a paragraph or a cell."""

import re
from typing import Final

from markupsafe import Markup

from boardpack.charts.drawing.icons import arrow, icon_picture, rating_icon, status_icon
from boardpack.charts.drawing.picture import Shape
from boardpack.charts.drawing.sparkline import draw_spark
from boardpack.charts.drawing.svg import to_svg
from boardpack.document.blocks import (
    Arrow,
    Content,
    Inline,
    LineBreak,
    PageNumber,
    Pill,
    Spark,
    Status,
    Text,
)
from boardpack.model.plan import Rating
from boardpack.renderers.html.markup import element, hidden, joined, one_line, words
from boardpack.renderers.html.page import Page

_ICON: Final = 12.0
_SPARK: Final = (96.0, 22.0)
_WEB_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


def inlines(content: Content, page: Page) -> Markup:
    """The content of a paragraph or a cell."""
    return joined(*(_inline(part, page) for part in content))


def _inline(part: Inline, page: Page) -> Markup:
    match part:
        case Text():
            return _text(part, page)
        case LineBreak():
            return element("br")
        case Pill(rating):
            return pill(rating, page)
        case Arrow():
            return movement(part, page)
        case Spark():
            picture = draw_spark(part.values, part.target, *_SPARK, page.style)
            return Markup(to_svg(picture, title=part.words, css_class="spark"))  # noqa: S704 - to_svg escapes
        case Status(status, said):
            icon = _icon(status_icon(status, page.style.text))
            return element("span", icon, " ", said, class_=f"status {status}")
        case PageNumber(anchor, word):
            title = page.outline.title(anchor)
            where = (f"See: {title}",) if word else ("go to", hidden(f" {title}"))
            return element("a", *where, href=f"#{anchor}")


def pill(rating: Rating | None, page: Page) -> Markup:
    """A rating as a filled pill with its shape and its word, or an outlined "No rating"."""
    if rating is None:
        return element("span", "No rating", class_="pill unrated")
    icon = _icon(rating_icon(rating, page.style.ratings[rating].text))
    return element("span", icon, rating.word, class_=f"pill {rating.value}")


def movement(part: Arrow, page: Page) -> Markup:
    """What has happened since the last board: an arrow and its words."""
    icon = _icon(arrow(part.direction, page.style.text))
    return element("span", icon, " ", part.words, class_=f"movement {part.tone}")


def _icon(shapes: tuple[Shape, ...]) -> Markup:
    return Markup(to_svg(icon_picture(shapes, _ICON), title="", css_class="icon"))  # noqa: S704 - to_svg escapes


def _text(part: Text, page: Page) -> Markup:
    text = words(part.text)
    if part.emphasis:
        text = element("em", text)
    if part.strong:
        text = element("strong", text)
    if part.size != "normal":
        text = element("span", text, class_=part.size)
    return _linked(text, part.href, page)


def _linked(text: Markup, href: str | None, page: Page) -> Markup:
    """The text as a link; an address that no reader would follow (`javascript:`) leaves it text."""
    if href is None:
        return text
    if href.startswith("#"):
        page.outline.title(href[1:])
        return element("a", text, href=href)
    if _WEB_ADDRESS.fullmatch(href):
        return element("a", text, href=one_line(href))
    return text
