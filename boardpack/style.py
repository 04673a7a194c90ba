"""The look as data: colours and fonts that pages, slides and charts share.

Ratings are never shown by colour alone: each has a word and a shape. Their fills are ordered by
lightness, so that they stay apart in grey and under simulated colour blindness.
"""

from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Literal

from boardpack.model.plan import Rating

Role = Literal[
    "red", "amber", "green", "blue", "unrated",  # a rating
    "main", "target", "comparator", "mean", "limit",  # a measure over time
    "first", "second", "third",                  # areas or groups side by side
]  # fmt: skip
"""What a series of a chart shows; how it looks follows from it."""

IconShape = Literal["circle", "triangle", "square", "tick"]

RATING_ICONS: dict[Rating, IconShape] = {
    Rating.GREEN: "circle",
    Rating.AMBER: "triangle",
    Rating.RED: "square",
    Rating.BLUE: "tick",
}


@dataclass(frozen=True, slots=True)
class RatingColours:
    """The fill of a rating and the text that is read on it (contrast of 4.5 to 1 or more)."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """Colours as `#RRGGBB`. `structure` is for headings and rules, `tint` for what lies behind text.

    The series colours are those of the Government Analysis Function's palette.
    """

    structure: str = "#12436D"
    text: str = "#222222"
    quiet: str = "#595959"
    hairline: str = "#C8CDD2"
    tint: str = "#EEF3F8"
    question: str = "#FFF6E0"
    ratings: dict[Rating, RatingColours] = field(
        default_factory=lambda: {
            Rating.BLUE: RatingColours("#1F4E9E", "#FFFFFF"),
            Rating.RED: RatingColours("#8B0A1A", "#FFFFFF"),
            Rating.AMBER: RatingColours("#FFBF3F", "#000000"),
            Rating.GREEN: RatingColours("#7CC99A", "#000000"),
        }
    )
    unrated: RatingColours = RatingColours("#FFFFFF", "#3D3D3D")
    main: str = "#12436D"
    target: str = "#801650"
    comparator: str = "#595959"
    marks: tuple[str, str, str] = ("#1D70B8", "#C2410C", "#5A3E85")
    """Points of a control chart that improve, that are of concern, and that are neither."""
    groups: tuple[str, str, str] = ("#12436D", "#28A197", "#A285D1")

    def series(self, role: Role) -> RatingColours:
        """The fill of a series and the colour of a label that stands on it."""
        match role:
            case "red" | "amber" | "green" | "blue":
                return self.ratings[Rating(role)]
            case "unrated":
                return self.unrated
            case "main":
                return RatingColours(self.main, "#FFFFFF")
            case "target":
                return RatingColours(self.target, "#FFFFFF")
            case "mean" | "limit":
                return RatingColours(self.quiet, "#FFFFFF")
            case "comparator":
                return RatingColours(self.comparator, "#FFFFFF")
            case "first":
                return RatingColours(self.groups[0], "#FFFFFF")
            case "second":
                return RatingColours(self.groups[1], "#000000")
            case "third":
                return RatingColours(self.groups[2], "#000000")


Weight = Literal["regular", "semibold", "bold", "italic"]


def font_file(weight: Weight) -> Path:
    """The Open Sans file of a weight, as the package carries it."""
    return Path(str(files("boardpack") / "fonts" / f"OpenSans-{weight.capitalize()}.ttf"))
