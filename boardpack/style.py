"""The look as data: colours, typeface, sizes and logo that pages, slides and charts share.

Ratings are never shown by colour alone: each has a word and a shape. Their fills are ordered by
lightness, so that they stay apart in grey and under simulated colour blindness.
"""

from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Literal

from boardpack.colours import ink_on
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


Weight = Literal["regular", "semibold", "bold", "italic"]


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of TrueType fonts: a file for each weight, and what lettering is centred by."""

    family: str
    regular: Path
    semibold: Path
    bold: Path
    italic: Path
    cap_height: float
    """The height of a capital or a digit, as a share of the size."""

    def file(self, weight: Weight) -> Path:
        """The file of a weight."""
        match weight:
            case "regular":
                return self.regular
            case "semibold":
                return self.semibold
            case "bold":
                return self.bold
            case "italic":
                return self.italic


_FONTS = Path(str(files("boardpack") / "fonts"))
OPEN_SANS = Typeface(
    "Open Sans",
    _FONTS / "OpenSans-Regular.ttf",
    _FONTS / "OpenSans-Semibold.ttf",
    _FONTS / "OpenSans-Bold.ttf",
    _FONTS / "OpenSans-Italic.ttf",
    cap_height=0.714,
)
"""The typeface that the package carries."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes in points that all text of a page follows: running text, and tables and actions."""

    body: float = 12.0
    tables: float = 9.5


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the cover, as its file holds it: how wide it is printed, and what it says."""

    data: bytes
    kind: Literal["png", "jpeg"]
    alt: str
    width: float
    """In millimetres."""
    tall: float
    """Its height as a share of its width."""


@dataclass(frozen=True, slots=True)
class RatingColours:
    """The fill of a rating and the text that is read on it (contrast of 4.5 to 1 or more)."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """What a council may choose. Colours are `#RRGGBB`.

    `structure` is for headings and rules, `tint` for what lies behind text.

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

    typeface: Typeface = OPEN_SANS
    sizes: Sizes = Sizes()
    smallest: float = 14.0
    """The size in points that text on a slide is not shrunk below."""
    logo: Logo | None = None

    def series(self, role: Role) -> RatingColours:
        """The fill of a series and the colour of a label that stands on it."""
        match role:
            case "red" | "amber" | "green" | "blue":
                return self.ratings[Rating(role)]
            case "unrated":
                return self.unrated
            case "mean" | "limit":
                return _labelled(self.quiet)
            case "main":
                return _labelled(self.main)
            case "target":
                return _labelled(self.target)
            case "comparator":
                return _labelled(self.comparator)
            case "first" | "second" | "third":
                return _labelled(self.groups[("first", "second", "third").index(role)])


def _labelled(fill: str) -> RatingColours:
    return RatingColours(fill, ink_on(fill))
