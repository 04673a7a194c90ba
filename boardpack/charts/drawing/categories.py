"""The names of categories in the margin beside horizontal bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from boardpack.charts.drawing.labels import LEADING, SIZE, Type, block
from boardpack.charts.drawing.lettering import visible, width_of, wrapped
from boardpack.charts.drawing.picture import Label
from boardpack.style import Typeface

_GAP = 8.0
_SHARE = 0.38
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Categories:
    """The names in lines, and the margin that the longest of them needs."""

    names: tuple[tuple[str, ...], ...]
    face: Typeface

    @property
    def margin(self) -> float:
        """How far the bars stand off the edge of the sheet."""
        return _GAP + max(
            width_of(line, SIZE, face=self.face) for lines in self.names for line in lines
        )

    @property
    def height(self) -> float:
        """The height of the tallest name."""
        return LEADING * max(len(lines) for lines in self.names)

    def labels(self, middles: Sequence[float], colour: str) -> list[Label]:
        """Each name around the middle of its bars."""
        return [
            part
            for lines, middle in zip(self.names, middles, strict=True)
            for part in block(lines, 0.0, middle, Type(colour, self.face))
        ]


def categories(
    names: Sequence[str], width: float, pitch: float | None, face: Typeface
) -> Categories:
    """The names, broken to fit their share of the width and, where it is given, the pitch of the bars."""
    most = _MOST_LINES if pitch is None else min(max(int(pitch / LEADING), 1), _MOST_LINES)
    room = width * _SHARE - _GAP
    lines = tuple(wrapped(visible(name), SIZE, room, most=most, face=face) for name in names)
    return Categories(lines, face)
