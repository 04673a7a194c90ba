"""A link leads to what is in the document, or elsewhere, or is words alone."""

from dataclasses import replace

from boardpack.analysis.movement import Moved
from boardpack.document.actions import action_rows
from boardpack.document.blocks import (
    ActionRows,
    Block,
    Columns,
    Heading,
    PageNumber,
    Paragraph,
    Text,
)
from boardpack.document.links import anchored_once, led_elsewhere, without_lost_links
from boardpack.document.names import action_anchor
from boardpack.document.tables import TableBook
from boardpack.words import DASH
from tests.analysis.making import action, analysed, plan
from tests.renderers.example import action as row

HEADING = Heading(1, "One", "one")
SHOWN = replace(row(1, None), anchor="action-1")


def test_an_action_that_is_shown_is_a_place_that_links_keep() -> None:
    rows = Columns(((ActionRows("Open", (SHOWN,)),),))
    blocks = (HEADING, rows, Paragraph((Text("1a", href="#action-1"),)))
    assert led_elsewhere(blocks, {"action-1": "one"}) == blocks
    assert without_lost_links(blocks) == blocks


def test_a_link_to_what_is_not_shown_leads_elsewhere_or_nowhere() -> None:
    lost = Paragraph(
        (
            Text("1a", href="#action-1"),
            Text("minutes", href="#minutes"),
            PageNumber("minutes"),
            PageNumber("action-1"),
        )
    )
    (_, led) = led_elsewhere((HEADING, lost), {"action-1": "one", "minutes": None})
    assert led == Paragraph(
        (Text("1a", href="#one"), Text("minutes"), Text(DASH), PageNumber("one"))
    )


def test_a_link_that_nobody_knows_is_left_to_be_refused() -> None:
    blocks: tuple[Block, ...] = (Paragraph((Text("there", href="#typo"), PageNumber("typo"))),)
    assert led_elsewhere(blocks, {"minutes": None}) == blocks


def test_an_action_that_is_shown_twice_has_its_anchor_at_the_first_place() -> None:
    closed, all_closed = (ActionRows(name, (SHOWN,), brief=True) for name in ("since", "all"))
    again = replace(all_closed, rows=(replace(SHOWN, anchor=None),))
    assert anchored_once((HEADING, closed, all_closed)) == (HEADING, closed, again)


def test_an_anchor_that_a_heading_has_stays_with_the_heading() -> None:
    rows = ActionRows("Open", (replace(SHOWN, anchor="one"),))
    (_, kept) = anchored_once((HEADING, rows))
    assert isinstance(kept, ActionRows)
    assert kept.rows[0].anchor is None


def test_sheets_with_much_the_same_name_have_anchors_of_their_own() -> None:
    sheets = ("Open actions", "Open-actions", "Open actions!", "Öffen", "", "Open  actions")
    anchors = [action_anchor(action(sheet=sheet, row=31)) for sheet in sheets]
    assert anchors[0] == "action-open-actions-31"
    assert len(set(anchors)) == len(sheets)
    assert all(anchor.isascii() and " " not in anchor for anchor in anchors)


def test_what_is_gone_leads_to_its_chapter_and_what_moved_to_its_row() -> None:
    gone = action(None, "Write the old protocol", row=11)
    worse = action(row=11)
    overview = analysed(plan(worse), plan(gone))
    cells = [
        row.cells[0][0]
        for row in TableBook(overview, ()).table("movements", "").rows
        if not row.group
    ]
    assert {movement.kind for movement in overview.movements} == {Moved.GONE, Moved.NEW}
    assert cells == [
        Text("Objective 1, no ref", href="#objective-1"),
        Text("Objective 1, 1", href="#action-open-actions-11"),
    ]
    (made,) = action_rows("Open", overview.activities).rows
    assert made.anchor == "action-open-actions-11"
