"""The logo of a council: what is taken of it, and why others are refused."""

from pathlib import Path

import pytest

from boardpack.errors import SettingsError
from tests.styling.making import picture, styled

NAMED = '[logo]\nfile = "logo.png"\nalt = "Marlshire County Council"\n'


def test_a_logo_is_its_file_its_width_and_its_words(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    logo = styled(tmp_path, NAMED + "width = 55").logo
    assert logo is not None
    assert (logo.data, logo.kind, logo.alt) == (picture(), "png", "Marlshire County Council")
    assert (logo.width, logo.tall) == (55.0, 0.5)


def test_the_kind_of_a_logo_is_what_it_holds_and_not_what_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture("JPEG", mode="CMYK"))
    logo = styled(tmp_path, NAMED).logo
    assert logo is not None
    assert logo.kind == "jpeg"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "and there is no such file in "),
        (picture("GIF"), "which is neither PNG nor JPEG. Save it as one of these."),
        (picture()[:60], "which cannot be read as a picture. Save it again as PNG or JPEG."),
        (b"<svg/>", "which cannot be read as a picture."),
        (bytes(2_000_001), "which is larger than 2 MB."),
        (picture(size=(10, 40)), "which is taller than 60 mm at a width of 40 mm."),
    ],
)
def test_a_logo_that_cannot_be_used_is_refused_in_words(
    tmp_path: Path, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / "logo.png").write_bytes(data)
    with pytest.raises(SettingsError) as refusal:
        styled(tmp_path, NAMED)
    assert f'style.toml: logo.file is "logo.png", {said}' in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('file = "logo.png"', "logo.alt is empty. Write what the logo says"),
        ('file = "../logo.png"\nalt = "A"', "which is not the name of a file."),
        ('file = "logo.svg"\nalt = "A"', "which is an SVG. Save it as PNG"),
        ('file = "logo.png"\nalt = "A"\nwidth = 101', "it should be less than or equal to 100"),
    ],
)
def test_names_that_do_not_fit_are_told(tmp_path: Path, text: str, said: str) -> None:
    for name in ("logo.png", "logo.svg"):
        (tmp_path / name).write_bytes(picture())
    with pytest.raises(SettingsError) as refusal:
        styled(tmp_path, f"[logo]\n{text}\n")
    assert said in str(refusal.value)
