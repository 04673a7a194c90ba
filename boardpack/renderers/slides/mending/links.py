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
_UNMISSED = {
    "printerSettings", "core-properties", "extended-properties", "custom-properties", "thumbnail",
    "viewProps", "presProps", "tableStyles", "changesInfo", "revisionInfo",
}  # fmt: skip
"""What nobody sees when it is gone; PowerPoint makes it anew."""


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
        package.tell("the file did not say where its slides are; they were found.")


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
        if kind_of(link) not in _UNMISSED:
            package.tell(
                f"{package.place(source)}: the file {target} is not there ({kind_of(link)}); "
                "what needs it was left out."
            )
