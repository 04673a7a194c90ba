"""What stands on the pages of a PDF and in their forms: marks in their order, with their text decoded."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Place = tuple[int, int]
"""The number and generation of an object."""

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_LISTED = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAINTS = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_FOLLOWED = " ".join((*_PAINTS, *_SHOWS, "BDC", "BMC", "EMC", "BT", "ET", "Tf", "BI", "ID", "EI"))
_DEEPEST = 8
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@dataclass(slots=True)
class Font:
    """A font of the file: the character of each code, and the codes that are shown without one."""

    name: str
    characters: Mapping[int, str]
    unknown: set[int] = field(default_factory=set)

    def decoded(self, codes: bytes) -> str:
        """The text that the codes stand for."""
        self.unknown.update(set(codes) - self.characters.keys())
        return "".join([self.characters.get(code, UNKNOWN) for code in codes])


@dataclass(slots=True)
class Mark:
    """A marked stretch of content: its tag, its number or the kind of its artifact, what it shows."""

    tag: str
    number: int | None = None
    artifact: str | None = None
    text: str = ""
    in_text: bool = False


@dataclass(slots=True, repr=False)
class Stream:
    """The marks of a page, or of a form that has its own, in order, and what is wrong with how they are set."""

    name: str
    thing: pikepdf.Object
    page: Place
    number: int
    """That of the page."""
    marks: list[Mark] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    text: str = ""
    """All its text in the order in which it is drawn, marked or not."""
    times: int = 1
    """How often it is drawn."""


class Fonts:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self.known: dict[Place, Font] = {}

    def of(self, resources: Any) -> dict[str, Font]:
        """The fonts of a page or a form by their names there."""
        named: Mapping[str, pikepdf.Object] = resources.get("/Font", {})
        return {name: self._font(font) for name, font in named.items()}

    def _font(self, font: pikepdf.Object) -> Font:
        if font.objgen not in self.known:
            cmap = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
            self.known[font.objgen] = Font(str(font.BaseFont), dict(_characters(cmap)))
        return self.known[font.objgen]


def _characters(cmap: bytes) -> Iterator[tuple[int, str]]:
    for listed in _LISTED.findall(cmap):
        for code, character in _PAIR.findall(listed):
            yield int(code, 16), bytes.fromhex(character.decode()).decode("utf-16-be", "replace")


def streams(pdf: pikepdf.Pdf, fonts: Fonts) -> dict[Place, Stream]:
    """The content of every page, and of every form with marks of its own that is drawn there."""
    found: dict[Place, Stream] = {}
    for number, page in enumerate(pdf.pages, start=1):
        place = page.obj.objgen
        found[place] = Stream(f"page {number}", page.obj, place, number)
        resources: Any = page.obj.get("/Resources", {})
        _Reader(found[place], found, fonts, resources).read(page)
    return found


@dataclass(slots=True)
class _Reader:
    """Follows the operators of a page or a form; `around` is the mark in which the form is drawn."""

    stream: Stream
    found: dict[Place, Stream]
    fonts: Fonts
    resources: Any
    around: Mark | None = None
    font: Font | None = None
    depth: int = 0
    is_own: bool = True
    """Whether it is the stream itself, and not a form in it that has no marks of its own."""
    _named: Mapping[str, Font] = field(init=False)
    _open: list[Mark] = field(default_factory=list)
    _in_text: bool = False

    def read(self, drawn: pikepdf.Page | pikepdf.Object) -> None:
        """Add what is drawn to the marks; a mark that stays open is a fault."""
        self._named = self.fonts.of(self.resources)
        for step in pikepdf.parse_content_stream(drawn, _FOLLOWED):
            self._follow(str(step.operator), step.operands)
        if self._open:
            self._fault(f"the mark /{self._open[-1].tag} is never closed")

    @property
    def _mark(self) -> Mark | None:
        """The mark that what is drawn now belongs to."""
        return self.around or (self._open[-1] if self._open else None)

    def _follow(self, operator: str, operands: Any) -> None:
        match operator:
            case "BDC" | "BMC":
                self._begin(operands)
            case "EMC":
                self._end()
            case "BT" | "ET":
                self._in_text = operator == "BT"
            case "Tf":
                self.font = self._named.get(str(operands[0]))
            case "Do":
                self._draw(str(operands[0]))
            case _ if operator in _SHOWS:
                self._show(operands[-1])
            case _ if operator in _PAINTS and not self._mark:
                self._fault(f"{operator} paints outside every mark")

    def _draw(self, name: str) -> None:
        drawn = self.resources.get("/XObject", {}).get(name)
        if drawn is not None and drawn.get("/Subtype") == "/Form":
            self._enter(drawn)
        elif not self._mark:
            self._fault("Do paints outside every mark")

    def _enter(self, form: Any) -> None:
        """Follow a form: one that leads to owners has its own marks, any other goes on with those here."""
        if self.depth == _DEEPEST:
            self._fault(f"forms are drawn in forms, more than {_DEEPEST} deep")
            return
        stream, around, is_own = self.stream, self._mark, "/StructParents" in form
        if is_own:
            if around:
                self._fault(f"a form with marks of its own is drawn in the mark /{around.tag}")
            if form.objgen in self.found:
                self.found[form.objgen].times += 1
                return
            name = f"the form {form.objgen[0]} of page {stream.number}"
            stream, around = Stream(name, form, stream.page, stream.number), None
            self.found[form.objgen] = stream
        _Reader(
            stream,
            self.found,
            self.fonts,
            form.get("/Resources", self.resources),
            around,
            self.font,
            self.depth + 1,
            is_own=is_own,
        ).read(form)

    def _begin(self, operands: Any) -> None:
        tag = str(operands[0])[1:]
        told = operands[1] if len(operands) > 1 else {}
        number = int(told["/MCID"]) if "/MCID" in told else None
        artifact = str(told.get("/Type", "/"))[1:] if tag == "Artifact" else None
        mark = Mark(tag, number, artifact, in_text=self._in_text)
        if not self.around:
            self._add(mark)
        self._open.append(mark)

    def _add(self, mark: Mark) -> None:
        """Add a mark to those of the stream; numbers that lead nowhere are taken away."""
        if self._open:
            self._fault(f"the mark /{mark.tag} stands in the mark /{self._open[-1].tag}")
        if mark.number is not None and not self.is_own:
            self._fault(f"mark {mark.number} stands in a form without StructParents")
            mark.number = None
        self.stream.marks.append(mark)

    def _end(self) -> None:
        if not self._open:
            self._fault("a mark is closed that was never opened")
        elif self._open.pop().in_text is not self._in_text:
            self._fault("a mark and a text object overlap")

    def _show(self, shown: Any) -> None:
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        text = self.font.decoded(codes) if self.font else UNKNOWN * len(codes)
        self.stream.text += text
        if not self.font:
            self._fault("text is shown in a font that is not there")
        mark = self._mark
        if not mark:
            self._fault(f"{text!r} is shown outside every mark")
            return
        mark.text += text
        if mark.artifact is not None and mark.artifact != "Pagination":
            self._fault(f"{text!r} is lost: it is shown in an artifact")
        if mark.artifact is None and mark.number is None:
            self._fault(f"{text!r} is lost: its mark /{mark.tag} has no number")

    def _fault(self, words: str) -> None:
        self.stream.faults.append(f"{self.stream.name}: {words}")
