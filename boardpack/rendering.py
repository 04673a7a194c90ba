"""The files of a pack, in memory: each renderer is called, and loaded, where its file was asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from boardpack.document.blocks import Document
from boardpack.document.pack import Pack
from boardpack.model.board import Secret
from boardpack.renderers.interface import Output
from boardpack.style import Style

_TWO_PAGES = 2
_MOST_TRIES = 8


@dataclass(frozen=True, slots=True)
class Rendering:
    """Which files are made, from which templates, in which look, and what locks the PDFs."""

    formats: frozenset[str]
    templates: Path
    style: Style
    password: Secret | None = None


def render(pack: Pack, how: Rendering) -> tuple[Output, ...]:
    """The files that were asked for; the letters last, for they carry the others."""
    makers: Mapping[str, Callable[[], Output]] = {
        "pdf": partial(_pdf, pack.document, how),
        "html": partial(_html, pack, how),
        "slides": partial(_slides, pack, how),
        **{name: partial(_two_pages, name, paper, how) for name, paper in pack.briefs.items()},
    }
    made = tuple(make() for name, make in makers.items() if name in how.formats)
    if "mail" not in how.formats:
        return made
    from boardpack.renderers import mail

    attachable = made if "pdf" in how.formats else (*made, _pdf(pack.document, how))
    return (*made, *(mail.render(letter, attachable) for letter in pack.letters))


def _pdf(document: Document, how: Rendering, name: str = "pack.pdf") -> Output:
    """A PDF, behind the password if there is one."""
    from boardpack.renderers import pdf
    from boardpack.renderers.pdf.locking import locked

    made = pdf.render(document, how.style, name=name)
    return made if how.password is None else locked(made, how.password.value)


def _html(pack: Pack, how: Rendering) -> Output:
    from boardpack.renderers import html

    return html.render(pack.document, how.templates, how.style)


def _slides(pack: Pack, how: Rendering) -> Output:
    from boardpack.renderers import slides

    return slides.render(
        pack.material, pack.deck_template.path, how.style, pack.deck_template.layouts
    )


def _two_pages(name: str, paper: Callable[[int], Document], how: Rendering) -> Output:
    """A short paper as PDF, its tables made shorter until it has two pages at most."""
    for fewer in range(_MOST_TRIES):
        made = _pdf(paper(fewer), how, f"{name}.pdf")
        if made.pages is not None and made.pages <= _TWO_PAGES:
            break
    return made
