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
from boardpack.renderers.slides.xml import child, every, read, safe

_BODY = """<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>\
</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>\
<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"""


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
        if not source:
            continue
        body = notes_body(slide)
        if body is None or source not in text_of(body):
            add_notes_page(deck, slide)
            add_to_notes(slide, source)


def add_notes_page(deck: Deck, slide: Any) -> None:
    """Make sure that the slide has notes with a place for text, after the deck's notes master."""
    if not slide.has_notes_slide:
        part = slide.notes_slide.part
        part.partname = deck.free_name(str(part.partname))
        _list_master(deck)
    notes = slide.notes_slide
    if notes.notes_text_frame is None:
        root = private.root(notes.part)
        assert root is not None
        ids = [int(one.get("id", "0")) for one in every(root, "p:cNvPr")]
        (tree,) = every(root, "p:spTree")
        tree.append(read(_BODY.format(id=max(ids) + 1)))


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
