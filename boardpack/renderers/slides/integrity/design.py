"""A deck's design: its masters, their layouts, their themes, and the numbers of them."""

from collections import Counter
from collections.abc import Iterator

from boardpack.renderers.slides.integrity.fault import Fault
from boardpack.renderers.slides.integrity.parts import Parts
from boardpack.renderers.slides.xml import children, every, name

_PRESENTATION = "ppt/presentation.xml"
_IDS = range(2**31, 2**32)


def design_faults(parts: Parts) -> Iterator[Fault]:
    """Masters and layouts that do not know one another."""
    yield from _id_faults(parts)
    for master, tree in parts.of_kind("slideMaster"):
        targets = {link.id: link.target for link in parts.links.get(master, ())}
        listed = [
            targets.get(entry.get(name("r:id"), ""))
            for entry in children(tree, "p:sldLayoutIdLst/p:sldLayoutId")
        ]
        if sorted(filter(None, listed)) != sorted(parts.targets(master, "slideLayout")):
            yield Fault("masters list their layouts", master, "it lists others or not all")
    for layout, _ in parts.of_kind("slideLayout"):
        count = len(parts.targets(layout, "slideMaster"))
        if count != 1:
            yield Fault("one master a layout", layout, f"it has {count} masters")
    for master, _ in parts.of_kind("slideMaster", "notesMaster", "handoutMaster"):
        if len(parts.targets(master, "theme")) != 1:
            yield Fault("one theme a master", master, "it has no theme, or several")


def _id_faults(parts: Parts) -> Iterator[Fault]:
    numbers = Counter(
        entry.get("id", "0")
        for tree in parts.trees.values()
        for entry in every(tree, "p:sldMasterId", "p:sldLayoutId")
        if entry.get("id")
    )
    for number, count in numbers.items():
        if count > 1 or as_number(number) not in _IDS:
            yield Fault("layout ids", _PRESENTATION, f"{number} is twice or out of range")


def as_number(text: str) -> int:
    """The whole number that an attribute says; less than nothing where it says none."""
    try:
        return int(text)
    except ValueError:
        return -1
