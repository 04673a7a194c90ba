"""The charts that a template may name, each made from the analysis as data."""

from boardpack.charts.catalogue.book import ChartBook, catalogue

__all__ = ["ChartBook", "catalogue"]
