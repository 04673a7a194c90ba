"""What a part refers to by a relationship that it does not have; numbers that are there twice."""

from boardpack.renderers.slides.mending.package import Package
from boardpack.renderers.slides.xml import (
    NAMESPACES,
    Element,
    children,
    every,
    name,
    read,
    remove,
)

_OBJECTS = ("p:pic", "p:graphicFrame", "p:contentPart")
_LISTS = {
    "custDataLst", "notesMasterIdLst", "handoutMasterIdLst", "embeddedFontLst", "custShowLst",
    "controls", "extLst", "ext", "sldLst",
}  # fmt: skip
_FILLED = ("a:blipFill", "p:blipFill")


def mend_loose_ends(package: Package) -> None:
    """Leave out what refers to something that is not there, and tell where."""
    slides = set(package.linked(package.presentation, "slide"))
    for part, tree in package.trees.items():
        if not part.startswith("ppt/") or part.endswith(".rels"):
            continue
        known = {link.get("Id") for link in package.links(part)}
        loose = [one for one in tree.iter() if _refers_outside(one, known)]
        for element in loose:
            if element.getroottree().getroot() is tree:
                _leave_out(element)
        if loose:
            package.changed.add(part)
            if part not in package.told:
                package.tell(part, "something on it was not in the file and was left out.")
        if part in slides and _renumber(tree):
            package.changed.add(part)
    _mend_sections(package)


def _refers_outside(element: Element, known: set[str | None]) -> bool:
    prefix = f"{{{NAMESPACES['r']}}}"
    return any(
        value and value not in known
        for key, value in element.attrib.items()
        if str(key).startswith(prefix)
    )


def _leave_out(element: Element) -> None:
    """Take out the smallest thing that means something: a picture, a fill, a link."""
    line = [element, *element.iterancestors()]
    objects = [above for above in line if above.tag in {name(kind) for kind in _OBJECTS}]
    holders = {"graphic", "relIds", "chart", "oleObj", "blip", "contentPart"}
    if objects and _local(element) in holders:
        _take_object(objects[-1])
        return
    for above in line:
        if above.tag in {name(kind) for kind in _FILLED}:
            _plain_fill(above)
            return
        if above.tag == name("a:buBlip"):
            remove(above)
            return
    parent = element.getparent()
    remove(element)
    while parent is not None and not len(parent) and _local(parent) in _LISTS:
        above_list = parent.getparent()
        remove(parent)
        parent = above_list


def _take_object(shape: Element) -> None:
    """Take out a picture or an object; one that is to be filled leaves its place."""
    properties = next(every(shape, "p:cNvPr"), None)
    place = next(every(shape, "a:xfrm", "p:xfrm"), None)
    if properties is not None and place is not None and ":" in properties.get("name", ""):
        stand_in = read(
            "<p:sp><p:nvSpPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm/>"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
        )
        stand_in[0].insert(0, properties)
        stand_in[1][0].extend(list(place))
        shape.addprevious(stand_in)
        remove(shape)
        return
    choice = next((one for one in shape.iterancestors() if _local(one) == "AlternateContent"), None)
    remove(shape if choice is None else choice)


def _plain_fill(fill: Element) -> None:
    """A picture as a fill becomes the ground's colour behind a slide, and no fill elsewhere."""
    parent = fill.getparent()
    if parent is None:
        return
    behind = _local(parent) in {"bgPr", "fillStyleLst", "bgFillStyleLst"}
    colour = "bg1" if _local(parent) == "bgPr" else "phClr"
    plain = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if behind else "<a:noFill/>"
    fill.addprevious(read(plain))
    parent.remove(fill)


def _renumber(tree: Element) -> bool:
    """Give the shapes numbers of their own; copies in a fallback keep those of the original."""
    hidden = {e for fallback in every(tree, "mc:Fallback") for e in every(fallback, "p:cNvPr")}
    found = [one for one in every(tree, "p:cNvPr") if one not in hidden]
    numbers = [int(one.get("id", "0")) for one in found if one.get("id", "0").isdigit()]
    seen: set[str] = set()
    last, changed = max(numbers, default=0), False
    for one in found:
        number = one.get("id", "")
        if number in seen:
            last, changed = last + 1, True
            one.set("id", str(last))
        seen.add(number)
    return changed


def _mend_sections(package: Package) -> None:
    """Sections hold every slide once: those that none holds go to the last one."""
    deck = package.presentation
    tree = package.trees[deck]
    lists = list(every(tree, "p14:sldIdLst"))
    listed = [entry.get("id", "") for entry in children(tree, "p:sldIdLst/p:sldId")]
    held: set[str] = set()
    for entry in list(every(tree, "p14:sldId")):
        number = entry.get("id", "")
        if number in held or number not in listed:
            remove(entry)
            package.changed.add(deck)
        held.add(number)
    for number in [one for one in listed if one not in held] if lists else ():
        entry = lists[-1].makeelement(name("p14:sldId"), {"id": number}, None)
        lists[-1].append(entry)
        package.changed.add(deck)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
