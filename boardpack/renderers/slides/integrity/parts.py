"""A deck as a package: its members, their types, what leads from one to the other."""

import io
import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast
from zipfile import ZipFile

from lxml import etree
from lxml.etree import XMLSyntaxError
from pptx.oxml import parse_xml

from boardpack.renderers.slides.integrity.fault import Fault
from boardpack.renderers.slides.package import unzipped
from boardpack.renderers.slides.xml import Element, relationship_ids

_TYPES = "[Content_Types].xml"
_ONE_OWNER = {
    "chart", "package", "chartStyle", "chartColorStyle", "notesSlide", "chartUserShapes",
    "diagramData", "diagramDrawing", "oleObject", "themeOverride", "chartEx",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship; the target is the name of a member, or nothing for one outside."""

    id: str
    kind: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The members of a deck, those in XML parsed, and the relationships of each."""

    members: dict[str, bytes]
    trees: dict[str, Element]
    links: dict[str, tuple[Link, ...]]

    @classmethod
    def of(cls, data: bytes) -> "Parts":
        """The parts of a deck."""
        members = unzipped(data)
        trees = {
            name: tree
            for name, content in members.items()
            if name.endswith((".xml", ".rels")) and (tree := _parsed(content)) is not None
        }
        links = {
            _source(name): tuple(_links(name, tree))
            for name, tree in trees.items()
            if name.endswith(".rels")
        }
        return cls(members, trees, links)

    def targets(self, part: str, kind: str) -> list[str]:
        """The members that relationships of this kind lead to from a part."""
        return [k.target for k in self.links.get(part, ()) if k.kind == kind and k.target]

    def of_kind(self, *kinds: str) -> Iterator[tuple[str, Element]]:
        """The parsed parts that a relationship of one of these kinds leads to, by name."""
        found = {
            link.target
            for links in self.links.values()
            for link in links
            if link.kind in kinds and link.target in self.trees
        }
        return ((name, self.trees[name]) for name in sorted(name for name in found if name))


def zip_faults(data: bytes) -> Iterator[Fault]:
    """Members that are there twice, or where Office does not expect them."""
    with ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    for name, count in Counter(name.casefold() for name in names).items():
        if count > 1:
            yield Fault("one member a name", name, "there is more than one of it")
    for name in names:
        if name.endswith("/") or "\\" in name:
            yield Fault("members are files", name, "it is a folder, or named like one")
    if names[:1] != [_TYPES]:
        yield Fault("content types first", _TYPES, "it is not the first member")


def package_faults(parts: Parts) -> Iterator[Fault]:
    """Types and relationships that do not hold together."""
    yield from _read_faults(parts)
    yield from _type_faults(parts)
    yield from _link_faults(parts)
    yield from _owner_faults(parts)
    reached = _reached(parts)
    for name in parts.members:
        if name != _TYPES and not name.endswith(".rels") and name not in reached:
            yield Fault("every part is reached", name, "nothing leads to it")


def _read_faults(parts: Parts) -> Iterator[Fault]:
    for name in parts.members:
        if name.endswith((".xml", ".rels")) and name not in parts.trees:
            yield Fault("XML can be read", name, "it is not well-formed")


def _type_faults(parts: Parts) -> Iterator[Fault]:
    if _TYPES not in parts.trees:
        yield Fault("every part has a type", _TYPES, "it is not there or cannot be read")
        return
    entries = _elements(parts.trees[_TYPES])
    named = [str(e.get("PartName", "")).lstrip("/") for e in entries if e.get("PartName")]
    endings = {str(e.get("Extension")).casefold() for e in entries if e.get("Extension")}
    for name, count in Counter(named).items():
        if count > 1:
            yield Fault("one type a part", name, "its type is given twice")
        if name not in parts.members:
            yield Fault("types of parts that exist", name, "it has a type and is not there")
    for name in parts.members:
        ending = name.rsplit(".", 1)[-1].casefold()
        by_name = name in named or name == _TYPES
        if not by_name and (ending == "xml" or ending not in endings):
            yield Fault("every part has a type", name, "it has no content type")


def _link_faults(parts: Parts) -> Iterator[Fault]:
    for source, links in parts.links.items():
        if source and source not in parts.members:
            yield Fault(
                "links of parts that exist", source, "it has relationships and is not there"
            )
        for rid, count in Counter(link.id for link in links).items():
            if count > 1:
                yield Fault("one link an id", source, f"{rid} is there twice")
        for link in links:
            if link.target is not None and link.target not in parts.members:
                yield Fault("links lead somewhere", source, f"{link.id} leads to {link.target}")
    for source, tree in parts.trees.items():
        known = {link.id for link in parts.links.get(source, ())}
        # An empty id stands for a link without a target.
        for rid in sorted(relationship_ids(tree) - known - {""}):
            yield Fault("used links exist", source, f"{rid} is used and does not exist")


def _owner_faults(parts: Parts) -> Iterator[Fault]:
    owners = Counter(
        (link.kind, link.target)
        for links in parts.links.values()
        for link in links
        if link.kind in _ONE_OWNER and link.target is not None
    )
    for (kind, target), count in owners.items():
        if count > 1:
            yield Fault("one owner", str(target), f"{count} parts share this {kind}")


def _reached(parts: Parts) -> set[str]:
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for link in parts.links.get(waiting.pop(), ()):
            if link.target is not None and link.target not in reached:
                reached.add(link.target)
                waiting.append(link.target)
    return reached


def _parsed(content: bytes) -> Element | None:
    try:
        return cast("Element", parse_xml(content))
    except XMLSyntaxError:
        return None


def _source(rels: str) -> str:
    """The part that a member such as `ppt/slides/_rels/slide1.xml.rels` speaks of."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _links(rels: str, tree: Element) -> Iterator[Link]:
    folder = posixpath.dirname(_source(rels))
    for entry in _elements(tree):
        target = entry.get("Target", "")
        outside = entry.get("TargetMode") == "External"
        inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = entry.get("Type", "").rsplit("/", 1)[-1]
        yield Link(entry.get("Id", ""), kind, None if outside else posixpath.normpath(inside))


def _elements(tree: Element) -> list[Element]:
    """The children that are elements, not remarks."""
    return list(tree.iterchildren(tag=etree.Element))
