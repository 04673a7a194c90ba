"""What a page draws with: its fonts, and the pictures and forms that it uses."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from boardpack.read.papers.opening import ODDITIES

_DEEPEST = 8
_MOST = 5_000
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(slots=True)
class Seen:
    """What was looked at already: pages share their fonts, and forms may draw one another."""

    things: set[tuple[int, int]] = field(default_factory=set)
    looks: int = 0

    def is_new(self, thing: pikepdf.Object) -> bool:
        """Whether a thing was not looked at yet, and there is time for it."""
        self.looks += 1
        known = thing.objgen in self.things
        if thing.is_indirect:
            self.things.add(thing.objgen)
        return not known and self.looks < _MOST


def entries(holder: pikepdf.Object | None, kind: str) -> Iterator[tuple[str, pikepdf.Object]]:
    """The fonts, pictures or the like of a page or a form, as far as they are there."""
    try:
        named = list(holder.Resources[kind].items()) if holder is not None else []
    except ODDITIES:
        return
    yield from (
        (name, thing)
        for name, thing in named
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream))
    )


def is_form(thing: pikepdf.Object) -> bool:
    """Whether something that is drawn is code again, and no picture."""
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"


def forms_within(holder: pikepdf.Object, seen: Seen, depth: int = 0) -> Iterator[pikepdf.Stream]:
    """Every form that a page draws, those within others included, each once."""
    for _, thing in entries(holder, "/XObject"):
        if isinstance(thing, pikepdf.Stream) and is_form(thing) and seen.is_new(thing):
            yield thing
            if depth < _DEEPEST:
                yield from forms_within(thing, seen, depth + 1)


def has_fonts(page: pikepdf.Dictionary, drawn: set[str]) -> bool:
    """Whether the forms that a page draws have fonts, and so probably words."""
    seen = Seen()
    for name, thing in entries(page, "/XObject"):
        if name in drawn and is_form(thing):
            inner = [thing, *forms_within(thing, seen)]
            if any(True for form in inner for _ in entries(form, "/Font")):
                return True
    return False


def fonts_left_out(page: pikepdf.Dictionary, seen: Seen) -> set[str]:
    """The names of the fonts that a page uses and the file does not carry."""
    return {
        _name(font)
        for holder in (page, *forms_within(page, Seen()))
        for _, font in entries(holder, "/Font")
        if seen.is_new(font) and not _is_carried(font)
    }


def _is_carried(font: pikepdf.Object) -> bool:
    try:
        if font.get("/Subtype") == "/Type3":
            return True
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        described = inner.get("/FontDescriptor")
        return described is not None and any(key in described for key in _FILES)
    except ODDITIES:
        return False


def _name(font: pikepdf.Object) -> str:
    """A font's name as people know it, without the mark of a subset."""
    try:
        text = str(font.get("/BaseFont", "/?")).removeprefix("/")
    except ODDITIES:
        return "?"
    return text.rpartition("+")[2][:60]
