"""The parts of a workbook: which one is which sheet, and what holds for the whole."""

import posixpath
import re
from urllib.parse import unquote

from boardpack.deliver.patching.archive import Archive
from boardpack.deliver.patching.edits import Refused
from boardpack.deliver.patching.nodes import Node, parsed, spliced, with_attribute

_OLE2 = b"\xd0\xcf\x11\xe0"
_SAVE = "Save the plan as an Excel Workbook (.xlsx)."
_FORMULA = re.compile(rb"<(?!xm:)(?:[\w.-]+:)?f[\s/>]")
_BEFORE_CALCULATION = ("sheets", "functionGroups", "externalReferences", "definedNames")
_TRUE = frozenset({"1", "true", "on"})


class Book:
    """A workbook that can be patched; Refused where it is another kind of file."""

    def __init__(self, data: bytes) -> None:
        _refuse_other_kinds(data)
        self.archive = Archive(data)
        if self.archive.has("xl/workbook.bin"):
            raise Refused(f"a binary workbook (.xlsb) cannot be changed. {_SAVE}")
        if self.archive.has("mimetype"):
            raise Refused(f"an OpenDocument workbook (.ods) cannot be changed. {_SAVE}")
        if any(name.startswith("_xmlsignatures/") for name in self.archive.names):
            raise Refused("the workbook is signed, and a change would break the signature.")
        if not self.archive.has("_rels/.rels"):
            raise Refused(f"the file is no workbook of Excel. {_SAVE}")
        found = [target for kind, target in self._targets("") if kind == "officeDocument"]
        self.part = self._named(found[0] if found else "xl/workbook.xml")
        self.root = self.tree(self.part)
        if self.root.name != "workbook":
            raise Refused(f"the file is no workbook of Excel. {_SAVE}")
        self.strings = self._one("sharedStrings")
        self.styles = self._one("styles")
        properties = self.root.first("workbookPr")
        self.from_1904 = properties is not None and properties.attributes.get("date1904") in _TRUE

    def tree(self, part: str) -> Node:
        """The root of a part."""
        return parsed(self.archive.read(part), part)

    def sheet(self, title: str) -> str:
        """The part of a worksheet; Refused where there is none by this name."""
        sheets = self.root.first("sheets")
        listed = (
            {} if sheets is None else {n.attributes.get("name", ""): n for n in sheets.children}
        )
        match = listed.get(title) or {t.casefold(): n for t, n in listed.items()}.get(
            title.casefold()
        )
        if match is None:
            raise Refused(f"there is no such sheet. Sheets: {', '.join(listed)}.")
        kind, target = self._relations(self.part).get(match.attributes.get("r:id", ""), ("", ""))
        if kind != "worksheet":
            raise Refused("the sheet holds no cells.")
        return self._named(target)

    def belongings(self, part: str, kind: str) -> list[Node]:
        """What belongs to a sheet, such as its tables."""
        return [self.tree(self._named(target)) for k, target in self._targets(part) if k == kind]

    def calculated(self) -> bytes | None:
        """The workbook's own part, telling Excel to calculate when it opens; None where it needs not."""
        sheets = (target for kind, target in self._targets(self.part) if kind == "worksheet")
        if not any(_FORMULA.search(self.archive.read(target)) for target in sheets):
            return None
        data = self.archive.read(self.part)
        calculation = self.root.first("calcPr")
        if calculation is not None:
            if calculation.attributes.get("fullCalcOnLoad") in _TRUE:
                return None
            tag = with_attribute(
                data[calculation.start : calculation.inside], "fullCalcOnLoad", "1"
            )
            return spliced(data, [(calculation.start, calculation.inside, tag)])
        place = max(node.end for node in self.root.children if node.name in _BEFORE_CALCULATION)
        tag = b'<%scalcPr fullCalcOnLoad="1"/>' % self.root.prefix
        return spliced(data, [(place, place, tag)])

    def _one(self, kind: str) -> str | None:
        found = [target for k, target in self._targets(self.part) if k == kind]
        return self._named(found[0]) if found and self.archive.has(found[0]) else None

    def _named(self, target: str) -> str:
        self.archive.read(target)
        return self.archive.names[target.lower()]

    def _targets(self, part: str) -> list[tuple[str, str]]:
        return list(self._relations(part).values())

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part points to, each with its kind; none outside the file."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.archive.has(relations):
            return {}
        return {
            node.attributes.get("Id", ""): (
                node.attributes.get("Type", "").rpartition("/")[2],
                _resolved(folder, node.attributes.get("Target", "")),
            )
            for node in self.tree(relations).children
            if node.attributes.get("TargetMode") != "External"
        }


def _resolved(folder: str, target: str) -> str:
    path = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_OLE2):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("the workbook is protected with a password. Save it without one.")
        raise Refused(f"a workbook of old Excel (.xls) cannot be changed. {_SAVE}")
    if not data.startswith(b"PK\3\4"):
        raise Refused(f"only a workbook of Excel can be changed, and this is none. {_SAVE}")
