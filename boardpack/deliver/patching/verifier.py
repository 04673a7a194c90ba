"""Looks a patched workbook over with other means than it was made with, before anybody has it.

It shares only the kinds of edit with the patcher: another XML library, other ways to find cells.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from io import BytesIO

from lxml import etree

from boardpack.deliver.patching.cells import Cells, faults_between, relationship
from boardpack.deliver.patching.edits import AppendText, CellEdit, PrependText, SetDay, SetText
from boardpack.errors import BrokenPatch

_STYLE_CHANGES = ("numFmtId", "applyNumberFormat", "quotePrefix")
_ABOUT = ("filename", "date_time", "create_system", "external_attr", "internal_attr", "comment")
_FORMULA_LIKE = ("=", "+", "-", "@", "\t")


def verify(before: bytes, after: bytes, edits: Sequence[CellEdit]) -> None:
    """Nothing; BrokenPatch with every way in which `after` is more or less than the edits made."""
    try:
        faults = list(_faults(before, after, edits))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, IndexError, ValueError) as fault:
        faults = [f"{type(fault).__name__}: {fault}"]
    if faults:
        raise BrokenPatch(faults)


def _faults(before: bytes, after: bytes, edits: Sequence[CellEdit]) -> Iterator[str]:
    old, new = zipfile.ZipFile(BytesIO(before)), zipfile.ZipFile(BytesIO(after))
    if (broken := new.testzip()) is not None:
        yield f"{broken}: its check sum is wrong"
    if old.comment != new.comment or old.namelist() != new.namelist():
        yield "the parts are not the same, or stand in another order"
        return
    books = _Book(old), _Book(new)
    by_part: dict[str, list[CellEdit]] = {}
    for edit in edits:
        by_part.setdefault(books[0].sheet(edit.sheet), []).append(edit)
    may_differ = {*by_part, books[0].part, books[0].styles}
    for ours, theirs in zip(old.infolist(), new.infolist(), strict=True):
        if any(getattr(ours, name) != getattr(theirs, name) for name in _ABOUT):
            yield f"{ours.filename}: its date or attributes changed"
        if ours.filename not in may_differ and _raw(before, ours) != _raw(after, theirs):
            yield f"{ours.filename}: changed, and no edit is in it"
    yield from _book_faults(*books)
    yield from _style_faults(*books)
    for part, made in by_part.items():
        yield from _sheet_faults(books, part, made)


def _raw(data: bytes, info: zipfile.ZipInfo) -> tuple[int, bytes]:
    """The compressed bytes of a member, found by its own local header."""
    at = info.header_offset
    start = at + 30 + int.from_bytes(data[at + 26 : at + 28], "little")
    start += int.from_bytes(data[at + 28 : at + 30], "little")
    return info.CRC, data[start : start + info.compress_size]


class _Book:
    """A workbook as the verifier sees it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self.part = self._found("", "officeDocument") or "xl/workbook.xml"
        self.root = self.tree(self.part)
        self.styles = self._found(self.part, "styles")
        strings = self._found(self.part, "sharedStrings")
        self.strings = [] if strings is None else list(self.tree(strings).findall("{*}si"))
        properties = self.root.find("{*}workbookPr")
        early = properties is not None and properties.get("date1904") in {"1", "true", "on"}
        self.zero = date(1904, 1, 1) if early else date(1899, 12, 30)

    def tree(self, part: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        return etree.fromstring(self.archive.read(part), parser)

    def sheet(self, title: str) -> str:
        for node in self.root.findall("{*}sheets/{*}sheet"):
            if str(node.get("name")).casefold() == title.casefold():
                return self._names[relationship(self._related(self.part), node)]
        raise KeyError(title)

    def styles_tree(self) -> etree._Element | None:
        return None if self.styles is None else self.tree(self.styles)

    def _found(self, part: str, kind: str) -> str | None:
        for _, target_kind, target in self._related(part):
            if target_kind == kind and target.lower() in self._names:
                return self._names[target.lower()]
        return None

    def _related(self, part: str) -> list[tuple[str, str, str]]:
        folder, name = posixpath.split(part)
        key = posixpath.join(folder, "_rels", name + ".rels").lower()
        if key not in self._names:
            return []
        return [
            (
                str(node.get("Id")),
                str(node.get("Type")).rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, str(node.get("Target")))).lstrip(
                    "/"
                ),
            )
            for node in self.tree(self._names[key])
        ]


