"""What every part of the page is written with."""

from dataclasses import dataclass

from boardpack.renderers.html.outline import Outline
from boardpack.style import Style


@dataclass(frozen=True, slots=True)
class Page:
    """The look and the outline of the page."""

    style: Style
    outline: Outline
