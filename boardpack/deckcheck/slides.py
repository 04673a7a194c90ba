"""Every fault of one slide that its template alone tells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2

from boardpack.deckcheck import kinds
from boardpack.deckcheck.asked import Unknown, unknown
from boardpack.deckcheck.notes import read_lines
from boardpack.deckcheck.places import Asking, Words, asking, words_of
from boardpack.deckcheck.tags import read_tags, unreadable
from boardpack.deckcheck.walk import ANY, Fault, Scope, Walk, scope_of
from boardpack.document.schema import Schema
from boardpack.findings import Finding, FindingKind
from boardpack.model.source import Source
from boardpack.near import nearest
from boardpack.renderers.slides.directives import Directives
from boardpack.renderers.slides.shapes import FILLED, text_of, title_of

_PICTURES, _LOGO = "pictures", "logo"


@dataclass(slots=True)
class Seen:
    """What is known of a slide once it was looked at.

    `title` is as it stands, `asks` every name that its tags and shapes ask for, `steered` whether
    its notes say how often it is shown.
    """

    number: int
    slide: Any
    directives: Directives
    title: str
    findings: list[Finding] = field(default_factory=list)
    asks: set[str] = field(default_factory=set)
    has_tags: bool = False

    def findings_at(self, place: str) -> list[Finding]:
        """The findings whose sentence begins with this place."""
        return [one for one in self.findings if one.message.startswith(place)]

    @property
    def where(self) -> str:
        """`slide 4`."""
        return f"slide {self.number}"


@dataclass(frozen=True, slots=True)
class Looking:
    """Looks at slides: by which names, in which file."""

    schema: Schema
    path: Path

    def at(self, slide: Any, number: int) -> Seen:
        """The faults of a slide, whose notes lines are taken out of it."""
        where = f"slide {number}"
        lines = read_lines(slide, where)
        title = title_of(slide)
        seen = Seen(number, slide, lines.directives, "" if title is None else text_of(title))
        if title is None:
            self._tell(seen, kinds.NO_TITLE, where)
        notes = f"{where}, notes"
        for line, why in lines.faults:
            self._tell(seen, kinds.BROKEN_LINE, notes, tag=line, why=why)
        scope = {**scope_of(self.schema), **dict.fromkeys(lines.lost, ANY)}
        scope = self._directives(seen, notes, scope)
        used: set[str] = set()
        for words in words_of(slide, where):
            used |= self._words(seen, words, scope)
        loop = lines.directives.loop
        if loop is not None and loop[0] not in used and not seen.findings_at(f'{notes}: "for:'):
            self._tell(seen, kinds.SAME_SLIDES, notes, name=loop[0])
        for shape in asking(slide, where):
            self._shape(seen, shape)
        return seen

    def _directives(self, seen: Seen, notes: str, scope: Scope) -> Scope:
        """The names that the slide's tags may use: with the item of its loop."""
        loop = seen.directives.loop
        seen.has_tags |= loop is not None or bool(seen.directives.conditions)
        if loop is not None:
            line = f"for: {loop[0]} in {loop[1]}"
            scope = {**scope, loop[0]: self._expression(seen, notes, loop[1], line, scope, True)}
        for condition in seen.directives.conditions:
            self._expression(seen, notes, condition, f"if: {condition}", scope, False)
        return scope

    def _expression(
        self, seen: Seen, notes: str, source: str, line: str, scope: Scope, listed: bool
    ) -> Any:
        walk = Walk(self.schema)
        try:
            found = walk.item(source, scope) if listed else walk.value(source, scope)
        except (jinja2.TemplateSyntaxError, ValueError) as fault:
            why = unreadable(str(fault))
            self._tell(seen, kinds.BROKEN_LINE, notes, tag=line, why=why)
            return ANY
        seen.asks |= walk.used | walk.things
        for one in walk.faults:
            self._fault(seen, notes, one, f'"{line}"')
        return found

    def _words(self, seen: Seen, words: Words, scope: Scope) -> set[str]:
        """Look at the tags of a text; gives the names that they use."""
        read = read_tags(words.paragraphs)
        seen.has_tags |= bool(read.tags or read.faults)
        for written, why in read.faults:
            self._tell(seen, kinds.BROKEN_TAG, words.place, tag=written, why=why)
        walk = Walk(self.schema)
        walk.text(read.source, scope)
        seen.asks |= walk.used | walk.things
        for one in walk.faults:
            tag = read.tags[min(one.line, len(read.tags)) - 1]
            self._fault(seen, words.place, one, tag.written)
        return walk.used

    def _shape(self, seen: Seen, shape: Asking) -> None:
        if shape.lead not in FILLED:
            meant = nearest(shape.lead, FILLED)
            if meant is not None:
                self._tell(seen, kinds.LIKE_LEAD, shape.place, lead=shape.lead, meant=meant)
            return
        seen.has_tags = True
        if not shape.wanted:
            self._tell(seen, kinds.NO_NAME, shape.place, lead=shape.lead)
            return
        if shape.grouped:
            self._tell(seen, kinds.GROUPED, shape.place)
        begun, brace, _ = shape.wanted.partition("{")
        if shape.lead == "picture":
            if not brace and not self._has_picture(shape.wanted):
                facts = {"name": shape.wanted, "folder": self.path.parent / _PICTURES}
                self._tell(seen, kinds.NO_PICTURE, shape.place, **facts)
            return
        seen.asks.add(f"{shape.lead} {shape.wanted}")
        lost = unknown(self.schema, shape.lead, begun, whole=not brace) if begun else None
        if lost is not None:
            self._lost(seen, shape.place, lost)

    def _has_picture(self, wanted: str) -> bool:
        """Whether a picture is beside the template; the logo is that of the style."""
        folders = (self.path.parent / _PICTURES, self.path.parent)
        return wanted.casefold() == _LOGO or any((one / wanted).is_file() for one in folders)

    def _fault(self, seen: Seen, place: str, one: Fault, tag: str) -> None:
        meant = f'"{one.meant}"' if one.meant else kinds.NAMES
        match one.what:
            case "name":
                self._tell(seen, kinds.UNKNOWN_NAME, place, tag=tag, name=one.name, meant=meant)
            case "list":
                self._tell(seen, kinds.NO_LIST, place, tag=tag, name=one.name)
            case "filter" | "test":
                facts = {"what": one.what, "name": one.name, "meant": meant}
                self._tell(seen, kinds.UNKNOWN_FILTER, place, tag=tag, **facts)
            case _:
                self._lost(seen, f"{place}: {tag}", Unknown(one.what, one.name, one.meant))

    def _lost(self, seen: Seen, place: str, lost: Unknown) -> None:
        meant = f'"{lost.meant}"' if lost.meant else kinds.NAMES
        facts = {"what": lost.what, "name": lost.name, "meant": meant}
        self._tell(seen, kinds.UNKNOWN_THING, place, **facts)

    def _tell(self, seen: Seen, kind: FindingKind, place: str, **facts: Any) -> None:
        found = kind.at(Source(self.path.name), place=place, **facts)
        if found not in seen.findings:
            seen.findings.append(found)


def same_titles(path: Path, slides: list[Seen]) -> Iterator[Finding]:
    """The slides that are always shown and have the title of another one."""
    first: dict[str, Seen] = {}
    for seen in slides:
        if not seen.title or seen.directives.conditions:
            continue
        other = first.setdefault(seen.title.casefold(), seen)
        if other is not seen:
            yield kinds.SAME_TITLE.at(
                Source(path.name), place=seen.where, title=seen.title, other=other.where
            )
