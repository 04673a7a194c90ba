"""The structure of a tagged paper, put below its element in the structure of the pack.

A page of a paper is drawn as a form on a page of ours. What is marked in it keeps its numbers, and
its elements point to the form (ISO 32000-1, 14.7.4.2). Its headings follow the one that it stands
under, its links are where they were, and what it says of tables still holds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, NameTree, String

_STANDARD = frozenset(
    {
        "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
        "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
        "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Figure", "Formula",
    }
)  # fmt: skip
"""The structure types of PDF 1.7 that may follow ours, but for headings."""
_OTHERWISE = {
    "Document": "Art",
    "DocumentFragment": "Art",
    "Title": "P",
    "Strong": "Span",
    "Em": "Span",
    "Sub": "Span",
    "Aside": "Sect",
    "FENote": "Note",
}
_SECTIONS = frozenset({"Part", "Art", "Sect"})
_HEADING = re.compile(r"H(\d{0,3})")
_DEEPEST = 6
_MOST_NUMBERS = 50_000
"""A page has fewer stretches of content; a higher number is a fault, or there to fill the memory."""
_CORNERS = 4
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_KEPT = ("/S", "/K", "/Alt", "/ActualText", "/E", "/Lang", "/A", "/ID")
_PAGE, _LINK = Name("/BoardpackPage"), Name("/BoardpackLink")

Held = tuple[pikepdf.Object, pikepdf.Object]
"""An element that has a link, and what in it leads to the link's area."""
Key = tuple[int, int]
"""A link of a paper by the place of its page, and its own on the page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a paper in the pack: the page it is drawn on, the form it is, where a point of it goes."""

    page: pikepdf.Object
    form: pikepdf.Object
    moved: Matrix

    def box(self, edges: Iterable[Any]) -> list[float]:
        """A rectangle of the paper's page as it lies on the page of the pack."""
        left, low, right, high = map(float, edges)
        (x, y), (u, v) = self.moved.transform((left, low)), self.moved.transform((right, high))
        return [min(x, u), min(y, v), max(x, u), max(y, v)]


@dataclass(slots=True)
class ParentTree:
    """The way from marked content and links back to their elements; new keys go on behind the last."""

    nums: pikepdf.Object
    next_key: int
    root: pikepdf.Object

    @classmethod
    def of(cls, pack: pikepdf.Pdf) -> "ParentTree":
        """The tree of a pack that has a structure."""
        root = pack.Root.StructTreeRoot
        return cls(root.ParentTree.Nums, int(root.ParentTreeNextKey), root)

    def add(self, thing: pikepdf.Object) -> int:
        """The new key of an element, or of a list of them."""
        key = self.next_key
        self.nums.append(key)
        self.nums.append(thing)
        self.next_key += 1
        self.root.ParentTreeNextKey = self.next_key
        return key


@dataclass(slots=True)
class _Source:
    """What the elements of a paper refer to."""

    pdf: pikepdf.Pdf
    roles: Any
    classes: Any
    places: Mapping[tuple[int, int], int]
    links: dict[int, Key]


@dataclass(slots=True)
class _Levels:
    """The levels of headings, below that of the heading above the paper and none ever skipped."""

    above: int
    open: list[int] = field(default_factory=list)

    def role(self, level: int) -> str:
        while self.open and self.open[-1] >= level:
            self.open.pop()
        self.open.append(level)
        return f"H{min(self.above + len(self.open), _DEEPEST)}"


def cut_loose(source: pikepdf.Pdf) -> None:
    """Take out of a paper's pictures and forms the way back to a structure that is left behind."""
    for thing in source.objects:
        if isinstance(thing, pikepdf.Stream):
            for key in ("/StructParent", "/StructParents"):
                if key in thing:
                    del thing[key]


