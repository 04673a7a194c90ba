"""Slides with a layout, layouts with a master, masters with a theme, notes with their slide."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from boardpack.errors import UnreadableDeck
from boardpack.renderers.slides.mending.package import REPAIR, Package, kind_of, source_of
from boardpack.renderers.slides.xml import (
    Element,
    child,
    children,
    every,
    name,
    read,
    remove,
)

_LAYOUT_IDS_FROM = 2**31


def mend_structure(package: Package) -> None:
    """Give every part the parts that it cannot be without."""
    deck = package.presentation
    if not deck:
        raise UnreadableDeck(package.path, "it has no list of slides", REPAIR)
    _forget_unlisted(package, deck)
    masters = package.linked(deck, "slideMaster")
    for master in masters:
        _list_layouts(package, master)
    layouts = [one for master in masters for one in package.linked(master, "slideLayout")]
    if not layouts:
        raise UnreadableDeck(package.path, "it has no slide layouts", REPAIR)
    for master in (*masters, *package.linked(deck, "notesMaster")):
        _give_theme(package, master)
    for slide in package.linked(deck, "slide"):
        if not package.linked(slide, "slideLayout"):
            package.relate(slide, "slideLayout", _plainest(package, layouts))
            package.tell(slide, "its layout is not there; another was given to it.")
        for notes in package.linked(slide, "notesSlide"):
            _lead_back(package, notes, slide)


def _forget_unlisted(package: Package, deck: str) -> None:
    """Drop what leads to slides that are not in the list: PowerPoint does not show them either."""
    targets = {link.get("Id"): package.target(deck, link) for link in package.links(deck)}
    entries = children(package.trees[deck], "p:sldIdLst/p:sldId")
    listed = {targets.get(entry.get(name("r:id"))) for entry in entries}
    for rels in [one for one in package.trees if one.endswith(".rels")]:
        source = source_of(rels)
        for link in package.links(source):
            if kind_of(link) == "slide" and package.target(source, link) not in listed:
                remove(link)
                package.changed.add(rels)


def _list_layouts(package: Package, master: str) -> None:
    """List the layouts that name this master, where the master has lost its list of them."""
    known = set(package.linked(master, "slideLayout"))
    for layout in sorted(known):
        if not package.linked(layout, "slideMaster"):
            package.relate(layout, "slideMaster", master)
            package.tell(layout, "it had lost its slide master, and has it again.")
    lost = [
        one
        for one in sorted(package.members, key=_by_number)
        if one not in known and _is_layout(one) and master in package.linked(one, "slideMaster")
    ]
    tree = package.trees[master]
    listed = child(tree, "p:sldLayoutIdLst")
    for layout in lost:
        rid = package.relate(master, "slideLayout", layout)
        if listed is None:
            listed = read("<p:sldLayoutIdLst/>")
            _after(tree, listed, "p:clrMap", "p:cSld")
        entry = read("<p:sldLayoutId/>")
        entry.set("id", str(max(_layout_ids(package), default=_LAYOUT_IDS_FROM) + 1))
        entry.set(name("r:id"), rid)
        listed.append(entry)
        package.changed.add(master)
        package.tell(layout, "its slide master had lost it, and has it again.")


def _give_theme(package: Package, master: str) -> None:
    if package.linked(master, "theme"):
        return
    themes = [one for one in sorted(package.members) if one.startswith("ppt/theme/theme")]
    if not themes:
        raise UnreadableDeck(package.path, "it has no theme (colours and fonts)", REPAIR)
    owned = {
        theme
        for part in package.members
        if part.startswith(("ppt/slideMasters/", "ppt/notesMasters/", "ppt/handoutMasters/"))
        for theme in package.linked(part, "theme")
    }
    free = [one for one in themes if one not in owned]
    theme = free[0] if free else f"ppt/theme/theme{len(themes) + 100}.xml"
    if not free:
        package.add(theme, package.members[themes[0]])
    package.relate(master, "theme", theme)
    package.tell(master, "its theme (colours and fonts) is not there; another was given to it.")


def _lead_back(package: Package, notes: str, slide: str) -> None:
    masters = package.linked(package.presentation, "notesMaster")
    if not package.linked(notes, "notesMaster") and masters:
        package.relate(notes, "notesMaster", masters[0])
    if not package.linked(notes, "slide"):
        package.relate(notes, "slide", slide)


def _plainest(package: Package, layouts: list[str]) -> str:
    """The layout that changes a slide least: one with a title alone, if there is one."""
    kinds = {layout: package.trees[layout].get("type", "") for layout in layouts}
    return next((one for one in layouts if kinds[one] == "titleOnly"), layouts[0])


def _layout_ids(package: Package) -> Iterator[int]:
    for tree in package.trees.values():
        for entry in every(tree, "p:sldMasterId", "p:sldLayoutId"):
            if entry.get("id", "").isdigit():
                yield int(entry.get("id", ""))


def _after(tree: Element, new: Element, *before: str) -> None:
    for short in before:
        found = child(tree, short)
        if found is not None:
            found.addnext(new)
            return


def _is_layout(member: str) -> bool:
    return member.startswith("ppt/slideLayouts/slideLayout")


def _by_number(member: str) -> tuple[int, str]:
    return len(PurePosixPath(member).name), member