def _book_faults(old: _Book, new: _Book) -> Iterator[str]:
    """The part of the workbook may only gain that Excel calculates when it opens."""
    told = new.root.find("{*}calcPr")
    had = old.root.find("{*}calcPr")
    if told is not None and (had is None or had.get("fullCalcOnLoad") is None):
        told.attrib.pop("fullCalcOnLoad", "")
        if had is None and not told.attrib:
            new.root.remove(told)
    if etree.tostring(old.root, method="c14n") != etree.tostring(new.root, method="c14n"):
        yield f"{old.part}: changed by more than that Excel is to calculate"


def _style_faults(old: _Book, new: _Book) -> Iterator[str]:
    """The styles may only gain formats at the end that differ from older ones in three attributes."""
    before, after = old.styles_tree(), new.styles_tree()
    if before is None or after is None:
        return
    mine, theirs = before.find("{*}cellXfs"), after.find("{*}cellXfs")
    if mine is None or theirs is None:
        return
    known = {_look(node) for node in mine}
    for node in list(theirs)[len(mine) :]:
        if _look(node) not in known:
            yield f"{old.styles}: a format was added that is like none before"
        theirs.remove(node)
    if "count" in mine.attrib:
        theirs.set("count", str(mine.get("count")))
    if etree.tostring(before, method="c14n") != etree.tostring(after, method="c14n"):
        yield f"{old.styles}: changed by more than formats at its end"


def _look(node: etree._Element) -> bytes:
    """A format but for what an edit may change of it."""
    copy = etree.fromstring(etree.tostring(node, with_tail=False))
    for name in _STYLE_CHANGES:
        copy.attrib.pop(name, "")
    return etree.tostring(copy, method="c14n")


def _sheet_faults(books: tuple[_Book, _Book], part: str, edits: list[CellEdit]) -> Iterator[str]:
    old, new = (Cells(book.tree(part), book.strings) for book in books)
    made: dict[tuple[int, int], list[CellEdit]] = {}
    for edit in edits:
        if not (isinstance(edit.what, (AppendText, PrependText)) and not edit.what.text):
            made.setdefault(old.place(edit.cell), []).append(edit)
    looks = [_looks(book.styles_tree()) for book in books]

    for place, several in made.items():
        wanted = _wanted(old.value(place), several, books[0].zero)
        found = new.value(place)
        name = several[-1].place
        if found != wanted:
            yield f"{name}: holds {found!r} and should hold {wanted!r}"
        if not isinstance(several[-1].what, (SetDay, SetText)) and len(several) == 1:
            yield from (f"{name}: {fault}" for fault in old.lost_runs(place, new))
        styles = old.style(place), new.style(place)
        if styles[0] != styles[1] and _look(looks[0][styles[0]]) != _look(looks[1][styles[1]]):
            yield f"{name}: its format changed"
        if isinstance(wanted, str) and wanted.startswith(_FORMULA_LIKE):
            look = looks[1][styles[1]]
            if look.get("quotePrefix") != "1":
                yield f"{name}: the text could become a formula"
    texts = {
        p for p, several in made.items() if any(not isinstance(e.what, SetDay) for e in several)
    }
    yield from (f"{part}: {fault}" for fault in faults_between(old, new, set(made), texts))


def _looks(styles: etree._Element | None) -> list[etree._Element]:
    """The formats of cells by their numbers."""
    formats = None if styles is None else styles.find("{*}cellXfs")
    return [] if formats is None else [*formats]


def _wanted(old: str | float | None, edits: list[CellEdit], zero: date) -> str | float | None:
    """What a cell should hold after its edits."""
    value = old
    for edit in edits:
        match edit.what:
            case SetDay(day):
                value = (day - zero) // timedelta(days=1)
            case SetText(text):
                value = _lines(text) or None
            case AppendText(text) if text:
                value = f"{value}\n{_lines(text)}" if value else _lines(text)
            case PrependText(text) if text:
                value = f"{_lines(text)}\n{value}" if value else _lines(text)
            case _:
                pass
    return value


def _lines(text: str) -> str:
    return re.sub("\r\n?", "\n", text)
