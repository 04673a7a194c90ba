"""A sound deck with what hangs on slides, and the ways to make it odd."""

import io
import re
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.xml import NAMESPACES
from tests.renderers.slides.decks import template, text_box

Members = dict[str, bytes]
Change = Callable[[Members], None]
TYPES, DECK, SLIDE = "[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide1.xml"
LINKS = "ppt/slides/_rels/slide1.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
_KIND = NAMESPACES["r"]


def source() -> Any:
    """Two slides with a chart, a picture, a table, a link, notes and a jump, still open."""
    deck = template(titles=("One {{ board.date }}", "Two"))
    slide = deck.slides[0]
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))
    box = (Inches(1), Inches(2), Inches(3), Inches(2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(picture, "PNG")
    slide.shapes.add_picture(picture, Inches(5), Inches(2))
    run = text_box(slide, "link", box=(1, 5, 2, 1)).text_frame.paragraphs[0].runs[0]
    run.hyperlink.address = "https://example.org"
    slide.notes_slide.notes_text_frame.text = "Notes"
    text_box(deck.slides[1], "jump").click_action.target_slide = slide
    deck.slides[1].shapes.add_table(2, 2, Inches(1), Inches(5), Inches(4), Inches(1))
    return deck


@cache
def sound() -> bytes:
    """The deck that the others are made from."""
    return as_bytes(source())


def as_bytes(deck: Any) -> bytes:
    """An open deck as a file."""
    buffer = io.BytesIO()
    deck.save(buffer)
    return zipped(unzipped(buffer.getvalue()))


def changed(*changes: Change) -> Callable[[], bytes]:
    """The sound deck after these changes to its members."""

    def make() -> bytes:
        members = unzipped(sound())
        for change in changes:
            change(members)
        return zipped(members)

    return make


def drop(pattern: str) -> Change:
    """Take out the members of these names."""

    def change(members: Members) -> None:
        gone = [member for member in members if re.fullmatch(pattern, member)]
        assert gone
        for member in gone:
            del members[member]

    return change


def swap(member: str, old: str, new: str, count: int = 1) -> Change:
    """Replace in a member what a pattern finds."""

    def change(members: Members) -> None:
        text = members[member].decode()
        other = re.sub(old, new, text, count=count, flags=re.DOTALL)
        assert other != text
        members[member] = other.encode()

    return change


def put(member: str, content: bytes, kind: str = "") -> Change:
    """Add a member, with its type if that is given."""

    def change(members: Members) -> None:
        members[member] = content
        if kind:
            entry = f'<Override PartName="/{member}" ContentType="{kind}"/></Types>'
            swap(TYPES, "</Types>", entry)(members)

    return change


def link(rels: str, rid: str, kind: str, target: str) -> Change:
    """Add a relationship."""
    whole = kind if kind.startswith("http") else f"{_KIND}/{kind}"
    entry = f'<Relationship Id="{rid}" Type="{whole}" Target="{target}"/></Relationships>'
    return swap(rels, "</Relationships>", entry)


def rename(old: str, new: str) -> Change:
    """Give a member another name; nothing else is told of it."""

    def change(members: Members) -> None:
        members[new] = members.pop(old)

    return change


def encoded(member: str, encoding: str) -> Change:
    """Write a member in another encoding."""

    def change(members: Members) -> None:
        text = re.sub(r"^<\?xml.*?\?>\s*", "", members[member].decode("utf-8"))
        named = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{text}'
        members[member] = named.encode(encoding)

    return change


def shape(xml: str, part: str = SLIDE) -> Change:
    """Put a shape at the end of a slide."""
    return swap(part, "</p:spTree>", f"{xml}</p:spTree>")


def raw(*extra: tuple[str, bytes]) -> Callable[[], bytes]:
    """The sound deck with further members, whatever their names."""

    def make() -> bytes:
        buffer = io.BytesIO()
        with warnings.catch_warnings(), ZipFile(buffer, "w", ZIP_STORED) as archive:
            warnings.simplefilter("ignore")  # a member may be there twice
            for member, content in (*unzipped(sound()).items(), *extra):
                archive.writestr(member, content)
        return buffer.getvalue()

    return make


def built(change: Callable[[Any], None]) -> Callable[[], bytes]:
    """The sound deck after a change made through python-pptx."""

    def make() -> bytes:
        deck = source()
        change(deck)
        return as_bytes(deck)

    return make
