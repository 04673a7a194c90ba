"""The council's logo, within the page as a data: address."""

from base64 import b64encode
from typing import Final

from markupsafe import Markup

from boardpack.renderers.html.markup import element, one_line
from boardpack.style import Logo

_PIXELS: Final = 96 / 25.4
"""CSS pixels to the millimetre."""


def logo_image(logo: Logo) -> Markup:
    """The logo as wide as it is printed; the room that it takes is known before it is shown."""
    across = logo.width * _PIXELS
    return element(
        "img",
        src=f"data:image/{logo.kind};base64,{b64encode(logo.data).decode('ascii')}",
        alt=one_line(logo.alt),
        width=str(round(across)),
        height=str(round(across * logo.tall)),
        class_="logo",
    )
