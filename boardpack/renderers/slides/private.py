"""The private names of python-pptx that the deck relies on, all here; a test holds them."""

from copy import deepcopy
from typing import Any, cast

from pptx.opc.package import XmlPart, _Relationship  # copies must keep their relationship ids

from boardpack.renderers.slides.xml import Element

INTERNAL, EXTERNAL = "Internal", "External"


def root(part: Any) -> Element | None:
    """The parsed XML of a part, if python-pptx has parsed it."""
    return cast("Element", part._element) if isinstance(part, XmlPart) else None  # noqa: SLF001


def copy_of(part: Any, partname: Any) -> Any:
    """A copy of a part under another name, without its relationships."""
    parsed = root(part)
    content = part.blob if parsed is None else deepcopy(parsed)
    return type(part)(partname, part.content_type, part.package, content)


def relate(part: Any, rid: str, kind: str, target: Any, *, external: bool) -> None:
    """Give the part a relationship with this very id."""
    mode = EXTERNAL if external else INTERNAL
    link = _Relationship(part.partname.baseURI, rid, kind, mode, target)
    part.rels._rels[rid] = link  # noqa: SLF001


def package_links(package: Any) -> dict[str, Any]:
    """The relationships of a package itself, by their ids."""
    return dict(package._rels.items())  # noqa: SLF001


def text_body(frame: Any) -> Element:
    """The XML of a text frame."""
    return cast("Element", frame._txBody)  # noqa: SLF001
