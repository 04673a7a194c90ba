"""How large a page is, and which way it lies: put right where the file says what cannot be."""

from dataclasses import dataclass

import pikepdf

from boardpack.model.board import PaperPage
from boardpack.read.papers.opening import ODDITIES

_A4 = (0.0, 0.0, 595.28, 841.89)
_QUARTER, _TURN = 90, 360
_SMALLEST, _LARGEST = 18.0, 14_400.0
"""In points: a quarter of an inch, and the 200 inches that PDF allows."""
_FARTHEST = 1e6
_CORNERS = 4
_NARROWEST = 1.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """A page's box in its own units, how many points a unit is, and how far it is turned."""

    box: Box
    unit: float
    turn: int
    guessed: bool
    odd_turn: bool

    @property
    def is_absurd(self) -> bool:
        """Whether nobody could print or read a page of this size."""
        page = self.page(0)
        return not all(_SMALLEST <= side <= _LARGEST for side in (page.width, page.height))

    def page(self, index: int) -> PaperPage:
        """The size as it is seen."""
        left, bottom, right, top = self.box
        width, height = (right - left) * self.unit, (top - bottom) * self.unit
        if self.turn % (2 * _QUARTER):
            width, height = height, width
        return PaperPage(round(width, 3), round(height, 3), index)


def measured(page: pikepdf.Dictionary, *, undefined: bool) -> Measure:
    """The measure of a page; `undefined` where the file gave no box and one was put in its place."""
    media = None if undefined else _box(page, "/MediaBox")
    whole = media or _A4
    crop = _box(page, "/CropBox") if media else None
    turn = _number(page, "/Rotate")
    odd = turn is None or turn % _QUARTER != 0
    unit = _number(page, "/UserUnit") if "/UserUnit" in page else 1.0
    return Measure(
        box=_common(crop, whole) if crop else whole,
        unit=unit if unit and unit > 0 else 1.0,
        turn=0 if turn is None or odd else int(turn) % _TURN,
        guessed=media is None,
        odd_turn=odd,
    )


def _common(crop: Box, media: Box) -> Box:
    """What two boxes share; the second where they share nothing."""
    left, bottom = max(crop[0], media[0]), max(crop[1], media[1])
    right, top = min(crop[2], media[2]), min(crop[3], media[3])
    fits = right - left >= _NARROWEST and top - bottom >= _NARROWEST
    return (left, bottom, right, top) if fits else media


def _box(page: pikepdf.Dictionary, key: str) -> Box | None:
    """A box with its corners in order; None where it is no box."""
    try:
        values = [float(edge) for edge in page[key]]
    except ODDITIES:
        return None
    if len(values) != _CORNERS or not all(abs(value) < _FARTHEST for value in values):
        return None
    across, up = sorted(values[::2]), sorted(values[1::2])
    return across[0], up[0], across[1], up[1]


def _number(page: pikepdf.Dictionary, key: str) -> float | None:
    """A number; 0 where there is none, None where something else stands there."""
    try:
        value = float(page.get(key, 0))
    except ODDITIES:
        return None
    return value if abs(value) < _FARTHEST else None


def settle(page: pikepdf.Page, measure: Measure) -> None:
    """Write the measure into the page, in points, so that every program sees the same."""
    unit, box = measure.unit, pikepdf.Array([edge * measure.unit for edge in measure.box])
    if unit != 1.0:
        page.contents_add(b"q %f 0 0 %f 0 0 cm" % (unit, unit), prepend=True)
        page.contents_add(b"Q")
        for note in page.obj.get("/Annots", []):
            note.Rect = pikepdf.Array([float(edge) * unit for edge in note.Rect])
            if "/QuadPoints" in note:
                del note["/QuadPoints"]
    page.obj.MediaBox = box
    page.obj.CropBox = box
    page.obj.Rotate = measure.turn
