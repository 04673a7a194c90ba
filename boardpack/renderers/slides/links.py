"""Links whose addresses hold tags: PowerPoint keeps an address apart from the text, as a relationship."""

import re
from typing import Any
from urllib.parse import quote, unquote

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from boardpack.errors import FaultyTag
from boardpack.renderers.slides.cloning import drop_unused
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.spans import opens_a_tag, straightened
from boardpack.renderers.slides.xml import Element, child, every, name, safe

_SCHEMES = {"http", "https", "mailto"}
# PowerPoint percent-encodes what people type, so `{{` arrives as `%7B%7B`.
_TAG = re.compile(r"(?:%7B|\{)(?:%7B|%25|[{%]).*?(?:%7D|%25|[}%])(?:%7D|\})", re.IGNORECASE)
_KEPT = ":/?#[]@!$&'()*+,;=%~"
"""What a value may add to an address as it stands; the rest is percent-encoded."""


class Links:
    """The links of a part; without a part there are none."""

    def __init__(self, part: Any = None) -> None:
        self._part = part
        self._left: set[str] = set()

    def address(self, run: Element) -> str | None:
        """The address of a run as a template, where there are tags in it."""
        return self._template(child(run, "a:rPr/a:hlinkClick"))

    def lead(self, run: Element, address: str, where: str) -> None:
        """Let a run with a link lead to this address."""
        link = child(run, "a:rPr/a:hlinkClick")
        assert link is not None
        self._point(link, address, where)

    def fill(self, root: Element, names: Names) -> None:
        """Fill the addresses that whole shapes lead to, and drop those that nothing leads to now."""
        for properties in every(root, "p:cNvPr"):
            link = child(properties, "a:hlinkClick")
            template = self._template(link)
            if link is not None and template is not None:
                place = names.at(f'shape "{properties.get("name", "")}"')
                filled = place.render(straightened(template, place.where), template)
                self._point(link, filled, place.where)
        drop_unused(self._part, self._left)

    def _template(self, link: Element | None) -> str | None:
        known = None if link is None or self._part is None else link.get(name("r:id"))
        if not known or known not in self._part.rels or not self._part.rels[known].is_external:
            return None
        target = self._part.rels[known].target_ref
        said = _TAG.sub(lambda tag: unquote(tag.group()), target)
        return said if opens_a_tag(said) else None

    def _point(self, link: Element, address: str, where: str) -> None:
        address = quote(safe(address).strip(), safe=_KEPT)
        scheme, _, rest = address.partition(":")
        if scheme.casefold() not in _SCHEMES or not rest.strip("/"):
            raise FaultyTag(
                where, address, "a link can lead to addresses with https, http or mailto only"
            )
        self._left.add(link.get(name("r:id"), ""))
        link.set(name("r:id"), self._part.relate_to(address, RT.HYPERLINK, is_external=True))
