"""The links of a paper: those to a web address and to its own pages stay, made anew."""

import re
from collections.abc import Mapping

import pikepdf

from boardpack.read.papers.opening import ODDITIES

_WEB = re.compile(r"(?i)(?:https?|mailto|tel):[^\s\x00-\x1f]+")
_KINDS = {"/XYZ", "/Fit", "/FitH", "/FitV", "/FitR", "/FitB", "/FitBH", "/FitBV"}
_MOST_TARGETS = 20_000
Target = pikepdf.Array


def named_targets(pdf: pikepdf.Pdf) -> dict[str, Target]:
    """Where each named place of a paper is, from its tree of names and from its old table."""
    found: dict[str, Target] = {}
    for tree in (False, True):
        try:
            places = pikepdf.NameTree(pdf.Root.Names.Dests) if tree else pdf.Root.Dests
            for name, told in places.items():
                target = told.get("/D") if isinstance(told, pikepdf.Dictionary) else told
                if isinstance(target, pikepdf.Array) and len(found) < _MOST_TARGETS:
                    found[str(name).removeprefix("/")] = target
        except ODDITIES:
            continue
    return found


def kept_link(note: pikepdf.Dictionary, names: Mapping[str, Target]) -> pikepdf.Dictionary | None:
    """A link that leads to a web address or to a place in the paper; None for any other."""
    action = note.get("/A")
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=note.Rect, F=4, Border=[0, 0, 0]
    )
    for key in ("/QuadPoints", "/StructParent", "/Contents"):
        if key in note:
            link[key] = note[key]
    if isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/URI":
        address = str(action.get("/URI", ""))
        if not _WEB.fullmatch(address):
            return None
        link.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
        return link
    target = target_of(note, names)
    if target is None:
        return None
    link.Dest = target
    return link


def target_of(thing: pikepdf.Object, names: Mapping[str, Target]) -> Target | None:
    """The place in the paper to which a link or a bookmark leads; None where it leads to none."""
    told = thing.get("/Dest")
    action = thing.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        told = action.get("/D") if action.get("/S") == "/GoTo" else None
    return _target(told, names)


def _target(told: object, names: Mapping[str, Target]) -> Target | None:
    """The place that is meant, by its page."""
    if isinstance(told, (pikepdf.Name, pikepdf.String)):
        told = names.get(str(told).removeprefix("/"))
    if isinstance(told, pikepdf.Dictionary):
        told = told.get("/D")
    if not isinstance(told, pikepdf.Array) or not told:
        return None
    page = told[0]
    if not isinstance(page, pikepdf.Dictionary) or not page.is_indirect:
        return None
    kind = str(told[1]) if len(told) > 1 else ""
    rest = [page, *list(told)[1:]] if kind in _KINDS else [page, pikepdf.Name.Fit]
    return pikepdf.Array(rest)


def drop_links_to_nowhere(pdf: pikepdf.Pdf) -> None:
    """Take out the links to pages that are not in the paper any longer."""
    there = {page.obj.objgen for page in pdf.pages}
    for page in pdf.pages:
        links = list(page.obj.get("/Annots", []))
        kept = [link for link in links if "/Dest" not in link or link.Dest[0].objgen in there]
        if kept:
            page.obj.Annots = pikepdf.Array(kept)
        elif "/Annots" in page.obj:
            del page.obj["/Annots"]