def prepared(source: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The topmost elements of a tagged paper, cut loose from its pages so that they can be copied."""
    root = source.Root.StructTreeRoot
    told = _Source(
        source,
        root.get("/RoleMap", Dictionary()),
        root.get("/ClassMap", Dictionary()),
        {page.obj.objgen: place for place, page in enumerate(source.pages)},
        _links(source),
    )
    tops = [_own(kid, source) for kid in _listed(root.get("/K")) if isinstance(kid, Dictionary)]
    waiting: list[tuple[Any, int | None, int]] = [(top, None, 0) for top in reversed(tops)]
    while waiting:
        waiting += _loosen(*waiting.pop(), told)
    return tops


def graft(
    pack: pikepdf.Pdf,
    tops: Sequence[pikepdf.Object],
    part: pikepdf.Object,
    sheets: Sequence[Sheet],
    above: int,
) -> dict[Key, Held]:
    """Put the elements below the part, and say of each which form its content stands in.

    `above` is the level of the heading above the paper. The elements that have links are given back.
    """
    tree = ParentTree.of(pack)
    owners: list[dict[int, pikepdf.Object]] = [{} for _ in sheets]
    held: dict[Key, Held] = {}
    levels = _Levels(above)
    part.K = Array(pack.copy_foreign(top) for top in tops)
    elements = list(_bound(part))
    for element in elements:
        heading = _HEADING.fullmatch(str(element.S)[1:])
        if heading:
            element.S = Name("/" + levels.role(int(heading[1])))
        _move_boxes(element, sheets)
        _point(element, sheets, owners, held)
    _name(pack, elements, f"paper-{part.objgen[0]}-")
    for sheet, owned in zip(sheets, owners, strict=True):
        if owned:
            listed = Array(owned.get(number) for number in range(max(owned) + 1))
            sheet.form.StructParents = tree.add(listed)
    return held


def language_of(source: pikepdf.Pdf) -> String | None:
    """The language of a paper, where it tells one."""
    told = str(source.Root.get("/Lang", ""))
    return String(told) if _LANGUAGE.fullmatch(told) else None


def _listed(told: Any) -> list[Any]:
    if told is None:
        return []
    return list(told) if isinstance(told, Array) else [told]


def _own(element: Any, source: pikepdf.Pdf) -> Any:
    """The element as an object by itself, which others can refer to."""
    return element if element.is_indirect else source.make_indirect(element)


def _links(source: pikepdf.Pdf) -> dict[int, Key]:
    """The links of the paper by their keys in its own parent tree."""
    found: dict[int, Key] = {}
    for place, page in enumerate(source.pages):
        for number, link in enumerate(page.obj.get("/Annots", [])):
            if isinstance(link.get("/StructParent"), int):
                found.setdefault(int(link.StructParent), (place, number))
    return found


def _loosen(
    element: Any, above: int | None, depth: int, told: _Source
) -> Iterator[tuple[Any, int | None, int]]:
    """Take the pages out of an element, and give back the elements below it."""
    page = element.get("/Pg")
    place = told.places.get(page.objgen) if page is not None else above
    role = _role(str(element.get("/S", "/Div"))[1:], told.roles)
    depth += role in _SECTIONS
    element.S = Name("/" + (f"H{max(depth, 1)}" if role == "H" else role))
    below, kept = [], Array()
    for kid in _listed(element.get("/K")):
        if isinstance(kid, int):
            kept_kid = _marked(kid, place)
        elif not isinstance(kid, Dictionary):
            kept_kid = None
        elif kid.get("/Type") == Name.MCR:
            own = told.places.get(kid.Pg.objgen) if "/Pg" in kid else place
            kept_kid = _marked(int(kid.MCID), own)
        elif kid.get("/Type") == Name.OBJR:
            kept_kid = _to_link(kid, told) if role == "Link" else None
        else:
            kept_kid = _own(kid, told.pdf)
            below.append((kept_kid, place, depth))
        if kept_kid is not None:
            kept.append(kept_kid)
    attributes = _attributes(element, told)
    for key in set(element.keys()).difference(_KEPT):
        del element[key]
    element.K = kept
    if attributes:
        element.A = attributes
    first = next((int(kid[_PAGE]) for kid in kept if _PAGE in kid), place)
    if first is not None:
        element[_PAGE] = first
    yield from below


def _marked(number: int, place: int | None) -> pikepdf.Object | None:
    if place is None or not 0 <= number < _MOST_NUMBERS:
        return None
    return Dictionary({"/Type": Name.MCR, "/MCID": number, str(_PAGE): place})


def _to_link(kid: Any, told: _Source) -> pikepdf.Object | None:
    """What leads to a link's area, if the link is still on its page."""
    area = kid.get("/Obj")
    key: object = area.get("/StructParent") if isinstance(area, Dictionary) else None
    found = told.links.pop(key, None) if isinstance(key, int) else None
    if found is None:
        return None
    place, number = found
    return Dictionary({"/Type": Name.OBJR, str(_PAGE): place, str(_LINK): number})


def _attributes(element: Any, told: _Source) -> pikepdf.Object:
    """The attributes of an element and before them those of its classes, each its own."""
    shared = [
        attribute
        for name in _listed(element.get("/C"))
        if isinstance(name, Name)
        for attribute in _listed(told.classes.get(str(name)))
    ]
    return Array(
        Dictionary(dict(attribute.items()))
        for attribute in (*shared, *_listed(element.get("/A")))
        if isinstance(attribute, Dictionary)
    )


def _role(name: str, roles: Any) -> str:
    """A standard type for a type of the paper's own."""
    for _ in range(len(roles) + 1):
        if name in _STANDARD or _HEADING.fullmatch(name):
            return name
        mapped = roles.get("/" + name)
        if mapped is None:
            break
        name = str(mapped)[1:]
    return _OTHERWISE.get(name, "Span")


def _bound(part: pikepdf.Object) -> Iterator[Any]:
    """Each element below the part in reading order, with its parent set."""
    waiting: list[tuple[Any, Any]] = [(top, part) for top in reversed(list(part.K))]
    while waiting:
        element, parent = waiting.pop()
        element.P = parent
        yield element
        waiting += [
            (kid, element)
            for kid in reversed(list(element.K))
            if isinstance(kid, Dictionary) and "/Type" not in kid
        ]


def _move_boxes(element: Any, sheets: Sequence[Sheet]) -> None:
    """Say of a figure or a table where it stands now."""
    if _PAGE not in element:
        return
    sheet = sheets[int(element[_PAGE])]
    del element[_PAGE]
    for attribute in element.get("/A", ()):
        if "/BBox" not in attribute:
            continue
        if _is_box(attribute.BBox):
            attribute.BBox = Array(sheet.box(attribute.BBox))
        else:
            del attribute["/BBox"]


def _is_box(told: Any) -> bool:
    return (
        isinstance(told, Array)
        and len(told) == _CORNERS
        and all(isinstance(edge, int | float | Decimal) for edge in told)
    )


def _point(
    element: Any,
    sheets: Sequence[Sheet],
    owners: Sequence[dict[int, pikepdf.Object]],
    held: dict[Key, Held],
) -> None:
    """Say of the element's content and links on which page and in which form they stand."""
    for kid in element.K:
        if "/Type" not in kid:
            continue
        place = int(kid[_PAGE])
        del kid[_PAGE]
        kid.Pg = sheets[place].page
        if kid.Type == Name.OBJR:
            held[place, int(kid[_LINK])] = element, kid
            del kid[_LINK]
        else:
            kid.Stm = sheets[place].form
            owners[place][int(kid.MCID)] = element


def _name(pack: pikepdf.Pdf, elements: Sequence[Any], prefix: str) -> None:
    """Make the names of elements those of this paper alone, and those in the heads of cells with them."""
    names: dict[bytes, str] = {}
    root = pack.Root.StructTreeRoot
    for number, element in enumerate(elements):
        if "/ID" not in element and str(element.S) != "/Note":
            continue
        if "/IDTree" not in root:
            root.IDTree = NameTree.new(pack).obj
        name = f"{prefix}{number}"
        names.setdefault(bytes(element.get("/ID", String(name))), name)
        element.ID = String(name)
        NameTree(root.IDTree)[name] = element
    for element in elements:
        for attribute in element.get("/A", ()):
            if "/Headers" in attribute:
                told = attribute.Headers if isinstance(attribute.Headers, Array) else ()
                heads = [names.get(bytes(head)) for head in told if isinstance(head, String)]
                attribute.Headers = Array(String(head) for head in heads if head)
