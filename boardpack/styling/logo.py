"""The logo of a council: a PNG or JPEG with words for those who cannot see it, or said why not."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from boardpack.style import Logo

MOST_ACROSS = 100.0
MOST_TALL = 60.0
"""In millimetres: what the cover has room for."""
_MOST_BYTES = 2_000_000
_KINDS: dict[str | None, Literal["png", "jpeg"]] = {"PNG": "png", "JPEG": "jpeg"}


@dataclass(frozen=True, slots=True)
class LogoFile:
    """The file in the templates folder, its width in millimetres and its words."""

    file: str
    width: float
    alt: str


def read_logo(named: LogoFile, folder: Path, faults: list[str]) -> Logo | None:
    """The logo, or none where none is named; what is wrong with it goes to the faults."""
    if not named.file:
        return None
    found = _missing(named, folder)
    if not found:
        logo = _read(named, (folder / named.file).read_bytes())
        if isinstance(logo, Logo):
            return logo
        found = [f'logo.file is "{named.file}", {logo}']
    faults += found
    return None


def _missing(named: LogoFile, folder: Path) -> list[str]:
    """What has to be there before the file is opened."""
    found, path = [], folder / named.file
    if not named.alt.strip():
        found.append(
            "logo.alt is empty. Write what the logo says, for those who cannot see it, such as the "
            "council's name."
        )
    if path.name != named.file:
        found.append(
            f'logo.file is "{named.file}", which is not the name of a file. Put it into {folder} '
            "and write its name only."
        )
    elif not path.is_file():
        found.append(
            f'logo.file is "{named.file}", and there is no such file in {folder}. Put it there or '
            "take the line out."
        )
    return found


def _read(named: LogoFile, data: bytes) -> Logo | str:
    """The logo, or the end of a sentence that says what is wrong with it."""
    from PIL import Image, ImageOps

    if named.file.lower().endswith((".svg", ".svgz")):
        return "which is an SVG. Save it as PNG, about 1,000 pixels wide."
    if len(data) > _MOST_BYTES:
        return "which is larger than 2 MB. Save it smaller; 1,000 pixels across are enough."
    try:
        with Image.open(BytesIO(data)) as image:
            kind = _KINDS.get(image.format)
            # Made to show all its pixels, so that one that is cut off is found here.
            upright = ImageOps.exif_transpose(image)
            across, tall = upright.convert("RGB").size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "which cannot be read as a picture. Save it again as PNG or JPEG."
    if kind is None:
        return "which is neither PNG nor JPEG. Save it as one of these."
    if named.width * tall / across > MOST_TALL:
        return (
            f"which is taller than {MOST_TALL:g} mm at a width of {named.width:g} mm. "
            "Make logo.width smaller."
        )
    return Logo(data, kind, named.alt.strip(), named.width, tall / across)
