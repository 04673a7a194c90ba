"""The structure of a PDF as its file holds it: elements, what is theirs, and the way back to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from tests.renderers.pdf.content import Place

NOWHERE: Place = (0, 0)
"""No object of a file is this."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch of content: the page or form, the number there, and the page it is said to be on."""

    stream: Place
    number: int
    page: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation and the page on which the structure has it."""

    page: Place
    annotation: Place


@dataclass(slots=True, eq=False, repr=False)
class Element:
    """An element with its children in reading order; `thing` is the object of the file."""

    role: str
    place: Place
    thing: pikepdf.Object
    parent: "Element | None"
    kids: "list[Element | Marked | Annotated]" = field(default_factory=list)

    @property
    def elements(self) -> "list[Element]":
        """Those of the children that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def name(self) -> str:
        """What the element is called in a fault."""
        return f"{self.role} (object {self.place[0]})"

    def walk(self) -> "Iterator[Element]":
        """The element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.elements)

    def attribute(self, name: str) -> pikepdf.Object | None:
        """An attribute, whichever of the element's attribute objects has it."""
        held = self.thing.get("/A")
        sets = list(held) if isinstance(held, pikepdf.Array) else [held]
        return next((one[name] for one in sets if one is not None and name in one), None)


def roots(pdf: pikepdf.Pdf) -> list[Element]:
    """The elements at the top, each with all below it."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None or "/K" not in tree:
        return []
    found: list[Element] = []
    seen: set[Place] = set()
    for thing in tree.K if isinstance(tree.K, pikepdf.Array) else [tree.K]:
        found.append(Element(_role(thing), thing.objgen, thing, None))
        _fill(found[-1], seen)
    return found


def _fill(root: Element, seen: set[Place]) -> None:
    """Add the children, and theirs; an element that was met before is not entered again."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.place in seen:
            continue
        seen.add(element.place)
        page = element.thing.get("/Pg")
        own = page.objgen if page is not None else NOWHERE
        for kid in _listed(element.thing.get("/K", pikepdf.Array())):
            element.kids.append(_kid(kid, own, element))
        waiting += element.elements


def _kid(kid: pikepdf.Object | int, page: Place, parent: Element) -> Element | Marked | Annotated:
    if not isinstance(kid, pikepdf.Object):
        return Marked(page, int(kid), page)
    where = kid.Pg.objgen if "/Pg" in kid else page
    match str(kid.get("/Type", "")):
        case "/MCR":
            return Marked(kid.Stm.objgen if "/Stm" in kid else where, int(kid.MCID), where)
        case "/OBJR":
            return Annotated(where, kid.Obj.objgen)
        case _:
            return Element(_role(kid), kid.objgen, kid, parent)


def ways_back(pdf: pikepdf.Pdf) -> dict[int, Place | list[Place]]:
    """The tree from the keys of pages, forms and annotations to elements; NOWHERE for a number left out."""
    tree = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
    found: dict[int, Place | list[Place]] = {}
    waiting = [tree.ParentTree] if "/ParentTree" in tree else []
    while waiting:
        node = waiting.pop()
        waiting += list(node.get("/Kids", []))
        listed = list(node.get("/Nums", []))
        for key, value in zip(listed[::2], listed[1::2], strict=True):
            many = isinstance(value, pikepdf.Array)
            found[int(key)] = [_place(one) for one in value] if many else value.objgen
    return found


def _place(element: pikepdf.Object | None) -> Place:
    return NOWHERE if element is None else element.objgen


def _role(thing: pikepdf.Object) -> str:
    return str(thing.get("/S", "/nothing"))[1:]


def _listed(kids: pikepdf.Object | int) -> list[pikepdf.Object | int]:
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
