"""A slide template looked at as a whole: every fault, or what a deck without tags offers."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boardpack.analysis.overview import Overview
from boardpack.deckcheck import kinds
from boardpack.deckcheck.dry import Dry
from boardpack.deckcheck.places import never_filled
from boardpack.deckcheck.slides import Looking, Seen, same_titles
from boardpack.deckcheck.standard import not_shown
from boardpack.document.compose import deck_template, material
from boardpack.document.pack import Material
from boardpack.document.schema import schema, schema_of
from boardpack.errors import TemplateError
from boardpack.findings import Finding, Severity
from boardpack.model.source import Source
from boardpack.renderers import slides
from boardpack.renderers.slides.opening import open_deck


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout: what it is called, what it takes, and its number in the layout."""

    name: str
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of a deck with its placeholders."""

    name: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a template; `layouts` are told where it has no tags. `board` was filled in."""

    path: Path
    slides: int
    board: str | None
    findings: tuple[Finding, ...]
    layouts: tuple[Layout, ...] = ()


def check(path: Path, overview: Overview | None = None) -> Checked:
    """Every fault of a slide template, told by itself and, where there is one, by a meeting."""
    deck = open_deck(path)
    looking = Looking(schema() if overview is None else schema_of(overview), path)
    seen = [looking.at(slide, number) for number, slide in enumerate(deck.slides, start=1)]
    board = None if overview is None else overview.meeting.date.isoformat()
    if not any(one.has_tags for one in seen):
        found = (*_untagged(path, len(seen), overview), *_elsewhere(deck, path))
        return Checked(path, len(seen), board, found, _layouts(deck))
    if overview is not None and board is not None:
        given = material(overview)
        dry = Dry(given, path, board)
        for one in seen:
            one.findings += dry.findings(one)
        _build(seen, given, path)
    return Checked(path, len(seen), board, tuple(_findings(deck, seen, path)))


def _findings(deck: Any, seen: list[Seen], path: Path) -> Iterator[Finding]:
    for one in seen:
        yield from one.findings
    yield from same_titles(path, seen)
    yield from _elsewhere(deck, path)
    yield from not_shown(path.name, (name for one in seen for name in one.asks))


def _elsewhere(deck: Any, path: Path) -> Iterator[Finding]:
    for words, where in never_filled(deck):
        for tag in words.tags:
            yield kinds.NOT_FILLED.at(Source(path.name), place=words.place, tag=tag, where=where)


def _build(seen: list[Seen], given: Material, path: Path) -> None:
    """Make the deck where nothing was found against it, so that a build cannot refuse it after all."""
    if any(one.severity is Severity.ERROR for slide in seen for one in slide.findings):
        return
    try:
        slides.render(given, path)
    except TemplateError as fault:
        place = str(fault).removeprefix(f"{path}, ").partition(": ")[0]
        seen[-1].findings.append(
            kinds.CANNOT_FILL.at(Source(path.name), place=place, why=fault.why)
        )


def _untagged(path: Path, count: int, overview: Overview | None) -> Iterator[Finding]:
    """What a build makes of a deck without tags, and whether it can."""
    named = None if overview is None else deck_template(overview, path.parent)
    layouts = named.layouts if named is not None and named.path == path else {}
    if layouts or not count:
        then = "the standard deck is made from its layouts"
    else:
        then = "its slides would be shown as they are"
    yield kinds.NO_TAGS.at(Source(path.name), then=then)
    if overview is not None and (layouts or not count):
        try:
            slides.render(material(overview), path, layouts=layouts)
        except TemplateError as fault:
            yield kinds.CANNOT_FILL.at(Source(path.name), place="the standard deck", why=fault.why)


def _layouts(deck: Any) -> tuple[Layout, ...]:
    return tuple(
        Layout(
            layout.name,
            tuple(
                Holder(
                    one.name, one.placeholder_format.type.name.lower(), one.placeholder_format.idx
                )
                for one in layout.placeholders
            ),
        )
        for master in deck.slide_masters
        for layout in master.slide_layouts
    )
