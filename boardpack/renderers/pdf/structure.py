"""The structure tree as a PDF holds it (ISO 32000-1, 14.7), written on ReportLab's document.

ReportLab writes no structure. Its document takes objects of any kind, and that is all that is used.
"""

from collections.abc import Mapping, Sequence

from reportlab.pdfgen.canvas import Canvas

from boardpack.renderers.pdf.annotations import pdf_text
from boardpack.renderers.pdf.private import Written, page_reference, reference
from boardpack.renderers.pdf.tags import Annotation, Content, Tag

_OF_TABLES = frozenset({"Scope", "ColSpan"})


def write_structure(
    canvas: Canvas, document: Tag, owners: Sequence[Sequence[Tag]], links: Sequence[Tag]
) -> None:
    """Put the tree into the file, with the way back from each page and link to its element.

    `owners` are the elements of a page's stretches of content, page by page, and `links` those of
    the links. The key of a page is its place; those of the links go on behind them.
    """
    tree = Written()
    root = reference(canvas, tree)
    tags = tuple(document.walk())
    objects = [Written() for _ in tags]
    numbers = {id(tag): reference(canvas, one) for tag, one in zip(tags, objects, strict=True)}
    pages = [page_reference(canvas, place) for place in range(len(owners))]
    parents = {id(kid): numbers[id(tag)] for tag in tags for kid in tag.kids}
    for tag in tags:
        number, version, _ = numbers[id(tag)].split()
        tag.number = int(number), int(version)
    for tag, one in zip(tags, objects, strict=True):
        one.text = _element(tag, parents.get(id(tag), root), numbers, pages)
    back = [
        f"{place} [{' '.join(numbers[id(tag)] for tag in page)}]"
        for place, page in enumerate(owners)
    ]
    back += [f"{key} {numbers[id(tag)]}" for key, tag in enumerate(links, start=len(owners))]
    ways_back = reference(canvas, Written(f"<</Nums [{' '.join(back)}]>>"))
    tree.text = (
        f"<</Type /StructTreeRoot /K {numbers[id(document)]} /ParentTree {ways_back} "
        f"/ParentTreeNextKey {len(owners) + len(links)}>>"
    )
    canvas.setCatalogEntry("StructTreeRoot", tree)
    canvas.setCatalogEntry("MarkInfo", Written("<</Marked true>>"))


def _element(tag: Tag, parent: str, numbers: Mapping[int, str], pages: Sequence[str]) -> str:
    """An element with its children; content says its page where it is not that of the element."""
    first = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), None)
    parts = [f"/S /{tag.role} /P {parent}"]
    if first is not None:
        parts.append(f"/Pg {pages[first]}")
    kids = " ".join(_kid(kid, first, numbers, pages) for kid in tag.kids)
    parts.append(f"/K [{kids}]")
    if tag.alt:
        parts.append(f"/Alt {pdf_text(tag.alt)}")
    if attributes := _attributes(tag):
        parts.append(f"/A {attributes}")
    return f"<<{' '.join(parts)}>>"


def _kid(
    kid: Tag | Content | Annotation,
    page: int | None,
    numbers: Mapping[int, str],
    pages: Sequence[str],
) -> str:
    match kid:
        case Tag():
            return numbers[id(kid)]
        case Content(where, number):
            if where == page:
                return str(number)
            return f"<</Type /MCR /Pg {pages[where]} /MCID {number}>>"
        case Annotation(where, area):
            return f"<</Type /OBJR /Pg {pages[where]} /Obj {area}>>"


def _attributes(tag: Tag) -> str:
    if tag.box:
        corners = " ".join(f"{edge:.2f}" for edge in tag.box)
        return f"<</O /Layout /Placement /Block /BBox [{corners}]>>"
    if not tag.attributes:
        return ""
    owner = "Table" if _OF_TABLES & tag.attributes.keys() else "List"
    told = " ".join(
        f"/{name} {value}" if isinstance(value, int) else f"/{name} /{value}"
        for name, value in tag.attributes.items()
    )
    return f"<</O /{owner} {told}>>"
