"""A template's members while they are being mended, and what has to be told of it."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from boardpack.errors import UnreadableDeck
from boardpack.renderers.slides.xml import NAMESPACES, Element, children, name

TYPES = "[Content_Types].xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "officeDocument"
REPAIR = "Open it in PowerPoint, let it repair the file, and save it."
_ENTITIES = "declares its own XML entities, which PowerPoint never does"
_PLACES = {
    "ppt/slideMasters/": "the slide master",
    "ppt/notesMasters/": "the notes master",
    "ppt/charts/": "a chart",
}
_EXPENDABLE = ("docProps/", "customXml/")
_EMPTY = f'<Relationships xmlns="{RELATIONS}"/>'.encode()


@dataclass(slots=True)
class Package:
    """The members of a template, those in XML parsed, and what was mended so far."""

    path: Path
    members: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """The parts that something was told of, and those that were left out."""

    def parse(self) -> None:
        """Parse every member in XML; what cannot be read is left out or refused."""
        for member in [one for one in self.members if one.endswith((".xml", ".rels"))]:
            content = self.members[member]
            if b"<!DOCTYPE" in content.replace(b"\0", b""):
                self._unreadable(member, _ENTITIES)
                continue
            try:
                tree = etree.fromstring(content, _parser())
            except (etree.XMLSyntaxError, LookupError):
                self._unreadable(member, "is damaged and cannot be read")
                continue
            if (
                tree.getroottree().docinfo.internalDTD is not None
            ):  # written in an encoding that hid it above
                self._unreadable(member, _ENTITIES)
                continue
            self.trees[member] = tree
            if not member.startswith("customXml/") and _is_odd(content):
                self.changed.add(member)

    def written(self) -> dict[str, bytes]:
        """The members with what was changed."""
        for member in self.changed:
            self.members[member] = etree.tostring(
                self.trees[member], encoding="UTF-8", xml_declaration=True, standalone=True
            )
        return self.members

    def tell(self, part: str, what: str) -> None:
        """Note what was mended in a part, once."""
        self.told.add(part)
        sentence = f"{self.place(part)}: {what}"
        if sentence not in self.remarks:
            self.remarks.append(sentence)

    def drop(self, member: str) -> None:
        """Take a member out."""
        self.members.pop(member, None)
        self.trees.pop(member, None)
        self.changed.discard(member)

    def add(self, member: str, content: bytes) -> None:
        """Put in a member in XML."""
        self.members[member] = content
        self.trees[member] = etree.fromstring(content, _parser())

    def links(self, part: str) -> list[Element]:
        """The relationships of a part, or of the file itself for ""."""
        tree = self.trees.get(rels_of(part))
        return [] if tree is None else [one for one in tree if isinstance(one.tag, str)]

    def linked(self, part: str, kind: str) -> list[str]:
        """The members that relationships of this kind lead to from a part."""
        found = [self.target(part, link) for link in self.links(part) if kind_of(link) == kind]
        return [target for target in found if target in self.members]

    def target(self, part: str, link: Element) -> str:
        """The member that a relationship leads to, whether it is there or not."""
        return resolved(part, link.get("Target", ""))

    def relate(self, part: str, kind: str, target: str) -> str:
        """Give the part a relationship, and back its id."""
        rels = rels_of(part)
        if rels not in self.trees:
            self.add(rels, _EMPTY)
        taken = {link.get("Id") for link in self.links(part)}
        # An id that the part uses already may mean something else.
        taken |= set(_used(self.trees.get(part)))
        rid = next(f"rId{n}" for n in range(1, 2 + len(taken)) if f"rId{n}" not in taken)
        entry = {"Id": rid, "Type": f"{KIND}/{kind}", "Target": f"/{target}"}
        etree.SubElement(self.trees[rels], f"{{{RELATIONS}}}Relationship", entry)
        self.changed.add(rels)
        return rid

    @property
    def presentation(self) -> str:
        """The member with the list of slides."""
        found = self.linked("", OFFICE)
        return found[0] if found else ""

    def place(self, part: str) -> str:
        """A part as people know it: slide 3, the notes of slide 3, or its name in the file."""
        if part in {"", self.presentation}:
            return "the template"
        targets = {
            link.get("Id"): self.target(self.presentation, link)
            for link in self.links(self.presentation)
        }
        tree = self.trees.get(self.presentation)
        entries = [] if tree is None else children(tree, "p:sldIdLst/p:sldId")
        for number, entry in enumerate(entries, start=1):
            slide = targets.get(entry.get(name("r:id")), "")
            if slide == part:
                return f"slide {number}"
            if part in self.linked(slide, "notesSlide"):
                return f"the notes of slide {number}"
        if part.startswith("ppt/slideLayouts/") and part in self.trees:
            common = self.trees[part].find("p:cSld", NAMESPACES)
            return f'the layout "{"" if common is None else common.get("name", "")}"'
        return next((words for folder, words in _PLACES.items() if part.startswith(folder)), part)

    def _unreadable(self, member: str, why: str) -> None:
        if not member.startswith(_EXPENDABLE):
            raise UnreadableDeck(self.path, f"its part {member} {why}", REPAIR)
        self.drop(member)
        self.tell(member, f"it {why}; it was left out.")


def rels_of(part: str) -> str:
    """The member with the relationships of a part."""
    folder, last = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{last}.rels")


def source_of(rels: str) -> str:
    """The part that a member such as `ppt/slides/_rels/slide1.xml.rels` speaks of."""
    folder, last = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))


def kind_of(link: Element) -> str:
    """The last word of a relationship's type."""
    return link.get("Type", "").rsplit("/", 1)[-1]


def resolved(part: str, target: str) -> str:
    """The name of the member that a target means when it is written in a part."""
    way = target.replace("\\", "/")
    inside = way if way.startswith("/") else posixpath.join(posixpath.dirname(part), way)
    return posixpath.normpath(inside).lstrip("/")


def likened(member: str) -> str:
    """A member's name without what writers differ in: case, %20 and the way of the slash."""
    return unquote(member.replace("\\", "/")).lstrip("/").casefold()


def _used(tree: Element | None) -> Iterator[str]:
    prefix = f"{{{NAMESPACES['r']}}}"
    for element in () if tree is None else tree.iter():
        yield from (str(v) for k, v in element.attrib.items() if str(k).startswith(prefix))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )


def _is_odd(content: bytes) -> bool:
    """Whether the XML is written in a way that not every reader knows, or has remarks in it."""
    return not content.startswith(b"<") or b"<!--" in content or content.count(b"<?") > 1
