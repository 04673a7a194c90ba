"""Copying, ordering and leaving out slides with everything that hangs on them.

A copy keeps every relationship id, so that no XML has to be rewritten (SmartArt names the ids of its
slide in a part of its own). Text, pictures and layouts are shared where PowerPoint shares them.
"""

import re
from hashlib import sha256
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI

from boardpack.renderers.slides import private
from boardpack.renderers.slides.xml import (
    NAMESPACES,
    Element,
    children,
    every,
    name,
    relationship_ids,
    remove,
)

_COPIED = {
    "notesSlide", "chart", "chartEx", "package", "chartStyle", "chartColorStyle", "chartUserShapes",
    "themeOverride", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors",
    "diagramDrawing", "oleObject", "vmlDrawing", "tags", "control", "activeXControlBinary",
}  # fmt: skip
_DROPPED = {"comments", "comment", "slideUpdateInfo"}
_FIRST_SLIDE_ID = 256


class Deck:
    """A deck whose slides can be copied and left out. New parts get the next free name."""

    def __init__(self, presentation: Any) -> None:
        self.presentation = presentation
        self._taken = {
            str(part.partname).casefold() for part in presentation.part.package.iter_parts()
        }

    @property
    def slides(self) -> list[Any]:
        """The slides in order."""
        return [slide for _, slide in self._listed()]

    def copy_after(self, slide: Any) -> Any:
        """A copy of the slide, placed behind it."""
        part = self._copy(slide.part, {})
        element, _ = self._entry(slide)
        rid = self.presentation.part.relate_to(part, RT.SLIDE)
        listed = self._slide_list()
        number = max([_FIRST_SLIDE_ID - 1, *(int(entry.get("id", "0")) for entry in listed)]) + 1
        entry = element.makeelement(name("p:sldId"), {"id": str(number), name("r:id"): rid}, None)
        element.addnext(entry)
        for section in self._section_entries(element.get("id", "")):
            added = section.makeelement(name("p14:sldId"), {"id": str(number)}, None)
            section.addnext(added)
        for shown in self._show_entries(self._entry(slide)[1]):
            shown.addnext(shown.makeelement(name("p:sld"), {name("r:id"): rid}, None))
        return part.slide

    def leave_out(self, slide: Any) -> None:
        """Take the slide out, and every jump to it."""
        entry, rid = self._entry(slide)
        for section in self._section_entries(entry.get("id", "")):
            remove(section)
        for element in (entry, *self._show_entries(rid)):
            remove(element)
        self.presentation.part.rels.pop(rid)
        for other in self.presentation.part.package.iter_parts():
            _forget_jumps(other, slide.part)

    def name_parts(self) -> None:
        """Name the slide parts by their place; until then two could end up with one name."""
        self.presentation.part.rename_slide_parts([rid for rid, _ in self._listed()])

    def _slide_list(self) -> list[Element]:
        root = private.root(self.presentation.part)
        assert root is not None
        return children(root, "p:sldIdLst/p:sldId")

    def _listed(self) -> list[tuple[str, Any]]:
        part = self.presentation.part
        rids = [entry.get(name("r:id"), "") for entry in self._slide_list()]
        return [(rid, part.related_part(rid).slide) for rid in rids]

    def _entry(self, slide: Any) -> tuple[Element, str]:
        for entry in self._slide_list():
            rid = entry.get(name("r:id"), "")
            if self.presentation.part.related_part(rid) is slide.part:
                return entry, rid
        raise LookupError(slide)

    def _section_entries(self, number: str) -> list[Element]:
        root = private.root(self.presentation.part)
        assert root is not None
        return [entry for entry in every(root, "p14:sldId") if entry.get("id") == number]

    def _show_entries(self, rid: str) -> list[Element]:
        """Where custom shows name the slide with this relationship."""
        root = private.root(self.presentation.part)
        assert root is not None
        return [entry for entry in every(root, "p:sld") if entry.get(name("r:id")) == rid]

    def free_name(self, like: str) -> Any:
        """The next name of this kind that no part has."""
        match = re.fullmatch(r"(.*?)\d*(\.\w+)", like)
        assert match is not None
        number = 1
        while (candidate := f"{match[1]}{number}{match[2]}").casefold() in self._taken:
            number += 1
        self._taken.add(candidate.casefold())
        return PackURI(candidate)

    def _copy(self, part: Any, copied: dict[int, Any]) -> Any:
        new = private.copy_of(part, self.free_name(str(part.partname)))
        copied[id(part)] = new
        root = private.root(new)
        if root is not None:
            _without_motion(root)
            _without_comments(root, part)
            _give_new_ids(root, str(new.partname))
        for rid, link in part.rels.items():
            kind = _kind(link)
            if kind in _DROPPED:
                continue
            target = link.target_ref if link.is_external else link.target_part
            if not link.is_external:
                target = copied.get(id(target), target)
                if kind in _COPIED and target is link.target_part:
                    target = self._copy(target, copied)
            private.relate(new, rid, link.reltype, target, external=link.is_external)
        return new


def drop_unused(part: Any, rids: set[str]) -> None:
    """Drop those of the relationships that nothing in the part refers to any more."""
    root = private.root(part)
    assert root is not None
    for rid in rids - relationship_ids(root):
        if rid in part.rels:
            part.rels.pop(rid)


def _kind(link: Any) -> str:
    return str(link.reltype).rsplit("/", 1)[-1]


def _forget_jumps(part: Any, gone: Any) -> None:
    rids = {
        rid for rid, link in part.rels.items() if not link.is_external and link.target_part is gone
    }
    root = private.root(part)
    if root is None or not rids:
        return
    for jump in list(every(root, "a:hlinkClick", "a:hlinkHover")):
        if jump.get(name("r:id")) in rids:
            remove(jump)
    drop_unused(part, rids)


def _without_motion(root: Element) -> None:
    """Animations name shapes one by one, and a deck to be read needs none."""
    moving = f"{{{NAMESPACES['p']}}}timing", f"{{{NAMESPACES['p']}}}transition"
    for element in list(root):
        if element.tag in moving or (
            element.tag == name("mc:AlternateContent")
            and any(inner.tag in moving for inner in element.iter())
        ):
            remove(element)


def _without_comments(root: Element, source: Any) -> None:
    """Comments stay with the slide that they were written on; so does what names them."""
    gone = {rid for rid, link in source.rels.items() if _kind(link) in _DROPPED}
    for element in list(root.iter()) if gone else ():
        if gone & set(map(str, element.attrib.values())) & relationship_ids(element):
            above = element.getparent()
            remove(element)
            if above is not None and above.tag == name("p:ext"):
                remove(above)


def _give_new_ids(root: Element, seed: str) -> None:
    """New creation ids from the part's name: two slides with the same one confuse PowerPoint."""
    for index, element in enumerate(every(root, "p14:creationId", "a16:creationId")):
        digest = sha256(f"{seed} {index}".encode()).hexdigest().upper()
        if element.tag == name("p14:creationId"):
            element.set("val", str(int(digest[:8], 16)))
        else:
            groups = (digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32])
            element.set("id", "{" + "-".join(groups) + "}")
