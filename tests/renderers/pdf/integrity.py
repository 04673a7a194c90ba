"""The structure of a PDF, checked against what stands on its pages and in their forms: a list of faults, in words.

Validators count a file as accessible in which text is lost to a screen reader, or in which the two
ways between content and structure disagree. This looks for that.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

import pikepdf

from tests.renderers.pdf.content import Place
from tests.renderers.pdf.file import PdfFile
from tests.renderers.pdf.tree import NOWHERE, Annotated, Element, Marked

_NO_PARENT = "nothing"
_LIES_IN: Mapping[str, frozenset[str]] = {
    "LI": frozenset({"L"}),
    "Lbl": frozenset({"LI"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TR": frozenset({"Table", "THead", "TBody"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "Caption": frozenset({"Table", "Figure", "L", "TOC"}),
    "Document": frozenset({_NO_PARENT}),
}
"""What an element may be a child of (ISO 32000-1, 14.8.4)."""

_HOLDS: Mapping[str, frozenset[str]] = {
    "L": frozenset({"Caption", "LI", "L"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"Caption", "TOCI", "TOC"}),
    "Table": frozenset({"Caption", "THead", "TBody", "TR"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
}
"""What an element may have as children; it has no content of its own."""

_NEVER_EMPTY = frozenset({*_HOLDS, "H1", "H2", "H3", "Figure", "Link", "LBody", "TOCI", "Caption"})
_HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_PRINTED = 4


def faults(file: PdfFile) -> list[str]:
    """What is wrong with the structure of a PDF; none where it is sound."""
    if not file.roots:
        return ["there is no structure"]
    found = [stream.faults for stream in file.streams.values()]
    return list(chain(*found, *(look(file) for look in _LOOKS)))


def _of_the_file(file: PdfFile) -> Iterator[str]:
    root: Any = file.pdf.Root
    if [element.role for element in file.roots] != ["Document"]:
        yield "the structure does not begin with one Document"
    if not str(root.get("/Lang", "")):
        yield "the file has no language"
    if not str(file.pdf.docinfo.get("/Title", "")):
        yield "the file has no title"
    with file.pdf.open_metadata() as said:
        if said.get("dc:title") != str(file.pdf.docinfo.get("/Title", "")):
            yield "the title in the metadata is another"
        if said.get("pdfuaid:part") != "1":
            yield "the file does not say that it is PDF/UA-1"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "the file does not say that it is marked"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "a viewer does not show the title of the file"


def _of_fonts(file: PdfFile) -> Iterator[str]:
    for font in file.fonts:
        if not font.characters:
            yield f"the font {font.name} does not say what its codes stand for"
        elif font.unknown:
            yield f"the font {font.name} shows codes without a character: {sorted(font.unknown)}"
        for code, character in font.characters.items():
            if not character or set(character) & {"\0", "\ufeff", "\ufffe"}:
                yield f"the font {font.name} has code {code} stand for nothing"


def _of_parents(file: PdfFile) -> Iterator[str]:
    tree = file.pdf.Root.StructTreeRoot.objgen
    met = Counter(element.place for root in file.roots for element in root.walk())
    for root in file.roots:
        for element in root.walk():
            parent = element.parent.place if element.parent else tree
            if "/P" not in element.thing or element.thing.P.objgen != parent:
                yield f"the /P of {element.name} is not the element above it"
    for place, times in met.items():
        if times > 1:
            yield f"{file.elements[place].name} stands in the structure {times} times"


def _owners(file: PdfFile) -> Mapping[Marked, list[Element]]:
    owners: dict[Marked, list[Element]] = defaultdict(list)
    for element in file.elements.values():
        for kid in element.kids:
            if isinstance(kid, Marked):
                owners[kid].append(element)
    return owners


def _of_marks(file: PdfFile) -> Iterator[str]:
    """Each numbered mark has one owner of the same type, and each number of an owner a mark."""
    owners = _owners(file)
    drawn: Counter[Marked] = Counter()
    for place, stream in file.streams.items():
        for mark in stream.marks:
            if mark.number is None:
                continue
            key = Marked(place, mark.number, stream.page)
            drawn[key] += 1
            own = owners.get(key, [])
            if len(own) != 1:
                yield f"{stream.name}: mark {mark.number} has {len(own)} owners"
            elif not _is_alike(mark.tag, own[0].role, is_paper=place != stream.page):
                yield f"{stream.name}: mark {mark.number} is /{mark.tag}, its owner {own[0].name}"
    for key, times in drawn.items():
        if times > 1:
            yield f"{file.called(key.stream)}: {times} marks have the number {key.number}"
    for key, own in owners.items():
        if key not in drawn:
            yield f"{own[0].name} owns mark {key.number} of {file.called(key.stream)}, which is not there"


def _is_alike(tag: str, role: str, *, is_paper: bool) -> bool:
    """Whether a mark is of the type of its owner; a heading of a paper is one of another level here."""
    return tag == role or (is_paper and tag in _HEADINGS and role in _HEADINGS)


def _of_forms(file: PdfFile) -> Iterator[str]:
    """Each form with marks is drawn once, on the page on which its owners say that it is."""
    for stream in file.streams.values():
        if stream.times > 1:
            yield f"{stream.name} has marks of its own, and is drawn {stream.times} times"
    for element in file.elements.values():
        for kid in element.kids:
            if isinstance(kid, Marked) and kid.stream in file.streams:
                stream = file.streams[kid.stream]
                if stream.page != kid.page:
                    yield f"{element.name} has mark {kid.number} of {stream.name} on {file.called(kid.page)}"


def _of_ways_back(file: PdfFile) -> Iterator[str]:
    """The key of each page and form leads to the owners of its marks, in their order."""
    owners = _owners(file)
    keys: Counter[int] = Counter()
    for place, stream in file.streams.items():
        name = stream.name
        if "/StructParents" not in stream.thing:
            yield f"{name} has no StructParents"
            continue
        key = int(stream.thing.StructParents)
        keys[key] += 1
        back = file.back.get(key)
        if not isinstance(back, list):
            yield f"{name}: its key leads to no list of elements"
            continue
        numbers = {mark.number for mark in stream.marks} - {None}
        ways = {number: element for number, element in enumerate(back) if element != NOWHERE}
        if numbers != ways.keys():
            yield f"{name} has {len(numbers)} marks, and {len(ways)} ways back"
        for number, element in ways.items():
            own = owners.get(Marked(place, number, stream.page), [])
            if [one.place for one in own] != [element]:
                yield f"{name}: the way back from mark {number} leads to another element"
    keys.update(int(note.StructParent) for _, note in _annotations(file) if "/StructParent" in note)
    yield from _of_keys(file, keys)


def _of_keys(file: PdfFile, keys: Mapping[int, int]) -> Iterator[str]:
    for key, times in keys.items():
        if times > 1:
            yield f"{times} pages, forms or annotations have the key {key}"
    for key in file.back.keys() - keys.keys():
        yield f"the key {key} belongs to no page, form or annotation"
    following = file.pdf.Root.StructTreeRoot.get("/ParentTreeNextKey")
    if following is None or int(following) <= max(file.back, default=-1):
        yield "the next key is taken"


def _annotations(file: PdfFile) -> Iterator[tuple[Place, pikepdf.Object]]:
    for place, page in file.pages.items():
        for note in page.obj.get("/Annots", []):
            yield place, note


def _of_annotations(file: PdfFile) -> Iterator[str]:
    """Each annotation has words, a key that leads to a Link, and that Link has it on its page."""
    owned = {
        kid.annotation: (element, kid.page)
        for element in file.elements.values()
        for kid in element.kids
        if isinstance(kid, Annotated)
    }
    here = set()
    for page, note in _annotations(file):
        name = f"the annotation {note.objgen[0]} of {file.called(page)}"
        here.add(note.objgen)
        if not str(note.get("/Contents", "")).strip():
            yield f"{name} has no words"
        if not int(note.get("/F", 0)) & _PRINTED:
            yield f"{name} is not printed"
        if file.pages[page].obj.get("/Tabs") != "/S":
            yield f"{file.called(page)}: its annotations are not in the order of the structure"
        element, where = owned.get(note.objgen, (None, None))
        if element is None:
            yield f"{name} is in no element"
        elif element.role != "Link" or where != page:
            yield f"{name} is in {element.name} of {file.called(where or NOWHERE)}"
        back = file.back.get(int(note.get("/StructParent", -1)))
        if back is None or element is None or back != element.place:
            yield f"{name} has no way back to its element"
    for lost, (element, _) in owned.items():
        if lost not in here:
            yield f"{element.name} has an annotation that is on no page"


def _of_nesting(file: PdfFile) -> Iterator[str]:
    for element in file.elements.values():
        above = element.parent.role if element.parent else _NO_PARENT
        if element.role in _LIES_IN and above not in _LIES_IN[element.role]:
            yield f"{element.name} lies in {above}"
        if element.role in _NEVER_EMPTY and not element.kids:
            yield f"{element.name} is empty"
        if element.role not in _HOLDS:
            continue
        allowed = _HOLDS[element.role]
        if len(element.elements) < len(element.kids):
            yield f"{element.name} has content of its own"
        for kid in element.elements:
            if kid.role not in allowed:
                yield f"{element.name} holds {kid.name}"
        if element.role == "LI" and [kid.role for kid in element.elements] != ["Lbl", "LBody"]:
            yield f"{element.name} is not a label and a body"


def _of_tables(file: PdfFile) -> Iterator[str]:
    for table in file.elements.values():
        if table.role == "TH" and str(table.attribute("/Scope")) not in {"/Row", "/Column"}:
            yield f"{table.name} does not say what it heads"
        if table.role != "Table":
            continue
        rows = [element for element in table.walk() if element.role == "TR"]
        widths = {sum(_span(cell) for cell in row.elements) for row in rows}
        if len(widths) > 1:
            yield f"{table.name} has rows of {' and '.join(map(str, sorted(widths)))} columns"
        if not any(cell.role == "TH" for row in rows for cell in row.elements):
            yield f"{table.name} has no header"


def _span(cell: Element) -> int:
    span = cell.attribute("/ColSpan")
    return 1 if span is None else int(span)


def _of_headings(file: PdfFile) -> Iterator[str]:
    above = 0
    for root in file.roots:
        for element in root.walk():
            level = _HEADINGS.get(element.role)
            if level is None:
                continue
            if level > above + 1:
                yield f"{element.name} follows a heading of level {above}"
            above = level


def _of_figures(file: PdfFile) -> Iterator[str]:
    for element in file.elements.values():
        if element.role != "Figure":
            continue
        if not str(element.thing.get("/Alt", "")).strip():
            yield f"{element.name} is not told in words"
        if element.attribute("/BBox") is None:
            yield f"{element.name} does not say where it stands"


_LOOKS: tuple[Callable[[PdfFile], Iterator[str]], ...] = (
    _of_the_file,
    _of_fonts,
    _of_parents,
    _of_marks,
    _of_forms,
    _of_ways_back,
    _of_annotations,
    _of_nesting,
    _of_tables,
    _of_headings,
    _of_figures,
)
