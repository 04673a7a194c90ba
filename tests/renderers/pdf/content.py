"""What stands on the pages of a PDF: its marks in the order of the content, with their text decoded."""

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


@dataclass(slots=True)
class PageContent:
    """The marks of a page in order, and what is wrong with how they are set."""

    number: int
    marks: list[Mark] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Fonts:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self.known: dict[Place, Font] = {}

    def of(self, page: pikepdf.Page) -> dict[str, Font]:
        """The fonts of a page by their names there."""
        resources: Any = page.obj.get("/Resources", {})
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


def contents(pdf: pikepdf.Pdf, fonts: Fonts) -> list[PageContent]:
    """The content of every page."""
    return [
        _Reader(PageContent(number), fonts.of(page)).read(page)
        for number, page in enumerate(pdf.pages, start=1)
    ]


class _Reader:
    """Follows the operators of a page."""

    def __init__(self, content: PageContent, fonts: Mapping[str, Font]) -> None:
        self._content = content
        self._fonts = fonts
        self._font: Font | None = None
        self._open: list[Mark] = []
        self._in_text = False

    def read(self, page: pikepdf.Page) -> PageContent:
        """The page's content; a mark that stays open is a fault."""
        for step in pikepdf.parse_content_stream(page, _FOLLOWED):
            self._follow(str(step.operator), step.operands)
        if self._open:
            self._fault(f"the mark /{self._open[-1].tag} is never closed")
        return self._content

    def _follow(self, operator: str, operands: Any) -> None:
        match operator:
            case "BDC" | "BMC":
                self._begin(operands)
            case "EMC":
                self._end()
            case "BT" | "ET":
                self._in_text = operator == "BT"
            case "Tf":
                self._font = self._fonts.get(str(operands[0]))
            case _ if operator in _SHOWS:
                self._show(operands[-1])
            case _ if operator in _PAINTS and not self._open:
                self._fault(f"{operator} paints outside every mark")

    def _begin(self, operands: Any) -> None:
        tag = str(operands[0])[1:]
        if self._open:
            self._fault(f"the mark /{tag} stands in the mark /{self._open[-1].tag}")
        told = operands[1] if len(operands) > 1 else {}
        number = int(told["/MCID"]) if "/MCID" in told else None
        artifact = str(told.get("/Type", "/"))[1:] if tag == "Artifact" else None
        mark = Mark(tag, number, artifact, in_text=self._in_text)
        self._open.append(mark)
        self._content.marks.append(mark)

    def _end(self) -> None:
        if not self._open:
            self._fault("a mark is closed that was never opened")
        elif self._open.pop().in_text is not self._in_text:
            self._fault("a mark and a text object overlap")

    def _show(self, shown: Any) -> None:
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        text = self._font.decoded(codes) if self._font else UNKNOWN * len(codes)
        if not self._open:
            self._fault(f"{text!r} is shown outside every mark")
            return
        mark = self._open[-1]
        mark.text += text
        if mark.artifact is not None and mark.artifact != "Pagination":
            self._fault(f"{text!r} is lost: it is shown in an artifact")
        if mark.artifact is None and mark.number is None:
            self._fault(f"{text!r} is lost: its mark /{mark.tag} has no number")

    def _fault(self, words: str) -> None:
        self._content.faults.append(f"page {self._content.number}: {words}")
