"""The council's logo as a box: an opaque picture, which its words stand for in the structure."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from boardpack.renderers.pdf.boxes import Box
from boardpack.renderers.pdf.pen import Pen
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import MM
from boardpack.style import Logo

_DOTS_PER_MM = 600 / 25.4
"""No printer shows more."""


@dataclass(frozen=True, slots=True)
class LogoBox:
    """The logo as wide as it is printed, which is never split."""

    logo: Logo
    tag: Tag

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return self.logo.width * MM

    @property
    def height(self) -> float:
        """How tall it is, in points."""
        return self.width * self.logo.tall

    @property
    def anchors(self) -> tuple[str, ...]:
        """None: no link leads to it."""
        return ()

    def split(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - any room is too little
        """Never."""
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        box = (x, top - self.height, x + self.width, top)
        pen.image(_pixels(self.logo), box, self.tag)


def _pixels(logo: Logo) -> Image.Image:
    """The logo in RGB on white: all kinds of pictures come to the one that PDF/A takes as it is."""
    with Image.open(BytesIO(logo.data)) as opened:
        upright = ImageOps.exif_transpose(opened)
        ink = upright.convert("RGB") if upright.mode == "CMYK" else upright
        image = ink.convert("RGBA")
    most = round(logo.width * _DOTS_PER_MM)
    if image.width > most:
        image = image.resize((most, max(round(most * logo.tall), 1)), Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")
