"""Which font of the table a font of a deck is measured as, and how much wider it is taken to be."""

import re
from dataclasses import dataclass, replace

from boardpack.folded import folded

KNOWN_FONT = "Open Sans"


@dataclass(frozen=True, slots=True)
class Stand:
    """A family of the table, how much wider than it the font is, and its own pitch if that differs.

    A heavy one is measured as bold throughout.
    """

    face: str
    wider: float = 1.0
    pitch: float | None = None
    heavy: bool = False


UNKNOWN = Stand(KNOWN_FONT, 1.07)
"""As wide as Montserrat, the widest of the families in common use for text, and as tall as Open Sans.

Verdana is wider still, but a deck in an unknown font is seldom so wide; measured as Verdana, text that
fits would be made smaller or sent on to a second slide.
"""

_SAME = (
    "Caladea", "Carlito", "DejaVu Sans", "Gelasio", "Inter", "Lato", "Liberation Mono",
    "Liberation Sans", "Liberation Sans Narrow", "Liberation Serif", "Libre Franklin", "Montserrat",
    "Noto Sans", "Open Sans", "P052", "Poppins", "Public Sans", "Roboto", "Source Sans 3", "Tahoma",
    "URW Bookman", "URW Gothic",
)  # fmt: skip
_TWINS = {
    # Made to have the same widths.
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Georgia": "Gelasio",
    "Arial": "Liberation Sans",
    "Arimo": "Liberation Sans",
    "Helvetica": "Liberation Sans",
    "Arial Narrow": "Liberation Sans Narrow",
    "Times New Roman": "Liberation Serif",
    "Tinos": "Liberation Serif",
    "Times": "Liberation Serif",
    "Courier New": "Liberation Mono",
    "Courier": "Liberation Mono",
    "Cousine": "Liberation Mono",
    "Palatino": "P052",
    "Bitstream Vera Sans": "DejaVu Sans",
    "Source Sans Pro": "Source Sans 3",
    "Inter Display": "Inter",
    "Roboto Flex": "Roboto",
}
_STANDS = {
    # Monotype drew Century Gothic to the widths of ITC Avant Garde Gothic, as URW Gothic has them.
    "Century Gothic": Stand("URW Gothic", 1.0, 1.225),
    "Bookman Old Style": Stand("URW Bookman", 1.02),
    "Book Antiqua": Stand("P052", 1.02),
    "Palatino Linotype": Stand("P052", 1.02, 1.35),
    # From tables of advances (string-pixel-width 1.11), over a sample of English: DejaVu Sans 0.502,
    # Verdana 0.505, bold 0.568 and 0.563; Open Sans 0.462, Trebuchet MS 0.452, bold 0.496 and 0.471.
    "Verdana": Stand("DejaVu Sans", 1.01, 1.215),
    "Trebuchet MS": Stand("Open Sans", 0.985, 1.161),
    # Average widths (@capsizecss/metrics 4.3): Segoe UI 0.443, Open Sans 0.469, Arial 0.446 and
    # Helvetica Neue 0.450. Segoe UI asks for 1.33 as its pitch.
    "Segoe UI": Stand("Open Sans", 0.97, 1.33),
    "Helvetica Neue": Stand("Liberation Sans", 1.02),
    # Average widths as Word writes them into PDFs: Aptos 561, Calibri 521; so Aptos is 0.99 of Arial,
    # and 0.04 are for how rough an average is. Its ascent is 939 and its descent 282.
    "Aptos": Stand("Liberation Sans", 1.03, 1.221),
    "Aptos Narrow": Stand("Carlito", 1.0, 1.221),
    "Aptos Mono": Stand("Liberation Mono", 1.03, 1.221),
    # No figures could be found for these. Each is drawn narrower than the family that it stands by.
    "Gill Sans MT": Stand("Liberation Sans", 1.0, 1.17),
    "Gill Sans": Stand("Liberation Sans", 1.0, 1.17),
    "Gill Sans Nova": Stand("Liberation Sans", 1.0, 1.25),
    "Franklin Gothic": Stand("Libre Franklin", 1.0, 1.134),
    "Franklin Gothic Book": Stand("Libre Franklin", 1.0, 1.134),
    "Franklin Gothic Medium": Stand("Libre Franklin", 1.0, 1.134, heavy=True),
    "Candara": Stand("Liberation Sans", 1.0, 1.222),
    "Corbel": Stand("Liberation Sans", 1.0, 1.222),
    "Garamond": Stand("Liberation Serif"),
    "Constantia": Stand("Liberation Serif", 1.1, 1.222),
    "Arial Black": Stand("DejaVu Sans", 1.03, 1.41, heavy=True),
}
_KNOWN = {
    **{name.casefold(): Stand(name) for name in _SAME},
    **{name.casefold(): Stand(face) for name, face in _TWINS.items()},
    **{name.casefold(): stand for name, stand in _STANDS.items()},
}
_WEIGHT = re.compile(
    r"\s+(?:(light|semilight|extralight|thin|regular|book|display|text|medium)"
    r"|(semibold|demibold|demi|bold|extrabold|black|heavy))$"
)
_HEAVIEST = {"extrabold": 1.06, "black": 1.1, "heavy": 1.1}


def stand_in(name: str) -> Stand:
    """What a font of this name is measured as: Calibri as Carlito, Lato Black as a bold Lato, wider."""
    said = folded(name)
    if said in _KNOWN:
        return _KNOWN[said]
    weight = _WEIGHT.search(said)
    if weight is None:
        return UNKNOWN
    base, heavy = stand_in(said[: weight.start()]), weight[2]
    if heavy is None:
        return base
    return replace(base, heavy=True, wider=base.wider * _HEAVIEST.get(heavy, 1.0))
