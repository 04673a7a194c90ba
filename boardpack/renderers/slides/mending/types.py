"""The content type of every part: what it says must be what it is."""

from lxml import etree

from boardpack.renderers.slides.mending.package import (
    TYPES,
    Package,
    kind_of,
    source_of,
)
from boardpack.renderers.slides.xml import Element, remove

_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DECK = f"{_OFFICE}.presentationml"
_DRAWING = f"{_OFFICE}.drawingml"
_BY_KIND = {
    "officeDocument": f"{_DECK}.presentation.main+xml",
    **{
        kind: f"{_DECK}.{kind}+xml"
        for kind in (
            "slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "handoutMaster",
            "presProps", "viewProps", "tableStyles", "tags", "commentAuthors", "comments",
        )
    },
    "printerSettings": f"{_DECK}.printerSettings",
    **{kind: f"{_DRAWING}.{kind}+xml" for kind in ("chart", "diagramData", "diagramLayout")},
    "diagramQuickStyle": f"{_DRAWING}.diagramStyle+xml",
    "diagramColors": f"{_DRAWING}.diagramColors+xml",
    "theme": f"{_OFFICE}.theme+xml",
    "themeOverride": f"{_OFFICE}.themeOverride+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": f"{_OFFICE}.extended-properties+xml",
    "custom-properties": f"{_OFFICE}.custom-properties+xml",
    "customXmlProps": f"{_OFFICE}.customXmlProperties+xml",
    "chartStyle": "application/vnd.ms-office.chartstyle+xml",
    "chartColorStyle": "application/vnd.ms-office.chartcolorstyle+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
}  # fmt: skip
_BY_ENDING = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml",
    "emf": "image/x-emf", "wmf": "image/x-wmf", "wdp": "image/vnd.ms-photo",
    "mp4": "video/mp4", "m4a": "audio/mp4", "mp3": "audio/mpeg", "wav": "audio/x-wav",
    "vml": f"{_OFFICE}.vmlDrawing", "fntdata": "application/x-fontdata",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}  # fmt: skip
_IMAGES = {ending: kind for ending, kind in _BY_ENDING.items() if kind.startswith("image/")}
_UNKNOWN = "application/octet-stream"


def mend_types(package: Package) -> None:
    """Drop the types of parts that are not there, and give each part the right one."""
    entries = _Types(package)
    entries.drop_strays()
    expected = _expected(package)
    for member in sorted(package.members):
        if member != TYPES:
            entries.settle(member, expected.get(member))


def _expected(package: Package) -> dict[str, str]:
    """The types of members by the relationships that lead to them."""
    return {
        package.target(source_of(rels), link): _BY_KIND[kind_of(link)]
        for rels in package.trees
        if rels.endswith(".rels")
        for link in package.links(source_of(rels))
        if kind_of(link) in _BY_KIND and link.get("TargetMode") != "External"
    }


class _Types:
    """The entries of [Content_Types].xml."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.tree = package.trees[TYPES]
        self.named: dict[str, Element] = {}
        self.endings: dict[str, Element] = {}

    def drop_strays(self) -> None:
        """Drop types of parts that are not there, and those that are there twice."""
        spelt = {member.casefold(): member for member in self.package.members}
        for entry in list(self.tree):
            part = entry.get("PartName", "").lstrip("/")
            member, ending = spelt.get(part.casefold()), entry.get("Extension", "").casefold()
            stray = member is None or member in self.named if part else ending in self.endings
            if stray:
                remove(entry)
                self.package.changed.add(TYPES)
            elif member is not None and part:
                self.named[member] = entry
            else:
                self.endings[ending] = entry

    def settle(self, member: str, expected: str | None) -> None:
        """Give a member its type, if what it has is wrong or it has none."""
        ending = member.rsplit(".", 1)[-1].casefold()
        entry = self.named.get(member, self.endings.get(ending))
        said = None if entry is None else entry.get("ContentType", "")
        if expected is None:
            expected = _IMAGES.get(ending) if said and not said.startswith("image/") else None
        wanted = expected or said or _BY_ENDING.get(ending, _UNKNOWN)
        if said == wanted:
            return
        if entry is None and ending in _BY_ENDING and ending != "xml":
            entry = self._added("Default", "Extension", ending)
            self.endings[ending] = entry
        elif member not in self.named:
            entry = self._added("Override", "PartName", f"/{member}")
            self.named[member] = entry
        assert entry is not None
        entry.set("ContentType", wanted)
        self.package.changed.add(TYPES)

    def _added(self, kind: str, key: str, value: str) -> Element:
        entry = etree.SubElement(self.tree, f"{{{_SPACE}}}{kind}")
        entry.set(key, value)
        return entry
