"""What lies on top of a page: answers of forms become part of it, links stay, the rest goes."""

from collections.abc import Iterator

import pikepdf

from boardpack.read.papers.facts import Facts
from boardpack.read.papers.layers import Layers
from boardpack.read.papers.links import kept_link, named_targets
from boardpack.read.papers.opening import ODDITIES

SCRIPT, PROGRAM, FILE = "script", "link that opens a file or a program", "attached file"
_CANNOT_STAY = {
    "/FileAttachment": FILE,
    "/Sound": "sound",
    "/Movie": "film",
    "/Screen": "film",
    "/RichMedia": "film",
    "/3D": "3D model",
    "/Text": "comment",
}
_ACTIONS = {
    "/JavaScript": SCRIPT,
    "/Launch": PROGRAM,
    "/GoToR": PROGRAM,
    "/GoToE": PROGRAM,
    "/SubmitForm": "button that sends a form",
    "/ImportData": "button that fetches data",
    "/Movie": "film",
    "/Sound": "sound",
    "/Rendition": "film",
}
_COVERS = {"/Highlight", "/Square", "/Redact", "/Polygon", "/Ink", "/Line"}
_DARK = 0.35
_LONGEST_CHAIN = 20
_HIDDEN = 0b10


def settle_notes(pdf: pikepdf.Pdf, layers: Layers, facts: Facts) -> set[int]:
    """The pages with only their links left on top; the places of those that something was put on."""
    names = named_targets(pdf)
    links: list[list[pikepdf.Dictionary]] = []
    painted = set()
    lacks_look = False
    for place, page in enumerate(pdf.pages):
        kept: list[pikepdf.Dictionary] = []
        flat = []
        for note in notes_of(page.obj):
            _count_actions(note, facts)
            kind = str(note.get("/Subtype"))
            if layers.hides(note.get("/OC")) or kind == "/Popup":
                continue
            if kind == "/Link":
                link = _link(note, names)
                if link is not None:
                    kept.append(link)
            elif kind in _CANNOT_STAY:
                facts.dropped[_CANNOT_STAY[kind]] += 1
            else:
                lacks_look |= _read_widget(note, facts)
                _watch(note, kind, place + 1, facts)
                flat.append(note)
                if "/AP" in note or kind == "/Widget":
                    painted.add(place)
        page.obj.Annots = pikepdf.Array(flat)
        links.append(kept)
    _flatten(pdf, facts, lacks_look=lacks_look)
    for page, kept in zip(pdf.pages, links, strict=True):
        page.obj.Annots = pikepdf.Array(kept)
    return painted


def notes_of(page: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """What lies on a page, as far as it has a place there."""
    told = page.get("/Annots")
    for note in list(told) if isinstance(told, pikepdf.Array) else ():
        if isinstance(note, pikepdf.Dictionary):
            try:
                edges = [float(edge) for edge in note.Rect]
            except ODDITIES:
                continue
            if len(edges) == 4:  # noqa: PLR2004 - a rectangle
                yield note


def _link(note: pikepdf.Dictionary, names: dict[str, pikepdf.Array]) -> pikepdf.Dictionary | None:
    try:
        return kept_link(note, names)
    except ODDITIES:
        return None


def count_action(action: object, facts: Facts) -> None:
    """Tell of an action that a pack does not carry, and of those that follow it."""
    for _ in range(_LONGEST_CHAIN):
        if not isinstance(action, pikepdf.Dictionary):
            return
        kind = str(action.get("/S"))
        if kind in _ACTIONS:
            facts.dropped[_ACTIONS[kind]] += 1
        action = action.get("/Next")


def _count_actions(note: pikepdf.Dictionary, facts: Facts) -> None:
    count_action(note.get("/A"), facts)
    more = note.get("/AA")
    for action in more.values() if isinstance(more, pikepdf.Dictionary) else ():
        count_action(action, facts)


def _read_widget(note: pikepdf.Dictionary, facts: Facts) -> bool:
    """Count a field of a form; whether it has an answer and no look of its own."""
    kind, value = _inherited(note, "/FT"), _inherited(note, "/V")
    if kind is None:
        return False
    if kind == "/Sig":
        if value is None:
            facts.dropped["empty field for a signature"] += 1
        else:
            facts.signed = True
        return False
    facts.fields += 1
    answered = value is not None and str(value) not in {"", "/Off"}
    return answered and "/AP" not in note


def _inherited(note: pikepdf.Dictionary, key: str) -> object:
    """What a field says, or what it belongs to."""
    field: object = note
    for _ in range(_LONGEST_CHAIN):
        if not isinstance(field, pikepdf.Dictionary):
            return None
        if key in field:
            return field[key]
        field = field.get("/Parent")
    return None


def _watch(note: pikepdf.Dictionary, kind: str, number: int, facts: Facts) -> None:
    """Tell of a dark mark that may be meant to hide words, and hides nothing."""
    try:
        colours = [float(part) for part in note.get("/IC", note.get("/C", [1]))]
        dark = bool(colours) and max(colours) <= _DARK and len(colours) in {1, 3}
        filled = kind in {"/Highlight", "/Redact"} or "/IC" in note
        thick = float(note.get("/BS", pikepdf.Dictionary()).get("/W", 1)) >= 5  # noqa: PLR2004
        seen = not int(note.get("/F", 0)) & _HIDDEN
    except ODDITIES:
        return
    if kind in _COVERS and seen and dark and (filled or thick) and number not in facts.covered:
        facts.covered.append(number)


def _flatten(pdf: pikepdf.Pdf, facts: Facts, *, lacks_look: bool) -> None:
    """Make what lies on the pages a part of them; fields without a look of their own are given one."""
    try:
        if lacks_look:
            pdf.Root.AcroForm.NeedAppearances = True
            pdf.generate_appearance_streams()
            facts.answers_lost = sum(
                "/AP" not in note and _inherited(note, "/V") is not None
                for page in pdf.pages
                for note in notes_of(page.obj)
            )
        pdf.flatten_annotations("all")
    except ODDITIES:
        facts.answers_lost = max(facts.fields, 1)
