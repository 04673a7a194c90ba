"""The deck: a PowerPoint template with tags, filled."""

from boardpack.renderers.slides.build import render

__all__ = ["render"]
