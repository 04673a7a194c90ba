"""The XML of a deck: its namespaces, short names for its elements, and text that it can hold."""

import re
from collections.abc import Iterator
from typing import cast

from lxml.etree import _Element
from pptx.oxml import parse_xml

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DECLARED = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "c", "p", "r"))
Element = _Element
EMU = 12700
"""English metric units in a point."""

# What XML cannot hold, and the characters that mark runs while a text is being filled (marks.py).
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def safe(text: str) -> str:
    """The text with line feeds as its only line ends, and U+FFFD for what cannot be written."""
    return _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n"))


def name(short: str) -> str:
    """`a:p` as lxml names it."""
    prefix, local = short.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def read(text: str) -> Element:
    """The element that this XML describes; the namespaces a, c, p and r need no declaration."""
    opening = re.sub(r"^(\s*<[\w:]+)", rf"\1 {DECLARED}", text, count=1)
    return cast("Element", parse_xml(opening))


def every(root: Element, *short: str) -> Iterator[Element]:
    """The elements of these names in the tree, in document order."""
    return root.iter(*(name(one) for one in short))


def child(parent: Element | None, path: str) -> Element | None:
    """The first element on a path of short names, such as `a:pPr/a:lnSpc`."""
    return None if parent is None else parent.find(path, NAMESPACES)


def children(parent: Element, path: str) -> list[Element]:
    """Every element on a path of short names."""
    return parent.findall(path, NAMESPACES)


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def relationship_ids(root: Element) -> set[str]:
    """The relationships that the tree refers to, by whatever attribute of the r namespace."""
    prefix = f"{{{NAMESPACES['r']}}}"
    return {
        str(value)
        for element in root.iter()
        for key, value in element.attrib.items()
        if str(key).startswith(prefix)
    }
