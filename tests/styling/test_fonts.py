"""Fonts of a council: which are taken, and why others are refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from boardpack.errors import SettingsError
from boardpack.style import OPEN_SANS
from tests.styling import making
from tests.styling.making import DEJAVU, changed, styled

ALL = '[fonts]\nfamily = "DejaVu Sans"\nregular = "DejaVuSans.ttf"\nbold = "DejaVuSans-Bold.ttf"\n'


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """The fonts folder of the templates in `tmp_path`."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf"):
        shutil.copy(DEJAVU / name, folder)
    return folder


def test_a_typeface_is_its_files(fonts: Path) -> None:
    style = styled(fonts.parent, ALL + 'italic = "DejaVuSans-Oblique.ttf"')
    assert style.typeface.family == "DejaVu Sans"
    assert style.typeface.file("regular") == fonts / "DejaVuSans.ttf"
    assert style.typeface.file("italic") == fonts / "DejaVuSans-Oblique.ttf"
    assert style.typeface.cap_height == 0.729


def test_a_bold_stands_in_for_a_semibold_and_a_regular_for_an_italic(fonts: Path) -> None:
    face = styled(fonts.parent, ALL).typeface
    assert (face.semibold, face.italic) == (face.bold, face.regular)


def test_the_height_of_capitals_is_measured_where_a_font_does_not_tell_it(fonts: Path) -> None:
    def forget(font: object) -> None:
        font["OS/2"].sCapHeight = 0  # type: ignore[index]

    changed(fonts / "DejaVuSans.ttf", forget)
    assert styled(fonts.parent, ALL).typeface.cap_height == OPEN_SANS.cap_height


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (making.postscript, "whose outlines are not TrueType. Choose the .ttf of the family"),
        (
            lambda path: changed(path, making.may_be_embedded(0x0002)),
            "whose licence forbids embedding it in a file. Choose another font.",
        ),
        (
            lambda path: changed(path, making.may_be_embedded(0x0108)),
            "whose licence forbids embedding a part of it. Choose another font.",
        ),
        (lambda path: changed(path, making.as_web_font), "which is a web font."),
        (
            lambda path: changed(path, making.with_all_weights),
            "which holds all weights in one file. Choose a file for each weight.",
        ),
        (
            lambda path: changed(path, making.without_letters),
            "which lacks letters or digits. Choose a font for text.",
        ),
        (lambda path: path.write_bytes(b"no font"), "which cannot be read as a font."),
        (
            lambda path: path.write_bytes(OPEN_SANS.regular.read_bytes()[:5000]),
            "which cannot be read as a font.",
        ),
        (lambda path: path.unlink(), "and there is no such file in "),
    ],
)
def test_a_font_that_cannot_be_used_is_refused_in_words(
    fonts: Path, make: Callable[[Path], object], said: str
) -> None:
    make(fonts / "DejaVuSans.ttf")
    with pytest.raises(SettingsError) as refusal:
        styled(fonts.parent, ALL)
    assert f'style.toml: fonts.regular is "DejaVuSans.ttf", {said}' in str(refusal.value)


@pytest.mark.parametrize("allows", [0x0000, 0x0004, 0x0008, 0x0006])
def test_a_font_that_allows_embedding_is_taken(fonts: Path, allows: int) -> None:
    changed(fonts / "DejaVuSans.ttf", making.may_be_embedded(allows))
    assert styled(fonts.parent, ALL).typeface.family == "DejaVu Sans"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('family = "Arial"', 'fonts.family is "Arial", and no files are named.'),
        ('regular = "DejaVuSans.ttf"', "fonts.bold is missing. Name its file."),
        ('bold = "DejaVuSans.ttf"', "fonts.regular is missing. Name its file."),
        (
            'regular = "../fonts/DejaVuSans.ttf"\nbold = "DejaVuSans.ttf"',
            "which is not the name of a file.",
        ),
        ('family = "A\'B"', "fonts.family: a name has letters, digits, spaces and hyphens only."),
    ],
)
def test_names_that_do_not_fit_are_told(fonts: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        styled(fonts.parent, f"[fonts]\n{text}\n")
    assert said in str(refusal.value)
