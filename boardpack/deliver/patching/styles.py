"""The formats of cells: one is added where none of the workbook's own will do."""

import re

from boardpack.deliver.patching.edits import Refused
from boardpack.deliver.patching.nodes import Node, parsed, spliced, with_attribute

_SHORT_DATE = 14
"""Excel's short date, which it shows in the way of the country."""
_DATES = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})
_MOST = 65_490
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


class Styles:
    """The styles of a workbook, read when a cell first needs one, and what is added to them."""

    def __init__(self, data: bytes | None, part: str) -> None:
        self._data, self._part = data, part
        self._formats: list[bytes] = []
        self._own = 0
        self._codes: dict[str, str] = {}
        self._place: Node | None = None

    def for_text(self, style: int, *, is_like_a_formula: bool) -> int:
        """The style under which a text stays text, even when somebody edits the cell."""
        if not is_like_a_formula:
            return style
        return self._numbered(with_attribute(self._format(style), "quotePrefix", "1"))

    def for_day(self, style: int) -> int:
        """The cell's own style where it shows a date, or else that as a short date."""
        tag = with_attribute(self._format(style), "quotePrefix", None)
        code = re.search(rb"""\snumFmtId\s*=\s*["'](\d+)""", tag)
        if not self._shows_a_date(code[1].decode() if code else "0"):
            tag = with_attribute(tag, "numFmtId", str(_SHORT_DATE))
            tag = with_attribute(tag, "applyNumberFormat", "1")
        elif tag == self._format(style):
            return style
        return self._numbered(tag)

    def changed(self) -> bytes | None:
        """The part with the styles that were added; None where none was."""
        if self._data is None or self._place is None or len(self._formats) == self._own:
            return None
        place = self._place
        tag = self._data[place.start : place.inside]
        if "count" in place.attributes:
            tag = with_attribute(tag, "count", str(len(self._formats)))
        new = b"".join(self._formats[self._own :])
        return spliced(
            self._data, [(place.start, place.inside, tag), (place.close, place.close, new)]
        )

    def _format(self, style: int) -> bytes:
        """The XML of a style, its children included."""
        if self._place is None:
            self._read()
        if style >= len(self._formats):
            raise Refused("the cell has a format that the workbook lacks. Format it anew in Excel.")
        return self._formats[style]

    def _read(self) -> None:
        root = None if self._data is None else parsed(self._data, self._part)
        self._place = None if root is None else root.first("cellXfs")
        if root is None or self._place is None or self._place.is_closed_at_once:
            raise Refused("the workbook holds no formats. Open it in Excel and save it.")
        assert self._data is not None
        self._formats = [self._data[x.start : x.end] for x in self._place.all("xf")]
        self._own = len(self._formats)
        codes = root.first("numFmts")
        for code in [] if codes is None else codes.children:
            self._codes[code.attributes.get("numFmtId", "")] = code.attributes.get("formatCode", "")

    def _numbered(self, xml: bytes) -> int:
        """The number of a style, added where there is none that is the same."""
        if xml in self._formats:
            return self._formats.index(xml)
        if len(self._formats) >= _MOST:
            raise Refused("the workbook holds as many cell formats as Excel takes.")
        self._formats.append(xml)
        return len(self._formats) - 1

    def _shows_a_date(self, number: str) -> bool:
        code = self._codes.get(number)
        if code is None:
            return int(number) in _DATES
        shown = _NOT_SHOWN.sub("", code.split(";")[0]).lower()
        if "general" in shown:
            return False
        return bool(re.search("[yd]", shown)) or ("m" in shown and not re.search("[hs0#?]", shown))
