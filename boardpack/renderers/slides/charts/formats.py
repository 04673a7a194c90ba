"""The number formats of a template's chart: whether they show shares as percentages."""

import re

from boardpack.renderers.slides.xml import Element, child, every

GENERAL = "General"
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')


def shows_shares(root: Element) -> bool:
    """Whether one of the chart's formats multiplies by a hundred, as `0%` does and `0"%"` does not."""
    codes = [one.text or "" for one in every(root, "c:formatCode")]
    codes += [
        one.get("formatCode", "")
        for one in every(root, "c:numFmt")
        if one.get("sourceLinked") not in {"1", "true"}
    ]
    return any("%" in _QUOTED.sub("", code) for code in codes)


def format_of(series: Element) -> str:
    """The format of a series' values, `General` where the template chose none."""
    for path in ("c:val/c:numRef/c:numCache/c:formatCode", "c:val/c:numLit/c:formatCode"):
        found = child(series, path)
        if found is not None and found.text:
            return found.text
    return GENERAL
