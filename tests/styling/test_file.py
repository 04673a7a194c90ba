"""The style file: what it changes, what a council may leave out, and every message about a fault."""

import re
from pathlib import Path

import pytest

from boardpack.errors import SettingsError
from boardpack.model.plan import Rating
from boardpack.style import RatingColours, Sizes, Style
from boardpack.styling.file import load_style
from tests.styling.making import styled

TEMPLATES = Path(__file__).parents[2] / "templates"


def refused(templates: Path, text: str) -> list[str]:
    """The messages about a style file, without its path."""
    with pytest.raises(SettingsError) as refusal:
        styled(templates, text)
    start = f"{templates / 'style.toml'}: "
    lines = str(refusal.value).splitlines()
    assert all(line.startswith(start) for line in lines)
    return [line.removeprefix(start) for line in lines]


def test_without_a_style_file_the_look_is_the_usual_one(tmp_path: Path) -> None:
    assert load_style(tmp_path) == Style()


def test_the_style_file_that_comes_with_the_tool_says_what_is_usual() -> None:
    assert (TEMPLATES / "style.toml").is_file()
    assert load_style(TEMPLATES) == Style()


def test_the_style_file_that_comes_with_the_tool_names_everything_that_can_be_set(
    tmp_path: Path,
) -> None:
    text = (TEMPLATES / "style.toml").read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for name in re.findall(r"^(\w+) =", kept, re.MULTILINE):
        without = re.sub(rf"^{name} = .*$", "", text, flags=re.MULTILINE)
        assert styled(tmp_path, without) == Style(), f"without {name}"
    shown = set(re.findall(r"^(\w+) =", kept, re.MULTILINE))
    assert shown == {
        *("structure", "text", "quiet", "hairline", "tint", "question"),
        *("main", "target", "comparator", "groups", "fill"),
        *("family", "regular", "semibold", "bold", "italic"),
        *("body", "tables", "smallest", "file", "width", "alt"),
    }


def test_colours_and_sizes_are_what_the_file_says(tmp_path: Path) -> None:
    style = styled(
        tmp_path,
        '[colours]\nstructure = "#0b5d3b"\ngroups = ["#0B5D3B", "#C8701A", "#8C7BC6"]\n'
        '[colours.ratings.green]\nfill = "#6FBF8F"\n[colours.ratings.unrated]\ntext = "#000000"\n'
        "[sizes]\nbody = 13.5\ntables = 10\n",
    )
    assert style.structure == "#0B5D3B"
    assert style.groups == ("#0B5D3B", "#C8701A", "#8C7BC6")
    assert style.ratings[Rating.GREEN] == RatingColours("#6FBF8F", "#000000")
    assert style.ratings[Rating.RED] == Style().ratings[Rating.RED]
    assert style.unrated == RatingColours("#FFFFFF", "#000000")
    assert style.sizes == Sizes(13.5, 10.0)
    assert style.text == Style().text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[colours]\nstructre = "#12436D"',
            "colours.structre is not a setting. Correct its spelling or take it out.",
        ),
        (
            '[colours]\ntext = "dark grey"',
            (
                'colours.text: "dark grey" is not a colour. Write # and six digits from 0 to 9 and A to F, '
                "such as #12436D."
            ),
        ),
        ("[colours]\ntext = 222222", "colours.text is not text. Put it between quotation marks."),
        (
            '[colours]\ngroups = ["#12436D"]',
            "colours.groups: three colours are needed here, not 1. Add or take out some.",
        ),
        (
            '[colours.ratings.purple]\nfill = "#12436D"',
            "colours.ratings.purple is not a setting. Correct its spelling or take it out.",
        ),
        (
            "[sizes]\nbody = 9",
            'sizes.body is "9", and it should be greater than or equal to 10. Correct it.',
        ),
        (
            "[sizes]\ntables = 8.5",
            'sizes.tables is "8.5", and it should be greater than or equal to 9. Correct it.',
        ),
        (
            "[sizes]\nbody = 14.5",
            'sizes.body is "14.5", and it should be less than or equal to 14. Correct it.',
        ),
    ],
)
def test_what_cannot_be_understood_is_told(tmp_path: Path, text: str, said: str) -> None:
    assert refused(tmp_path, text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[colours]\nquiet = "#777777"\n',
            (
                "colours.quiet (#777777) on white has a contrast of 4.47 to 1, and 4.5 to 1 is needed. "
                "Make it darker."
            ),
        ),
        (
            '[colours]\ntint = "#6FA287"\n',
            (
                "colours.quiet (#595959) on colours.tint (#6FA287) has a contrast of 2.39 to 1, and "
                "4.5 to 1 is needed. Make one darker or the other lighter."
            ),
        ),
        (
            '[colours.ratings.amber]\ntext = "#FFFFFF"\n',
            (
                "colours.ratings.amber.text (#FFFFFF) on colours.ratings.amber.fill (#FFBF3F) has a "
                "contrast of 1.64 to 1, and 4.5 to 1 is needed. Make one darker or the other lighter."
            ),
        ),
        (
            '[colours]\ncomparator = "#AAAAAA"\n',
            (
                "colours.comparator (#AAAAAA) on white has a contrast of 2.32 to 1, and 3 to 1 is "
                "needed. Make it darker."
            ),
        ),
        (
            '[colours]\ngroups = ["#12436D", "#D9822B", "#A285D1"]\n',
            (
                "colours.groups.2 (#D9822B) on white has a contrast of 2.92 to 1, and 3 to 1 is needed. "
                "Make it darker."
            ),
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_both_colours_and_what_is_needed(
    tmp_path: Path, text: str, said: str
) -> None:
    assert said in refused(tmp_path, text)


def test_ratings_that_are_one_grey_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, '[colours.ratings.green]\nfill = "#FFBF5F"\n') == [
        (
            "colours.ratings.amber.fill (#FFBF3F) and colours.ratings.green.fill (#FFBF5F) look alike in "
            "grey: their lightness differs by 0.3 of 100, and 3 is needed. Make one of them darker or "
            "lighter."
        )
    ]


def test_ratings_that_a_colour_blind_reader_confuses_are_refused(tmp_path: Path) -> None:
    (said,) = refused(
        tmp_path,
        '[colours.ratings.red]\nfill = "#B02020"\n'
        '[colours.ratings.green]\nfill = "#887000"\ntext = "#FFFFFF"\n',
    )
    for named in ("colours.ratings.green.fill (#887000)", "colours.ratings.red.fill (#B02020)"):
        assert named in said
    assert "look alike to someone with green blindness (deuteranopia)" in said
    assert said.endswith("Make one of them darker or lighter.")


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        '[colours]\nquiet = "#AAAAAA"\n[fonts]\nfamily = "Arial"\n[logo]\nfile = "no.png"\nalt = "A"',
    )
    assert {line.split()[0] for line in said} == {"colours.quiet", "fonts.family", "logo.file"}
