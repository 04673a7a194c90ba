"""Whether the tags of a paper can be followed from their root to their leaves."""

import pikepdf

from boardpack.read.papers.opening import ODDITIES

_MOST = 200_000


def tags_are_sound(pdf: pikepdf.Pdf) -> bool:
    """Whether the paper is tagged; tags that go round in a circle or lead to nothing are taken out."""
    root = pdf.Root
    try:
        marked = bool(root.MarkInfo.get("/Marked", False)) if "/MarkInfo" in root else False
        sound = marked and "/StructTreeRoot" in root and _is_sound(root.StructTreeRoot)
    except ODDITIES:
        sound = False
    if not sound:
        for key in ("/StructTreeRoot", "/MarkInfo"):
            if key in root:
                del root[key]
        for page in pdf.pages:
            if "/StructParents" in page.obj:
                del page.obj["/StructParents"]
    return sound


def _is_sound(tree: pikepdf.Object) -> bool:
    maps = [tree[key] for key in ("/RoleMap", "/ClassMap") if key in tree]
    return all(isinstance(told, pikepdf.Dictionary) for told in maps) and _can_be_followed(tree)


def _can_be_followed(tree: pikepdf.Object) -> bool:
    """Whether every element is there, once, below the root."""
    seen: set[tuple[int, int]] = set()
    waiting: list[pikepdf.Object] = [tree]
    while waiting:
        element = waiting.pop()
        if element.is_indirect:
            if element.objgen in seen or len(seen) > _MOST:
                return False
            seen.add(element.objgen)
        if not _is_told_well(element):
            return False
        told = element.get("/K")
        for kid in list(told) if isinstance(told, pikepdf.Array) else [told]:
            if isinstance(kid, pikepdf.Dictionary):
                if "/Stm" in kid:
                    return False  # it marks what a drawing in the page holds, and would be lost
                if kid.get("/Type") not in {pikepdf.Name.MCR, pikepdf.Name.OBJR}:
                    waiting.append(kid)
                elif not _is_told_well(kid):
                    return False
            elif not isinstance(kid, int):
                return False
    return len(seen) > 1


def _is_told_well(element: pikepdf.Object) -> bool:
    """Whether what an element, or what is in it, says of itself is of the type that it should be."""
    page, role, number = element.get("/Pg"), element.get("/S"), element.get("/MCID")
    return (
        (page is None or isinstance(page, pikepdf.Dictionary))
        and (role is None or isinstance(role, pikepdf.Name))
        and (isinstance(number, int) or element.get("/Type") != pikepdf.Name.MCR)
    )
