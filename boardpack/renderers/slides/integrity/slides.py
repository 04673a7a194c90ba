"""A deck's slides: their list, their ids, their texts and tables."""

import re
from collections import Counter
from collections.abc import Iterator

from boardpack.renderers.slides.integrity.design import as_number, design_faults
from boardpack.renderers.slides.integrity.fault import Fault
from boardpack.renderers.slides.integrity.parts import Parts
from boardpack.renderers.slides.xml import Element, child, children, every, name

_PRESENTATION = "ppt/presentation.xml"
_MARKS = re.compile("[\ufdd0-\ufdef]")
_SLIDE_IDS = range(256, 2**31)
_SHAPES = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp")


def slide_faults(parts: Parts) -> Iterator[Fault]:
    """What is wrong with the list of slides, and with each slide."""
    yield from _list_faults(parts)
    yield from design_faults(parts)
    made: Counter[str] = Counter()
    for part, tree in parts.of_kind("slide"):
        kinds = Counter(link.kind for link in parts.links.get(part, ()))
        if kinds["slideLayout"] != 1:
            yield Fault("one layout a slide", part, f"it has {kinds['slideLayout']} layouts")
        yield from _shape_faults(part, tree)
        yield from _table_faults(part, tree)
        made.update(e.get("val", "") for e in every(tree, "p14:creationId"))
    for part, tree in parts.of_kind("slide", "notesSlide"):
        yield from _text_faults(part, tree)
        yield from _notes_faults(parts, part)
    for number, count in made.items():
        if count > 1:
            yield Fault("one creation id a slide", _PRESENTATION, f"{number} is there twice")


def _list_faults(parts: Parts) -> Iterator[Fault]:
    tree = parts.trees.get(_PRESENTATION)
    if tree is None:
        yield Fault("every slide is listed once", _PRESENTATION, "it is not there")
        return
    targets = {link.id: link.target for link in parts.links.get(_PRESENTATION, ())}
    entries = children(tree, "p:sldIdLst/p:sldId")
    numbers = [entry.get("id", "0") for entry in entries]
    for number, count in Counter(numbers).items():
        if count > 1 or as_number(number) not in _SLIDE_IDS:
            yield Fault("slide ids", _PRESENTATION, f"{number} is twice or out of range")
    listed = Counter(targets.get(entry.get(name("r:id"), "")) for entry in entries)
    for part, _ in parts.of_kind("slide"):
        if listed[part] != 1:
            yield Fault("every slide is listed once", part, f"it is listed {listed[part]} times")
    sections = [entry.get("id", "0") for entry in every(tree, "p14:sldId")]
    if sections and sorted(sections) != sorted(numbers):
        yield Fault("sections hold the slides", _PRESENTATION, "they hold others or not all")


def _shape_faults(part: str, tree: Element) -> Iterator[Fault]:
    hidden = {e for fallback in every(tree, "mc:Fallback") for e in every(fallback, "p:cNvPr")}
    numbers = Counter(e.get("id", "") for e in every(tree, "p:cNvPr") if e not in hidden)
    for number, count in numbers.items():
        if count > 1:
            yield Fault("one shape an id", part, f"{count} shapes have the id {number}")
    for target in every(tree, "p:spTgt"):
        if target.get("spid", "") not in numbers:
            yield Fault("animated shapes exist", part, f"there is no shape {target.get('spid')}")
    for size in every(tree, "a:ext"):
        if any(as_number(size.get(key, "0")) < 0 for key in ("cx", "cy")):
            yield Fault("no negative sizes", part, "a shape is smaller than nothing")
    for frame in every(tree, "p:graphicFrame"):
        room = child(frame, "p:xfrm/a:ext")
        if room is None or "0" in {room.get("cx", "0"), room.get("cy", "0")}:
            yield Fault("frames have a size", part, "a chart, table or object has none")
    made = Counter(e.get("id", "") for e in every(tree, "a16:creationId"))
    if any(count > 1 for count in made.values()):
        yield Fault("one creation id a shape", part, "two shapes share one")


def _text_faults(part: str, tree: Element) -> Iterator[Fault]:
    if any(_MARKS.search(letters.text or "") for letters in every(tree, "a:t")):
        yield Fault("no marks are left", part, "a mark of the filling stands in a text")
    for body in every(tree, "p:txBody", "a:txBody"):
        if child(body, "a:p") is None:
            yield Fault("text has a paragraph", part, "a text has no paragraph")
        for paragraph in children(body, "a:p"):
            ends = [i for i, e in enumerate(paragraph) if e.tag == name("a:endParaRPr")]
            if ends and ends != [len(paragraph) - 1]:
                yield Fault("paragraph ends", part, "text stands behind a paragraph's end")


def _table_faults(part: str, tree: Element) -> Iterator[Fault]:
    for table in every(tree, "a:tbl"):
        columns = len(children(table, "a:tblGrid/a:gridCol"))
        rows = children(table, "a:tr")
        if not rows:
            yield Fault("tables have rows", part, "a table has no row")
        for row in rows:
            cells = len(children(row, "a:tc"))
            if cells != columns:
                yield Fault("cells fill the grid", part, f"{cells} cells in {columns} columns")
        made = Counter(e.get("val", "") for e in table.iter(name("a16:rowId")))
        if any(count > 1 for count in made.values()):
            yield Fault("one id a row", part, "two rows of a table share an id")


def _notes_faults(parts: Parts, part: str) -> Iterator[Fault]:
    for link in parts.links.get(part, ()):
        if link.kind == "notesSlide" and link.target is not None:
            back = parts.targets(link.target, "slide")
            if len(parts.targets(link.target, "notesMaster")) != 1:
                yield Fault("notes have a master", link.target, "they have none, or several")
            if back != [part]:
                yield Fault("notes know their slide", link.target, f"they lead to {back}")
