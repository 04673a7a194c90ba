"""The first page: whose board, when, where, and what the pack asks of its reader."""

from collections.abc import Iterator

from boardpack.document.blocks import Cover
from boardpack.renderers.pdf.boxes import Box, Cell, Framed, Row, Stack
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.logo import LogoBox
from boardpack.renderers.pdf.paging import CoverPage
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import MARGIN, MM, WIDTH, TextStyle

_COUNCIL = TextStyle(13, 17, "structure", "semibold")
_MARKING = TextStyle(11, 14, "text", "bold", "right")
_BOARD = TextStyle(34, 42, "structure", "bold")
_DATE = TextStyle(24, 32)
_FACT = TextStyle(12, 16, "quiet", follows="body")
_FACT_VALUE = TextStyle(12, 16, "text", "semibold", follows="body")
_ASK = TextStyle(18, 25, "structure", "semibold")
_LABEL = TextStyle(12, 16, "quiet", follows="body")

_LABEL_WIDTH = 36 * MM
_FACT_SPACE = 5.0
_BAR = (28 * MM, 5.0)
_ABOVE_BAR, _LEAST_ABOVE_BAR = 44 * MM, 14 * MM
_UNDER_LOGO = 5 * MM


def cover_page(cover: Cover, desk: Desk, into: Tag) -> CoverPage:
    """The cover as a page of its own."""
    parts: list[tuple[float, Box]] = [
        *_head(cover, desk, into),
        (9 * MM, desk.text(cover.board, _BOARD, WIDTH * 0.92, into.add("H1"))),
        (5 * MM, desk.text(cover.date, _DATE, WIDTH, into.add("P"))),
    ]
    if cover.facts:
        parts.append((14 * MM, _facts(cover, desk, into.add("Table").add("TBody"))))
    if cover.ask:
        parts.append((14 * MM, _ask(cover, desk, into)))
    return CoverPage(Stack(tuple(parts)))


def _head(cover: Cover, desk: Desk, into: Tag) -> Iterator[tuple[float, Box]]:
    """The council and the marking, under the logo where there is one; then room for the eye."""
    chosen = desk.look.logo
    logo = LogoBox(chosen, into.add("Figure", chosen.alt)) if chosen else None
    council = desk.text(cover.council, _COUNCIL, WIDTH * 0.7, into.add("P"))
    marking = Cell(
        WIDTH * 0.7, desk.text(cover.marking, _MARKING, WIDTH * 0.3, into.add("P")), drop=1.5
    )
    if logo is None:
        yield MARGIN, Row((Cell(0.0, council), marking))
        yield _ABOVE_BAR, _bar(desk)
        return
    yield MARGIN, Row((Cell(0.0, logo), marking))
    yield _UNDER_LOGO, council
    yield max(_ABOVE_BAR - logo.height - _UNDER_LOGO, _LEAST_ABOVE_BAR), _bar(desk)


def _bar(desk: Desk) -> Box:
    across, tall = _BAR
    return Framed(Stack(()), across, above=tall, fill=desk.look.structure)


def _facts(cover: Cover, desk: Desk, into: Tag) -> Box:
    """Label and value under one another, over hairlines."""
    return Stack(tuple((0.0, _fact(fact, desk, into.add("TR"))) for fact in cover.facts))


def _fact(fact: tuple[str, str], desk: Desk, into: Tag) -> Box:
    label = desk.text(fact[0], _FACT, _LABEL_WIDTH, into.add("TH", Scope="Row"))
    value = desk.text(fact[1], _FACT_VALUE, WIDTH - _LABEL_WIDTH, into.add("TD"))
    row = Row((Cell(0.0, label), Cell(_LABEL_WIDTH, value)))
    return Framed(row, WIDTH, above=_FACT_SPACE, below=_FACT_SPACE, rule=desk.look.hairline)


def _ask(cover: Cover, desk: Desk, into: Tag) -> Box:
    """What the pack asks, on a tint."""
    inner = Stack(
        (
            (0.0, desk.text("This pack asks for", _LABEL, WIDTH - 8 * MM, into.add("P"))),
            (2.0, desk.text(cover.ask, _ASK, WIDTH - 12 * MM, into.add("P"))),
        )
    )
    return Framed(inner, WIDTH, above=6 * MM, below=6 * MM, left=6 * MM, fill=desk.look.tint)
