"""Whether everyone can read a deck: what PowerPoint's accessibility checker asks, and a little more."""

from collections import Counter
from collections.abc import Iterator

from boardpack.renderers.slides.integrity.fault import Fault
from boardpack.renderers.slides.integrity.parts import Parts
from boardpack.renderers.slides.xml import Element, child, children, every, name

_TITLES = ("title", "ctrTitle")
_SHAPES = {name(kind) for kind in ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp")}
_SEEN = ("p:pic", "p:graphicFrame", "p:grpSp")
_TOLD = {name(kind) for kind in _SEEN}
_OPENERS = ("{{", "{%", "{#")
_CORE = "core-properties"


def access_faults(parts: Parts) -> Iterator[Fault]:
    """What keeps some people from reading the deck."""
    said: Counter[str] = Counter()
    for part, tree in parts.of_kind("slide"):
        title = _title(tree)
        said[_text(title).casefold() if title is not None else ""] += 1
        yield from _title_faults(part, title)
        yield from _holder_faults(part, tree)
        yield from _word_faults(part, tree)
    for text, count in said.items():
        if text and count > 1:
            yield Fault("titles differ", "the deck", f'{count} slides are called "{text}"')
    for part, tree in parts.of_kind("slide", "notesSlide"):
        yield from _language_faults(part, tree)
        yield from _tag_faults(part, tree)
    if not any(_has_title(tree) for _, tree in parts.of_kind(_CORE)):
        yield Fault("the deck has a title", "the deck", "its properties have none")


def _title(tree: Element) -> Element | None:
    return next((one for one in every(tree, "p:sp") if _holder(one) in _TITLES), None)


def _title_faults(part: str, title: Element | None) -> Iterator[Fault]:
    if title is None or not _text(title):
        yield Fault("slides have titles", part, "it has no title, or an empty one")
        return
    above = title.getparent()
    for shape in () if above is None else above:
        if shape is title:
            break
        if (
            shape.tag in _SHAPES
            and not _is_decorative(shape)
            and (_text(shape) or shape.tag in _TOLD)
        ):
            yield Fault("titles are read first", part, f"{_called(shape)} is read before the title")


def _holder_faults(part: str, tree: Element) -> Iterator[Fault]:
    for shape in every(tree, "p:sp"):
        held = any(True for _ in every(shape, "a:fld", "a:blip"))
        if _holder(shape) is not None and not _text(shape) and not held:
            yield Fault("no empty placeholders", part, f"{_called(shape)} is empty")


def _word_faults(part: str, tree: Element) -> Iterator[Fault]:
    for shape in every(tree, *_SEEN):
        properties = next(every(shape, "p:cNvPr"), None)
        if properties is None or properties.get("descr", "").strip() or _is_decorative(shape):
            continue
        yield Fault("what is seen has words", part, f"{_called(shape)} has no alternative text")
    for table in every(tree, "a:tbl"):
        look = child(table, "a:tblPr")
        if look is None or look.get("firstRow") not in {"1", "true"}:
            yield Fault("tables have a header row", part, "a table has none")


def _language_faults(part: str, tree: Element) -> Iterator[Fault]:
    for run in every(tree, "a:r", "a:br", "a:fld"):
        look = child(run, "a:rPr")
        if look is None or not look.get("lang"):
            yield Fault("text says its language", part, f'"{_text(run)}" does not')
    for look in every(tree, "a:endParaRPr"):
        if not look.get("lang"):
            yield Fault("text says its language", part, "a paragraph's end does not")


def _tag_faults(part: str, tree: Element) -> Iterator[Fault]:
    """Tags that were not filled; text that only looks like one came from a cell, and may."""
    for properties in every(tree, "p:cNvPr"):
        for key in ("name", "descr", "title"):
            if any(opener in properties.get(key, "") for opener in _OPENERS):
                yield Fault("no tags are left", part, f"{properties.get(key)} was not filled")
    for paragraph in every(tree, "a:p"):
        if any(opener in _text(paragraph) for opener in _OPENERS):
            yield Fault("no tags are left", part, f"{_text(paragraph)} was not filled")


def _has_title(tree: Element) -> bool:
    return any(
        str(one.tag).endswith("}title") and (one.text or "").strip() for one in tree.iterchildren()
    )


def _holder(shape: Element) -> str | None:
    found = child(shape, "p:nvSpPr/p:nvPr/p:ph")
    return None if found is None else found.get("type", "obj")


def _is_decorative(shape: Element) -> bool:
    properties = next(every(shape, "p:cNvPr"), None)
    marks = [] if properties is None else children(properties, "a:extLst/a:ext/adec:decorative")
    return any(mark.get("val", "1") in {"1", "true"} for mark in marks)


def _called(shape: Element) -> str:
    properties = next(every(shape, "p:cNvPr"), None)
    return f'"{"" if properties is None else properties.get("name", "")}"'


def _text(element: Element) -> str:
    return " ".join("".join(t.text or "" for t in every(element, "a:t")).split())
