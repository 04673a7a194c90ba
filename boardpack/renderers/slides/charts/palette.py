"""Which colours a chart has: those of the slide's theme, and the style's own where they mean something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from boardpack.charts.spec import MarkKind
from boardpack.colours import BLACK, READABLE, VISIBLE, WHITE, contrast, distance, ink_on
from boardpack.renderers.slides.charts.theme import Ink, Theme
from boardpack.style import Role, Style

Colour = str | Ink
"""A colour `#RRGGBB` that stays, or one that follows the theme."""

_GREYS = {True: ((65, 35), (75, 25), (85, 15)), False: ((65, 0), (75, 0), (85, 0))}
_HAIR = {True: (15, 85), False: (35, 0)}
_TINTS = ((60, 40), (75, 25), (50, 0))
_APART = 1.8
"""The least contrast of two bars that stand side by side for now and then."""
_FULL_SIGHT = "full colour sight"


def looks(colour: Colour) -> str:
    """What a colour looks like now, as `#RRGGBB`."""
    return colour.looks if isinstance(colour, Ink) else colour


@dataclass(frozen=True, slots=True)
class Fill:
    """The colour of a series, what can be read on it, and what can be read beside it."""

    fill: Colour
    on: Colour
    label: Colour


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the charts of one slide: text is read at 4.5 to 1, lines are seen at 3 to 1."""

    style: Style
    behind: str
    paper: Colour
    """The colour that parts of a bar are kept apart by."""
    text: Colour
    quiet: Colour
    hairline: Colour
    accents: tuple[Colour, ...]
    """The accents that are seen on the slide; the colour of its text where there is none."""

    @classmethod
    def of(cls, slide: Any, style: Style) -> "Palette":
        """The palette of a slide, after the theme of its master."""
        theme = Theme.of(slide)
        text = _text(theme)
        is_dark = contrast(text.looks, WHITE) > contrast(text.looks, BLACK)
        greys = [text.changed(*change) for change in _GREYS[is_dark]]
        quiet = next((g for g in greys if contrast(g.looks, theme.behind) >= READABLE), text)
        seen = tuple(one for one in theme.accents if contrast(one.looks, theme.behind) >= VISIBLE)
        hairline = text.changed(*_HAIR[is_dark])
        return cls(style, theme.behind, _paper(theme), text, quiet, hairline, seen or (text, quiet))

    def series(self, role: Role) -> Fill:
        """How a series of this role looks. Ratings are the same in every deck."""
        match role:
            case "red" | "amber" | "green" | "blue" | "unrated":
                fixed = self.style.series(role)
                return Fill(fixed.fill, fixed.text, self._label(fixed.fill))
            case "mean" | "limit" | "comparator":
                return self._fill(self.quiet)
            case "main" | "first":
                return self._fill(self.accents[0])
            case "target":
                others = [one for one in self.accents[1:] if self._is_read(one)]
                return self._fill(self._furthest(others))
            case "second":
                return self._fill(self._furthest(self.accents[1:]))
            case "third":
                return self._fill(self._paler())

    def mark(self, kind: MarkKind) -> Colour:
        """The colour of points that are more than chance, the style's own where it is seen here."""
        kinds: tuple[MarkKind, ...] = ("improvement", "concern", "neutral")
        own = self.style.marks[kinds.index(kind)]
        return own if contrast(own, self.behind) >= VISIBLE else self.text

    def _fill(self, colour: Colour) -> Fill:
        return Fill(colour, ink_on(looks(colour)), self._label(colour))

    def _label(self, colour: Colour) -> Colour:
        return colour if self._is_read(colour) else self.text

    def _is_read(self, colour: Colour) -> bool:
        return contrast(looks(colour), self.behind) >= READABLE

    def _paler(self) -> Colour:
        """The first colour as it stands for an earlier time; grey where it cannot be paler and be seen."""
        first = self.accents[0]
        tints = [first.changed(*tint) for tint in _TINTS] if isinstance(first, Ink) else []
        found = (
            tint
            for tint in tints
            if contrast(tint.looks, self.behind) >= VISIBLE
            and contrast(tint.looks, looks(first)) >= _APART
        )
        return next(found, self.quiet)

    def _furthest(self, found: Sequence[Colour]) -> Colour:
        """The colour that is told best from the first, by its hue or its lightness."""
        first = looks(self.accents[0])
        return max(
            found, key=lambda one: distance(looks(one), first, _FULL_SIGHT), default=self.quiet
        )


def _text(theme: Theme) -> Ink:
    """The theme's colour of text where it is read on the slide, else the one that is read best."""
    inks = [theme.inks[slot] for slot in ("tx1", "bg1", "tx2", "bg2")]
    read = (ink for ink in inks if contrast(ink.looks, theme.behind) >= READABLE)
    return next(read, max(inks, key=lambda ink: contrast(ink.looks, theme.behind)))


def _paper(theme: Theme) -> Colour:
    inks = (theme.inks[slot] for slot in ("bg1", "tx1", "bg2", "tx2"))
    return next((ink for ink in inks if ink.looks == theme.behind), theme.behind)
