"""Pictures where shapes named `picture: NAME` stand, whole and in their own proportions."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from boardpack.errors import FaultyDirective
from boardpack.renderers.slides.cloning import drop_unused
from boardpack.renderers.slides.shapes import Box, properties_of, put_in_place
from boardpack.renderers.slides.xml import (
    Element,
    child,
    every,
    name,
    read,
    relationship_ids,
    remove,
    safe,
)
from boardpack.style import Logo

LOGO = "logo"
FOLDER = "pictures"
_KINDS = {"PNG", "JPEG", "GIF"}
_MOST_BYTES = 10_000_000
_MOST_PIXELS = 40_000_000
_QUALITY = 95
_LOOKS = ("icc_profile", "transparency")
_SAVE = "save it as PNG, JPEG or GIF (SVG and EMF look different from one program to the next)"
_PICTURE = """<p:pic><p:nvPicPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>\
</p:nvPicPr><p:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>\
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PowerPoint can show it: its file, its size in pixels, what it says."""

    data: bytes
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where a template's pictures are: beside it, in a folder `pictures` there, and the logo."""

    folder: Path
    logo: Logo | None = None
    tell: Callable[[str], None] = lambda _: None
    """Hears of what is done otherwise than the template asks."""

    def picture(self, wanted: str, where: str, shape: str) -> Picture | None:
        """The picture of this name; an error names the slide and the shape.

        Nothing is given back for the logo of a council that has named none.
        """
        if wanted.casefold() == LOGO:
            if self.logo is None:
                self.tell(
                    f'{where}: "{shape}" stays as it is, since no logo is given. '
                    "Write its file under [logo] in style.toml."
                )
                return None
            return _read(self.logo.data, self.logo.alt, where, shape)
        alt = f"Picture: {' '.join(Path(wanted).stem.replace('_', ' ').replace('-', ' ').split())}"
        return _read(self._file(wanted, where, shape), alt, where, shape)

    def _file(self, wanted: str, where: str, shape: str) -> bytes:
        folders = (self.folder / FOLDER, self.folder)
        if Path(wanted).name != wanted or "\\" in wanted or ":" in wanted or wanted in {".", ".."}:
            raise FaultyDirective(
                where, shape, f"write the name of a file alone, and put the file into {folders[0]}"
            )
        found = next((path for one in folders if (path := one / wanted).is_file()), None)
        # A link in the folder may lead to a file that is nobody's picture.
        if found is None or found.resolve().parent not in {one.resolve() for one in folders}:
            raise FaultyDirective(
                where, shape, f"there is no such file; put it into {folders[0]} or {folders[1]}"
            )
        if found.stat().st_size > _MOST_BYTES:
            raise FaultyDirective(
                where, shape, "the file is larger than 10 MB; save the picture smaller"
            )
        return found.read_bytes()


def place_picture(slide: Any, shape: Element, picture: Picture) -> None:
    """Replace a shape by a picture as large as fits in its box, in its middle.

    The shape's number, name, alternative text and border stay; a crop and effects go.
    """
    box = Box.of(slide, shape)
    scale = min(box.width / picture.width, box.height / picture.height)
    wide, high = round(picture.width * scale), round(picture.height * scale)
    _, rid = slide.part.get_or_add_image_part(BytesIO(picture.data))
    made = read(
        _PICTURE.format(
            rid=rid,
            x=box.x + (box.width - wide) // 2,
            y=box.y + (box.height - high) // 2,
            cx=wide,
            cy=high,
        )
    )
    properties = deepcopy(properties_of(shape))
    if not properties.get("descr", "").strip() and not _is_decorative(properties):
        properties.set("descr", safe(picture.alt))
    next(every(made, "p:nvPicPr")).insert(0, properties)
    _keep_looks(shape, made)
    put_in_place(slide, shape, made)


def leave_picture(slide: Any, shape: Element) -> None:
    """Keep the template's own picture where there is no other; a mere place for one goes."""
    if shape.tag != name("p:pic"):
        rids = relationship_ids(shape)
        remove(shape)
        drop_unused(slide.part, rids)


def _keep_looks(shape: Element, made: Element) -> None:
    """The placeholder that a shape is, how it is turned, its border."""
    holder = next(every(shape, "p:ph"), None)
    if holder is not None:
        next(every(made, "p:nvPr")).append(deepcopy(holder))
    looks = child(made, "p:spPr")
    assert looks is not None
    turned = next((one.get("rot") for one in every(shape, "a:xfrm", "p:xfrm")), None)
    if turned:
        next(every(looks, "a:xfrm")).set("rot", turned)
    border = child(shape, "p:spPr/a:ln")
    if border is not None:
        looks.append(deepcopy(border))


def _is_decorative(properties: Element) -> bool:
    return any(
        str(one.tag).endswith("}decorative") and one.get("val") in {"1", "true"}
        for one in properties.iter()
    )


def _read(data: bytes, alt: str, where: str, shape: str) -> Picture:
    """The picture upright, known by what is in its file and not by the file's name."""
    try:
        with Image.open(BytesIO(data)) as image:
            kind = str(image.format)
            many = image.width * image.height > _MOST_PIXELS
            if kind in _KINDS and not many:
                upright = ImageOps.exif_transpose(
                    image
                )  # shows all its pixels: a file may be cut off
                if image.getexif() or "xmp" in image.info:
                    data = _without_its_story(upright, kind)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise FaultyDirective(
            where, shape, f"its file cannot be read as a picture; {_SAVE}"
        ) from fault
    if kind not in _KINDS:
        raise FaultyDirective(where, shape, f"its file is {kind}; {_SAVE}")
    if many:
        raise FaultyDirective(where, shape, "it has more than 40 million pixels; save it smaller")
    return Picture(data, *upright.size, alt)


def _without_its_story(image: Image.Image, kind: str) -> bytes:
    """The picture without what a camera writes into it, such as the place where a home stands."""
    kept = {key: image.info[key] for key in _LOOKS if key in image.info}
    image.info.clear()
    buffer = BytesIO()
    image.save(buffer, kind, quality=_QUALITY, **kept)
    return buffer.getvalue()
