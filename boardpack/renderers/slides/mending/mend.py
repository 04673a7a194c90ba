"""Mending a template: its names, its relationships, its structure, its types."""

from pathlib import Path

from boardpack.renderers.slides.mending.links import mend_links
from boardpack.renderers.slides.mending.loose import mend_loose_ends
from boardpack.renderers.slides.mending.names import tidied
from boardpack.renderers.slides.mending.package import Package
from boardpack.renderers.slides.mending.structure import mend_structure
from boardpack.renderers.slides.mending.types import mend_types


def mended(members: dict[str, bytes], path: Path) -> tuple[dict[str, bytes], list[str]]:
    """The members of a sound deck, and a sentence for each thing that was mended.

    A deck that cannot be mended without guessing is refused.
    """
    package = Package(path, tidied(members))
    package.parse()
    mend_links(package)
    mend_structure(package)
    mend_loose_ends(package)
    mend_types(package)
    return package.written(), package.remarks
