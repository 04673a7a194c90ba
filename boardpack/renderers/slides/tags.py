"""Filling the tags of a text body, each value in the format of the run that its tag stood in."""

from copy import deepcopy
from dataclasses import dataclass, field

from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.marks import Marked, has_tags, marked, pieces
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove


def fill_body(body: Element, names: Names) -> None:
    """Fill the tags of a text body in place; a body without tags is not touched."""
    if not has_tags(body):
        return
    source = marked(body, names.where)
    filled = names.render(source.source, source.text)
    for old in children(body, "a:p"):
        body.remove(old)
    for paragraph in _paragraphs(filled, source):
        body.append(paragraph)
    if child(body, "a:p") is None:
        body.append(read("<a:p/>"))


@dataclass(slots=True)
class _Writer:
    """A paragraph in the making."""

    source: Marked
    number: int = 0
    run: int = 0
    content: list[Element] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)

    def flush(self) -> None:
        """Make a run of the letters so far."""
        if not self.letters:
            return
        text = "".join(self.letters)
        self.letters.clear()
        for index, line in enumerate(text.replace("\v", "\n").split("\n")):
            if index:
                self.content.append(_break(self.source, self.run))
            if line:
                self.content.append(_run(self.source, self.run, line))

    def finish(self) -> Element | None:
        """The paragraph, or nothing where a loop or a condition left it empty."""
        self.flush()
        content, self.content = self.content, []
        if not content and self.number in self.source.fluid:
            return None
        return _paragraph(self.source.paragraphs[self.number], content)


def _paragraphs(filled: str, source: Marked) -> list[Element]:
    done: list[Element] = []
    writer = _Writer(source)
    open_paragraph = False
    for piece in pieces(filled):
        match piece.kind:
            case "P":
                writer.number, open_paragraph = piece.number, True
            case "Q":
                finished = writer.finish()
                open_paragraph = False
                if finished is not None:
                    done.append(finished)
            case "R":
                if piece.number != writer.run:
                    writer.flush()
                writer.run = piece.number
            case "O":
                writer.flush()
                writer.content.append(deepcopy(source.opaque[piece.number]))
            case _ if open_paragraph or piece.text.strip():
                # A loop may begin inside a paragraph: its further turns open no paragraph.
                open_paragraph = True
                writer.letters.append(piece.text)
            case _:
                pass
    if open_paragraph and (finished := writer.finish()) is not None:
        done.append(finished)
    return done


def _run(source: Marked, number: int, text: str) -> Element:
    known = number < len(source.runs)
    run = deepcopy(source.runs[number]) if known else read("<a:r><a:t/></a:r>")
    (letters,) = every(run, "a:t")
    letters.text = text
    return run


def _break(source: Marked, number: int) -> Element:
    line_break = read("<a:br/>")
    if number < len(source.runs):
        look = child(source.runs[number], "a:rPr")
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
        paragraph.append(end)
    for element in content:
        if end is None:
            paragraph.append(element)
        else:
            end.addprevious(element)
    return paragraph
