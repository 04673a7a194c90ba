"""Filling the tags of a text body, each value in the format of the run that its tag stood in."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.links import Links
from boardpack.renderers.slides.marks import TEXT, Marks, Piece, has_tags, pieces, shown
from boardpack.renderers.slides.spans import opens_a_tag, straightened
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove


def fill_body(body: Element, names: Names, links: Links | None = None) -> None:
    """Fill the tags of a text body in place; a body without tags is not touched."""
    links = links or Links()
    if not has_tags(body) and not any(map(links.address, every(body, "a:r"))):
        return
    marks = Marks(names.where, links.address)
    lines = [marks.line(paragraph) for paragraph in children(body, "a:p")]
    text = " ".join(said for line in lines if (said := shown(line.text)))
    filled = names.render("".join(map(marks.source, lines)), text)
    put_paragraphs(body, Rebuilding(marks, links).paragraphs(pieces(filled)))


def fill_line(text: str, names: Names) -> str:
    """A text of one format, such as a shape's name, filled."""
    if not opens_a_tag(text):
        return text
    return names.render(straightened(text, names.where), text)


def put_paragraphs(body: Element, paragraphs: list[Element]) -> None:
    """Give a body these paragraphs; where a loop left none, an empty one as high as the first was."""
    old = children(body, "a:p")
    for paragraph in old:
        body.remove(paragraph)
    for paragraph in paragraphs or [_paragraph(old[0], []) if old else read("<a:p/>")]:
        body.append(paragraph)


def say(body: Element, text: str) -> None:
    """Let a body say this text and no other, in the format in which it begins."""
    model = child(body, "a:p")
    run = child(model, "a:r")
    said = read("<a:r><a:t/></a:r>") if run is None else deepcopy(run)
    next(every(said, "a:t")).text = text
    model = read("<a:p/>") if model is None else model
    put_paragraphs(body, [_paragraph(model, [said] if text else [])])


@dataclass(slots=True)
class Rebuilding:
    """Paragraphs made from the pieces of a filled template, with what its marks number."""

    marks: Marks
    links: Links
    _number: int = 0
    _run: int = 0
    _address: str | None = None
    _content: list[Element] = field(default_factory=list)
    _letters: list[str] = field(default_factory=list)

    def paragraphs(self, filled: Iterable[Piece]) -> list[Element]:
        """The paragraphs that these pieces make."""
        done: list[Element] = []
        is_open = False
        for piece in filled:
            match piece.kind:
                case "P":
                    self._number, is_open = piece.number, True
                case "Q":
                    done += self._finished()
                    is_open = False
                case "R" if piece.number != self._run:
                    self._flush()
                    self._run, self._address = piece.number, None
                case "A" if piece.text != self._address:
                    self._flush()
                    self._address = piece.text
                case "O":
                    self._flush()
                    self._content.append(deepcopy(self.marks.opaque[piece.number]))
                case kind if kind == TEXT and (is_open or piece.text.strip()):
                    # A loop may begin inside a paragraph: its further turns open no paragraph.
                    is_open = True
                    self._letters.append(piece.text)
                case _:
                    pass
        return done + self._finished() if is_open else done

    def _flush(self) -> None:
        """Make a run of the letters so far."""
        if not self._letters:
            return
        text = "".join(self._letters)
        self._letters.clear()
        for index, line in enumerate(text.split("\n")):
            if index:
                self._content.append(self._break())
            if line:
                self._content.append(self._made(line))

    def _finished(self) -> list[Element]:
        """The paragraph, or nothing where a loop or a condition left it empty."""
        self._flush()
        content, self._content = self._content, []
        if not content and self._number in self.marks.fluid:
            return []
        return [_paragraph(self.marks.paragraphs[self._number], content)]

    def _made(self, text: str) -> Element:
        run = deepcopy(self.marks.runs[self._run])
        (letters,) = every(run, "a:t")
        letters.text = text
        if self._address is not None:
            self.links.lead(run, self._address, self.marks.where)
        return run

    def _break(self) -> Element:
        line_break = read("<a:br/>")
        look = child(self.marks.runs[self._run], "a:rPr")
        if look is not None:
            line_break.append(deepcopy(look))
        return line_break


def _paragraph(model: Element, content: list[Element]) -> Element:
    paragraph = deepcopy(model)
    for old in list(paragraph):
        if old.tag not in {name("a:pPr"), name("a:endParaRPr")}:
            remove(old)
    end = child(paragraph, "a:endParaRPr")
    look = child(model, "a:r/a:rPr")
    if not content and end is None and look is not None:
        end = deepcopy(look)  # an empty line stays as high as its text would have been
        end.tag = name("a:endParaRPr")
        for link in ("a:hlinkClick", "a:hlinkMouseOver"):
            for old in children(end, link):
                remove(old)
        paragraph.append(end)
    for element in content:
        if end is None:
            paragraph.append(element)
        else:
            end.addprevious(element)
    return paragraph
