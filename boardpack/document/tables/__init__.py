"""The tables that a template or a slide may name."""

from boardpack.document.tables.book import TableBook, catalogue

__all__ = ["TableBook", "catalogue"]
