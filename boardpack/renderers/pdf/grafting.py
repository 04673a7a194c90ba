"""The structure of a tagged paper, put below its element in the structure of the pack.

A page of a paper is drawn as a form on a page of ours. What is marked in it keeps its numbers, and
its elements point to the form (ISO 32000-1, 14.7.4.2).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

_STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "P",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Figure",
        "Formula",
        "Form",
    ]
)
"""The structure types of PDF 1.7 that may follow ours; H and Ruby are not among them."""
_OTHERWISE = {
    "H": "P",
    "Title": "P",
    "Strong": "Span",
    "Em": "Span",
    "Sub": "Span",
    "Aside": "Sect",
}
_KEPT = ("/S", "/K", "/Alt", "/ActualText", "/E", "/Lang", "/A")
_PAGE = Name("/BoardpackPage")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a paper in the pack: the page that it is drawn on, and the form that it is."""

    page: pikepdf.Object
    form: pikepdf.Object


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


def prepared(source: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The topmost elements of a tagged paper, cut loose from its pages so that they can be copied."""
    root = source.Root.StructTreeRoot
    roles = root.get("/RoleMap", Dictionary())
    places = {page.obj.objgen: place for place, page in enumerate(source.pages)}
    tops: list[pikepdf.Object] = [kid for kid in _kids(root) if isinstance(kid, Dictionary)]
    waiting: list[tuple[Any, int | None]] = [(top, None) for top in tops]
    while waiting:
        element, above = waiting.pop()
        waiting += _loosen(element, above, roles, places)
    return tops


def graft(
    pack: pikepdf.Pdf, tops: Sequence[pikepdf.Object], part: pikepdf.Object, sheets: Sequence[Sheet]
) -> None:
    """Put the elements below the part, and say of each which form its content stands in."""
    tree = ParentTree.of(pack)
    owners: list[dict[int, pikepdf.Object]] = [{} for _ in sheets]
    kids = Array()
    for top in tops:
        copied = pack.copy_foreign(top)
        kids.append(copied)
        for element in _bound(copied, part):
            _point(element, sheets, owners)
    part.K = kids
    for sheet, owned in zip(sheets, owners, strict=True):
        if owned:
            listed = Array(owned.get(number) for number in range(max(owned) + 1))
            sheet.form.StructParents = tree.add(listed)


def _kids(element: pikepdf.Object) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _loosen(
    element: Any, above: int | None, roles: Any, places: Mapping[tuple[int, int], int]
) -> Iterator[tuple[Any, int | None]]:
    """Take the pages out of an element, and give back the elements below it."""
    page = element.get("/Pg")
    place = places.get(page.objgen) if page is not None else above
    element.S = Name("/" + _role(str(element.get("/S", "/Div"))[1:], roles))
    below, kept = [], Array()
    for kid in _kids(element):
        if isinstance(kid, int):
            kept_kid = _marked(kid, place)
        elif not isinstance(kid, Dictionary):
            kept_kid = None
        elif kid.get("/Type") == Name.MCR:
            own = places.get(kid.Pg.objgen) if "/Pg" in kid else place
            kept_kid = _marked(int(kid.MCID), own)
        elif kid.get("/Type") == Name.OBJR:
            kept_kid = None  # links of papers are made anew, for they stand elsewhere now
        else:
            below.append((kid, place))
            kept_kid = kid
        if kept_kid is not None:
            kept.append(kept_kid)
    for key in list(element.keys()):
        if key not in _KEPT:
            del element[key]
    element.K = kept
    yield from below


def _marked(number: int, place: int | None) -> pikepdf.Object | None:
    if place is None:
        return None
    return Dictionary({"/Type": Name.MCR, "/MCID": number, str(_PAGE): place})


def _role(name: str, roles: Any) -> str:
    """A standard type for a type of the paper's own."""
    for _ in range(len(roles) + 1):
        if name in _STANDARD:
            return name
        mapped = roles.get("/" + name)
        if mapped is None:
            break
        name = str(mapped)[1:]
    return name if name in _STANDARD else _OTHERWISE.get(name, "Span")


def _bound(top: pikepdf.Object, part: pikepdf.Object) -> Iterator[Any]:
    """Each element of a copy, with its parent set."""
    waiting: list[tuple[Any, Any]] = [(top, part)]
    while waiting:
        element, parent = waiting.pop()
        element.P = parent
        yield element
        waiting += [
            (kid, element)
            for kid in element.K
            if isinstance(kid, Dictionary) and kid.get("/Type") != Name.MCR
        ]


def _point(
    element: Any, sheets: Sequence[Sheet], owners: Sequence[dict[int, pikepdf.Object]]
) -> None:
    """Say of the element's content on which page and in which form it stands."""
    for kid in element.K:
        if isinstance(kid, Dictionary) and _PAGE in kid:
            place = int(kid[_PAGE])
            del kid[_PAGE]
            kid.Pg = sheets[place].page
            kid.Stm = sheets[place].form
            owners[place][int(kid.MCID)] = element
