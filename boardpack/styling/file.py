"""The style file, checked: every fault of its colours, fonts, logo and sizes is told in one run."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from boardpack.errors import SettingsError
from boardpack.model.plan import Rating
from boardpack.settings import SENTENCE, Section, load_file
from boardpack.style import OPEN_SANS, RatingColours, Sizes, Style
from boardpack.styling.contrast import contrast_faults
from boardpack.styling.fonts import FontFiles, typeface
from boardpack.styling.logo import MOST_ACROSS, LogoFile, read_logo

NAME = "style.toml"
_DEFAULT = Style()
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FAMILY = re.compile(r"[\w -]+")


def _colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise PydanticCustomError(
            SENTENCE,
            '"{text}" is not a colour. Write # and six digits from 0 to 9 and A to F, such as #12436D.',
            {"text": text},
        )
    return text.upper()


def _groups(colours: tuple[str, ...]) -> tuple[str, ...]:
    if len(colours) != len(_DEFAULT.groups):
        raise PydanticCustomError(
            SENTENCE,
            "three colours are needed here, not {found}. Add or take out some.",
            {"found": len(colours)},
        )
    return colours


Colour = Annotated[str, AfterValidator(_colour)]


class RatingSection(Section):
    """The fill of a rating and the text on it; what is left out stays as it is."""

    fill: Colour | None = None
    text: Colour | None = None

    def over(self, usual: RatingColours) -> RatingColours:
        """The colours of a rating, the usual ones where none are given."""
        return RatingColours(self.fill or usual.fill, self.text or usual.text)


class RatingsSection(Section):
    """The colours of the ratings."""

    blue: RatingSection = RatingSection()
    green: RatingSection = RatingSection()
    amber: RatingSection = RatingSection()
    red: RatingSection = RatingSection()
    unrated: RatingSection = RatingSection()


class ColoursSection(Section):
    """The colours of pages and charts."""

    structure: Colour = _DEFAULT.structure
    text: Colour = _DEFAULT.text
    quiet: Colour = _DEFAULT.quiet
    hairline: Colour = _DEFAULT.hairline
    tint: Colour = _DEFAULT.tint
    question: Colour = _DEFAULT.question
    main: Colour = _DEFAULT.main
    target: Colour = _DEFAULT.target
    comparator: Colour = _DEFAULT.comparator
    groups: Annotated[tuple[Colour, ...], AfterValidator(_groups)] = _DEFAULT.groups
    ratings: RatingsSection = RatingsSection()


class FontsSection(Section):
    """The typeface: its name and the files of its weights, in templates/fonts/."""

    family: str = OPEN_SANS.family
    regular: str = ""
    semibold: str = ""
    bold: str = ""
    italic: str = ""

    @field_validator("family")
    @classmethod
    def _can_be_a_name(cls, family: str) -> str:
        if not _FAMILY.fullmatch(family):
            raise PydanticCustomError(
                SENTENCE, "a name has letters, digits, spaces and hyphens only. Write it so."
            )
        return family


class SizesSection(Section):
    """The sizes of text on a page, in points."""

    body: float = Field(default=_DEFAULT.sizes.body, ge=10, le=14)
    tables: float = Field(default=_DEFAULT.sizes.tables, ge=9, le=11)


class SlidesSection(Section):
    """How far text on a slide may be shrunk, in points."""

    smallest: float = Field(default=_DEFAULT.smallest, ge=10, le=24)


class LogoSection(Section):
    """The picture on the cover, a file in templates/."""

    file: str = ""
    width: float = Field(default=40.0, ge=10, le=MOST_ACROSS)
    alt: str = ""


class StyleFile(Section):
    """The whole of style.toml."""

    colours: ColoursSection = ColoursSection()
    fonts: FontsSection = FontsSection()
    sizes: SizesSection = SizesSection()
    slides: SlidesSection = SlidesSection()
    logo: LogoSection = LogoSection()


def load_style(templates: Path) -> Style:
    """The look that a council chose, or the usual one where there is no style file."""
    path = templates / NAME
    if not path.exists():
        return _DEFAULT
    chosen = load_file(path, StyleFile, "Copy one from another board's folder.")
    faults: list[str] = []
    fonts = FontFiles(**chosen.fonts.model_dump())
    logo = LogoFile(**chosen.logo.model_dump())
    style = Style(
        **chosen.colours.model_dump(exclude={"ratings"}),
        ratings=_ratings(chosen.colours.ratings),
        unrated=chosen.colours.ratings.unrated.over(_DEFAULT.unrated),
        typeface=typeface(fonts, templates / "fonts", faults),
        sizes=Sizes(chosen.sizes.body, chosen.sizes.tables),
        smallest=chosen.slides.smallest,
        logo=read_logo(logo, templates, faults),
    )
    faults = [*contrast_faults(style), *faults]
    if faults:
        raise SettingsError(path, faults)
    return style


def _ratings(section: RatingsSection) -> dict[Rating, RatingColours]:
    chosen = {
        Rating.BLUE: section.blue,
        Rating.RED: section.red,
        Rating.AMBER: section.amber,
        Rating.GREEN: section.green,
    }
    return {rating: colours.over(_DEFAULT.ratings[rating]) for rating, colours in chosen.items()}
