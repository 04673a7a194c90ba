from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Inches, Pt

from boardpack.document.blocks import (
    Arrow,
    Column,
    Content,
    LineBreak,
    PageNumber,
    Pill,
    Spark,
    Status,
    Table,
    TableRow,
    Text,
)
from boardpack.model.plan import Rating
from boardpack.renderers.slides.charts.parts import text_width
from boardpack.renderers.slides.xml import child
from tests.renderers.slides.decks import filled, rectangle, template, text_box, titles
from tests.renderers.slides.material import material, movements, row

WHAT = (Column("Ref", 0.2), Column("What", 0.8, "right"))


def numbered(count: int, text: str = "Short") -> Table:
    rows = tuple(row((Text(f"{n}a"),), (Text(text),)) for n in range(1, count + 1))
    return Table("t", "A caption", WHAT, rows)


def grids(deck: Any) -> list[Any]:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]


def placed(table: Table, folder: Path, box: tuple[float, ...] = (1, 2, 8, 5)) -> Any:
    deck = template()
    rectangle(deck.slides[0], "table: t", box)
    return filled(deck, folder, material(tables={"t": table}))


def cells(grid: Any) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in grid.table.rows]


@pytest.mark.parametrize(
    ("count", "pages"), [(1, [1]), (7, [7]), (8, [4, 4]), (15, [5, 5, 5]), (16, [6, 6, 4])]
)
def test_a_slide_has_seven_rows_at_most_evenly_shared(
    count: int, pages: list[int], tmp_path: Path
) -> None:
    deck = placed(numbered(count), tmp_path)
    found = [cells(grid) for grid in grids(deck)]
    assert [len(one) - 1 for one in found] == pages
    assert all(one[0] == ["Ref", "What"] for one in found)
    assert [line[0] for one in found for line in one[1:]] == [f"{n}a" for n in range(1, count + 1)]


def test_further_slides_say_which_they_are(tmp_path: Path) -> None:
    assert titles(placed(numbered(15), tmp_path)) == [f"A title ({n} of 3)" for n in (1, 2, 3)]


def test_tall_rows_go_on_before_they_leave_their_frame(tmp_path: Path) -> None:
    deck = placed(numbered(7, "Some words that take several lines. " * 6), tmp_path)
    assert len(grids(deck)) > 1
    for grid in grids(deck):
        assert grid.height <= Inches(5)
        assert sum(line.height for line in grid.table.rows) == grid.height


def test_a_cell_too_long_for_any_slide_is_cut_and_stands_whole_in_the_notes(tmp_path: Path) -> None:
    long = "word " * 2000 + "end"
    deck = placed(numbered(1, long), tmp_path)
    (grid,) = grids(deck)
    assert grid.height <= Inches(5)
    assert cells(grid)[1][1].endswith("…")
    assert deck.slides[0].notes_slide.notes_text_frame.text.strip() == long


def test_a_table_without_rows_says_none(tmp_path: Path) -> None:
    (grid,) = grids(placed(numbered(0), tmp_path))
    assert cells(grid) == [["Ref", "What"], ["None", ""]]


EVERYTHING: Content = (
    Text("bold", strong=True),
    LineBreak(),
    Text("small", size="small"),
    Pill(Rating.RED),
    Arrow("down", "worse", "Worse: was Amber"),
    Status("missed", "Missed"),
    Spark((1.0, None), None, "From 1"),
    PageNumber("x"),
)


def test_ratings_and_movements_are_words_and_a_rating_colours_its_cell(tmp_path: Path) -> None:
    table = Table("t", "A caption", WHAT, (row(EVERYTHING, (Pill(None),)),))
    (grid,) = grids(placed(table, tmp_path))
    first, second = grid.table.rows[1].cells
    assert first.text == "bold\vsmall ■ Red Worse: was Amber ✗ Missed From 1"
    assert str(first.fill.fore_color.rgb) == "8B0A1A"
    assert {str(run.font.color.rgb) for run in first.text_frame.paragraphs[0].runs} == {"FFFFFF"}
    assert second.text == "No rating"


def test_the_header_and_the_caption_are_there_for_screen_readers(tmp_path: Path) -> None:
    (grid,) = grids(placed(numbered(2), tmp_path))
    assert grid.table.first_row
    assert grid._element._nvXxPr.cNvPr.get("descr") == "A caption"
    assert grid.name == "table: t"


