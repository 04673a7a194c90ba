"""Words for what can only be seen: pictures, charts, tables, diagrams, groups."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pptx.oxml import parse_xml

from boardpack.renderers.slides import private
from boardpack.renderers.slides.shapes import FILLED, parted_name, properties_of, text_of, tree
from boardpack.renderers.slides.xml import (
    NAMESPACES,
    Element,
    child,
    children,
    every,
    name,
    read,
    relationship_ids,
)

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SEEN = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp")
_LONGEST = 250
_TAG = re.compile(r"\{[{%#]")
_FILE = re.compile(r"[^/\n]+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|wdp)", re.IGNORECASE)
"""The name of a file, which tools put where words belong."""
_MARK = f'<a:ext uri="{DECORATIVE}"><adec:decorative xmlns:adec="{NAMESPACES["adec"]}" val="1"/></a:ext>'


def describe(slide: Any, where: str, tell: Callable[[str], None]) -> None:
    """Give words to what the template's author left without, or mark it as decorative."""
    for shape in every(tree(slide), *_SEEN):
        properties = next(every(shape, "p:cNvPr"), None)
        # What is filled gets its words with what is put in its place.
        if properties is None or is_described(shape) or parted_name(properties)[0] in FILLED:
            continue
        if shape.tag in {name("p:sp"), name("p:cxnSp")}:
            if child(shape, "p:nvSpPr/p:nvPr/p:ph") is None and not text_of(shape):
                _mark(properties)
            continue
        words = _words(slide, shape)
        called = properties.get("name", "")
        if words:
            properties.set("descr", words)
            tell(f'{where}: "{called}" has no alternative text; it was given "{words}".')
        else:
            _mark(properties)
            tell(
                f'{where}: "{called}" has no alternative text; it was marked as decorative. '
                "If it says something, say it in Alt Text."
            )
    for table in every(tree(slide), "a:tbl"):
        _head(table, where, tell)


def is_described(shape: Element) -> bool:
    """Whether a shape has words, or is marked as one that needs none."""
    properties = properties_of(shape)
    said = properties.get("descr", "").strip()
    return bool(said and not _FILE.fullmatch(said)) or any(
        mark.get("val", "1") in {"1", "true"} for mark in every(properties, "adec:decorative")
    )


def _mark(properties: Element) -> None:
    properties.set("descr", "")
    held = child(properties, "a:extLst")
    if held is None:
        held = read("<a:extLst/>")
        properties.append(held)
    for old in children(held, "a:ext"):
        if old.get("uri") == DECORATIVE:
            held.remove(old)
    held.append(read(_MARK))


def _words(slide: Any, shape: Element) -> str:
    """What is known of a shape from what it holds; nothing for a mere picture."""
    if shape.tag == name("p:pic"):
        video = any(True for _ in every(shape, "a:videoFile"))
        audio = any(True for _ in every(shape, "a:audioFile", "a:wavAudioFile"))
        return "Video" if video else "Sound" if audio else ""
    if shape.tag == name("p:grpSp"):
        text = text_of(shape)
        return _cut("", text) or ("Group of shapes" if text else "")
    if (table := next(every(shape, "a:tbl"), None)) is not None:
        rows = children(table, "a:tr")
        return _cut("Table", text_of(rows[0]) if rows else "")
    rids = relationship_ids(shape)
    parts = [slide.part.rels[rid].target_part for rid in rids if _leads_inside(slide, rid)]
    kinds = {str(part.partname).split("/")[2] for part in parts}
    text = _cut("", " ".join(sorted(filter(None, (_said(part) for part in parts)))))
    if "charts" in kinds:
        return _cut("Chart", text)
    if "diagrams" in kinds:
        return _cut("Diagram", text)
    return "Embedded object"


def _cut(kind: str, text: str) -> str:
    """Words of a bearable length; tags are not repeated in them, since a cut one cannot be filled."""
    if _TAG.search(text):
        return kind
    whole = f"{kind}: {text}" if kind and text else kind or text
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST].rpartition(" ")[0] + "…"


def _leads_inside(slide: Any, rid: str) -> bool:
    return rid in slide.part.rels and not slide.part.rels[rid].is_external


def _said(part: Any) -> str:
    """The text of a diagram, the title of a chart."""
    folder, _, last = str(part.partname).rpartition("/")
    if not (folder.endswith("diagrams") and last.startswith("data")) and not folder.endswith(
        "charts"
    ):
        return ""
    root = private.root(part)
    root = parse_xml(part.blob) if root is None else root
    if folder.endswith("diagrams"):
        return " ".join(_texts(every(root, "dgm:t")))
    title = child(root, "c:chart/c:title")
    return "" if title is None else text_of(title)


def _texts(found: Iterator[Element]) -> Iterator[str]:
    return (text for text in map(text_of, found) if text)


def _head(table: Element, where: str, tell: Callable[[str], None]) -> None:
    look = child(table, "a:tblPr")
    if look is None:
        look = read("<a:tblPr/>")
        table.insert(0, look)
    if look.get("firstRow") not in {"1", "true"}:
        look.set("firstRow", "1")
        tell(f"{where}: a table has no header row; its first row was made one.")
