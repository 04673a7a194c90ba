"""The pack as a web page."""

from boardpack.renderers.html.build import render

__all__ = ["render"]
