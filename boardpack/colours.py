"""Colours as an eye meets them: contrast, lightness, and what an eye without one kind of cone sees."""

from collections.abc import Mapping
from math import dist

WHITE = "#FFFFFF"
BLACK = "#000000"

READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text (1.4.3, level AA)."""
VISIBLE = 3.0
"""The contrast that WCAG 2.2 asks of lines and bars (1.4.11)."""

Channels = tuple[float, float, float]
Matrix = tuple[Channels, Channels, Channels]

EYES: Mapping[str, Matrix] = {
    "full colour sight": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "red blindness (protanopia)": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "green blindness (deuteranopia)": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "blue blindness (tritanopia)": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What each kind of eye makes of linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.0.

"A physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
Visualization and Computer Graphics 15(6).
"""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, from 1 to 21."""
    low, high = sorted((_luminance(_linear(one)), _luminance(_linear(other))))
    return (high + 0.05) / (low + 0.05)


def ink_on(fill: str) -> str:
    """White where it can be read on a fill, else black, which then can."""
    return WHITE if contrast(fill, WHITE) >= READABLE else BLACK


def lightness(colour: str) -> float:
    """How light a colour is in CIELAB, from 0 (black) to 100 (white): all that a grey print keeps."""
    return _lab(_linear(colour))[0]


def distance(one: str, other: str, eye: str) -> float:
    """How far apart two colours are in CIELAB, as one of the EYES sees them."""
    matrix = EYES[eye]
    return dist(_lab(_seen(_linear(one), matrix)), _lab(_seen(_linear(other), matrix)))


def _linear(colour: str) -> Channels:
    """The light of `#RRGGBB`, each channel 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _luminance(light: Channels) -> float:
    red, green, blue = light
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(light: Channels) -> Channels:
    """CIELAB under daylight (D65)."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = map(_cube_root, (x, _luminance(light), z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _cube_root(share: float) -> float:
    return float(share ** (1 / 3)) if share > 0.008856 else 7.787 * share + 16 / 116  # noqa: PLR2004


def _seen(light: Channels, matrix: Matrix) -> Channels:
    """The light as an eye with this matrix sees it, within what a screen can show."""
    red, green, blue = (
        min(max(sum(share * part for share, part in zip(row, light, strict=True)), 0.0), 1.0)
        for row in matrix
    )
    return red, green, blue
