"""Where the figures of a slide are from, said in its notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from boardpack.charts.spec import Chart
from boardpack.document.blocks import Table
from boardpack.document.pack import Material
from boardpack.renderers.slides import private
from boardpack.renderers.slides.access import add_to_notes
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.directives import notes_body
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.shapes import text_of
from boardpack.renderers.slides.xml import child, children, every, read, remove, safe

_BODY = """<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>\
</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>\
<p:txBody><a:bodyPr/><a:lstStyle/></p:txBody></p:sp>"""


@dataclass(slots=True)
class Sources:
    """What the charts and tables say of where they are from that a slide shows or names in a tag."""

    said: list[str] = field(default_factory=list)

    def heard(self, names: Names) -> Names:
        """The same names; whoever asks them for a chart or a table is overheard."""
        material = names.material

        def chart(wanted: str, where: str) -> Chart:
            found = material.chart(wanted, where)
            self.said.append(found.source)
            return found

        def table(wanted: str, where: str) -> Table:
            found = material.table(wanted, where)
            self.said.append(found.source)
            return found

        return replace(names, material=Material(material.values, chart, table))


def write_sources(deck: Deck, slide: Any, sources: Iterable[str]) -> None:
    """Add each source to the slide's notes that they do not name yet."""
    for source in dict.fromkeys(" ".join(safe(one).split()) for one in sources):
        body = notes_body(slide)
        if source and (body is None or source not in text_of(body)):
            note(deck, slide, source)


def note(deck: Deck, slide: Any, text: str) -> None:
    """Add a paragraph to the notes of a slide, which get a page of the deck's notes master if need be."""
    if not slide.has_notes_slide:
        part = slide.notes_slide.part
        part.partname = deck.free_name(str(part.partname))
        _list_master(deck)
    body = notes_body(slide)
    if body is None:
        root = private.root(slide.notes_slide.part)
        assert root is not None
        number = max(int(one.get("id", "0")) for one in every(root, "p:cNvPr")) + 1
        next(every(root, "p:spTree")).append(read(_BODY.format(id=number)))
    elif not text_of(body):
        for empty in children(body, "a:p"):
            remove(empty)
    add_to_notes(slide, text)


def _list_master(deck: Deck) -> None:
    """Name the notes master in the presentation, which python-pptx leaves out when it makes one."""
    part = deck.presentation.part
    root = private.root(part)
    assert root is not None
    if child(root, "p:notesMasterIdLst") is not None:
        return
    (rid,) = (rid for rid, link in part.rels.items() if link.reltype == RT.NOTES_MASTER)
    listed = read(f'<p:notesMasterIdLst><p:notesMasterId r:id="{rid}"/></p:notesMasterIdLst>')
    masters = child(root, "p:sldMasterIdLst")
    assert masters is not None
    masters.addnext(listed)
