"""The tags of a slide filled from a meeting, with nothing written: what only real values tell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from boardpack.deckcheck import kinds
from boardpack.deckcheck.places import asking, words_of
from boardpack.deckcheck.slides import Seen
from boardpack.document.pack import Material
from boardpack.errors import TemplateError
from boardpack.findings import Finding, Severity
from boardpack.model.source import Source
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.spans import straightened


@dataclass(slots=True)
class Dry:
    """A dry run of slides, one after another; `titles` are those that the deck would have so far."""

    material: Material
    path: Path
    board: str
    titles: dict[str, str] = field(default_factory=dict)

    def findings(self, seen: Seen) -> list[Finding]:
        """What filling the slide meets that was not found before."""
        found = dict.fromkeys(self._findings(seen))
        return [one for one in found if one not in seen.findings]

    def _findings(self, seen: Seen) -> Iterator[Finding]:
        start = Names(self.material, self.material.values, seen.where)
        try:
            turns = list(seen.directives.turns(start))
        except TemplateError as fault:
            if not _is_known(seen, f"{seen.where}, notes"):
                yield self._cannot(f"{seen.where}, notes", fault)
            return
        if not turns:
            yield kinds.LEFT_OUT.at(Source(self.path.name), place=seen.where, board=self.board)
        for names in turns:
            yield from self._turn(seen, names)

    def _turn(self, seen: Seen, names: Names) -> Iterator[Finding]:
        for words in words_of(seen.slide, seen.where):
            whole = "\n".join(words.paragraphs)
            yield from self._tried(seen, words.place, lambda s=whole: _filled(names, s))  # type: ignore[misc]
        for shape in asking(seen.slide, seen.where):
            find = {"chart": self.material.chart, "table": self.material.table}.get(shape.lead)
            if find is not None and shape.wanted:
                asked = shape.wanted
                yield from self._tried(
                    seen,
                    shape.place,
                    lambda f=find, a=asked: f(_filled(names, a), seen.where),  # type: ignore[misc]
                )

    def _tried(self, seen: Seen, place: str, attempt: Callable[[], object]) -> Iterator[Finding]:
        try:
            attempt()
        except TemplateError as fault:
            if not _is_known(seen, place):
                yield self._cannot(place, fault)

    def _cannot(self, place: str, fault: TemplateError) -> Finding:
        return kinds.CANNOT_FILL.at(Source(self.path.name), place=place, why=fault.why)


def _filled(names: Names, text: str) -> str:
    return names.render(straightened(text, names.where), text)


def _is_known(seen: Seen, place: str) -> bool:
    """Whether a fault of this place was told already: what it leads to is no fault of its own."""
    return any(one.severity is Severity.ERROR for one in seen.findings_at(f"{place}: "))
