"""Relationships that lead somewhere, each once."""

from boardpack.renderers.slides.mending.package import (
    OFFICE,
    Package,
    kind_of,
    likened,
    source_of,
)
from boardpack.renderers.slides.xml import remove

_ROOT = "_rels/.rels"
_DECK = "ppt/presentation.xml"
_WORDS = {
    "image": "a picture",
    "chart": "a chart",
    "package": "the workbook or document behind it",
    "slide": "a slide",
    "notesSlide": "the page of notes, with any `for:` and `if:` in it,",
    "video": "a video",
    "audio": "a sound",
    "media": "a video or a sound",
    "tags": "what an add-in keeps",
    "customXml": "what an add-in keeps",
    "font": "an embedded font",
    "comments": "the comments",
    "slideLayout": "a layout",
    **dict.fromkeys(
        (
            "printerSettings", "core-properties", "extended-properties", "custom-properties",
            "thumbnail", "viewProps", "presProps", "tableStyles", "changesInfo", "revisionInfo",
            "theme", "notesMaster", "handoutMaster", "slideMaster",
        ),
        "",
    ),
}  # fmt: skip
"""What is missed, in words; nothing for what is made anew, or told of where it is put right."""


def mend_links(package: Package) -> None:
    """Drop the relationships of parts that are gone, find targets that are spelt otherwise."""
    names = {likened(member): member for member in package.members}
    for rels in [one for one in package.trees if one.endswith(".rels")]:
        source = source_of(rels)
        if source and source not in package.members:
            package.drop(rels)
            continue
        _mend_targets(package, source, rels, names)
    if not package.linked("", OFFICE) and _DECK in package.members:
        package.relate("", OFFICE, _DECK)
        package.tell("", "it did not say where its slides are; they were found.")


def _mend_targets(package: Package, source: str, rels: str, names: dict[str, str]) -> None:
    seen: set[str] = set()
    for link in package.links(source):
        rid = link.get("Id", "")
        if rid in seen:
            remove(link)
            package.changed.add(rels)
            continue
        seen.add(rid)
        if link.get("TargetMode") == "External":
            continue
        target = package.target(source, link)
        if target in package.members and "\\" not in link.get("Target", ""):
            continue
        package.changed.add(rels)
        found = names.get(likened(target))
        if found is not None:
            link.set("Target", f"/{found}")
            continue
        remove(link)
        what = _WORDS.get(kind_of(link), "something that belongs to it")
        if what and target not in package.told:
            package.tell(source, f"{what} is not in the file ({target}) and was left out.")
