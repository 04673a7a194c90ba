"""The tags of a slide filled from a meeting, with nothing written: what only real values tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Dry:
    """A dry run of slides at the meeting of a board."""

    material: Material
    path: Path
    board: str

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
            with self._met(seen, words.place) as met:
                _filled(names, "\n".join(words.paragraphs))
            yield from met
        finds = {"chart": self.material.chart, "table": self.material.table}
        for shape in asking(seen.slide, seen.where):
            if shape.lead in finds and shape.wanted:
                with self._met(seen, shape.place) as met:
                    finds[shape.lead](_filled(names, shape.wanted), seen.where)
                yield from met

    @contextmanager
    def _met(self, seen: Seen, place: str) -> Iterator[list[Finding]]:
        """The findings that filling a place leads to, unless a fault of it is known."""
        met: list[Finding] = []
        try:
            yield met
        except TemplateError as fault:
            if not _is_known(seen, place):
                met.append(self._cannot(place, fault))

    def _cannot(self, place: str, fault: TemplateError) -> Finding:
        return kinds.CANNOT_FILL.at(Source(self.path.name), place=place, why=fault.why)


def _filled(names: Names, text: str) -> str:
    return names.render(straightened(text, names.where), text)


def _is_known(seen: Seen, place: str) -> bool:
    """Whether a fault of this place was told already: what it leads to is no fault of its own."""
    return any(one.severity is Severity.ERROR for one in seen.findings_at(f"{place}: "))
