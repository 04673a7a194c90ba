"""Tables that an author drew, with tags in their cells and rows that repeat."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Inches, Pt

from boardpack.errors import FaultyTag
from boardpack.renderers.slides.shapes import room_below
from boardpack.renderers.slides.xml import children, every, name
from tests.renderers.slides.decks import filled, template, text_box, titles, xml_of
from tests.renderers.slides.material import material

HEADER = ["Ref", "What"]
LATE = [{"ref": f"{n}a", "what": f"Action {n}"} for n in range(1, 4)]


def drawn(deck: Any, *rows: list[str], box: tuple[float, ...] = (1, 2, 8)) -> Any:
    """A table on the deck's first slide, its row numbers as PowerPoint writes them."""
    slide = deck.slides[0]
    size = [Inches(part) for part in box]
    frame = slide.shapes.add_table(len(rows), len(rows[0]), *size, Pt(30) * len(rows))
    frame.name = "Late actions"
    for number, (line, texts) in enumerate(zip(frame.table.rows, rows, strict=True)):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
        uri = "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"
        ext = line._tr.makeelement(name("a:ext"), {"uri": uri})
        listed = line._tr.makeelement(name("a:extLst"), {})
        row_id = line._tr.makeelement(name("a16:rowId"), {"val": str(1000 + number)})
        ext.append(row_id)
        listed.append(ext)
        line._tr.append(listed)
    return frame


def grids(deck: Any) -> list[Any]:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]


def cells(grid: Any) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in grid.table.rows]


def made(folder: Path, *rows: list[str], late: list[dict[str, str]] = LATE) -> list[list[str]]:
    deck = template()
    drawn(deck, *rows)
    (grid,) = grids(filled(deck, folder, material({"late": late})))
    return cells(grid)


IN_ROWS_OF_THEIR_OWN = (
    ["{% for a in late %}", ""],
    ["{{ a.ref }}", "{{ a.what }}"],
    ["", "{% endfor %}"],
)
IN_ITS_CELLS = (["{% for a in late %}{{ a.ref }}", "{{ a.what }}{% endfor %}"],)


@pytest.mark.parametrize("rows", [IN_ROWS_OF_THEIR_OWN, IN_ITS_CELLS])
def test_a_row_comes_once_for_each_item(tmp_path: Path, rows: tuple[list[str], ...]) -> None:
    assert made(tmp_path, HEADER, *rows, ["Total", "{{ late | length }}"]) == [
        HEADER,
        ["1a", "Action 1"],
        ["2a", "Action 2"],
        ["3a", "Action 3"],
        ["Total", "3"],
    ]


def test_a_loop_may_hold_two_rows_and_a_condition(tmp_path: Path) -> None:
    rows = (
        ["{% for a in late %}{{ a.ref }}", "{{ a.what }}"],
        ["{% if loop.first %}", ""],
        ["", "This is the first"],
        ["{% endif %}", ""],
        ["{% endfor %}Total", "{{ late | length }}"],
    )
    assert made(tmp_path, HEADER, *rows) == [
        HEADER,
        ["1a", "Action 1"],
        ["", "This is the first"],
        ["2a", "Action 2"],
        ["3a", "Action 3"],
        ["Total", "3"],
    ]


def test_a_condition_within_a_cell_stays_in_it(tmp_path: Path) -> None:
    rows = (
        ["{% for a in late %}{{ a.ref }}", "{% if a.ref == '1a' %}x{% else %}y{% endif %}"],
        ["{% endfor %}", ""],
    )
    assert [line[1] for line in made(tmp_path, HEADER, *rows)[1:]] == ["x", "y", "y"]


@pytest.mark.parametrize("rows", [IN_ROWS_OF_THEIR_OWN, IN_ITS_CELLS])
def test_a_loop_without_items_says_none_under_the_header(
    tmp_path: Path, rows: tuple[list[str], ...]
) -> None:
    assert made(tmp_path, HEADER, *rows, late=[]) == [HEADER, ["None", ""]]


def test_the_author_may_say_what_stands_there_when_there_is_nothing(tmp_path: Path) -> None:
    rows = (
        ["{% for a in late %}", ""],
        ["{{ a.ref }}", ""],
        ["{% else %}", ""],
        ["Nothing is late", ""],
        ["{% endfor %}", ""],
    )
    assert made(tmp_path, HEADER, *rows, late=[]) == [HEADER, ["Nothing is late", ""]]