def test_the_templates_table_lends_its_looks(tmp_path: Path) -> None:
    deck = template()
    frame = deck.slides[0].shapes.add_table(2, 3, Inches(1), Inches(2), Inches(8), Inches(1))
    frame.name = "table: t"
    for line, size in ((0, 20), (1, 16)):
        run = frame.table.cell(line, 0).text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.italic = "x", Pt(size), True
    (grid,) = grids(filled(deck, tmp_path, material(tables={"t": numbered(2)})))
    fonts = [
        cell.text_frame.paragraphs[0].runs[0].font
        for cell in (grid.table.cell(0, 0), grid.table.cell(2, 0))
    ]
    assert [(font.size, font.italic) for font in fonts] == [(Pt(20), True), (Pt(16), True)]
    assert [c.width for c in grid.table.columns] == [Inches(8) * 0.2, Inches(8) * 0.8]


def test_a_templates_table_grows_to_what_stands_under_it(tmp_path: Path) -> None:
    deck = template()
    frame = deck.slides[0].shapes.add_table(2, 2, Inches(1), Inches(2), Inches(8), Inches(1))
    frame.name = "table: t"
    text_box(deck.slides[0], "A remark", box=(2, 4, 3, 1))
    found = grids(filled(deck, tmp_path, material(tables={"t": numbered(7)})))
    assert len(found) > 1
    assert all(grid.top + grid.height <= Inches(4) for grid in found)


def test_a_group_is_a_row_with_its_words_in_the_widest_column(tmp_path: Path) -> None:
    rows = (TableRow(((Text("Health"),),), group=True), row((Text("1a"),), (Text("x"),)))
    (grid,) = grids(placed(Table("t", "A caption", WHAT, rows), tmp_path))
    assert cells(grid)[1:] == [["", "Health"], ["1a", "x"]]


def test_a_slide_with_split_tables_is_valid(tmp_path: Path) -> None:
    deck = placed(movements(20), tmp_path)
    path = tmp_path / "out.pptx"
    deck.save(path)
    assert len(grids(deck)) > 2
    assert validate_pptx(str(path)).errors == []


def looking(folder: Path, widths: tuple[float, ...], fills: tuple[str, ...], table: Table) -> Any:
    """The deck's first table, made after one whose rows have these fills."""
    deck = template()
    frame = deck.slides[0].shapes.add_table(
        len(fills), len(widths), Inches(1), Inches(2), Inches(8), Inches(1)
    )
    frame.name = "table: t"
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = Inches(width)
    for line, fill in zip(frame.table.rows, fills, strict=True):
        for cell in line.cells:
            cell.fill.solid()
            cell.fill.fore_color.theme_color = getattr(MSO_THEME_COLOR, fill)
    frame.table.first_col, frame.table.horz_banding = True, True
    (grid, *_) = grids(filled(deck, folder, material(tables={"t": table})))
    return grid


def fills_of(grid: Any) -> list[str]:
    return [line.cells[0].fill.fore_color.theme_color.name for line in grid.table.rows]


def test_rows_take_turns_where_the_templates_third_row_has_another_fill(tmp_path: Path) -> None:
    grid = looking(tmp_path, (2, 6), ("ACCENT_1", "ACCENT_2", "ACCENT_3"), numbered(4))
    assert fills_of(grid) == ["ACCENT_1", "ACCENT_2", "ACCENT_3", "ACCENT_2", "ACCENT_3"]


def test_rows_are_alike_where_the_templates_are(tmp_path: Path) -> None:
    grid = looking(tmp_path, (2, 6), ("ACCENT_1", "ACCENT_2", "ACCENT_2"), numbered(3))
    assert fills_of(grid) == ["ACCENT_1"] + ["ACCENT_2"] * 3


def test_bands_and_the_first_column_of_a_tables_style_stay(tmp_path: Path) -> None:
    grid = looking(tmp_path, (2, 6), ("ACCENT_1", "ACCENT_2"), numbered(2))
    assert grid.table.first_col
    assert grid.table.horz_banding
    assert child(grid._element, ".//a:tblPr/a:tableStyleId") is not None


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [((3, 5), (3, 5)), ((4, 4), (1.6, 6.4)), ((2, 3, 3), (1.6, 6.4))],
)
def test_columns_are_as_wide_as_their_author_set_them_if_there_are_as_many(
    tmp_path: Path, drawn: tuple[float, ...], wanted: tuple[float, ...]
) -> None:
    grid = looking(tmp_path, drawn, ("ACCENT_1", "ACCENT_2"), numbered(2))
    found = [column.width / Inches(1) for column in grid.table.columns]
    assert found == pytest.approx(wanted, abs=0.01)


def test_a_column_is_never_too_narrow_for_a_word_of_its_header(tmp_path: Path) -> None:
    columns = (Column("Objective", 0.04), Column("What", 0.96))
    table = Table("t", "A caption", columns, (row((Text("1"),), (Text("x"),)),))
    (grid,) = grids(placed(table, tmp_path))
    first, second = (column.width for column in grid.table.columns)
    assert first > Pt(text_width("Objective", 18, bold=True))
    assert first + second == pytest.approx(Inches(8), abs=2)
