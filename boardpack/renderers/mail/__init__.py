"""The e-mail drafts, and messages as they are sent."""

from boardpack.renderers.mail.addresses import Address, parse_address
from boardpack.renderers.mail.build import marked, message, one_line, render

__all__ = ["Address", "marked", "message", "one_line", "parse_address", "render"]
