"""The standard deck: a template made from the layouts of any presentation, or in plain looks."""

from boardpack.renderers.slides.standard.house import new_deck
from boardpack.renderers.slides.standard.placing import layouts_of
from boardpack.renderers.slides.standard.writing import write_standard

__all__ = ["layouts_of", "new_deck", "write_standard"]
