"""The standard deck: a template made from the layouts of any presentation, or in plain looks."""

from boardpack.renderers.slides.standard.house import new_deck
from boardpack.renderers.slides.standard.making import deck_from

__all__ = ["deck_from", "new_deck"]