def test_rows_keep_their_looks_and_get_numbers_of_their_own(tmp_path: Path) -> None:
    deck = template()
    grid = drawn(deck, HEADER, *IN_ITS_CELLS)
    first, second = grid.table.rows[1].cells
    first.fill.solid()
    first.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2
    second.text_frame.paragraphs[0].runs[0].font.size = Pt(15)
    (wanted_fill,) = [xml_of(one) for one in every(first._tc, "a:tcPr")]
    wanted_look = [xml_of(one) for one in every(second._tc, "a:rPr")]
    (found,) = grids(filled(deck, tmp_path, material({"late": LATE})))
    for line in list(found.table.rows)[1:]:
        assert [xml_of(one) for one in every(line.cells[0]._tc, "a:tcPr")] == [wanted_fill]
        looks = [deepcopy(one) for one in every(line.cells[1]._tc, "a:rPr")]
        for look in looks:
            del look.attrib["lang"]
        assert [xml_of(look) for look in looks] == wanted_look
    numbers = [one.get("val") for one in every(found._element, "a16:rowId")]
    assert numbers[:2] == ["1000", "1001"]
    assert len(set(numbers)) == 4


def test_a_table_that_grows_goes_on_under_its_header_on_further_slides(tmp_path: Path) -> None:
    many = [
        {"ref": f"{n}a", "what": "Some words that take two lines or three " * 2} for n in range(20)
    ]
    deck = template()
    drawn(deck, HEADER, *IN_ITS_CELLS)
    text_box(deck.slides[0], "A remark", box=(2, 6, 3, 1))
    read = filled(deck, tmp_path, material({"late": many}))
    found = grids(read)
    assert len(found) > 2
    assert titles(read) == [f"A title ({n} of {len(found)})" for n in range(1, len(found) + 1)]
    assert [line[0] for grid in found for line in cells(grid)[1:]] == [one["ref"] for one in many]
    for grid, slide in zip(found, read.slides, strict=True):
        assert cells(grid)[0] == HEADER
        assert grid.height == sum(line.height for line in grid.table.rows)
        assert grid.height <= room_below(slide, grid._element)
        assert "A remark" in [
            shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
        ]
    path = tmp_path / "out.pptx"
    read.save(path)
    assert validate_pptx(str(path)).errors == []


def test_a_row_is_as_high_as_what_stands_in_it_and_not_as_its_tags_were(tmp_path: Path) -> None:
    deck = template()
    long = "{{ a.what if a.what != 'a long condition that says nothing' else 'something else' }}"
    frame = drawn(deck, HEADER, ["{% for a in late %}" + long, "{% endfor %}"])
    frame.table.rows[1].height = Pt(75)
    (found,) = grids(filled(deck, tmp_path, material({"late": LATE})))
    assert all(Pt(20) < line.height < Pt(40) for line in found.table.rows)


def test_a_row_that_its_author_made_high_stays_so(tmp_path: Path) -> None:
    deck = template()
    frame = drawn(deck, HEADER, *IN_ITS_CELLS)
    frame.table.rows[1].height = Pt(100)
    (found,) = grids(filled(deck, tmp_path, material({"late": LATE})))
    assert [line.height for line in found.table.rows][1:] == [Pt(100)] * 3


def test_a_cell_too_long_for_any_slide_is_cut_and_stands_whole_in_the_notes(tmp_path: Path) -> None:
    long = "word " * 1500 + "end"
    deck = template()
    drawn(deck, HEADER, *IN_ITS_CELLS)
    read = filled(deck, tmp_path, material({"late": [{"ref": "1a", "what": long}]}))
    (grid,) = grids(read)
    assert cells(grid)[1][1].endswith("…")
    assert grid.top + grid.height <= read.slide_height
    assert read.slides[0].notes_slide.notes_text_frame.text.strip() == long


def test_a_row_that_repeats_cannot_have_merged_cells(tmp_path: Path) -> None:
    deck = template()
    frame = drawn(deck, HEADER, *IN_ROWS_OF_THEIR_OWN)
    frame.table.cell(2, 0).merge(frame.table.cell(3, 0))
    with pytest.raises(FaultyTag, match=r'slide 1, shape "Late actions".*merged with the row'):
        filled(deck, tmp_path, material({"late": LATE}))


def test_an_else_beside_text_needs_a_row_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(FaultyTag, match="into a row of its own"):
        made(tmp_path, HEADER, ["{% if late %}x", ""], ["{% else %}y", "{% endif %}"])


def test_a_table_of_nothing_but_tags_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyTag, match="no row between its tags"):
        made(tmp_path, ["{% for a in late %}", ""], ["{% endfor %}", ""])


def test_a_table_without_tags_is_not_touched(tmp_path: Path) -> None:
    deck = template()
    frame = drawn(deck, HEADER, ["1a", "An action"])
    for run in every(frame._element, "a:r"):
        run.get_or_add_rPr().set("lang", "en-GB")  # type: ignore[attr-defined]
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "What is late")
    before = xml_of(frame._element)
    (found,) = grids(filled(deck, tmp_path))
    assert xml_of(found._element) == before
    assert children(found._element, "a:graphic/a:graphicData/a:tbl/a:tr")
