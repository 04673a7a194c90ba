"""The pack as one PDF.

ReportLab's canvas writes the file; what stands where is decided here, because a plan's rows can be
taller than a page, a table can have thousands of them, and each page number has to be right.
"""

from boardpack.renderers.pdf.build import render

__all__ = ["render"]
