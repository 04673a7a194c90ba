"""Templates as they really are, made sound where that loses nothing that anyone would miss."""

from boardpack.renderers.slides.mending.mend import mended

__all__ = ["mended"]
