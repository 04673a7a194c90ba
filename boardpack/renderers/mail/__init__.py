"""The e-mail drafts."""

from boardpack.renderers.mail.build import render

__all__ = ["render"]
